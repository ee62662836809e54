# My data
privacy-title = <b>What is kept about you</b>
privacy-kept =
    Name: { $name }
    Account: { $account }
    Answers to invitations: { $answers }
privacy-kept-elsewhere =
    Name and number of your account in the messenger.
    Answers to invitations: { $answers }
privacy-partners = You act for: { $names }
privacy-consents = <b>Your consents</b>
privacy-consent = { $what }: { $given }, version { $version }
privacy-consent-withdrawn = { $what }: { $given }, version { $version }; withdrawn { $withdrawn }
privacy-purpose-events = invitations and sign-up
privacy-purpose-naming = naming me
privacy-purpose-survey = surveys
privacy-signed = <b>What you have signed.</b> Choose a consent to read its text word for word.
privacy-text-unknown = This consent was given before texts were kept. The number of its version is below.
privacy-ask-name = You are down as { $name }. Write how it should be.
privacy-toast-withdrawn = The consent has been withdrawn
privacy-withdraw-ask = <b>Withdraw the consent: { $what }?</b>
privacy-withdraw-one = Nothing else changes. You can agree again right here.
privacy-withdraw-events = { $number ->
        [0] Invitations and reminders will stop, and earlier answers will be deleted.
        [one] Your place at { $number } event will go to others. Invitations and reminders will stop, and earlier answers will be deleted.
       *[other] Your places at { $number } events will go to others. Invitations and reminders will stop, and earlier answers will be deleted.
    } Your other consents stay.
privacy-withdraw-last = This is your last consent, so everything will be deleted: sign-ups, answers, roles. It cannot be brought back.
privacy-erase-ask =
    <b>Delete everything?</b>
    Your sign-ups will be cancelled, your places will go to others, and reminders will stop. It cannot be brought back.
privacy-erased =
    <b>Everything has been deleted.</b> Nothing about you is kept any more.
    If you need me, just write.
privacy-erased-number = Number of the act of destruction: { $number }. It holds no name, so keep the number if you may need the act.
privacy-button-texts = The texts of my consents
privacy-button-signed = { $day }: { $what }
privacy-button-file = Download
privacy-button-page = See, correct, download
privacy-button-name = Correct my name
privacy-button-consent = Allow: { $what }
privacy-button-withdraw = Withdraw: { $what }
privacy-button-withdraw-yes = Yes, withdraw
privacy-button-erase = Delete everything about me
privacy-button-erase-yes = Yes, delete everything
privacy-button-back = ‹ My data
