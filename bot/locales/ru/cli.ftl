cli-no-token = Не задан ключ бота: [telegram] token в config.toml или ROUNDTABLE_TELEGRAM__TOKEN.
    Попробовать без ключа: roundtable sandbox
cli-bad-settings = Настройки не подходят, бот не запущен.
    { $faults }
cli-newer-database = База записана более новой программой (версия { $revision }). Она не тронута: обновите программу.
cli-token-refused = Telegram не принимает ключ бота. Проверьте [telegram] token.
cli-no-database = База данных не открывается: { $error }
cli-os-error = Не получилось: { $error }
cli-migrated = База данных готова, версия { $revision }.
cli-backed-up = Копия сохранена: { $file }
cli-restored = База восстановлена из { $file }
cli-backup-elsewhere = Это не файл SQLite. Для PostgreSQL возьмите pg_dump и pg_restore: { $file }
cli-backup-exists = Файл уже есть и не тронут: { $file }
cli-backup-damaged = Копия повреждена или это не копия: { $file }
cli-backup-missing = Нет такого файла: { $file }
cli-sandbox = Песочница открыта: { $url }
    Остановить: Ctrl+C
cli-doctor-clock = { $good } Часы: { $now }, { $zone }
cli-doctor-database = { $good } База данных: версия { $revision }
cli-doctor-old-database = { $good } База данных не готова (версия { $revision }): выполните roundtable migrate
cli-doctor-no-database = { $good } База данных не открывается: { $error }
cli-doctor-messenger = { $good } Telegram: @{ $name }
cli-doctor-no-token = { $good } Нет ключа бота: [telegram] token
cli-doctor-no-messenger = { $good } Telegram не отвечает: { $error }
cli-branches = Новых библиотек: { $new }, уже известных: { $known }
cli-imported = Загружено.
cli-nothing-changed = Ничего не изменено.
cli-table-too-large = Файл больше 20 МБ: { $file }
cli-table-old-excel = Это старый формат Excel. Сохраните как .xlsx: { $file }
cli-table-not-a-table = Это не таблица: { $file }
cli-row-no-headings = Строка { $row }: нет заголовков
cli-row-no-column = Строка { $row }: нет столбца «{ $value }»
cli-row-no-name = Строка { $row }: нет названия
cli-row-no-address = Строка { $row }: нет адреса
cli-row-too-long = Строка { $row }: слишком длинно: { $value }
cli-row-bad-hours = Строка { $row }: непонятны часы работы: { $value }
cli-row-bad-sanitary-day = Строка { $row }: непонятен санитарный день: { $value }
cli-row-name-twice = Строка { $row }: такая библиотека уже есть выше: { $value }
