# Minutes and actions
minutes-title = <b>Minutes</b>
minutes-off-agenda = An item taken off the agenda: the document leaves it out
minutes-none = There are no items yet. The minutes can be sent as a whole.
minutes-item = { $number }. { $text }
    <i>{ $pieces }</i>
minutes-of = <b>{ $text }</b>
minutes-heard = <b>HEARD</b>
minutes-spoke = <b>SPOKE</b>
minutes-resolved = <b>RESOLVED</b>
minutes-noted = <b>Participants noted</b>
minutes-text = <b>Minutes as a whole</b>
minutes-short-heard = heard
minutes-short-spoke = spoke
minutes-short-resolved = resolved
minutes-write-heard = Heard
minutes-write-spoke = Spoke
minutes-write-resolved = Resolved
minutes-write-noted = Participants noted
minutes-write-text = Minutes as a whole
minutes-ask = Write the text; send what is longer than a message as a .docx or .txt file.
minutes-ask-nameless = Write the text without names: the library keeps them out of chats.
minutes-kept = What was there stays among the revisions.
minutes-meanwhile = <b>While you were writing, somebody changed this text.</b> Yours is not kept yet. How they differ:
minutes-signed = Revision { $number }: { $name }, { $at }
minutes-toast-saved = Saved
minutes-toast-dropped = Action removed
minutes-library = The library itself
minutes-ask-who = <b>Who takes it on?</b>
minutes-ask-what = What is to be done? Up to { $most } letters.
minutes-ask-due = Until when? For example: 1 September.
minutes-actions = <b>Actions</b>
minutes-no-actions = There are no actions.
minutes-action = { $number ->
        [0] {""}
       *[other] { $number }.{" "}
    }{ $who }: { $text }{ $due ->
        [none] {""}
       *[other] , by { $due }
    }{ $state ->
        [done] {" "}✓
        [late] {" "}– overdue
       *[open] {""}
    }
minutes-given = <b>An action for you</b>
minutes-dropped = <b>A task was taken back.</b> It need not be done any more
minutes-due-soon = <b>An action is due soon</b>
minutes-reported = <b>An action is done</b>
minutes-thanks = Thank you! I’ll tell the library that it is done.
minutes-left = <b>Still to do from earlier meetings:</b>
minutes-left-more = and { $number } more
minutes-week = { $number ->
        [one] Your organisation has { $number } open action
       *[other] Your organisation has { $number } open actions
    }, the next: { $text }
minutes-button-open = ‹ Minutes
minutes-button-back = ‹ Back
minutes-button-past = Revisions: { $number }
minutes-button-save = Keep my text
minutes-button-leave = Leave it as it is
minutes-button-actions = Actions
minutes-button-to-actions = ‹ Actions
minutes-button-action = + Action
minutes-button-termless = No term
minutes-typed-termless = no, none, no term, -, –
minutes-button-done = Done
minutes-button-drop = Remove
minutes-button-report = It is done
refusal-minutes-changed = Somebody else has just changed this text.
refusal-minutes-place = There is no such place in the minutes.
refusal-minutes-lost = That text is gone. Write it again.
refusal-minutes-file = This is neither .docx nor .txt: it could not be read.
refusal-minutes-file-size = The file is larger than 5 MB. Take the pictures out.
refusal-minutes-file-elsewhere = The library takes no files with names in chats. Upload the minutes on the page: “Papers” → any paper with names.
refusal-minutes-due = I don’t understand which day that is. Write, for example: 1 September.
refusal-minutes-due-past = That day is past.
refusal-minutes-action-gone = That action is gone.
minutes-nothing = nothing yet
