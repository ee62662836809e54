# Coming events
events-list = <b>Coming events</b>
    { $total ->
        [one] { $total } event. Press to open it.
       *[other] { $total } events. Press one to open it.
    }
events-none = No events have been announced yet. Come back later.
events-button = { $when } { $title }
events-button-menu = ‹ Menu
