# Invitations and links
invite-link = Sign up: { $link }
invite-partners = <b>Partners of the event</b>
    The button “Link” gives a personal link for their representative: pass it on as you like.
invite-no-partners = The event has no partners yet. Add them under “Change”.
invite-line = { $partner }: { $state }
invite-part = { $role }: { $state }
invite-going = coming
invite-queued = in the queue
invite-maybe = may come
invite-declined = not coming
invite-silent = invited, no answer yet
invite-asked = has a representative
invite-nobody = nobody here yet
invite-toast-link = The link is below
invite-partner-link =
    An invitation for { $partner }
    { $event }
    { $link }
    The link is personal: it works for one person, until { $until }.
invite-groups = <b>Announce</b>
    { $number ->
        [0] I have no channels and groups yet.
       *[other] Choose a channel or group: you will see first what will stand there. After a move or a cancellation the post is updated.
    }
    Into any other chat: type @{ $bot } there and a word of the title.
invite-button-partner = Link: { $partner }
invite-button-add-group = Add to a group
