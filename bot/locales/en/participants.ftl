# The list of participants
participants-title = <b>Participants</b>{ $number ->
        [0] {""}
       *[other] {" "}· { $number }
    }
participants-none = Nobody yet. Representatives who answered “Going” come here, and those whom you tick.
participants-line = { $number }. { $text }
participants-hidden = No names in chat: the library has decided so.
participants-number = { $partner } – { $number }
participants-offices = { $partner } – { $number }: { $offices }
participants-mark = <b>Who comes?</b>
participants-nobody = The event’s partners have no representatives yet. Enter them in /partners.
participants-ask-group = <b>Which group comes?</b>
    Write it as in the list: staff of the city’s libraries; 12 pupils
participants-no-names = Without surnames, please.
participants-which = <b>Which group is to go?</b>
participants-toast-dropped = The group is off the list

participants-button-mark = Tick people
participants-button-group = Add a group
participants-button-drop = Remove a group
participants-button-back = ‹ The list

refusal-participants-rep-gone = This person no longer represents a partner of the event.
refusal-participants-group-gone = This group is no longer on the list.
refusal-participants-said = This person answered “Going”: only they can change it.
refusal-participants-names = The library takes no surnames in chat. Write the group without names.
