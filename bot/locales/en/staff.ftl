# Staff
staff-title = <b>Staff</b>
staff-line = { $name }: { $roles }
staff-branches-only = Roles are given by an administrator or the director. You can see the list of libraries.
staff-ask-role = <b>Which role?</b>
staff-ask-branch = <b>Role: { $role }.</b> Where does it hold?
staff-link =
    You are invited to work with this bot. Role: { $role }
    { $link }
    The link works for one person, until { $until }.
staff-take-ask = Take the role “{ $role }” from { $name }?
staff-toast-taken = The role has been taken away
staff-button-give = Give a role
staff-button-take = Take: { $role }
staff-button-take-yes = Yes, take it
staff-button-everywhere = Every library
staff-button-branches = Libraries
staff-button-back = ‹ Staff
staff-button-names = Names
staff-button-trail = Who changed what
staff-button-links = Links
