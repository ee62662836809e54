# Опросы глазами тех, кто их проводит.
author-questionnaires = <b>Анкеты</b>
author-no-questionnaires = Анкет пока нет.
author-send-workbook = Свою анкету пришлите сюда файлом .xlsx. Проще всего взять «Файл .xlsx» готовой анкеты и изменить его в Excel.
author-button-shipped = Образец: «Наши партнеры»
author-button-surveys = ‹ Опросы
author-button-questionnaires = ‹ Анкеты
author-button-back = ‹ Анкета
author-button-try = Пройти самому
author-button-all = Все вопросы
author-button-workbook = Файл .xlsx
author-taken = Анкета принята: «{ $title }», { $number ->
        [one] { $number } вопрос
        [few] { $number } вопроса
       *[other] { $number } вопросов
    }.
author-open = Анкета «{ $title }», { $number ->
        [one] { $number } вопрос
        [few] { $number } вопроса
       *[other] { $number } вопросов
    }.
author-pictures-bad = Не показать: { $names }. Картинка повреждена, слишком велика (ширина и высота вместе больше 10 000 точек) или слишком вытянута (одна сторона больше другой в 20 раз).
author-pictures = { $number ->
        [one] Нужна картинка: { $names }. Пришлите её сюда файлом или фотографией с подписью-названием, или всё сразу одним ZIP.
        [few] Нужны картинки: { $names }. Пришлите их сюда файлами или фотографиями с подписью-названием, или всё сразу одним ZIP.
       *[other] Нужны картинки: { $names }. Пришлите их сюда файлами или фотографиями с подписью-названием, или всё сразу одним ZIP.
    }
author-options = – { $options }
author-faults = Анкету пока не принять. { $number ->
        [one] Нужно поправить { $number } место:
        [few] Нужно поправить { $number } места:
       *[other] Нужно поправить { $number } мест:
    }
author-faults-more = Остальное – в файле ниже.
author-faults-file = Что поправить в анкете
author-trial-draft = Проба анкеты
author-trial-preview = Это проба. { $number ->
        [one] Организация отправила бы { $number } ответ:
        [few] Организация отправила бы { $number } ответа:
       *[other] Организация отправила бы { $number } ответов:
    }
author-trial-over = Проба закончена, ничего не записано. { $number ->
        [one] Организация отправила бы { $number } ответ:
        [few] Организация отправила бы { $number } ответа:
       *[other] Организация отправила бы { $number } ответов:
    }
author-button-end-trial = Закончить пробу
author-button-begin = Начать опрос
author-draft = Опрос: { $title }
author-draft-closing = Новый срок опроса
author-ask-title = Как назвать опрос?
author-label-title = Опрос
author-ask-wave = За какой год?
author-label-wave = Год
author-ask-whom = Кого спросить?
author-label-whom = Кого
author-option-all = Всех партнёров
author-option-sector = По сферам
author-option-branch = По библиотеке
author-option-grade = По сотрудничеству
author-ask-sectors = Какие сферы?
author-label-sectors = Сферы
author-ask-branch = Партнёров какой библиотеки?
author-label-branch = Библиотека
author-ask-grade = Какое сотрудничество?
author-label-grade = Сотрудничество
author-ask-without = Кого не спрашивать?
author-label-without = Кроме
author-hint-without = Выберите организации или напишите название
author-ask-without-sectors = Какие сферы не спрашивать?
author-label-without-sectors = Кроме сфер
author-ask-closing = До какого дня и часа ждать ответов?
author-label-closing = Ответы до
author-hint-closing = Выберите день или напишите: «20 мая, 18:00»
author-ask-purpose = Зачем вы спрашиваете?
author-label-purpose = Зачем
author-hint-purpose = Одно-два предложения: их увидят перед первым вопросом
author-ask-minutes = Сколько минут займёт анкета?
author-label-minutes = Минут на анкету
author-preview = <b>Всё верно?</b>
author-asks = { $number ->
        [0] Таких организаций нет: спрашивать некого.
        [one] Спросим { $number } организацию.
        [few] Спросим { $number } организации.
       *[other] Спросим { $number } организаций.
    } После начала анкету и список не изменить, срок – можно.
author-button-start = Начать
author-started = <b>Опрос начат.</b>
author-extended = <b>Срок изменён.</b>
author-surveys = <b>Опросы</b>
author-no-surveys = Опросов ещё не было.
author-button-new = Новый опрос
author-button-menu = ‹ Меню
author-line = { $title }, { $wave }: { $state }, ответили { $sent } из { $asked }
author-state-open = идёт
author-state-over = закончен
author-survey = <b>{ $title }</b>, { $wave }
author-until = Ждём ответов до: { $when }
author-closed = Закончился: { $when }
author-closed-early = Закрыт раньше срока
author-late = Внести ответы с бланка или по телефону можно до { $day }, { $hour }
author-standing = Спросили { $asked }, ответили { $sent }{ $started ->
        [0] {""}
       *[other] , начали { $started }
    }{ $deaf ->
        [0] {""}
       *[other] ; ещё { $deaf } некого спросить
    }
author-purpose = Зачем: { $purpose }
author-button-silent = Не ответили: { $number }
author-button-extend = Изменить срок
author-button-paper = Бланк для печати
author-button-enter = Внести ответы
author-typed = { $number ->
        [one] Из них { $number } внёс сотрудник
        [few] Из них { $number } внесли сотрудники
       *[other] Из них { $number } внесли сотрудники
    }
author-button-close = Закрыть раньше
author-button-close-sure = Да, закрыть
author-button-survey = ‹ Опрос
author-close-sure = Закрыть опрос «{ $title }»? { $silent ->
        [0] Ответили все.
        [one] Не ответила { $silent } организация. Открыть снова будет нельзя.
        [few] Не ответили { $silent } организации. Открыть снова будет нельзя.
       *[other] Не ответили { $silent } организаций. Открыть снова будет нельзя.
    }
author-silent = «{ $title }»: { $number ->
        [0] ответили все.
        [one] не ответила { $number } организация
        [few] не ответили { $number } организации
       *[other] не ответили { $number } организаций
    }
author-silent-line = – { $name }
author-silent-begun = – { $name } (начали)
author-version = { $title }, версия { $version }
