# A partner proposes an event
proposal-ask-partner = For which organisation?
proposal-label-partner = Organisation
proposal-ask-brings = What will you bring?
proposal-label-brings = We bring
proposal-audience = For: { $text }
proposal-capacity = Seats: { $number }
proposal-brings = Bringing: { $things }
proposal-preview = <b>This is what the library will read.</b> Is it right?
proposal-left = You no longer represent { $partner }, so you cannot propose an event in its name.
proposal-sent = <b>Your proposal has gone.</b> The answer will come here.
proposal-draft = Proposal “{ $title }”
proposal-draft-nameless = New proposal
proposal-title = <b>Proposed by: { $partner }</b>
proposal-state-sent = Sent on { $at }, waiting for an answer
proposal-state-returned = Returned with a remark on { $at }
proposal-state-accepted = Taken into work on { $at }
proposal-state-declined = Declined on { $at }
proposal-state-withdrawn = Withdrawn by the library { $at }: sent by the wrong person
proposal-remark = <i>{ $remark }</i>
proposal-list = <b>Your proposals</b>
proposal-none = You have not proposed anything yet.
proposal-line = <b>{ $title }</b>
    { $state }
proposal-parts = <b>Waiting for your consent</b>
proposal-no-parts = Nothing to confirm at present.
proposal-ask-remark = <b>What is to be corrected?</b>
    Write it to the partner in one message.
proposal-ask-why = <b>Why do you decline?</b>
    Choose or write.
proposal-why-theme = Does not fit our subjects
proposal-why-busy = No hall is free
proposal-why-later = We will come back to it later
proposal-toast-taken = Taken into work, the partner will know
proposal-notice = <b>A partner proposes an event</b>
proposal-notice-again = <b>A partner has corrected a proposal</b>
proposal-notice-returned = <b>The library asks you to correct the proposal</b>
proposal-notice-accepted = <b>The library has taken your proposal into work</b>
proposal-notice-declined = <b>The library has declined the proposal</b>

proposal-button-send = Propose
proposal-button-list = Proposals
proposal-button-new = New proposal
proposal-button-my = ‹ My answers
proposal-button-take = Take into work
proposal-button-return = Return with a remark
proposal-button-decline = Decline
proposal-button-fix = Correct
proposal-button-back = ‹ To the proposal

refusal-proposal-gone = There is no such proposal.
refusal-proposal-not-returned = Nothing to correct: the library has not returned this proposal.
refusal-proposal-returned = A colleague has returned this proposal with a remark already: { $at }.
refusal-proposal-accepted = This proposal has been taken into work already: { $at }.
refusal-proposal-declined = This proposal has been declined already: { $at }.
refusal-proposal-withdrawn = This proposal is withdrawn: its sender did not act for the partner.
