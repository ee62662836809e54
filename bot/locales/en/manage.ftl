# Managing an event
manage-title = <b>Manage</b>
manage-agreeing = <b>Managing.</b> Being agreed with partners, not announced yet.
manage-published = <b>Published.</b> { $invited ->
        [0] Now bring people to it.
       *[other] Representatives of the partners will be invited; “Invite” shows who has nobody here yet.
    }
manage-asked = <b>The partners are being asked.</b> { $number ->
        [one] So far only { $number } partner knows of the event.
       *[other] So far only { $number } partners know of the event.
    } Publish it from “Manage”.
manage-counts = Going: { $people }, maybe: { $maybe }, can’t: { $declined }
manage-counts-over = Signed up: { $people }, maybe: { $maybe }, could not: { $declined }
manage-lost = { $number ->
        [one] { $number } message did not arrive: see “Delivery”.
       *[other] { $number } messages did not arrive: see “Delivery”.
    }
manage-delivery = <b>What has been sent</b>
manage-nothing-sent = Nothing yet.
manage-delivered = { $what }: { $sent } delivered{ $waiting ->
        [0] {""}
       *[other] , { $waiting } waiting
    }{ $failed ->
        [0] {""}
       *[other] , { $failed } not delivered
    }{ $unknown ->
        [0] {""}
       *[other] , { $unknown } unknown
    }
manage-out-of-reach = { $number ->
        [one] { $number } person concerned has blocked the bot. Please tell them yourself.
       *[other] { $number } people concerned have blocked the bot. Please tell them yourself.
    }
manage-kind-invitation = Invitations
manage-kind-part = Questions about taking part
manage-kind-moved = New date
manage-kind-relocated = New place
manage-kind-cancelled = Cancellation
manage-kind-seat = A seat came free
manage-kind-week = Reminder a week before
manage-kind-day = Reminder the day before
manage-kind-hours = Reminder two hours before

manage-button-back = ‹ Manage
manage-button-card = ‹ The card
manage-button-publish = Publish
manage-button-partners = Partners
manage-button-change = Change
manage-button-move = Move
manage-button-cancel = Cancel
manage-button-invite = Invite
manage-button-link = Link and QR
manage-button-groups = Announce
manage-button-guests = Signed up
manage-button-participants = Participants
manage-button-seats = Seats
manage-button-delivery = Delivery
manage-button-write = Write to guests
manage-button-remind = Remind who has not answered
manage-review = <b>Managing.</b> Waits for review, not announced yet.
manage-returned = <b>Managing.</b> Returned to be mended: { $remark }
manage-held = <b>Managing.</b> The event is over, its results are not in yet.
manage-reported = <b>Managing.</b> The event is over, its results are in.
manage-handed-in = <b>Handed in for review.</b> You will hear from me.
manage-stars = Guests say: { $stars } of 5, { $number ->
        [one] { $number } answer
       *[other] { $number } answers
    }
manage-kind-thanks = Thanks to guests
manage-button-hand-in = Hand in for review
manage-button-return = Return with a remark
manage-button-results = Results
manage-button-report = Enter results
manage-button-feedback = Feedback
manage-button-not-held = Did not take place
manage-button-repeat = Repeat
manage-button-template = Template
manage-button-programme = Programme
manage-button-door = At the door
manage-no-shows = Signed up and did not come: { $number }
manage-button-dates = Dates
manage-button-papers = Papers
