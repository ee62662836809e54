# Talks that were offered
talk-ask = What would you speak of? One message, up to { $most } letters.
talk-standing = You offer now: { $topic }
talk-sent = <b>Your topic is on its way.</b> { $topic }
talk-list = <b>Talks that were offered</b>
talk-none = Nobody has offered one yet.
talk-line = { $number }. { $topic } – { $state }
talk-offered = Waits for an answer
talk-taken = The talk is in the programme
talk-declined = No talk this time
talk-notice = <b>A talk is offered.</b>
talk-topic = Topic: { $topic }
talk-toast-taken = Added to the programme
talk-toast-no = The author will hear that it is not this time
talk-button-take = Take
talk-button-leave = Leave
