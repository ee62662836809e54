# My data
privacy-title = <b>What is kept about you</b>
privacy-kept =
    Name: { $name }
    Account: { $account }
    Answers to invitations: { $answers }
privacy-partners = You act for { $names }
privacy-consents = <b>Your consents</b>
privacy-consent = { $what }: { $given }, text { $version }
privacy-consent-withdrawn = { $what }: { $given }, text { $version }; withdrawn { $withdrawn }
privacy-purpose-events = Invitations, sign-up, reminders
privacy-purpose-naming = Name shown to others
privacy-purpose-survey = Surveys
privacy-ask-name = You are listed as { $name }. Write what it should be.
privacy-toast-done = Done
privacy-erase-ask =
    <b>Delete everything?</b>
    You will be signed off, your seats go to others, and no reminders will come. This can’t be undone.
privacy-erased =
    <b>Everything has been deleted.</b> Nothing about you is kept any more.
    If you need me, just write.
privacy-button-text = Text of the consent
privacy-button-file = Download
privacy-button-name = Correct my name
privacy-button-name-me = Let others see my name
privacy-button-unname-me = Stop showing my name
privacy-button-erase = Withdraw and delete everything
privacy-button-erase-yes = Yes, delete everything
privacy-button-back = ‹ My data
