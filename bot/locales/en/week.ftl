# The week ahead
week-title = <b>The week ahead</b>
week-events = <b>Your events</b>
week-event = { $when } – { $title }, { $standing }
week-going-on = until { $until } – { $title }, { $standing }
week-going = you are going
week-maybe = maybe
week-queued = you are in the queue
week-yours = you are in charge
week-takes-part = your organisation takes part
week-rest = { $number ->
        [one] and { $number } more event
       *[other] and { $number } more events
    }
week-invitations = { $number ->
        [one] You have been invited to { $number } event and have not answered yet.
       *[other] You have been invited to { $number } events and have not answered yet.
    }
week-parts = { $number ->
        [one] Your part in { $number } event is yet to be agreed.
       *[other] Your part in { $number } events is yet to be agreed.
    }
week-survey = The questionnaire “{ $title }” is open until { $until }.{ $more ->
        [0] {""}
        [one] {" "}And { $more } more questionnaire.
       *[other] {" "}And { $more } more questionnaires.
    }
week-button-survey = Fill in the questionnaire
