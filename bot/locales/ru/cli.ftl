cli-no-token = Не задан ключ бота: [telegram] token в config.toml или ROUNDTABLE_TELEGRAM__TOKEN.
    Попробовать без ключа: roundtable sandbox
cli-bad-settings = Настройки не подходят, бот не запущен.
    { $faults }
cli-already-running = С этой базой уже работает бот: { $file }. Двух сразу не нужно; остановите первый.
cli-newer-database = База записана более новой программой (версия { $revision }). Она не тронута: обновите программу.
cli-token-refused = Telegram не принимает ключ бота. Проверьте [telegram] token.
cli-no-database = База данных не открывается: { $error }
cli-os-error = Не получилось: { $error }
cli-migrated = База данных готова, версия { $revision }.
cli-backed-up = Копия сохранена: { $file }
cli-restored = База восстановлена из { $file }
cli-backup-dump = База на сервере PostgreSQL: копию делает его собственная программа, ничего не сохранено. Выполните:
    { $file }
cli-backup-restore = База на сервере PostgreSQL: копию возвращает его собственная программа, ничего не тронуто. Остановите бота и выполните:
    { $file }
    roundtable migrate
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
cli-doctor-no-inline = { $good } Telegram: @{ $name }. Чтобы вставлять карточки в любой чат, отправьте @BotFather команды /setinline и /setinlinefeedback
cli-doctor-no-token = { $good } Нет ключа бота: [telegram] token
cli-doctor-no-messenger = { $good } Telegram не отвечает: { $error }
cli-branches = Новых библиотек: { $new }, уже известных: { $known }
cli-imported = Загружено.
cli-nothing-changed = Ничего не изменено.
cli-table-too-large = Файл больше 20 МБ: { $file }
cli-table-old-excel = Это старый формат Excel. Сохраните как .xlsx: { $file }
cli-table-not-a-workbook = Это не книга Excel, файл только так назван. Сохраните таблицу как .xlsx или .csv: { $file }
cli-table-not-a-table = Это не таблица: { $file }
cli-row-no-headings = Строка { $row }: нет заголовков
cli-row-no-column = Строка { $row }: нет столбца «{ $value }»
cli-row-no-name = Строка { $row }: нет названия
cli-row-no-address = Строка { $row }: нет адреса
cli-row-too-long = Строка { $row }: слишком длинно: { $value }
cli-row-bad-hours = Строка { $row }: непонятны часы работы: { $value }
cli-row-bad-sanitary-day = Строка { $row }: непонятен санитарный день: { $value }
cli-row-name-twice = Строка { $row }: такая библиотека уже есть выше: { $value }
cli-doctor-operator = { $good } Персональные данные: отвечает { $name }
cli-doctor-no-operator = { $good } Не указано, кто отвечает за персональные данные: [privacy] operator, address, contact
cli-table-too-many-rows = В таблице больше 20 000 строк: { $file }
cli-table-zip-bomb = Файл распаковывается во что-то огромное, не читаю: { $file }
cli-table-empty = Таблица пуста: { $file }
cli-child-too-long = Не прочитал за минуту: { $file }
cli-child-too-big = Не хватило памяти: { $file }
cli-child-broke = Файл не читается: { $file }
cli-import-reading = Читаю { $file } и сравниваю с реестром…
cli-import-rows = Прочитано строк: { $done }
cli-import-checked = Проверено: { $done } из { $all }
cli-import-staging = Готово к внесению: { $done } из { $all }
cli-import-outdated = Реестр изменился, пока файл читался. Ничего не внесено: запустите ещё раз.
cli-import-pair = Похоже на одну организацию:
    в файле, строка { $row }: { $mine }
    уже есть: { $other }
cli-import-apart = Похожие остаются разными. Если это одно и то же: --merge-doubtful all
cli-exported = Выгружено: { $file }
cli-erased-again = Повторно удалены данные тех, кто просил их удалить: { $number }
cli-nothing-there = Под таким номером ничего нет.
cli-copy-progress = { $table }: { $done } из { $all }
cli-copied = Перенесено и сверено строк: { $rows }. Теперь укажите новую базу в [storage] url.
cli-copy-address = Это не адрес базы: { $what }. Нужно sqlite+aiosqlite:///ФАЙЛ или postgresql+asyncpg://…
cli-copy-missing = Нет такого файла: { $what }
cli-copy-old = База записана более старой программой: { $what }. Сначала выполните для неё roundtable migrate.
cli-copy-taken = Там уже что-то есть, ничего не тронуто: { $what }. Копировать можно только в пустую базу.
cli-copy-unfit = PostgreSQL не примет эту строку: { $what }. Ничего не перенесено: сократите текст или уберите из него нулевой знак.
cli-copy-different = При сверке таблица не совпала: { $what }. Ничего не перенесено.
