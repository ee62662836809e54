# Partners' parts in an event
joint-part-co_organiser = co-organiser
joint-part-guest = guest
joint-part-speaker = speaker
joint-part-info_partner = information partner

joint-brings-hall = hall
joint-brings-speaker = speaker
joint-brings-equipment = equipment
joint-brings-press = press
joint-brings-books = books

joint-role = { $part }
joint-role-asked = { $part }, asked to bring: { $things }
joint-brings = bringing: { $things }
joint-comment = comment: “{ $text }”
joint-state-asked = no answer yet
joint-state-accepted = confirmed on { $at }
joint-state-stale = confirmed on { $at }, but for the old date
joint-state-declined = declined on { $at } – “{ $reason }”
joint-state-proposed = another time proposed on { $at }: { $time }
joint-line = <b>{ $partner }</b> ({ $role }): { $state }

joint-title = <b>Taking part: { $partner }</b>
joint-your-role = Your role: { $role }
joint-not-yet = Tick what you will bring and press “We’re in”.
joint-you-said = The organisation’s answer: { $state }
joint-earlier = The answer before: { $state }
joint-not-kept = The ticks are changed. Press “We’re in” to let the library know.
joint-ask-comment = <b>What else should the library know?</b>
    Write it in one message, for example: three of us will come, we need a projector.
joint-comment-kept = Thank you, the library will know.
joint-toast-comment-dropped = The comment is taken back
joint-toast-accepted = Confirmed, the library will know
joint-toast-declined = The library will know
joint-ask-why = <b>Why can’t you take part?</b>
    Choose or write.
joint-why-busy = Busy that day
joint-why-nobody = Nobody can come
joint-why-theme = Not our subject

joint-ask-time = When would suit you better?
joint-label-time = Date and time
joint-hint-time = Choose a day (weeks begin on Monday) or write, for example: 28 April at 15:00
joint-time =
    Now: { $old }
    You propose: <b>{ $new }</b>
joint-time-preview = <b>Propose another time?</b>
joint-time-sent = <b>Your proposal has gone:</b> { $time }. The library’s answer will come here.
joint-time-draft = Another time for an event

joint-partner = <b>{ $partner }</b>
joint-partner-state = Answer: { $state }
joint-partner-hint = Role, and what they are asked to bring:
joint-toast-kept = The time stays, the partner will be told
joint-publish-anyway = <b>Not everybody has confirmed.</b> Publish?
joint-silent = No answer: { $names }
joint-declined = Declined: { $names }
joint-other-time = Propose another time: { $names }
joint-draft-parts = <b>Partners’ roles</b>
joint-draft-line = { $partner } – { $role }

joint-notice-asked = <b>Please confirm that you take part</b>
joint-notice-kept = <b>The time stays as it was.</b> Can you take part?
joint-notice-changed = <b>A colleague has answered otherwise for your organisation</b>
joint-notice-removed = <b>No longer needed: { $partner }</b>
joint-notice-answer = <b>Partners have answered</b>
joint-tally = Confirmed: { $confirmed } of { $total }

joint-button-accept = We’re in
joint-button-decline = Decline
joint-button-comment = Add a comment
joint-button-comment-other = Change the comment
joint-button-comment-drop = Take it back
joint-button-time = Another time
joint-button-back = ‹ Back
joint-button-card = ‹ To the card
joint-button-part = ‹ Taking part
joint-button-chosen = ✓ { $label }
joint-button-ticked = ☑ { $thing }
joint-button-unticked = ☐ { $thing }
joint-button-propose = Propose
joint-button-link = Give a link
joint-button-partners = Partners
joint-button-move = Move to this time
joint-button-keep = Keep the time
joint-button-publish = Publish

refusal-joint-gone = This organisation no longer takes part in the event.
refusal-joint-not-confirmed = Confirm first, then add a comment.
refusal-joint-not-yours = Only its representatives answer for this organisation.
refusal-joint-time-past = That time has passed.
refusal-joint-time-same = The event is at that time already. Choose another.
refusal-joint-no-proposal = No other time is proposed any more.
refusal-joint-no-partners = Nobody to ask: name partners first.
