# My answers
my-list = <b>Your events</b>
my-none = You are not signed up for anything yet.
my-line = <b>{ $title }</b>
    { $when }
    { $state }
my-none-but = You have not signed up for anything yet.
my-button-parts = Confirm taking part: { $number }
my-button-proposals = Proposals
my-unanswered = You have not answered yet
my-going = { $guests ->
        [0] You are going
        [one] You are going with { $guests } guest
       *[other] You are going with { $guests } guests
    }
my-queued = You are number { $place } in the queue{ $guests ->
        [0] {""}
        [one] {" "}with { $guests } guest
       *[other] {" "}with { $guests } guests
    }
my-maybe = You may come
my-declined = You are not coming
my-cancelled = Cancelled
