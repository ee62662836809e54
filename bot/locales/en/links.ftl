# Personal links
links-partner =
    <b>Links: { $partner }</b>
    { $number ->
        [0] No link is open.
        [one] { $number } link is open, for one person.
       *[other] { $number } links are open, each for one person.
    }
links-staff =
    <b>Links for staff</b>
    { $number ->
        [0] No link is open. “Give a role” makes a new one.
        [one] { $number } link is open, for one person.
       *[other] { $number } links are open, each for one person.
    }
links-line = { $number }. { $whom }, until { $until }
links-anybody = for whoever it is passed to
links-made = Invitation to represent: { $partner }
links-made-for = For: { $whom }
links-made-how = The link is personal: it works for one person, until { $until }.
links-toast-revoked = The link has been revoked
links-used =
    <b>A representative has come in by your link</b>
    Organisation: { $partner }
links-used-by-colleague =
    <b>A new representative has come in</b>
    Organisation: { $partner }
    A representative of the organisation gave the link.
links-used-position = Position: { $position }
links-used-name = Name: { $name }
links-used-account = Account: { $name }
links-used-staff =
    <b>A colleague has come in by your link</b>
    Role: { $role }
links-used-wrong = If it is the wrong person, press “Not them”: they are out at once.
links-denied = <b>Taken back.</b> This person no longer represents { $partner }. They will be told.
links-denied-kept = { $number ->
        [one] { $number } answer of theirs to an invitation is their own now, with its seat. It can be freed under “Participants” of the event.
       *[other] { $number } answers of theirs to invitations are their own now, with their seats. They can be freed under “Participants” of the events.
    }
links-denied-undone = { $number ->
        [one] { $number } answer about the organisation’s part is undone: it is to be asked again.
       *[other] { $number } answers about the organisation’s parts are undone: it is to be asked again.
    }
links-denied-proposals = { $number ->
        [one] { $number } event that they had proposed is withdrawn.
       *[other] { $number } events that they had proposed are withdrawn.
    }
links-denied-taken = { $number ->
        [one] { $number } proposal of theirs is in work already: please check it.
       *[other] { $number } proposals of theirs are in work already: please check them.
    }
links-denied-surveys = { $number ->
        [one] { $number } survey was sent by them for the organisation: please check the answers.
       *[other] { $number } surveys were sent by them for the organisation: please check the answers.
    }
links-denied-closed = { $number ->
        [one] { $number } link that they had made for others is closed.
       *[other] { $number } links that they had made for others are closed.
    }
links-denied-let-in = { $number ->
        [one] { $number } person has come in by a link of theirs: please check who it is.
       *[other] { $number } people have come in by links of theirs: please check who they are.
    }
links-denied-staff = <b>Taken back.</b> The role is gone, and the person will be told.
links-denied-you =
    <b>You no longer represent { $partner }</b>
    The library says that the link was meant for somebody else.
    Your answers to invitations are still yours: see and change them in /my. If this is a mistake, ask the library for a new link.
links-denied-you-staff =
    <b>The role is gone: { $role }</b>
    The library says that the link was meant for somebody else. If this is a mistake, ask for a new one.
links-button-revoke = Revoke { $number }
links-button-for = Link: { $whom }
links-button-new = New link
links-button-wrong = Not them
links-button-list = Links for representatives
