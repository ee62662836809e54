# Settings
settings-screen = <b>Settings</b>
    Language and reminders. I’ll tell you of a new date or a cancellation in any case.
settings-language-ru = Русский
settings-language-en = English
settings-reminder-week = a week before
settings-reminder-day = the day before
settings-reminder-hours = two hours before
settings-toast-language = English from now on
settings-button-on = ☑ Remind me { $what }
settings-button-off = ☐ Remind me { $what }
