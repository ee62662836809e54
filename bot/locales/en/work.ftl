# Events in hand
work-list = { $number ->
        [0] Nothing in hand.
       *[other] <b>In hand: { $number }</b>
    }
work-button = In hand: { $number }
work-line = { $state } · { $day } { $title }
work-draft = To mend
work-review = In review
work-agreeing = Being agreed
work-held = No results
work-cancelled = Cancelled
work-button-past = Past and cancelled
work-past = { $number ->
        [0] No past or cancelled events yet.
       *[other] <b>Past and cancelled events: { $number }</b>
    }
