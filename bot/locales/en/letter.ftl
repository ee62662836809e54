# Letters to partners and guests
letter-from = – { $library }
    Don’t want such letters? Switch them off: /settings
letter-trial = <i>A trial: only you see it.</i>
letter-ask = <b>Write the letter</b> in one message, up to { $most } letters. I’ll show it as it will arrive before it goes.
letter-preview = <b>The letter will arrive as above.</b>
letter-dropped = The letter is deleted; nobody was sent anything.

letter-whom = To: { $whom }
letter-whom-all = all partners
letter-whom-partners = partners
letter-whom-found = { $number } chosen
letter-whom-guests = { $event } – { $states }
letter-whom-unanswered = partners that have not answered the invitation: { $event }
letter-without = Except: { $who }
letter-without-partners = { $number ->
        [one] { $number } organisation
       *[other] { $number } organisations
    }
letter-without-rested = those written to within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
letter-leaves = Leaves: { $when }
letter-reached = { $number ->
        [0] <b>There is nobody to send it to</b>
        [one] <b>{ $number } person</b> gets it
       *[other] <b>{ $number } people</b> get it
    }

letter-number-sent = Delivered: <b>{ $number }</b>
letter-number-waiting = Waiting to go: { $number }
letter-number-blocked = Have blocked the bot: { $number }
letter-number-failed = Refused by the messenger: { $number }
letter-number-unknown = Unknown whether it arrived: { $number }
letter-number-missed = Too late, not sent: { $number }
letter-number-superseded = Stopped or no longer needed: { $number }
letter-number-unwilling = Don’t want letters: { $number }
letter-number-rested = Written to lately: { $number }
letter-number-unconsented = Have withdrawn consent: { $number }
letter-number-unbound = Have not come to the bot yet: { $number }

letter-under-way = <b>The letter is on its way</b>
letter-done = <b>The letter has been delivered</b>
letter-toast-sent = Sent. I’ll sum up once it has all arrived
letter-toast-trial = The trial is below
letter-toast-stopped = { $number ->
        [0] Nothing to stop: all of it has gone
        [one] Stopped: { $number } letter won’t go
       *[other] Stopped: { $number } letters won’t go
    }

letter-leave-out = <b>Who is to get no letter?</b> Press to take a tick away or put it back.
letter-leave-sectors = <b>Which fields are to get no letter?</b>

letter-list = { $total ->
        [0] <b>Letters</b>
            Nothing has been sent yet. Guests and partners of an event are written to from “Manage”.
       *[other] <b>Letters</b>
    }
letter-line = { $day }, “{ $text }”
    delivered { $sent } of { $people }
letter-calls = <b>Whom to telephone</b>
    { $number ->
        [0] The letter got everywhere: nobody to telephone.
       *[other] The bot can’t hand the letter to these organisations.
    }
letter-callee = { $partner }
letter-callee-phone = { $partner } – { $phone }
letter-callee-person = { $name }, { $phone }

letter-state-going = going
letter-state-queued = waiting
letter-state-maybe = maybe
letter-state-declined = not coming

letter-button-write = Write to partners
letter-button-send = Send: { $number }
letter-button-trial = Send to me
letter-button-rewrite = Text
letter-button-whom = To whom
letter-button-drop = Cancel
letter-button-stop = Stop
letter-button-calls = Whom to telephone: { $number }
letter-button-text = Text
letter-button-list = ‹ Letters
letter-button-back = ‹ The letter
letter-button-whom-back = ‹ To whom
letter-button-sectors = Fields
letter-button-rest = Written to within { $days } days
letter-button-open = { $day }: { $text }
letter-button-event = The event’s card
letter-button-ready = Take the ready text
letter-ready =
    Hello! A reminder of our invitation: { $event }, { $when }.
    Please answer whether you can take part: the buttons are on the event’s card.
