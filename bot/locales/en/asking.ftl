# Who asks to represent an organisation
asking-ask-organisation = Which organisation do you represent?
asking-label-organisation = Organisation
asking-hint-organisation = Type a part of its name or choose. If it is not in the list, type the whole name.
asking-option-other = Not in the list
asking-ask-position = What is your position there?
asking-label-position = Position
asking-hint-position = As on a business card: “deputy head”. It may be left out.
asking-preview = <b>Your request to the library</b>
asking-new = It is not in the list: it will be entered once the request is approved.
asking-button-send = Send
asking-draft = A request to represent an organisation
asking-sent =
    <b>Sent.</b> You ask to represent { $organisation }
    The library’s staff will look into it, and I will tell you.
asking-list = <b>Requests to represent an organisation</b>
    { $number ->
        [0] All are dealt with.
        [one] { $number } request is waiting.
       *[other] { $number } requests are waiting.
    }
asking-request = <b>Somebody asks to represent { $organisation }</b>
asking-request-position = Position: { $position }
asking-request-name = Name: { $name }
asking-request-new = It is not in the list of partners: approve, and it will be entered.
asking-request-similar = There are similar ones in the list: choose if it is one of them.
asking-approved = Approved.
asking-declined = Declined.
asking-toast-approved = Approved; the person will be told
asking-toast-declined = Declined; the person will be told
asking-answer-yes = <b>Approved.</b> You represent { $partner } now
asking-answer-no = <b>The library did not confirm that you represent { $organisation }</b>
asking-answer-contact = If this is a mistake, get in touch with the library: { $contact }
asking-button-approve = Approve
asking-button-approve-new = Enter a new one
asking-button-meant = It is { $partner }
asking-button-decline = Decline
asking-button-list = All requests
asking-button-waiting = Requests: { $number }
