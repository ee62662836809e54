# Messages that come by themselves
notice-substitute = <b>A colleague comes in your stead</b>
notice-invitation = <b>You are invited.</b> Please answer with one press.
notice-role = Your role: { $role }
notice-part-stale = You confirmed for the old date. Please confirm the new one.
notice-moved = <b>The date has changed</b>
notice-moved-dates =
    Was: { $old }
    Now: <b>{ $new }</b>
notice-other-dates = The other dates have changed in the same way: they are on the card.
notice-relocated = <b>The place has changed</b>
notice-places =
    Was: { $old }
    Now: <b>{ $new }</b>
notice-place-unknown = not given
notice-cancelled = <b>The event has been cancelled</b>
notice-cancelled-reason = Reason: { $reason }
notice-seat = <b>A seat came free: you are signed up!</b>
notice-queue-blocked =
    <b>The queue is stuck</b>
    { $event }
    { $party ->
        [one] { $party } person is at its head
       *[other] A party of { $party } is at its head
    }, and { $free ->
        [one] only { $free } seat is free
       *[other] only { $free } seats are free
    }. Everybody else waits behind. You can add seats or seat somebody out of turn.
notice-reminder = <b>{ $days ->
        [0] Today at { $hour }
        [1] Tomorrow at { $hour }
        [one] In { $days } day, at { $hour }
       *[other] In { $days } days, at { $hour }
    }</b>
notice-button-card = Card
notice-button-queue = Queue
notice-button-seats = Add seats
notice-reminder-days = <b>It opens soon</b>
notice-claim = Others wait for a seat: if you are not here { $minutes } min before the start, yours may be given away. If you cannot come, please say so.
