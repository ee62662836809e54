questionnaire-good = Анкету можно задавать: «{ $title }», { $number ->
        [one] { $number } вопрос
        [few] { $number } вопроса
       *[other] { $number } вопросов
    }.
questionnaire-line = { $number }. { $words } ({ $kind ->
        [text] текст
        [integer] целое число
        [decimal] число
        [range] шкала
        [date] дата
        [time] время
        [datetime] дата и время
        [select_one] один ответ
        [select_multiple] несколько ответов
        [note] пояснение
        [acknowledge] согласие
        [barcode] код
        [image] картинка
        [file] файл
       *[geopoint] место
    }, строка { $row })
questionnaire-when = ↳ если { $when }
questionnaire-fault-old-excel = Это старый формат Excel. Откройте файл и сохраните как .xlsx.
questionnaire-fault-not-a-workbook = Это не таблица .xlsx или файл повреждён.
questionnaire-fault-too-large = Файл больше 20 МБ.
questionnaire-fault-no-survey-sheet = В этой таблице нет листа survey, значит, это не анкета. Если это список партнёров, загрузите его на странице «Партнёры».
questionnaire-fault-no-questions = На листе survey нет ни одного вопроса.
questionnaire-fault-too-many-rows = Слишком длинно: строк { $number }, а можно не больше { $most }.
questionnaire-fault-name-twice = Строка { $row }: имя «{ $name }» уже занято. Дайте вопросу другое имя в столбце name.
questionnaire-fault-name-wrong = Строка { $row }: в столбце name нужны латинские буквы, цифры и «_», первой – буква.
questionnaire-fault-name-missing = Строка { $row }: нет имени в столбце name.
questionnaire-fault-no-words = { $row ->
        [0] У вопроса «{ $name }» нет текста в столбце label.
       *[other] Строка { $row }: у вопроса «{ $name }» нет текста в столбце label.
    }
questionnaire-fault-words-too-long = Строка { $row }: текст вопроса «{ $name }» длиннее { $most } знаков.
questionnaire-fault-picture-words = Строка { $row }: под картинкой помещается { $most } знаков вместе с вариантами, а у вопроса «{ $name }» больше.
questionnaire-fault-too-many-pictures = Слишком много картинок: { $number }, а можно не больше { $most }.
questionnaire-fault-macros = В файле есть макросы. Сохраните его как обычную книгу .xlsx, без макросов.
questionnaire-fault-merged = Лист { $sheet }, ячейки { $cells } объединены: у каждой строки и столбца должна быть своя ячейка. Разъедините их.
questionnaire-fault-formula = Лист { $sheet }, ячейка { $cells }: формула без значения. Вставьте вместо неё само значение.
questionnaire-fault-type-unknown = { $row ->
        [0] Вопрос такого типа в чате не задать: { $type }.
       *[other] Строка { $row }: вопрос типа { $type } в чате не задать. Выберите другой тип или уберите строку.
    }
questionnaire-fault-media-off = Строка { $row }: картинки, файлы и места библиотека не собирает ({ $type }). Их разрешает настройка privacy.media_answers.
questionnaire-fault-list-unknown = Строка { $row }: нет списка ответов «{ $list }». Проверьте лист choices.
questionnaire-fault-block-open = Строка { $row }: группа «{ $name }» не закрыта: нет строки end_group или end_repeat.
questionnaire-fault-block-closed = Строка { $row }: закрывается группа, которую не открывали.
questionnaire-fault-expression-name = Строка { $row }, столбец { $column }: нет вопроса с именем «{ $what }».
questionnaire-fault-expression-syntax = Строка { $row }, столбец { $column }: выражение не читается возле «{ $what }»: { $text }
questionnaire-fault-expression-unfinished = Строка { $row }, столбец { $column }: выражение обрывается: { $text }
questionnaire-fault-expression-function = Строка { $row }, столбец { $column }: функции { $what }() бот не знает: { $text }
questionnaire-fault-expression-arguments = Строка { $row }, столбец { $column }: у функции { $what }() не столько значений: { $text }
questionnaire-fault-asks-too-early = Строка { $row }, столбец { $column }: «{ $name }» зависит от вопроса «{ $later }», который задаётся позже. Поменяйте их местами.
questionnaire-fault-column-unknown = Строка { $row }: такого столбца нет: { $column }.
questionnaire-fault-column-number = Строка { $row }, столбец { $column }: нужно целое число.
questionnaire-fault-card-unknown = Строка { $row }: в карточке партнёра нет поля «{ $field }» (есть sector и grade).
questionnaire-fault-locked = Файл защищён паролем. Снимите пароль и пришлите ещё раз.
questionnaire-fault-cell-broken = Лист { $sheet }, ячейка { $cells }: формула дала ошибку { $text }. Исправьте её.
questionnaire-fault-expression-deep = Строка { $row }, столбец { $column }: скобок в скобках больше { $what }. Разбейте выражение на несколько строк calculate: { $text }
questionnaire-fault-setting-wrong = Лист settings, столбец { $column }: нужны латинские буквы, цифры и «_», первой – буква.
questionnaire-fault-choice-nameless = Лист choices, строка { $row }: нет имени в столбце name.
questionnaire-fault-choice-twice = Лист choices, строка { $row }: в этом списке такой name уже есть. Дайте ответу другой.
questionnaire-fault-choice-spaced = Лист choices, список { $list }: в name ответа «{ $name }» пробел, а выбрать можно несколько. Замените пробел на «_».
questionnaire-fault-choices-heading = Лист choices, столбец «{ $column }»: в заголовке не должно быть пробелов.
questionnaire-fault-no-choices = Нет листа choices, а есть вопросы с ответами на выбор.
questionnaire-fault-heading-missing = Лист { $sheet }: нет столбца { $column }. Заголовки столбцов должны стоять в первой строке.
questionnaire-fault-heading-twice = Лист { $sheet }: столбец { $column } есть дважды. Оставьте один.
questionnaire-fault-type-missing = Строка { $row }: нет типа в столбце type.
questionnaire-fault-calculation-missing = Строка { $row }: нечего вычислять, столбец calculation пуст.
questionnaire-fault-reference-wrong = Строка { $row }, столбец { $column }: имя вопроса пишется без пробелов, в скобках: ${ "{" }имя{ "}" }.
questionnaire-fault-parameters-wrong = Строка { $row }, столбец parameters: так не настроить. Нужно, например, start=1 end=5 step=1.
questionnaire-fault-too-deep = Строка { $row }: групп одна в другой больше { $most }. Сделайте вложенность проще.
questionnaire-fault-pyxform = { $row ->
        [0] Не подходит под правила XLSForm: { $text }
       *[other] Строка { $row } не подходит под правила XLSForm: { $text }
    }
