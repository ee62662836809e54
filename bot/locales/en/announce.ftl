# Announcing: channels, groups, other networks, PRO.Культура.РФ
announce-connect =
    <b>Connect a channel or group</b>
    1. Add @{ $bot } to the channel as an administrator who may post; to a group as a member.
    2. Send its name here – @channel – or forward any post from there.
    Whoever connects a channel must run it.
announce-choose = For which network? All that is left is to copy the text.
announce-text = <b>{ $network }</b> · { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }
announce-poster = Attach the poster yourself: it is on the card.
announce-goal = Goal: { $text }
announce-summary = { $text }
announce-agenda = On the programme:
announce-agenda-item = { $number }. { $text }
announce-entry-free = Free entry.
announce-sign-up = Sign up: { $link }
announce-sheet = <b>PRO.Культура.РФ: its fields in order</b>
    Press a value to copy it.
announce-sheet-rest = Fill in tags, accessibility and the picture yourself. Compare the category with the list on the site.
announce-listed = <b>On PRO.Культура.РФ:</b> { $link }
announce-ask-listing = Send the address of the event's page on PRO.Культура.РФ: I will keep it here.
announce-not-posted = <b>Could not be sent: { $title }</b>
    I was removed there or may not write. I have taken the chat off the list: let me in again with the right to post, and send it once more.
announce-not-taken = <b>Could not be sent: { $title }</b>
    The messenger did not take the announcement. Try once more later.
announce-topic-closed = <b>Could not be posted: { $title }</b>
    The general topic of that chat is closed. Open it or make me an administrator, and post again.
announce-not-known = <b>It is not known whether the announcement was sent: { $title }</b>
    The connection broke off midway. Look whether it is there; if not, send it once more.
announce-pictured = <b>The old poster still stands: { $title }</b>
    A picture can’t be taken out of a post, and I can’t delete this one: it is older than two days, or I have no right to. Delete it yourself and send the announcement once more.
announce-value = <code>{ $text }</code>
announce-field-name = Name
announce-field-description = Description
announce-field-category = Category
announce-field-age = Age
announce-field-price = Price
announce-field-pushkin = Pushkin card
announce-field-start = Start
announce-field-end = End
announce-field-organisation = Organisation
announce-field-place = Place
announce-field-hall = Hall
announce-field-address = Address
announce-field-link = Link
announce-category-meeting = Meetings
announce-category-exhibition = Exhibitions
announce-category-teaching = Teaching
announce-category-feast = Celebrations
announce-category-tour = Tours
announce-category-other = Other
announce-free = Free
announce-no = No
announce-toast-sending = Sending: the card will be there in a few seconds
announce-toast-preview = This is what it will look like
announce-button-channel = Connect a channel
announce-button-texts = Texts for networks
announce-button-send = Send: { $title }
announce-button-again = Send once more: { $title }
announce-button-vk = VK
announce-button-ok = Odnoklassniki
announce-button-max = MAX
announce-button-sheet = PRO.Культура.РФ
announce-button-to-sheet = ‹ PRO.Культура.РФ
announce-button-listed = Page on PRO.Культура.РФ
announce-button-listed-again = Another page on PRO.Культура.РФ
announce-button-back = ‹ Announcing
refusal-announce-posted = It has been sent. If it is wanted once more, open the preview anew.
refusal-announce-no-address = That is no address. Send it in full: https://…
