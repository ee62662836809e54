# Representatives of organisations
rep-list = <b>{ $name }</b>: representatives ({ $number })
rep-list-none = <b>{ $name }</b>: nobody represents it yet.
rep-screen =
    <b>{ $name }</b>
    { $partner }
rep-is-primary = The primary representative
rep-nameless = no name given
rep-numbered = representative no. { $number }
rep-not-in = Not in the bot yet: cannot be written to here.
rep-unreachable = Has stopped the bot: cannot be written to here.
rep-preview = <b>Is everything right?</b>
rep-added = ✓ The representative is added.
rep-changed = ✓ The changes are saved.
rep-draft = Representative: { $name }
rep-draft-nameless = A new representative
rep-remove-ask = Take { $name } off the representatives? If this is the primary, whoever has been there longest follows.
rep-toast-primary = The primary representative now
rep-toast-removed = No longer represents the organisation
rep-removed = The representative is removed. This can be undone for 10 minutes, then the bot forgets them.
rep-toast-returned = Acts for the organisation again

rep-ask-name = What is the representative’s name?
rep-hint-name = The position may follow: “Петрова А.И. – заместитель директора”. An unusual name goes by its parts: Surname / First name / Patronymic.
rep-ask-position = Which position?
rep-hint-position = As in papers, commas are fine.
rep-ask-phone = Which telephone?
rep-ask-email = Which e-mail?
rep-ask-rank = Which clergy rank?
rep-ask-salutation = How to address them in letters, if not by first name and patronymic?
rep-ask-primary = Is this the primary representative?
rep-label-name = Name
rep-label-position = Position
rep-label-phone = Telephone
rep-label-email = E-mail
rep-label-rank = Clergy rank
rep-label-salutation = Form of address
rep-label-primary = Primary
rep-label-account = In the bot

rep-button-add = + Representative
rep-button-back = ‹ Representatives
rep-button-remove = Remove
rep-button-remove-yes = Yes, remove
rep-button-primary = Make primary
