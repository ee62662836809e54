# Spreadsheets of partners: what is in them and what is wrong with them. Both the chat and the command line say these.
sheet-counts = New organisations: { $new }, changing: { $changed }, the same: { $same }
sheet-fields = Changing: { $fields }
sheet-nameless = Columns without a heading were not read: { $columns }
sheet-done-many = Where there are several numbers or addresses, one is entered as the main one, the others go into the notes. Rows: { $rows }
sheet-done-divided = The name stands in one cell with the address or contacts; they are entered apart. Rows: { $rows }
sheet-done-undivided = Neither address nor contacts were found beside the name: the whole cell becomes the name. Rows: { $rows }
sheet-done-parted = Name and position stand in one cell; they are entered apart. Rows: { $rows }
sheet-done-passed = Subheadings, remarks, totals and signatures were passed over. Rows: { $rows }
sheet-done-same = Where it says “same”, the row above was taken. Rows: { $rows }
sheet-done-left = Of a representative, one number and one address of their own are entered; there is no place for others. Rows: { $rows }
sheet-others = One sheet was read, the others were not: { $sheets }
sheet-hidden-rows = { $number ->
        [one] { $number } row is hidden or filtered out; it was read too: { $which }. If it isn't wanted, delete it from the file
       *[other] { $number } rows are hidden or filtered out; they were read too: { $which }. If they aren't wanted, delete them from the file
    }
sheet-hidden-columns = Hidden columns were read too: { $which }
sheet-hidden-sheets = Hidden sheets were not read: { $which }
sheet-unknown = I don't know these columns and have not read them: { $columns }
sheet-doubtful = { $number ->
        [one] { $number } organisation looks like one that is known
       *[other] { $number } organisations look like ones that are known
    }
sheet-bad = { $number ->
        [one] { $number } row has a mistake
       *[other] { $number } rows have mistakes
    }
sheet-field-name = name
sheet-field-short_name = short name
sheet-field-aliases = other names
sheet-field-sector = sector
sheet-field-kind = kind
sheet-field-legal_form = legal form
sheet-field-address = address
sheet-field-site = site
sheet-field-phone = phone
sheet-field-email = e-mail
sheet-field-notes = notes
sheet-field-grade = how regularly
sheet-field-branch_ids = libraries
sheet-field-reps = representatives
sheet-field-archived = back from the archive
sheet-fault-no-headings = There is no column “Organisation”. Name the columns as the export does
sheet-fault-too-many-columns = There are more than { $value } columns. Leave only those you need
sheet-fault-side-by-side = There are two tables side by side: column { $value } has the organisations of the second. Move it below the first
sheet-fault-another-table = Row { $row }: “{ $value }” is the heading of a column and no organisation. There must be one table: the organisations one below the other, the headings above them
sheet-fault-formula = Row { $row }: a formula without its value. Open the file in Excel or LibreOffice and save it again
sheet-fault-broken = Row { $row }, “{ $column }”: the formula went wrong – { $value }
sheet-fault-no-name = Row { $row }: no name of the organisation
sheet-fault-no-person = Row { $row }: no last name of the representative { $value }
sheet-fault-bad-name = Row { $row }, “{ $column }”: not like a name – { $value }
sheet-fault-several-people = Row { $row }, “{ $column }”: several people, give each a row – { $value }
sheet-fault-bad-contacts = Row { $row }, “{ $column }”: no phone, no e-mail, no name with a position – { $value }
sheet-fault-person-in-name = Row { $row }, “{ $column }”: a person stands beside the name, move them to a column “Full name” – { $value }
sheet-fault-bad-phone = Row { $row }, “{ $column }”: not like a phone – { $value }
sheet-fault-bad-email = Row { $row }, “{ $column }”: not like an e-mail address – { $value }
sheet-fault-unknown-sector = Row { $row }, “{ $column }”: there is no such sector – { $value }
sheet-fault-unknown-kind = Row { $row }, “{ $column }”: there is no such kind – { $value }
sheet-fault-unknown-grade = Row { $row }, “{ $column }”: “permanent”, “periodic” or “one-off”, not – { $value }
sheet-fault-unknown-branch = Row { $row }, “{ $column }”: there is no such library – { $value }
sheet-fault-not-yes-or-no = Row { $row }, “{ $column }”: “yes” or “no”, not – { $value }
sheet-fault-too-long = Row { $row }, “{ $column }”: too long – { $value }
sheet-fault-contradicts = Row { $row }, “{ $column }”: something else was said above – { $value }
sheet-fault-two-primary = Row { $row }, “{ $column }”: the primary representative is named already – { $value }
sheet-more = … and { $number } more rows
sheet-title =
    <b>Spreadsheet of partners</b>
    Send an .xlsx, .xls, .ods or .csv: I show what would change, and do it when you say so. Columns as in the export, in any order.
sheet-at-work-read = Rows read: { $done }
sheet-at-work-checked = Checked: { $done } of { $all }
sheet-at-work-staged = Ready to be entered: { $done } of { $all }
sheet-preview = <b>What would be done</b>
sheet-idle = There is nothing to do: all is so already.
sheet-repair = Nothing is done yet. Correct the file and send it again.
sheet-pairs = <b>Which organisation is it?</b>
sheet-pair-numbered = <b>{ $number }.</b> { $where }
sheet-pair = <b>Is it the same organisation?</b>
sheet-pair-mine = In the file, row { $row }:
sheet-pair-known = Known already:
sheet-pair-above = In the same file, row { $row }:
sheet-pair-left = Left to decide: { $number }
sheet-organisation = <b>{ $name }</b>
    { $details }
sheet-done = <b>Done</b>
sheet-people = There are people in the file. I don't take such files in chat: delete it from here.
sheet-command-in = The command: <code>roundtable import partners FILE</code>
sheet-exported = All partners. Correct it and send it back: I take over the changes.
sheet-exported-page = Organisations only. The people are on the bot's page: the link works once, for 10 minutes.
sheet-exported-command = Organisations only. Whoever runs the bot can export the people: <code>roundtable export partners FILE</code>
sheet-file-name = Partners
sheet-toast-export = Preparing the file
sheet-toast-dropped = Nothing was done
sheet-button-open = Spreadsheet
sheet-button-xlsx = Download for Excel
sheet-button-csv = Download CSV
sheet-button-apply = Do it
sheet-button-drop = Don't
sheet-button-pairs = Sort out those alike
sheet-button-same = The same one
sheet-button-apart = Another one
sheet-button-none = None of them
sheet-button-preview = What would be done
