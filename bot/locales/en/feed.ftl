# A calendar by its address
feed-own = <b>Your events in your calendar</b>
feed-branch = <b>Calendar: { $branch }</b>
feed-about =
    The calendar on your phone or computer fetches the events from an address, and notices when one is moved or cancelled.
    The address is a secret: whoever knows it sees these events. A new address ends the one before.
feed-none = There is no address yet.
feed-given =
    The address was given on { $day }.
    It cannot be shown again, but you can get a new one.
feed-address =
    <code>{ $address }</code>

    Copy the address: it is shown nowhere else.
    iPhone: Calendar → Calendars → Add Calendar → Add Subscription Calendar.
    Google: on a computer, Other calendars → From URL.
    Outlook: Add calendar → Subscribe from web.
feed-nowhere =
    The bot has no address to subscribe to.
    Each event can be added by itself: its card has a button “Calendar”, which sends an .ics file. After a move or a cancellation take the file again: the event will not appear twice.
feed-branches =
    <b>Calendars of branches</b>
    A branch’s calendar holds all that it has announced.
feed-name-own = { $library }: my events
feed-cancelled = Cancelled: { $title }
feed-more = To have events come into your calendar by themselves:
feed-toast-given = The address is below
feed-toast-revoked = The address no longer works
feed-button-get = Get an address
feed-button-new = New address
feed-button-revoke = Revoke
feed-button-branches = Calendars of branches
feed-button-own = ‹ My calendar
feed-button-back = ‹ Branches
feed-button-settings = ‹ Settings
feed-button-open = Subscribe to the calendar
