# The event's card
card-closed = This event is no longer shown: your organisation is not invited to it.
card-title = “{ $title }”
card-name = { $form } “{ $title }”
card-heading = <b>{ $form } “{ $title }”</b> ({ $age })
card-heading-plain = <b>“{ $title }”</b> ({ $age })

card-when-range = { $start }–{ $end }
card-when-long = { $start } – { $end }

card-where = { $name }
    { $address }
card-where-hall = { $name }, { $hall }
    { $address }
card-where-address = { $address }
card-where-online = Online

card-goal = <b>Aim.</b> { $goal }
card-summary = { $summary }

card-credits = { $number ->
        [one] Partner: { $names }
       *[other] Partners: { $names }
    }
card-age = ({ $age })

card-cancelled = <b>This event has been cancelled.</b> { $reason }
card-agreeing = <b>Being agreed with partners.</b> Not announced yet.
card-begun = <b>It has already begun.</b>
card-over = <b>It is over.</b>

card-seats-free = { $free } of { $capacity } seats free{ $queued ->
        [0] {""}
       *[other] , { $queued } waiting
    }
card-seats-none = No seats left{ $queued ->
        [0] {""}
       *[other] , { $queued } waiting
    }
card-counts = { $people ->
        [0] Nobody has signed up yet
       *[other] Going: { $people }
    }{ $maybe ->
        [0] {""}
       *[other] , maybe: { $maybe }
    }
card-deadline = Answers are taken until { $day }, { $hour }
card-deadline-past = Sign-up is closed.
card-deadline-leave = If you can’t come, say so: somebody else will get the seat.

card-you-going = <b>{ $guests ->
        [0] You are going.
        [one] You are going with { $guests } guest.
       *[other] You are going with { $guests } guests.
    }</b>
card-you-queued = <b>You are number { $place } in the queue{ $guests ->
        [0] {""}
        [one] {" "}with { $guests } guest
       *[other] {" "}with { $guests } guests
    }.</b> I’ll write as soon as a seat is free.
card-you-maybe = <b>You may come.</b> No seat is kept for you.
card-part-stands = Your organisation still takes part.
card-you-declined = <b>You are not coming.</b>
card-you-declined-why = <b>You are not coming.</b> Reason: { $reason }.
card-you-may-still = If you change your mind, press “Going”.

card-wait-full = No seats left.
card-wait-party = Your party needs more seats than are free.
card-wait-behind = The free seats are too few for those ahead of you.

card-button-going = Going
card-button-maybe = Maybe
card-button-declined = Can’t
card-button-chosen = ✓ { $label }
card-button-guest = +1 guest
card-button-fewer = −1 guest
card-button-why = Why I can’t
card-button-colleague = Send a colleague
card-button-calendar = Calendar
card-button-map = Map
card-button-more = Details
card-button-list = ‹ All events
card-button-manage = Manage
card-button-agree = Confirm taking part
card-button-part = Our part
card-draft = <b>Returned to its author.</b> Not announced yet.
card-review = <b>Waits for review.</b> Not announced yet.
card-button-questions = Answer the questions
card-button-talk = Offer a talk
card-button-code = My code
card-when-days = { $first } – { $last }
card-begins = { $day }, { $hour }
card-link = <b>Link to take part:</b> { $link }
card-button-dates = All dates: { $number }
