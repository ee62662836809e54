# The first screen, help, commands
home-stranger =
    <b>{ $library }</b>
    Sign up for library events here: one press and the seat is yours, with a reminder the day before.
home-person =
    <b>{ $library }</b>
    What can I do for you?
home-staff =
    <b>{ $library }</b>
    One line is enough to start an event: “Round table "Our principle", 27 April at 14:00, Herzen library, 30 seats”.
home-help = <b>What I can do</b>
home-help-line = /{ $command } – { $what }
home-unknown =
    We have not met yet, and nothing is kept about you.
    To sign up and be reminded, your consent is needed.
home-not-your-role =
    This command is for colleagues who give roles and keep the list of branches.
    If you need it too, ask an administrator or the director.
home-not-for-you =
    This command is for the library’s staff.
    If you work here, ask an administrator for a link.

home-button-propose = Propose an event
home-button-new = New event
home-button-letters = Letters
home-button-partners = Partners
home-button-surveys = Surveys
home-button-asked = Surveys for us
home-button-staff = Staff and libraries
home-button-events = Coming events
home-button-meet = Introduce yourself
home-button-partner = My organisation
home-button-represent = I represent an organisation
home-button-my = My answers
home-button-settings = Settings
home-button-privacy = My data

home-command-start = start again
home-command-help = what I can do
home-command-events = coming events
home-command-new = a new event
home-command-partners = partner organisations
home-command-survey = surveys for your organisation
home-command-my = my answers to invitations
home-command-settings = language and reminders
home-command-privacy = my data and consent
home-command-staff = staff and libraries
home-command-health = how the bot is doing
home-command-cancel = stop what was begun
home-button-reports = Reports
