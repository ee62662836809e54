# Libraries and halls
branch-list = <b>Libraries</b>
    { $number ->
        [0] The list is empty.
       *[other] Choose one to see or correct it.
    }
branch-screen = <b>{ $name }</b>
    In short: { $short }
    Address: { $address }
branch-halls = Halls: { $halls }
branch-aliases = Also called: { $aliases }
branch-ask-name = Write the full name of the library.
branch-ask-short-name = Write a short name for the buttons.
branch-ask-address = Write the address: street, number, city.
branch-ask-aliases = Write what else it is called, with commas: “Herzen, the Herzen library”.
branch-ask-hall = Write the name of the new hall.
branch-drop-ask = Remove the hall “{ $hall }”? Its events stay, without a hall.
branch-button-name = Name
branch-button-short-name = Short name
branch-button-address = Address
branch-button-aliases = Other names
branch-button-hall = + Hall
branch-button-drop = Remove: { $hall }
branch-button-drop-yes = Yes, remove it
branch-button-leave = Leave as it is
branch-button-add = + Library
branch-button-back = ‹ Libraries
branch-hours = Open: { $hours }
branch-sanitary = Sanitary day: { $weekday }, { $nth ->
        [-1] the last of the month
       *[other] no. { $nth } of the month
    }
branch-ask-hours = Type the opening hours: “Mon–Fri 10–19; Sat 9–17”; “no” if they are not known.
branch-ask-sanitary = Type the sanitary day: “last Wednesday”; “no” if there is none.
branch-button-hours = Opening hours
branch-button-sanitary = Sanitary day
