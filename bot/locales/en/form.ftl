# Forms: questions, answers, the last look
form-progress = { $number } of { $total }
form-question = <b>{ $text }</b>
form-standing = Now: { $value }
form-proposal = <b>{ $value }</b>
form-answer = { $label }: <b>{ $value }</b>
form-answer-asked = { $label } – <b>{ $value }</b>
form-no-answer = no answer
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
        [1] Then the answer { $names } is not needed. It is kept and comes back if you change your mind.
       *[other] Then the answers { $names }{ $rest } are not needed. They are kept and come back if you change your mind.
    }
form-and-more = {" "}and { $number } more
form-preview = <b>Check your answers</b>
form-what-change = <b>What shall be changed?</b>
form-leaving = { $title }. Stop here? Everything you entered is saved.
form-waiting = Draft saved. { $title }
form-left = Cancelled.
form-dropped = The draft is deleted.

form-toast-moved-on = That is behind you. Here is where you are
form-toast-changed = The answer has changed since. Look once more
form-toast-kept = Saved
form-toast-done = Done already

form-button-back = ‹ Back
form-button-skip = Skip
form-button-clear = Remove
form-button-done = Done
form-button-yes = Yes, right
form-button-again = Change
form-button-other-day = Another day
form-button-keep = Next ›
form-button-read = I see
form-button-leave = Cancel
form-button-submit = Send
form-button-change = Change
form-button-to-preview = ‹ To the preview
form-button-add = + { $label }
form-button-marked = ✓ { $text }
form-button-group = { $name } ›
form-button-more = Other options ›
form-button-groups = ‹ All options
form-button-resume = Continue
form-button-later = Later
form-button-drop = Delete the draft
form-button-menu = ‹ Menu
form-typed-yes = yes, right, ok, okay, yep
form-typed-no = no, wrong, change
refusal-form-photo-pdf = This is a PDF, and a card shows a picture. Save the poster as JPG or PNG (or take a screenshot) and send it as a photo.
refusal-form-photo-as-file = The picture came as a file. Send it as a photo, compressed.
refusal-form-photo-large = The file is too large: { $megabytes } MB. Send the poster as a photo, compressed: it will be smaller.
form-unchanged = ✓ Nothing has been changed.
