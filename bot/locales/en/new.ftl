# A new event, and changes of a published one
new-ask-title = What is it called?
new-hint-title = One line is enough: Round table “Our principle” 27 April at 14:00, Herzen library, 30 seats
new-ask-form = What will it be?
new-ask-when = When?
new-hint-when = Choose a day (weeks begin on Monday) or write, for example: 27 April at 14:00
new-ask-branch = Where?
new-ask-address = At what address?
new-ask-hall = In which hall?
new-ask-capacity = How many seats?
new-hint-capacity = Choose, or write a number from 1 to 1000.
new-ask-age = Age mark?
new-ask-ends = When does it end?
new-ask-goal = What is the aim?
new-ask-agenda = What is on the agenda?
new-hint-agenda = Each item on a new line.
new-ask-partners = Which partners take part?
new-hint-partners = Tick them or write a part of the name.
new-ask-audience = Whom is it for?
new-ask-summary = Describe the event in two sentences
new-ask-deadline = Until when can people answer?
new-hint-deadline = Unless you say otherwise, until it begins.
new-ask-poster = Send the poster as a picture

new-label-title = Title
new-label-form = Form
new-label-when = Date and time
new-label-branch = Place
new-label-address = Address
new-label-hall = Hall
new-label-capacity = Seats
new-label-age = Age
new-label-ends = End
new-label-goal = Aim
new-label-agenda = Agenda
new-label-partners = Partners
new-label-audience = Whom for
new-label-summary = About
new-label-deadline = Answer until
new-label-poster = Poster

new-group-talk = Meetings and talks
new-group-literature = Literature
new-group-display = Exhibitions
new-group-game = Games and contests
new-group-making = Classes
new-group-club = Club
new-group-complex = Campaigns and festivals
new-group-visit = Visits

new-option-other-form = Another form
new-option-offsite = Another address
new-option-online = Online

new-doubt-past = ⚠️ That time is already past.
new-doubt-holiday = ⚠️ That is a public holiday.
new-doubt-sanitary = ⚠️ The library has its cleaning day then.
new-doubt-closed = ⚠️ The library is closed at that time.
new-doubt-deadline = ⚠️ The deadline is already past: nobody could sign up.
new-doubt-hall = ⚠️ The hall is taken at that time: { $event }, { $when }
new-doubt-weekday = ⚠️ The weekday does not match: you wrote “{ $said ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }”.
new-doubt-seats = ⚠️ There can be 1 to 1000 seats: “{ $text }” is not counted.
new-doubt-unread = Could not be read: “{ $text }”.

new-preview = This is how guests will see the card. Is all of it right?
new-preview-change = <b>Check the changes</b>
new-preview-same = Nothing is changed so far.
new-preview-agenda = <b>Agenda</b>
new-preview-partners = <b>Partners:</b> { $names }
new-preview-partner = { $partner } ({ $role })
new-moved = Was: { $old }
    Will be: { $new }
new-relocated = Was: { $old }
    Will be: { $new }
new-told =
    { $number ->
        [one] { $number } person will hear of it at once.
       *[other] { $number } people will hear of it at once.
    }
new-told-nobody = The new date is already past, so nobody will be told.
new-changed-all = { $number ->
        [one] <b>Changed for { $number } date.</b>
       *[other] <b>Changed for { $number } dates.</b>
    }
new-changed = <b>The changes are saved.</b>
new-unchanged = <b>Nothing has been changed.</b>

new-draft-nameless = A new event
new-draft = Event “{ $title }”
new-draft-change = Changes to “{ $title }”
new-drafts =
    { $number ->
        [one] There is an unfinished draft. Go on with it?
       *[other] There are { $number } unfinished drafts. Go on with one?
    }

new-button-no-limit = No limit
new-button-no-hall = No hall needed
new-button-publish = Publish
new-button-agree = Ask the partners first
new-button-roles = Partners’ roles
new-button-save = Save
new-button-save-all = Save for all dates: { $number }
new-button-save-and-tell = Save and tell people
new-button-fresh = New event
new-button-hand-in = Hand in for review
new-repeated = All but dates and sign-ups is as it was.
new-templates = You can begin with a template:
new-button-template = Template: { $title }
new-button-template-drop = Drop a template
new-template-kept = Kept as a template: “{ $title }”. You will find it in /new.
new-template-which = Which template is to go?
new-template-none = There are no templates.
new-left-alone = <b>An event is not finished.</b> { $title } waits for you. If you leave it, the draft goes on { $day }.
new-ask-first = From which day is it open?
new-hint-first = You can say it at once: from 22 August to 12 September
new-label-first = First day
new-ask-last = Until which day?
new-label-last = Last day
new-button-with-hour = It has an hour
new-button-one-day = One day
new-ask-link = Where is it watched?
new-hint-link = Only those who come will see the link. You may add it later.
new-label-link = Link
