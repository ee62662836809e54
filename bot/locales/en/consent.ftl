# Consent to the processing of personal data. A new wording is a new message (consent-events-2); the old one stays.
consent-title = <b>First, your consent</b>

consent-events-1 =
    <b>Who answers for the data:</b> { $operator }, { $address }. Questions: { $contact }.
    <b>What for:</b> to invite you to events, sign you up and remind you.
    <b>What is kept:</b> the name and number of your messenger account, your language, your answers to invitations, the number of guests, and why you can’t come if you say so; your organisation if you act for one.
    <b>What is done with it:</b> it is recorded, kept, corrected, shown to the library’s staff and deleted. Nobody else gets it.
    <b>How long:</b> until you withdraw your consent.
    <b>How to withdraw:</b> the command /privacy deletes everything at once; or write to the address above.

consent-naming-1 = <b>Optional, and separate:</b> your name may be shown to others who come to the same events. Otherwise you are only counted. You can change your mind at any time: /privacy.

consent-refused =
    All right. Nothing about you has been kept.
    You can look at events without signing up.

consent-toast = Thank you, your consent has been recorded
consent-toast-partner = You now act for { $partner }
consent-toast-staff = Done: you have a staff role. See /help for what you can do

consent-button-adult = I am 18 or older
consent-button-naming = Others may see my name
consent-button-ticked = ☑ { $label }
consent-button-unticked = ☐ { $label }
consent-button-going = I agree and I’m going
consent-button-give = I agree
consent-button-refuse = I don’t agree
