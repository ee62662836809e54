# Several dates under one announcement
series-title = <b>Dates: { $number }</b>
series-hint = Add more: once a week at the same hour with a button, or write for example: 4, 11 and 18 May
series-preview = { $number ->
        [one] <b>Add { $number } date?</b>
       *[other] <b>Add { $number } dates?</b>
    }
series-line-doubt = { $when } – <b>{ $doubts }</b>
series-more = { $number ->
        [one] … and { $number } date more
       *[other] … and { $number } dates more
    }
series-doubt-holiday = a holiday
series-doubt-sanitary = sanitary day
series-doubt-closed = the library is closed
series-doubt-hall = the hall is taken
series-dates = <b>Coming dates: { $number }</b>
series-date = { $state }{ $when } · { $seats }
series-going = ✓{" "}
series-queued = (in the queue){" "}
series-maybe = (maybe){" "}
series-seats = seats: { $free }
series-people = coming: { $people }
series-cancelled = cancelled
series-toast-added = The dates are announced
series-toast-all = Seats: { $seated }, in the queue: { $queued }
series-button-add = { $number ->
        [one] Add { $number } date
       *[other] Add { $number } dates
    }
series-button-back = ‹ Dates
series-button-all = Sign up for all: { $number }
series-button-weeks = { $number ->
        [one] { $number } week more
       *[other] { $number } weeks more
    }
