questionnaire-good = The questionnaire can be asked: “{ $title }”, { $number ->
        [one] { $number } question
       *[other] { $number } questions
    }.
questionnaire-line = { $number }. { $words } ({ $kind ->
        [text] text
        [integer] whole number
        [decimal] number
        [range] scale
        [date] date
        [time] time
        [datetime] date and time
        [select_one] one answer
        [select_multiple] several answers
        [note] note
        [acknowledge] consent
        [barcode] code
        [image] picture
        [file] file
       *[geopoint] place
    }, row { $row })
questionnaire-when = ↳ if: { $when }
questionnaire-fault-old-excel = This is the old Excel format. Open the file and save it as .xlsx.
questionnaire-fault-not-a-workbook = This is no .xlsx table, or the file is damaged.
questionnaire-fault-too-large = The file is larger than 20 MB.
questionnaire-fault-no-survey-sheet = This spreadsheet has no sheet “survey”, so it is no questionnaire. If it lists partners, bring it in on the page “Partners”.
questionnaire-fault-no-questions = There is not one question on the sheet “survey”.
questionnaire-fault-too-many-rows = Too long: { $number } rows, while { $most } are allowed.
questionnaire-fault-name-twice = Row { $row }: the name “{ $name }” is taken. Give the question another one in the column name.
questionnaire-fault-name-wrong = Row { $row }: the column name wants Latin letters, digits and “_”, a letter first.
questionnaire-fault-name-missing = Row { $row }: there is no name in the column name.
questionnaire-fault-no-words = { $row ->
        [0] The question “{ $name }” has no text in the column label.
       *[other] Row { $row }: the question “{ $name }” has no text in the column label.
    }
questionnaire-fault-words-too-long = Row { $row }: the text of “{ $name }” is longer than { $most } characters.
questionnaire-fault-picture-words = Row { $row }: { $most } letters fit under a picture, options included, and question “{ $name }” has more.
questionnaire-fault-too-many-pictures = Too many pictures: { $number }, where { $most } is the most.
questionnaire-fault-macros = The file has macros in it. Save it as an ordinary workbook, .xlsx.
questionnaire-fault-merged = Sheet { $sheet }: cells { $cells } are merged. Each row and column needs a cell of its own: part them.
questionnaire-fault-formula = Sheet { $sheet }, cell { $cells }: a formula without its value. Put the value itself there.
questionnaire-fault-type-unknown = { $row ->
        [0] A question of this type cannot be asked in chat: { $type }.
       *[other] Row { $row }: a question of the type { $type } cannot be asked in chat. Choose another type or take the row out.
    }
questionnaire-fault-media-off = Row { $row }: the library collects no pictures, files or places ({ $type }). The setting privacy.media_answers allows them.
questionnaire-fault-list-unknown = Row { $row }: there is no list of answers “{ $list }”. Look at the sheet choices.
questionnaire-fault-block-open = Row { $row }: the group “{ $name }” is not closed: a row end_group or end_repeat is missing.
questionnaire-fault-block-closed = Row { $row }: a group is closed that was never opened.
questionnaire-fault-expression-name = Row { $row }, column { $column }: there is no question named “{ $what }”.
questionnaire-fault-expression-syntax = Row { $row }, column { $column }: the expression cannot be read near “{ $what }”: { $text }
questionnaire-fault-expression-unfinished = Row { $row }, column { $column }: the expression breaks off: { $text }
questionnaire-fault-expression-function = Row { $row }, column { $column }: the bot does not know the function { $what }(): { $text }
questionnaire-fault-expression-arguments = Row { $row }, column { $column }: the function { $what }() wants another number of values: { $text }
questionnaire-fault-asks-too-early = Row { $row }, column { $column }: “{ $name }” depends on the question “{ $later }”, which is asked later. Change their places.
questionnaire-fault-column-unknown = Row { $row }: there is no such column: { $column }.
questionnaire-fault-column-number = Row { $row }, column { $column }: a whole number is wanted.
questionnaire-fault-card-unknown = Row { $row }: a partner’s card has no field “{ $field }” (there are sector and grade).
questionnaire-fault-locked = The file is behind a password. Take it off and send the file again.
questionnaire-fault-cell-broken = Sheet { $sheet }, cell { $cells }: the formula went wrong, { $text }. Mend it.
questionnaire-fault-expression-deep = Row { $row }, column { $column }: more than { $what } brackets within brackets. Divide it into several rows calculate: { $text }
questionnaire-fault-setting-wrong = Sheet settings, column { $column }: it wants Latin letters, digits and “_”, a letter first.
questionnaire-fault-choice-nameless = Sheet choices, row { $row }: there is no name in the column name.
questionnaire-fault-choice-twice = Sheet choices, row { $row }: this list has such a name already. Give the answer another.
questionnaire-fault-choice-spaced = Sheet choices, list { $list }: the name “{ $name }” has a space in it, and several may be chosen. Put “_” there.
questionnaire-fault-choices-heading = Sheet choices, column “{ $column }”: there must be no spaces in a heading.
questionnaire-fault-no-choices = There is no sheet choices, but there are questions with answers to choose from.
questionnaire-fault-heading-missing = Sheet { $sheet }: there is no column { $column }. The headings must stand in the first row.
questionnaire-fault-heading-twice = Sheet { $sheet }: the column { $column } is there twice. Leave one.
questionnaire-fault-type-missing = Row { $row }: there is no type in the column type.
questionnaire-fault-calculation-missing = Row { $row }: there is nothing to calculate, the column calculation is empty.
questionnaire-fault-reference-wrong = Row { $row }, column { $column }: a question’s name has no spaces and stands in brackets: ${ "{" }name{ "}" }.
questionnaire-fault-parameters-wrong = Row { $row }, column parameters: this sets nothing. For instance: start=1 end=5 step=1.
questionnaire-fault-too-deep = Row { $row }: more than { $most } groups within one another. Make it simpler.
questionnaire-fault-pyxform = { $row ->
        [0] Not by the rules of XLSForm: { $text }
       *[other] Row { $row } is not by the rules of XLSForm: { $text }
    }
