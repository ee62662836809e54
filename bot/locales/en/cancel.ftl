# Cancelling an event
cancel-ask = <b>Why do you cancel it?</b> Choose or write: everybody concerned will see the reason.
cancel-reason-speaker = The speaker is ill
cancel-reason-hall = The hall is not available
cancel-reason-few = Too few people
cancel-reason-later = It will take place later; we will announce the date
cancel-preview = <b>Cancel it? This can’t be undone.</b>
cancel-preview-reason = Reason: { $reason }
cancel-preview-told = { $number ->
        [0] There is nobody to tell.
        [one] { $number } person will be told.
       *[other] { $number } people will be told.
    }
cancel-done = Cancelled
cancel-button-yes = Yes, cancel the event
cancel-button-no = Don’t cancel
