# The programme of an event
programme-title = <b>Programme</b>
programme-none = No items yet.
programme-item = { $number }. { $text }
programme-about = <i>{ $about }</i>
programme-at = { $hour }
programme-takes = { $minutes } min
programme-chair = Chair: { $name }
programme-secretary = Secretary: { $name }
programme-somebody = a participant
programme-minutes = All items: { $minutes } min.
programme-over = <b>It does not fit:</b> all items take { $minutes } min, { $over } min longer than the event.
programme-item-title = <b>{ $text }</b>
programme-item-minutes = { $minutes ->
        [0] How many minutes? Choose:
       *[other] Minutes: { $minutes }
    }
programme-item-speaker = Speaks: { $name }
programme-ask-text = What is this item called?
programme-ask-new = What is the new item about?
programme-ask-speaker = Who speaks?
programme-ask-chair = Who is the chair?
programme-ask-secretary = Who is the secretary?
programme-type-name = Not in the list? Write it as it should be printed: E. Baranova, methodist
programme-type-office = Not in the list? Write position and organisation. The library shows no names in chat.
programme-toast-dropped = Item dropped
programme-button-add = + Item
programme-button-chair = Chair
programme-button-secretary = Secretary
programme-button-talks-off = Let guests offer talks
programme-button-talks-on = ✓ Guests may offer talks
programme-button-talks = Offered: { $number }
programme-button-questions = Questions at sign-up
programme-button-speaker = Who speaks
programme-button-reword = Reword
programme-button-drop = Drop
programme-button-nobody = Nobody
programme-button-back = ‹ Programme
