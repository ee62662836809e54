# Surveys as those see them who run them.
author-questionnaires = <b>Questionnaires</b>
author-no-questionnaires = No questionnaires yet.
author-send-workbook = Send your own as an .xlsx file. The easiest way: take the “.xlsx file” of one that is here, and change it in Excel.
author-button-shipped = Sample: “Our partners”
author-button-surveys = ‹ Surveys
author-button-questionnaires = ‹ Questionnaires
author-button-back = ‹ Questionnaire
author-button-try = Try it yourself
author-button-all = All questions
author-button-workbook = .xlsx file
author-taken = Questionnaire taken: “{ $title }”, { $number ->
        [one] { $number } question
       *[other] { $number } questions
    }.
author-open = Questionnaire “{ $title }”, { $number ->
        [one] { $number } question
       *[other] { $number } questions
    }.
author-pictures-bad = Can't be shown: { $names }. The picture is damaged, too large (more than 10,000 pixels in width and height together) or too long (one side 20 times the other).
author-pictures = { $number ->
        [one] A picture is missing: { $names }. Send it here as a file, or as a photo with its name below, or all at once in a ZIP.
       *[other] Pictures are missing: { $names }. Send them here as files, or as photos with their names below, or all at once in a ZIP.
    }
author-options = – { $options }
author-faults = This can’t be asked yet. { $number ->
        [one] { $number } thing to put right:
       *[other] { $number } things to put right:
    }
author-faults-more = The rest is in the file below.
author-faults-file = What to mend in the questionnaire
author-trial-draft = Trial of a questionnaire
author-trial-preview = This is a trial. { $number ->
        [one] An organisation would send { $number } answer:
       *[other] An organisation would send { $number } answers:
    }
author-trial-over = The trial is over, nothing was kept. { $number ->
        [one] An organisation would have sent { $number } answer:
       *[other] An organisation would have sent { $number } answers:
    }
author-button-end-trial = End the trial
author-button-begin = Start a survey
author-draft = Survey: { $title }
author-draft-closing = Another closing time
author-ask-title = What is the survey called?
author-label-title = Survey
author-ask-wave = Which year is it for?
author-label-wave = Year
author-ask-whom = Whom to ask?
author-label-whom = Whom
author-option-all = all partners
author-option-sector = by sector
author-option-branch = by library
author-option-grade = by cooperation
author-ask-sectors = Which sectors?
author-label-sectors = Sectors
author-ask-branch = Partners of which library?
author-label-branch = Library
author-ask-grade = Which cooperation?
author-label-grade = Cooperation
author-ask-without = Who is not to be asked?
author-label-without = Except
author-hint-without = Choose organisations, or type a name
author-ask-without-sectors = Which sectors are not to be asked?
author-label-without-sectors = Except sectors
author-ask-closing = Until which day and hour are answers taken?
author-label-closing = Answers until
author-hint-closing = Choose a day or type: “20 May, 18:00”
author-ask-purpose = Why do you ask?
author-label-purpose = Why
author-hint-purpose = A sentence or two, shown before the first question
author-ask-minutes = How many minutes does it take?
author-label-minutes = Minutes it takes
author-preview = <b>Is everything right?</b>
author-asks = { $number ->
        [0] There are no such organisations: nobody to ask.
        [one] { $number } organisation will be asked.
       *[other] { $number } organisations will be asked.
    } Once started, only the closing time can be changed.
author-button-start = Start
author-started = <b>The survey has started.</b>
author-extended = <b>The closing time has changed.</b>
author-surveys = <b>Surveys</b>
author-no-surveys = No surveys yet.
author-button-new = New survey
author-button-menu = ‹ Menu
author-line = { $title }, { $wave }: { $state }, { $sent } of { $asked } answered
author-state-open = running
author-state-over = over
author-survey = <b>{ $title }</b>, { $wave }
author-until = Answers until: { $when }
author-closed = Closed: { $when }
author-closed-early = Closed before its time
author-late = Answers from paper or telephone can be typed in until { $day }, { $hour }
author-standing = { $asked } asked, { $sent } answered{ $started ->
        [0] {""}
       *[other] , { $started } begun
    }{ $deaf ->
        [0] {""}
       *[other] ; { $deaf } more with nobody to ask
    }
author-purpose = Why: { $purpose }
author-button-silent = Not answered: { $number }
author-button-extend = Change the closing
author-button-paper = Form to print
author-button-enter = Type answers in
author-typed = { $number ->
        [one] { $number } of these was typed in by staff
       *[other] { $number } of these were typed in by staff
    }
author-button-close = Close now
author-button-close-sure = Yes, close
author-button-survey = ‹ Survey
author-close-sure = Close “{ $title }”? { $silent ->
        [0] Everybody has answered.
        [one] { $silent } organisation has not answered. It can’t be opened again.
       *[other] { $silent } organisations have not answered. It can’t be opened again.
    }
author-silent = “{ $title }”: { $number ->
        [0] everybody has answered.
        [one] { $number } organisation has not answered
       *[other] { $number } organisations have not answered
    }
author-silent-line = – { $name }
author-silent-begun = – { $name } (started)
author-version = { $title }, version { $version }
