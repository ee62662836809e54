# Forms: questions, answers, the last look
form-progress = { $number } of { $total }
form-question = <b>{ $text }</b>
form-standing = Now: { $value }
form-proposal = <b>{ $value }</b>
form-answer = { $label }: { $value }
form-no-answer = –
form-quoted = “{ $text }”
form-line = { $number }. { $text }
form-line-marked = <b>{ $number }. { $text } ✓</b>
form-marked = Ticked: { $value }
form-photo-there = there
form-own = Write it in your own words, up to { $most } characters.
form-found = Found for “{ $text }”: { $number }
form-what-hour = <b>{ $day }</b>
    At what time? Choose or write.
form-what-day = At { $time }. On which day?
form-right = Is that right?
form-still = Leave it so?
form-hides =
    { $number ->
        [one] Then the answer { $names } is not needed. It is kept and comes back if you change your mind.
       *[other] Then the answers { $names } are not needed. They are kept and come back if you change your mind.
    }
form-preview = <b>Check your answers</b>
form-what-change = <b>What shall be changed?</b>
form-leaving = { $title }: stop here? Everything you entered is saved.
form-waiting = Draft saved: { $title }
form-dropped = The draft is deleted.

form-toast-moved-on = That is behind you. Here is where you are
form-toast-kept = Saved

form-button-back = ‹ Back
form-button-skip = Skip
form-button-clear = Remove
form-button-done = Done
form-button-yes = Yes, right
form-button-again = Change
form-button-keep = Next ›
form-button-read = I see
form-button-leave = Cancel
form-button-submit = Send
form-button-change = Change
form-button-to-preview = ‹ To the preview
form-button-add = + { $label }
form-button-marked = ✓ { $text }
form-button-group = { $name } ›
form-button-groups = ‹ Back to the list
form-button-resume = Continue
form-button-later = Later
form-button-drop = Delete the draft
form-button-menu = ‹ Menu

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
        [one] Tick at least one option.
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
refusal-form-wanted-date = A date is needed here, such as 27 April at 14:00.
refusal-form-wanted-photo = A picture is needed here. Send it as a photo, not as a file.
refusal-form-wanted-press = Read it and press the button below.
refusal-form-when-unclear = “{ $value }” could not be read. Write, for example: 27 April at 14:00.
refusal-form-when-several = These are several dates or times; one is needed: “{ $value }”.
refusal-form-when-no-date = There is no date. Write, for example: 27 April.
refusal-form-when-no-time = There is no time. Write, for example: 14:00.
refusal-form-when-no-such-date = There is no such date: “{ $value }”.
refusal-form-when-no-such-time = There is no such time: “{ $value }”.
refusal-form-when-end-before-start = The end is before the start: “{ $value }”.
