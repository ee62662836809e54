# Таблицы партнёров: что в них и что с ними не так. Этими словами говорят и чат, и командная строка.
sheet-counts = Новых организаций: { $new }, изменятся: { $changed }, без изменений: { $same }
sheet-fields = Меняется: { $fields }
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
sheet-fault-formula = Строка { $row }: формула без значения. Откройте файл в Excel или LibreOffice и сохраните заново
sheet-fault-no-name = Строка { $row }: нет названия организации
sheet-fault-no-person = Строка { $row }: нет фамилии представителя { $value }
sheet-fault-bad-name = Строка { $row }, «{ $column }»: не похоже на имя – { $value }
sheet-fault-bad-phone = Строка { $row }, «{ $column }»: не похоже на один телефон – { $value }
sheet-fault-bad-email = Строка { $row }, «{ $column }»: не похоже на адрес почты – { $value }
sheet-fault-unknown-sector = Строка { $row }, «{ $column }»: такой сферы нет – { $value }
sheet-fault-unknown-kind = Строка { $row }, «{ $column }»: такого вида нет – { $value }
sheet-fault-unknown-grade = Строка { $row }, «{ $column }»: «постоянно», «периодически» или «разово», а не – { $value }
sheet-fault-unknown-branch = Строка { $row }, «{ $column }»: такой библиотеки нет – { $value }
sheet-fault-not-yes-or-no = Строка { $row }, «{ $column }»: «да» или «нет», а не – { $value }
sheet-fault-too-long = Строка { $row }, «{ $column }»: слишком длинно – { $value }
sheet-fault-contradicts = Строка { $row }, «{ $column }»: выше про то же сказано другое – { $value }
sheet-fault-two-primary = Строка { $row }, «{ $column }»: основной представитель уже назван – { $value }
