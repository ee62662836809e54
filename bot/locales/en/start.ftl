# The beginning, and links
start-link-unknown = <b>There is nothing behind this link.</b> Perhaps it was not copied whole.
start-cancelled = Nothing is open. You can go on.
start-note = <b>{ $text }</b>
start-instead =
    A colleague can’t come and suggests that you go instead.
    { $event }
    { $when }
    No seat is kept: press, and you are signed up, or queue if it is full.
start-button-instead = I’m going
