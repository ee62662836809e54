# The register of partners
partner-list = <b>Partners: { $number }</b>
partner-list-hint = Type a part of a name and I will find it.
partner-none-yet =
    <b>Partners</b>
    The list is empty so far. Add the first organisation.
partner-none-such = <b>There are no such partners</b>
partner-chosen = Chosen: { $what }
partner-chosen-unreachable = nobody to write to
partner-chosen-archived = archive
partner-silence =
    { $months ->
        [6] silent for half a year
        [12] silent for a year
       *[other] silent for { $months } months
    }
partner-name-archived = { $name } (in the archive)
partner-name-silent = { $name } – since { $day }
partner-found =
    { $number ->
        [one] “{ $text }” finds { $number } organisation:
       *[other] “{ $text }” finds { $number } organisations:
    }
partner-found-more = And { $number } more. Type more of the name.
partner-not-found =
    “{ $text }” finds nothing.
    Type it otherwise, or add the organisation.
partner-option = { $name }: { $number }
partner-ask-by-sector = <b>Which sector?</b>
partner-ask-by-branch = <b>Which library do they work with?</b>
partner-ask-by-grade = <b>What cooperation?</b>
partner-ask-by-silence =
    <b>Silent for how long?</b>
    No event, no answer and no message.
partner-nothing-to-choose = There is nothing to choose from yet.

partner-name = <b>{ $name }</b>
partner-what = { $what }
partner-archived-note = <i>In the archive: not in lists or letters, its history is kept.</i>
partner-agreements = <b>Agreements</b>
partner-reps-none = Nobody represents it yet.
partner-reps = <b>Representatives: { $number }</b>
partner-position = – { $position }
partner-rep = { $name }
partner-rep-primary = <b>{ $name }</b>
partner-behind-name = – { $text }
partner-more = …and { $number } more
partner-together =
    { $events ->
        [0] No events together so far.
        [one] Together: { $events } event; signed up and came: { $came }.
       *[other] Together: { $events } events; signed up and came: { $came }.
    }
partner-last-event = The last: { $event }
partner-next-event = The next: { $event }
partner-event = { $day }, “{ $title }”
partner-answers = Answers to invitations: { $number }
partner-contact = Last contact: { $day }
partner-extension = ext.

partner-preview = <b>A new partner. Is everything right?</b>
partner-preview-change = <b>The card as it will be. Is everything right?</b>
partner-added = ✓ The organisation is in the register.
partner-changed = ✓ The changes are saved.
partner-alike = It seems to be in the register already: “{ $name }”.
partner-alike-archived = It seems to be there already, in the archive: “{ $name }”.
partner-draft = Partner: { $name }
partner-draft-nameless = A new partner
partner-draft-waits = You have begun one and not finished it. Go on?
partner-archive-ask =
    Put “{ $name }” into the archive?
    It will be in no list and get no letters. Its history stays, and you can bring it back at any time.
partner-toast-archived = The organisation is in the archive
partner-toast-restored = The organisation is in the register again

partner-ask-name = What is the organisation called?
partner-hint-name = In full, as in papers: “МБУ «ДК пос. Сахарово»”.
partner-ask-sector = Which sector?
partner-ask-kind = What kind of organisation is it?
partner-ask-short = What is it called for short? This stands on buttons.
partner-ask-form = Which legal form?
partner-ask-address = What is the address?
partner-ask-site = What is the website?
partner-ask-phone = What is the organisation’s telephone?
partner-ask-email = What is the organisation’s e-mail?
partner-ask-grade = What cooperation is it?
partner-ask-branches = Which libraries do they work with?
partner-ask-aliases = What else is it called?
partner-hint-aliases = Each name on a line of its own.
partner-ask-notes = What else should be remembered?
partner-label-name = Name
partner-label-sector = Sector
partner-label-kind = Kind
partner-label-short = Short name
partner-label-form = Legal form
partner-label-address = Address
partner-label-site = Website
partner-label-phone = Telephone
partner-label-email = E-mail
partner-label-grade = Cooperation
partner-label-branches = Libraries
partner-label-aliases = Other names
partner-label-notes = Notes
partner-option-other-kind = Another
partner-option-other-form = Another
partner-option-yes = Yes
partner-option-no = No

partner-button-sector = Sector
partner-button-branch = Library
partner-button-grade = Cooperation
partner-button-silent = Silent
partner-button-unreachable = Nobody to write to: { $number }
partner-button-archived = Archive: { $number }
partner-button-ending = Agreements ending: { $number }
partner-button-reset = Show all
partner-button-any = Any
partner-button-all = ‹ All partners
partner-button-add = + Partner
partner-button-menu = ‹ Menu
partner-button-back = ‹ Partners
partner-button-card = ‹ Card
partner-button-change = Change
partner-button-reps = Representatives
partner-button-agreements = Agreements
partner-button-archive = To the archive
partner-button-archive-yes = Yes, to the archive
partner-button-restore = Bring back
partner-button-undo = Undo
partner-button-leave = Leave as it is
partner-button-site = Website
partner-button-page = Representatives: open the page
partner-button-save = Save
partner-button-afresh = Start afresh

partner-sector-education = Education
partner-sector-healthcare = Healthcare
partner-sector-culture = Culture
partner-sector-media = Media
partner-sector-religious = Religion
partner-sector-ngo = NGO
partner-sector-social_rehab = Social care
partner-sector-government = Government
partner-sector-business = Business
partner-sector-other = Other

partner-grade-permanent = permanent
partner-grade-periodic = from time to time
partner-grade-one_off = one-off

partner-kind-kindergarten = kindergarten
partner-kind-music_school = music school
partner-kind-art_school = school of arts
partner-kind-creative_centre = children’s creative centre
partner-kind-education_centre = centre for teachers
partner-kind-school = school
partner-kind-college = college
partner-kind-university = university
partner-kind-prevention_centre = prevention centre
partner-kind-dispensary = specialist clinic
partner-kind-polyclinic = outpatient clinic
partner-kind-hospital = hospital
partner-kind-rehab_centre = rehabilitation centre
partner-kind-elderly_unit = unit for the elderly
partner-kind-children_help = help for children
partner-kind-social_centre = social centre
partner-kind-culture_house = house of culture
partner-kind-museum = museum
partner-kind-theatre = theatre
partner-kind-archive = archive
partner-kind-library = library
partner-kind-radio = radio
partner-kind-television = television
partner-kind-newspaper = newspaper, magazine
partner-kind-online_media = online media
partner-kind-sunday_school = Sunday school
partner-kind-diocese_unit = unit of the diocese
partner-kind-parish = parish
partner-kind-religious_society = religious society
partner-kind-veterans = veterans’ council
partner-kind-disabled = society of disabled people
partner-kind-local_history = local history club
partner-kind-fund = fund
partner-kind-volunteers = volunteers
partner-kind-association = association
partner-kind-administration = administration
partner-kind-council = council
partner-kind-department = department
partner-kind-youth_centre = youth centre
partner-kind-tax = tax office
partner-kind-police = police, rescue
partner-kind-publisher = publisher
partner-kind-bookshop = bookshop
partner-kind-printer = printing house
partner-kind-company = company
partner-button-write = Write to them
