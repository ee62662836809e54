# My organisation
mine-list = <b>Whom you represent</b>
mine-partner = <b>{ $partner }</b>
mine-primary = You are the primary representative.
mine-deputy = You are a deputy of the primary representative.
mine-others = { $number ->
        [0] Nobody else represents it here.
        [one] { $number } more person represents it.
       *[other] { $number } more people represent it.
    }
mine-parts = { $number ->
        [0] Nobody asks about the organisation’s part.
        [one] The organisation is asked about its part in { $number } event.
       *[other] The organisation is asked about its part in { $number } events.
    }
mine-events = { $number ->
        [0] You have answered every invitation.
        [one] You have not answered { $number } invitation.
       *[other] You have not answered { $number } invitations.
    }
mine-leave-ask =
    <b>You no longer represent { $partner }?</b>
    You can have a link for whoever follows you at once. If there is a deputy, they become the primary.
    Your answers to invitations stay your own, and the organisation’s parts stay as they are.
mine-left = <b>You no longer represent { $partner }.</b> Thank you! The library will be told.
mine-left-kept = { $number ->
        [one] { $number } answer of yours to an invitation is your own now: change it in /my.
       *[other] { $number } answers of yours to invitations are your own now: change them in /my.
    }
mine-told-left = <b>A representative of { $partner } has left.</b>
mine-told-others = { $number ->
        [one] { $number } representative is left.
       *[other] { $number } representatives are left.
    }
mine-told-nobody = There is nobody to write to now: please invite somebody else.
mine-told-primary = <b>You are the primary representative of { $partner } now.</b> The former one has left.
mine-button-part = Part: { $title }
mine-button-invite = Invite a deputy
mine-button-leave = I no longer represent it
mine-button-hand-over = Leave and pass on a link
mine-button-just-leave = Just leave
mine-button-stay = ‹ I stay
