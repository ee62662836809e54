# Таблицы партнёров: что в них и что с ними не так. Этими словами говорят и чат, и командная строка.
sheet-counts = Новых организаций: { $new }, изменятся: { $changed }, без изменений: { $same }
sheet-fields = Меняется: { $fields }
sheet-nameless = Столбцы без заголовка не читал: { $columns }
sheet-done-many = Где несколько номеров или адресов, основным внесу один, остальные – в заметки. Строки: { $rows }
sheet-done-divided = Название стоит в одной ячейке с адресом или контактами, внесу порознь. Строки: { $rows }
sheet-done-undivided = Ни адреса, ни контактов рядом с названием не нашёл: вся ячейка станет названием. Строки: { $rows }
sheet-done-parted = ФИО и должность стоят в одной ячейке, внесу порознь. Строки: { $rows }
sheet-done-passed = Подзаголовки, пометки, итоги и подписи пропустил. Строки: { $rows }
sheet-done-same = Где «то же», взял из строки выше. Строки: { $rows }
sheet-done-left = У представителя внесу один личный номер и один адрес, другие хранить негде. Строки: { $rows }
sheet-others = Прочитал один лист, остальные нет: { $sheets }
sheet-hidden-rows = { $number ->
        [one] Скрыта или отфильтрована { $number } строка, её тоже прочитал: { $which }. Если она лишняя, удалите её из файла
        [few] Скрыты или отфильтрованы { $number } строки, их тоже прочитал: { $which }. Если они лишние, удалите их из файла
       *[other] Скрыто или отфильтровано { $number } строк, их тоже прочитал: { $which }. Если они лишние, удалите их из файла
    }
sheet-hidden-columns = Скрытые столбцы тоже прочитал: { $which }
sheet-hidden-sheets = Скрытые листы не читал: { $which }
sheet-unknown = Этих столбцов я не знаю и не читал: { $columns }
sheet-doubtful = { $number ->
        [one] Похожа на уже известную { $number } организация
        [few] Похожи на уже известные { $number } организации
       *[other] Похожи на уже известные { $number } организаций
    }
sheet-bad = { $number ->
        [one] С ошибкой { $number } строка
        [few] С ошибками { $number } строки
       *[other] С ошибками { $number } строк
    }
sheet-field-name = название
sheet-field-short_name = краткое название
sheet-field-aliases = другие названия
sheet-field-sector = сфера
sheet-field-kind = вид
sheet-field-legal_form = форма
sheet-field-address = адрес
sheet-field-site = сайт
sheet-field-phone = телефон
sheet-field-email = почта
sheet-field-notes = заметки
sheet-field-grade = регулярность
sheet-field-branch_ids = библиотеки
sheet-field-reps = представители
sheet-field-archived = возвращение из архива
sheet-fault-no-headings = Не нашёл столбца «Организация». Назовите столбцы так, как в выгрузке
sheet-fault-too-many-columns = Столбцов больше { $value }. Оставьте только нужные
sheet-fault-side-by-side = На листе рядом две таблицы: организации второй – в столбце { $value }. Перенесите её под первую
sheet-fault-another-table = Строка { $row }: «{ $value }» – это заголовок столбца, а не организация. Таблица должна быть одна: организации друг под другом, заголовки над ними
sheet-fault-formula = Строка { $row }: формула без значения. Откройте файл в Excel или LibreOffice и сохраните заново
sheet-fault-broken = Строка { $row }, «{ $column }»: формула дала ошибку – { $value }
sheet-fault-no-name = Строка { $row }: нет названия организации
sheet-fault-no-person = Строка { $row }: нет фамилии представителя { $value }
sheet-fault-bad-name = Строка { $row }, «{ $column }»: не похоже на имя – { $value }
sheet-fault-several-people = Строка { $row }, «{ $column }»: здесь несколько человек, дайте каждому свою строку – { $value }
sheet-fault-bad-contacts = Строка { $row }, «{ $column }»: не телефон, не почта и не ФИО с должностью – { $value }
sheet-fault-person-in-name = Строка { $row }, «{ $column }»: рядом с названием стоит человек, перенесите его в столбец «ФИО» – { $value }
sheet-fault-bad-phone = Строка { $row }, «{ $column }»: не похоже на телефон – { $value }
sheet-fault-bad-email = Строка { $row }, «{ $column }»: не похоже на адрес почты – { $value }
sheet-fault-unknown-sector = Строка { $row }, «{ $column }»: такой сферы нет – { $value }
sheet-fault-unknown-kind = Строка { $row }, «{ $column }»: такого вида нет – { $value }
sheet-fault-unknown-grade = Строка { $row }, «{ $column }»: «постоянно», «периодически» или «разово», а не – { $value }
sheet-fault-unknown-branch = Строка { $row }, «{ $column }»: такой библиотеки нет – { $value }
sheet-fault-not-yes-or-no = Строка { $row }, «{ $column }»: «да» или «нет», а не – { $value }
sheet-fault-too-long = Строка { $row }, «{ $column }»: слишком длинно – { $value }
sheet-fault-contradicts = Строка { $row }, «{ $column }»: выше про то же сказано другое – { $value }
sheet-fault-two-primary = Строка { $row }, «{ $column }»: основной представитель уже назван – { $value }
sheet-more = … и ещё строк: { $number }
sheet-title =
    <b>Таблица партнёров</b>
    Пришлите файл .xlsx, .xls, .ods или .csv: покажу, что изменится, и внесу по вашему слову. Столбцы – как в выгрузке, в любом порядке.
sheet-at-work-read = Прочитано строк: { $done }
sheet-at-work-checked = Проверено: { $done } из { $all }
sheet-at-work-staged = Готово к внесению: { $done } из { $all }
sheet-preview = <b>Что будет внесено</b>
sheet-idle = Вносить нечего: всё уже так.
sheet-repair = Пока ничего не внесено. Исправьте файл и пришлите ещё раз.
sheet-pairs = <b>Какая это организация?</b>
sheet-pair-numbered = <b>{ $number }.</b> { $where }
sheet-pair = <b>Это одна организация?</b>
sheet-pair-mine = В файле, строка { $row }:
sheet-pair-known = Уже есть:
sheet-pair-above = В том же файле, строка { $row }:
sheet-pair-left = Осталось решить: { $number }
sheet-organisation = <b>{ $name }</b>
    { $details }
sheet-done = <b>Внесено</b>
sheet-people = В файле есть люди. Такие файлы в переписке не беру: удалите его отсюда.
sheet-command-in = Команда: <code>roundtable import partners ФАЙЛ</code>
sheet-exported = Все партнёры. Поправьте и пришлите обратно: внесу изменения.
sheet-exported-page = Здесь только организации. Люди – на странице бота: ссылка одноразовая и действует 10 минут.
sheet-exported-command = Здесь только организации. Людей выгрузит тот, кто ведёт бота: <code>roundtable export partners ФАЙЛ</code>
sheet-file-name = Партнёры
sheet-toast-export = Готовлю файл
sheet-toast-dropped = Ничего не внесено
sheet-button-open = Таблица
sheet-button-xlsx = Скачать для Excel
sheet-button-csv = Скачать CSV
sheet-button-apply = Внести
sheet-button-drop = Не вносить
sheet-button-pairs = Разобрать похожие
sheet-button-same = Это она же
sheet-button-apart = Другая
sheet-button-none = Ни одна из них
sheet-button-preview = Что будет внесено
