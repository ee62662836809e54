cli-no-token = There is no bot token: [telegram] token in config.toml or ROUNDTABLE_TELEGRAM__TOKEN.
    To try without one: roundtable sandbox
cli-bad-settings = The settings don’t fit, the bot was not started.
    { $faults }
cli-already-running = A bot is already at work on this database: { $file }. Two at once are not needed; stop the first one.
cli-newer-database = The database was written by a newer program (revision { $revision }). It is untouched: update the program.
cli-token-refused = Telegram does not accept the bot’s token. Check [telegram] token.
cli-no-database = The database does not open: { $error }
cli-os-error = It did not work: { $error }
cli-migrated = The database is ready, revision { $revision }.
cli-backed-up = Copied to { $file }
cli-restored = Restored from { $file }
cli-backup-dump = The database is on a PostgreSQL server, whose own program makes the copy; nothing was saved. Run:
    { $file }
cli-backup-restore = The database is on a PostgreSQL server, whose own program puts a copy back; nothing was touched. Stop the bot and run:
    { $file }
    roundtable migrate
cli-backup-exists = The file is there already and untouched: { $file }
cli-backup-damaged = The copy is damaged, or is none: { $file }
cli-backup-missing = No such file: { $file }
cli-sandbox = The sandbox is open: { $url }
    To stop: Ctrl+C
cli-doctor-clock = { $good } Clock: { $now }, { $zone }
cli-doctor-database = { $good } Database: revision { $revision }
cli-doctor-old-database = { $good } The database is not ready (revision { $revision }): run roundtable migrate
cli-doctor-no-database = { $good } The database does not open: { $error }
cli-doctor-messenger = { $good } Telegram: @{ $name }
cli-doctor-no-inline = { $good } Telegram: @{ $name }. To put cards into any chat, send @BotFather the commands /setinline and /setinlinefeedback
cli-doctor-no-token = { $good } No bot token: [telegram] token
cli-doctor-no-messenger = { $good } Telegram does not answer: { $error }
cli-branches = New libraries: { $new }, known already: { $known }
cli-imported = Imported.
cli-nothing-changed = Nothing was changed.
cli-table-too-large = The file is larger than 20 MB: { $file }
cli-table-old-excel = This is the old Excel format. Save it as .xlsx: { $file }
cli-table-not-a-workbook = This is no Excel workbook, only named so. Save the table as .xlsx or .csv: { $file }
cli-table-not-a-table = This is no table: { $file }
cli-row-no-headings = Row { $row }: no headings
cli-row-no-column = Row { $row }: no column “{ $value }”
cli-row-no-name = Row { $row }: no name
cli-row-no-address = Row { $row }: no address
cli-row-too-long = Row { $row }: too long: { $value }
cli-row-bad-hours = Row { $row }: opening hours not understood: { $value }
cli-row-bad-sanitary-day = Row { $row }: sanitary day not understood: { $value }
cli-row-name-twice = Row { $row }: the same library stands above: { $value }
cli-doctor-operator = { $good } Personal data: { $name } answers for them
cli-doctor-no-operator = { $good } Nobody is named for personal data: [privacy] operator, address, contact
cli-table-too-many-rows = The table has more than 20,000 rows: { $file }
cli-table-zip-bomb = The file unpacks into something huge and is not read: { $file }
cli-table-empty = The table is empty: { $file }
cli-child-too-long = Not read within a minute: { $file }
cli-child-too-big = Not enough memory: { $file }
cli-child-broke = The file can't be read: { $file }
cli-import-reading = Reading { $file } and comparing it with the register…
cli-import-rows = Rows read: { $done }
cli-import-checked = Checked: { $done } of { $all }
cli-import-staging = Ready to go in: { $done } of { $all }
cli-import-outdated = The register changed while the file was read. Nothing was changed: run it again.
cli-import-pair = Likely the same organisation:
    in the file, row { $row }: { $mine }
    known already: { $other }
cli-import-apart = Those that look alike stay apart. If they are the same: --merge-doubtful all
cli-exported = Exported: { $file }
cli-erased-again = Data of those who had asked for it have been erased again: { $number }
cli-nothing-there = There is nothing with that number.
cli-copy-progress = { $table }: { $done } of { $all }
cli-copied = Copied and compared: { $rows } rows. Now name the new database in [storage] url.
cli-copy-address = This is no address of a database: { $what }. It takes sqlite+aiosqlite:///FILE or postgresql+asyncpg://…
cli-copy-missing = No such file: { $what }
cli-copy-old = The database was written by an older program: { $what }. Run roundtable migrate on it first.
cli-copy-taken = There is something in it already, nothing was touched: { $what }. Only an empty database can be copied into.
cli-copy-unfit = PostgreSQL will not take this row: { $what }. Nothing was copied: shorten the text, or take the zero character out of it.
cli-copy-different = The table was not the same when it was read back: { $what }. Nothing was copied.
