# People, queue, seats
seating-guests = <b>Signed up</b>
    { $parties ->
        [0] Nobody has signed up yet.
        [one] { $parties } answer “Going”; people with guests: { $people }
       *[other] { $parties } answers “Going”; people with guests: { $people }
    }
seating-queue = <b>Queue</b>
    { $number ->
        [0] Nobody is waiting.
       *[other] In order. You can seat anybody out of turn, with a reason.
    }
seating-refusals = <b>Can’t come: { $number }</b>
seating-line = { $number }. { $name }{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    }
seating-line-partner = { $partner }
seating-line-reason = “{ $reason }”
seating-nameless = Somebody without a name
seating-ask-why = Why out of turn? Choose or write.
seating-why-speaker = Is a speaker
seating-why-partner = Acts for a partner
seating-why-agreed = Agreed in person
seating-capacity = <b>How many seats?</b> Choose, or write a number from 1 to 1000.
seating-taken = Taken: { $people }
seating-toast-seated = Seated; they will be told
seating-toast-capacity = The number of seats has changed
seating-button-queue = Queue ({ $number })
seating-button-refusals = Can’t ({ $number })
seating-button-seat = Seat number { $place } ({ $party ->
        [one] { $party } seat
       *[other] { $party } seats
    })
seating-button-step = +{ $step }
seating-button-no-limit = No limit
seating-button-names = Names and reasons
seating-why-door = a seat at the door
