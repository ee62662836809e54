# Agreements with partners
agreement-type-contract = Contract of cooperation
agreement-type-agreement = Agreement
agreement-type-joint_plan = Joint plan
agreement-numbered = { $type } no. { $number }
agreement-endless = without an end
agreement-until =
    { $days ->
        [0] until { $end }, the last day
        [one] until { $end }, { $days } day left
       *[other] until { $end }, { $days } days left
    }
agreement-over = ended on { $end }
agreement-renews = renews itself
agreement-list = <b>{ $name }</b>: agreements
agreement-list-none = <b>{ $name }</b>: no agreements yet.
agreement-line = { $number }. { $text }
agreement-line-of = { $number }. <b>{ $partner }</b>. { $text }
agreement-short-number = no. { $number }
agreement-short-end = until { $end }
agreement-screen =
    <b>{ $agreement }</b>
    { $partner }
agreement-ending-list = <b>Agreements that run out soon</b>
agreement-ending-none = No agreement runs out within 60 days.
agreement-preview = <b>{ $partner }. Is everything right?</b>
agreement-added = ✓ The agreement is added.
agreement-changed = ✓ The changes are saved.
agreement-draft = Agreement
agreement-doubt-over = This day has passed already.
agreement-remove-ask = Take it off the list? { $agreement }
agreement-toast-removed = The agreement is off the list
agreement-toast-returned = The agreement is in the list again
agreement-notice =
    <b>An agreement runs out</b>
    { $partner }
    { $agreement }

    Renew it, or change the date.
agreement-notice-renews =
    <b>The term of an agreement comes to its end</b>
    { $partner }
    { $agreement }

    If nothing is done it renews itself. Put the new end into the card.

agreement-ask-type = What is it?
agreement-ask-number = Which number?
agreement-ask-ends = Until when does it hold?
agreement-hint-ends = The whole term is fine too: “1 September 2018 to 31 May 2019”.
agreement-ask-renews = Does it renew itself?
agreement-ask-starts = From which day does it hold?
agreement-ask-signed = When was it signed?
agreement-ask-responsible = Who is responsible at the library?
agreement-ask-rep = Who is responsible at the partner?
agreement-ask-notes = What else should be remembered?
agreement-label-type = Paper
agreement-label-number = Number
agreement-label-ends = Until
agreement-label-renews = Renews itself
agreement-label-starts = From
agreement-label-signed = Signed
agreement-label-responsible = Responsible at the library
agreement-label-rep = Responsible at the partner
agreement-label-notes = Notes

agreement-button-add = + Agreement
agreement-button-back = ‹ Agreements
agreement-button-open = Open the agreement
agreement-button-endless = Without an end
agreement-button-remove = Remove
agreement-button-remove-yes = Yes, remove
