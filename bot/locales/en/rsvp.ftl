# Answers to an invitation
rsvp-toast-going = You are signed up: { $when }
rsvp-toast-guests = { $guests ->
        [0] You are coming without guests
        [one] You are bringing { $guests } guest
       *[other] You are bringing { $guests } guests
    }
rsvp-toast-queued = { $why } You are number { $place } in the queue
rsvp-toast-maybe = Noted: you may come. No seat is kept for you
rsvp-toast-freed = Noted: you are not coming. Your seat is free again
rsvp-toast-declined = Noted: you are not coming
rsvp-toast-already-going = You are signed up already
rsvp-toast-already-queued = You are in the queue already, number { $place }
rsvp-toast-already-maybe = Noted already: you may come
rsvp-toast-already-declined = Noted already: you are not coming
rsvp-toast-colleague = The link is below: pass it on

rsvp-ask-why = Write in one message why you can’t come. Only the library’s staff will see it.
rsvp-why-kept = Thank you, the library will see your reason.
rsvp-colleague =
    I can’t come. Would you like to go instead?
    { $event }
    { $when }
    Sign up: { $link }
    No seat is kept: first come, first served.
rsvp-button-skip = Rather not say
