# Why not
refusal-not-allowed = Only staff entrusted with this can do it. If you need it, ask an administrator.
refusal-not-here = Better in private: open your own chat with me.
refusal-gone = This is no longer there. Start again: /start.
refusal-event-gone = There is no such event. Coming ones: /events.
refusal-event-cancelled = This event has been cancelled.
refusal-event-agreeing = The event is still being agreed with partners.
refusal-event-published = The event is published already.
refusal-event-begun = The event has begun; answers are no longer taken.
refusal-deadline-past = Sign-up is closed. You can only say that you can’t come.
refusal-capacity-range = The number of seats can be 1 to 1000.
refusal-deadline-after-start = Sign-up has to end before the event begins.
refusal-end-before-start = The end can’t be before the beginning.
refusal-no-seats-for-guests = { $free ->
        [0] No seats are left for guests. Your own seat stays yours.
        [one] Only { $free } seat is left for guests. Your own seat stays yours.
       *[other] Only { $free } seats are left for guests. Your own seat stays yours.
    }
refusal-guests-range = You can bring 0 to { $most } guests.
refusal-party-too-big = { $capacity ->
        [one] There is only { $capacity } seat in all: your party is larger.
       *[other] There are only { $capacity } seats in all: your party is larger.
    }
refusal-not-coming = Press “Going” first, then add guests.
refusal-not-waiting = This person is no longer in the queue.
refusal-link-unknown = There is no such link. Perhaps it was not copied whole.
refusal-link-revoked = This link has been withdrawn. Ask for a new one.
refusal-link-used = Somebody else has used this link. Ask for a new one.
refusal-link-expired = This link has expired. Ask for a new one.
refusal-link-revoked-already = This link has been revoked already.
refusal-link-used-already = Somebody has come in by this link. If it is the wrong person, press “Not them” in the message about it.
refusal-deny-nothing = Taken back already: nobody stands behind this link any more.
refusal-rep-already = You represent “{ $name }” already. The link is still good: pass it on to a colleague.
refusal-role-already = You have this role already. The link is still good: pass it on to a colleague.
refusal-request-too-many = Three requests of yours are waiting already. Please wait for an answer.
refusal-request-needless = You represent “{ $name }” already.
refusal-request-approved = A colleague has approved the request already.
refusal-request-declined = A colleague has declined the request already.
refusal-request-gone = This request is gone: the person has erased their data.
refusal-branch-gone = This library is no longer on the list.
refusal-partner-gone = This organisation is no longer on the list.
refusal-partner-archived = “{ $name }” is in the archive already. Bring it back to change it.
refusal-partner-name-taken = “{ $name }” is in the register already.
refusal-partner-name-in-archive = “{ $name }” is there already, in the archive. Bring it back from there.
refusal-agreement-gone = This agreement is no longer in the list.
refusal-rep-gone = This person no longer acts for the organisation.
refusal-rep-forgotten = Too late to undo: the bot has forgotten them.
refusal-rep-twice = This person acts for the organisation already.
refusal-agreement-end-before-start = It cannot end before it begins.
refusal-name-several = There are several people here.
refusal-name-unclear = I could not read the name. Write “Петрова Анна Ивановна”, or its parts: Surname / First name / Patronymic.
refusal-site-unclear = This does not look like a website. Write, for example: www.tverlib.ru.
refusal-phone-unclear = I could not read the telephone. Write it like this: +7 (4822) 34-29-20, доб. 12.
refusal-draft-gone = This draft is closed: it was sent off or deleted. Events: /events.
refusal-consent-adult = Please tick that you are 18 or older: without it you can’t be signed up. If you are younger, an adult can sign up and bring you as a guest.
refusal-text-too-long = Too long: { $length } characters, { $most } at most. Please shorten it.
refusal-names-in-chat = The library takes no surnames in chat. Write the same without them.
refusal-text-empty = Write at least a word.
refusal-number-wanted = Write a number, for example 40.
refusal-last-admin = This is the last administrator. Give the role to somebody else first.
refusal-group-closed = I could not write there: I have been removed or may not post. I took that chat off the list.
refusal-name-taken = There is a library of that name already.
refusal-role-in-settings = This role is given in the program’s settings and can’t be taken here.
refusal-form-empty = Write at least a word.
refusal-form-too-long = Too long: { $length } where { $most } are possible. Please shorten it.
refusal-form-answer-wrong = That answer does not fit here.
refusal-form-number-wanted = A number is needed here, such as 40.
refusal-form-number-whole = A whole number without a minus is needed here, such as 40.
refusal-form-number-one = These are several numbers; one is needed.
refusal-form-number-range = The number can be from { $lowest } to { $highest }.
refusal-form-option-gone = That option is no longer there.
refusal-form-too-few =
    { $fewest ->
        [1] Tick at least one option.
       *[other] Tick at least { $fewest }.
    }
refusal-form-too-many = You can tick { $most } at most.
refusal-form-question-gone = That question is no longer needed.
refusal-form-required = This answer is needed to go on.
refusal-form-nothing-selected = Choose an answer first.
refusal-form-moved-on = That is behind you.
refusal-form-all-answered = There are no more questions. Check and press the button below, or choose what to change.
refusal-form-wanted-text = A text is needed here: write it as a message.
refusal-form-wanted-choice = There is no such option. Choose with a button.
refusal-form-wanted-button =
    { $sent ->
        [photo] A picture
        [voice] A voice message
        [document] A file
       *[other] Such a message
    } will not do here: { $own ->
        [yes] choose with a button, or write an answer of your own.
       *[no] choose with a button.
    }
refusal-form-own-words = Write your own option as a message, or tick another one.
refusal-form-wanted-date = A date is needed here, such as 27 April at 14:00.
refusal-form-wanted-photo = A picture is needed here. Send it as a photo, not as a file.
refusal-form-wanted-time = A time is needed here, such as 14:00.
refusal-form-wanted-place = A place is needed here. Send it: the paper clip → “Location”.
refusal-form-wanted-file = A file is needed here. Send it as a message.
refusal-form-wanted-press = Read it and press the button below.
refusal-form-said = { $text }
refusal-form-constraint = That answer does not fit here. Look at the hint and answer otherwise.
refusal-form-when-unclear = “{ $value }” could not be read. Write, for example: 27 April at 14:00.
refusal-form-when-several = These are several dates or times; one is needed: “{ $value }”.
refusal-form-when-no-date = There is no date. Write, for example: 27 April.
refusal-form-when-no-time = There is no time. Write, for example: 14:00.
refusal-form-when-no-such-date = There is no such date: “{ $value }”.
refusal-form-when-no-such-time = There is no such time: “{ $value }”.
refusal-form-when-end-before-start = The end is before the start: “{ $value }”.
refusal-bad-hours = I could not read the hours. Type them so: Mon–Fri 10–19; Sat 9–17.
refusal-bad-sanitary-day = I could not read the day. Type it so: last Wednesday.
refusal-page-link-over = The link is no longer good. Ask the bot for a new one.
refusal-letter-gone = This letter is no longer there.
refusal-letter-expired = The draft is more than a day old and can’t be sent any more. Please start anew.
refusal-letter-changed = The letter has changed since. See what it says now.
refusal-letter-sent = The letter has been sent already.
refusal-page-too-large = This file or text is too large.
refusal-page-nothing = There is no such page. Go back to the bot and open it anew.
refusal-page-failed = Something went wrong, and it is not your fault. Try again; if that does not help, tell the library the number { $number }.
refusal-questionnaire-gone = There is no such questionnaire any more.
refusal-survey-nobody = There are no such organisations: nobody to ask. Change whom to ask.
refusal-response-gone = This answer is no longer there.
refusal-survey-gone = There is no such survey any more.
refusal-survey-closes-before-opening = The survey closes before it opens. Choose another day.
refusal-survey-closes-in-the-past = That day has passed. Choose until when to wait for answers.
refusal-survey-over = The survey is closed: no more answers are taken.
refusal-survey-typed-late = The survey is closed: it is too late to type answers in.
refusal-survey-not-open = The survey is not open yet.
refusal-survey-they-answered = The organisation has answered itself: its answers stay.
refusal-survey-picture-wrong = A PNG, JPEG or WebP picture of 5 MB at most is wanted.
refusal-survey-picture-whose = No questionnaire waits for pictures now.
refusal-survey-picture-which = Which picture is it? Missing: { $names }. Send a file of that name, or put the name below the photo.
refusal-survey-not-asked = This organisation was not asked.
refusal-survey-frozen = The survey is running: its text and its organisations stay. Its closing can be changed.
refusal-survey-nothing-sent = Your organisation has sent no answers yet.
refusal-survey-too-late-for-that = The survey will be closed by then. Please choose another time.
refusal-survey-published = This survey has begun already.
refusal-rep-nobody = Write at least a surname or a position.
refusal-email-unclear = This does not look like an e-mail address.
refusal-table-too-large = The file is larger than 20 MB. Leave only what is needed.
refusal-file-not-there = The file could not be fetched. Send it again.
refusal-table-encoding = I could not make out the letters of the file: its encoding is unknown. Save the table as .xlsx.
refusal-table-too-many-rows = The table has more than 20,000 rows. Divide it.
refusal-table-old-excel = This file of old Excel does not open. Save it as .xlsx.
refusal-table-quotes = Quotation marks are not closed everywhere in the file, so rows run together. Save the table as .xlsx.
refusal-table-locked = The file is behind a password. Take it off and send the file again.
refusal-table-other-kind = I do not read tables of this kind. Save the file as .xlsx.
refusal-table-not-a-workbook = This is no Excel workbook, only named so. Save the table as .xlsx or .csv.
refusal-table-not-a-table = This is no table. Send an .xlsx or a .csv.
refusal-table-zip-bomb = The file unpacks into something huge. Save the table again.
refusal-table-empty = The table is empty.
refusal-table-hidden = The only table is on a hidden sheet, and I do not read those: { $sheets }. Unhide it and send the file again.
refusal-child-too-long = Too slow: a minute was not enough. Take a smaller file.
refusal-child-too-big = Not enough memory. Take a smaller file.
refusal-child-broke = It did not work. Try again.
refusal-import-over = This preview is too old. Send the file again.
refusal-import-done = It is in already.
refusal-import-outdated = The register has changed. Look again at what would be done.
refusal-import-doubtful = Decide first about those that look alike.
refusal-page-no-file = Choose a file.
refusal-feed-nowhere = The bot has no address to subscribe to.
refusal-event-draft = The event is not announced yet.
refusal-event-review = The event waits for review.
refusal-event-held = The event is over.
refusal-event-reported = The event is over and its results are in.
refusal-no-minutes = It ends when it begins: the event would take no minutes at all.
refusal-agenda-item-gone = This item is no longer in the programme.
refusal-agenda-minutes = Minutes must be from 1 to { $most }.
refusal-report-visits = Visits must be from 0 to { $most }.
refusal-report-negative = There cannot be fewer than none.
refusal-report-ages = Those up to 14 and from 15 to 30 together cannot be more than came in all: { $total }.
refusal-report-disability = Guests with disability cannot be more than came in all: { $total }.
refusal-not-in-review = The event is no longer in review.
refusal-feedback-time = Events can be rated within a month after them.
refusal-feedback-not-there = Those who were there may rate an event.
refusal-template-gone = There is no such template any more.
refusal-templates-many = There are { $most } templates already. Drop one first.
refusal-agenda-many = A programme has { $most } items at most.
refusal-question-length = A question has 1 to { $most } letters.
refusal-question-options = 2 to { $most } options, each on its own line.
refusal-question-option-length = An option has { $most } letters at most.
refusal-questions-many = { $most } questions at most.
refusal-talks-closed = Talks are no longer wanted.
refusal-talk-gone = That talk has been decided on.
refusal-sign-up-first = Press “Going” first.
refusal-door-closed = People are noted from three hours before the start until a week after. Start: { $start }.
refusal-door-people = People: from 1 to { $most }.
refusal-door-not-signed = This person has not signed up for the event.
refusal-door-code-unknown = There is no such code.
refusal-door-no-names = No names in groups: only what they are and how many.
refusal-door-group-number = How many people? For example: form 6B, 24 people.
refusal-door-offer-gone = The free seats have been taken.
refusal-not-waiting-you = You do not wait for this event.
refusal-link-wrong = A link begins with https:// and has no spaces.
refusal-series-many = A series has 1 to { $most } dates, this would be { $number }. Announce a longer one as two.
refusal-series-date = This is no date: { $text }. For example: 4, 11 and 18 May.
refusal-series-past = { $when } is past.
refusal-series-nothing = These dates are there already.
