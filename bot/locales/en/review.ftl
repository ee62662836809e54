# Review before announcing
review-asked = <b>Please review this event.</b> Guests will see it like this.
review-returned = <b>Your event has come back.</b>
review-remark = <b>Remark.</b> { $remark }
review-approved = <b>Your event has been reviewed and announced.</b>
review-ask-remark = What is to be mended? One message, it goes to the author.
review-button-fix = Mend
