# At the door
door-title = <b>At the door</b>
door-numbers = Came: <b>{ $people }</b> (signed up { $claimed } of { $expected }, without a sign-up { $others })
door-nobody = Nobody has signed up.
door-group = { $name } – { $people }
door-line = { $number }. { $who }{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    }
door-line-came = ✓ { $number }. { $who }{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    }
door-ask-group = Which group, and how many? For example: form 6B, 24 people. No names of children.
door-code = <b>Your code for the door.</b> Show it to the library's staff.
door-show-code = This is your code: show it to the staff at the door.
door-not-yours = This is a code for the door of an event. The library's staff reads it.
door-other-event = <b>This code is for another event:</b> { $event }, { $when }. Nobody is noted for it now.
door-scanned = { $people ->
        [one] <b>Noted: { $people } person.</b>
       *[other] <b>Noted: { $people } people.</b>
    }
door-offer = <b>There are seats!</b> Somebody signed up and has not come yet. If you can be here by { $hour }, take one: whoever presses first has it.
door-soon = <b>{ $number ->
        [one] { $number } person waits for a seat, and nobody has been checked in.
       *[other] { $number } people wait for a seat, and nobody has been checked in.
    }</b> At { $hour } I will offer them the seats of those who are not. Check people in: their seats stay theirs.
door-toast-came = Came: { $people }
door-toast-back = Taken back
door-toast-taken = The seat is yours. Please come before the start.
door-button-walk-in = Without sign-up +1
door-button-group = + Group
door-button-drop = Drop a group
door-button-unsigned = Note without a sign-up
door-button-take = I can be there, take a seat
door-button-back = ‹ At the door
door-nameless = Guest
