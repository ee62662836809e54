# Consent: the texts are in bot/data/consents
consent-title = <b>First, your consent</b>

consent-refused =
    All right. Nothing about you has been kept.
    You can look at events without signing up.

consent-as-before = All right, everything stays as it was.
consent-toast = Thank you, your consent has been recorded
consent-toast-partner = You now act for { $partner }
consent-toast-staff = Done: you have a staff role. Begin with the buttons below

consent-button-adult = I am 18 or older
consent-button-naming = Others may see my name
consent-button-ticked = ☑ { $label }
consent-button-unticked = ☐ { $label }
consent-button-going = I agree and I’m going
consent-button-queue = I agree and join the queue
consent-button-give = I agree
consent-button-refuse = I don’t agree
consent-button-surveys = Surveys only
consent-for-partner = <b>You are invited to act for { $partner }</b>
consent-for-staff = <b>You are invited to work in the bot. Role: { $role }</b>
consent-for-representing = <b>Next I’ll ask which organisation you act for.</b>
consent-full = For now I can only put you into the queue. I’ll tell you when a seat comes free.
