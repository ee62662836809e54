# A questionnaire on paper
paper-asks = Asked by: { $library }
paper-minutes = { $minutes ->
        [one] It takes { $minutes } minute.
       *[other] It takes { $minutes } minutes.
    }
paper-until = Please return it by: { $at }
paper-who-sees = Answers with the name of your organisation are seen only by the staff who run the survey. The report gives totals.
paper-organisation = Organisation
paper-date = Date
paper-only = Questions { $first }–{ $last }: answer if { $when }.
paper-only-one = Question { $number }: answer if { $when }.
paper-if-fits = it concerns you
paper-each-row = Tick one answer in each line
paper-most = Tick { $most } at most
paper-several = You may tick several
paper-other-words = If { $when }: “{ $words }”
paper-repeat = If there are several, fill these questions in for each on a sheet of its own.
paper-blank-number = ____________________
paper-blank-date = ______________________________
paper-blank-time = ______ : ______
paper-blank-datetime = ______________________________, ______ : ______
paper-thanks = Thank you!
paper-page = Page
