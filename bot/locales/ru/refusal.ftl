# Почему нельзя
refusal-not-allowed = Это могут только сотрудники, которым поручено. Если нужно вам – обратитесь к администратору.
refusal-not-here = Об этом лучше наедине: откройте личный чат со мной.
refusal-gone = Этого больше нет. Начните сначала: /start.
refusal-event-gone = Такого мероприятия нет. Ближайшие – в /events.
refusal-event-cancelled = Мероприятие отменено.
refusal-event-agreeing = Мероприятие ещё согласуется с партнёрами.
refusal-event-published = Мероприятие уже опубликовано.
refusal-event-begun = Мероприятие уже началось, ответы больше не принимаются.
refusal-deadline-past = Запись уже закрыта. Теперь можно только отказаться.
refusal-capacity-range = Мест может быть от 1 до 1000.
refusal-deadline-after-start = Запись должна закончиться раньше, чем начнётся мероприятие.
refusal-end-before-start = Окончание не может быть раньше начала.
refusal-no-seats-for-guests = { $free ->
        [0] Для гостей мест нет. Ваше место остаётся за вами.
        [one] Для гостей осталось только { $free } место. Ваше остаётся за вами.
        [few] Для гостей осталось только { $free } места. Ваше остаётся за вами.
       *[other] Для гостей осталось только { $free } мест. Ваше остаётся за вами.
    }
refusal-guests-range = Гостей может быть от 0 до { $most }.
refusal-party-too-big = { $capacity ->
        [one] Всего { $capacity } место: вместе с гостями вы не поместитесь.
        [few] Всего { $capacity } места: вместе с гостями вы не поместитесь.
       *[other] Всего { $capacity } мест: вместе с гостями вы не поместитесь.
    }
refusal-not-coming = Сначала нажмите «Приду», потом добавляйте гостей.
refusal-not-waiting = Этот человек уже не в очереди.
refusal-link-unknown = Такой ссылки нет. Возможно, она скопирована не целиком.
refusal-link-revoked = Эту ссылку отозвали. Попросите новую.
refusal-link-used = По этой ссылке уже вошёл другой человек. Попросите новую.
refusal-link-expired = Срок ссылки истёк. Попросите новую.
refusal-link-revoked-already = Эта ссылка уже отозвана.
refusal-link-used-already = По этой ссылке уже вошли. Если это не тот человек, нажмите «Это не он» в сообщении об этом.
refusal-deny-nothing = Уже отозвано: по этой ссылке больше никто не представлен.
refusal-rep-already = Вы уже представляете эту организацию: { $name }. Ссылка цела: передайте её коллеге.
refusal-role-already = У вас уже есть эта роль. Ссылка цела: передайте её коллеге.
refusal-request-too-many = Три ваши просьбы уже ждут ответа. Дождитесь его, пожалуйста.
refusal-request-needless = Вы уже представляете эту организацию: { $name }.
refusal-request-approved = Просьбу уже подтвердил кто-то из коллег.
refusal-request-declined = Просьбу уже отклонил кто-то из коллег.
refusal-request-gone = Этой просьбы больше нет: человек удалил свои данные.
refusal-branch-gone = Такой библиотеки в списке больше нет.
refusal-partner-gone = Такой организации в списке больше нет.
refusal-partner-archived = Организация уже в архиве: { $name }. Верните её, чтобы изменить.
refusal-partner-name-taken = Организация уже есть в списке: { $name }.
refusal-partner-name-in-archive = Организация уже есть, она в архиве: { $name }. Верните её оттуда.
refusal-agreement-gone = Этого договора в списке больше нет.
refusal-rep-gone = Этого человека среди представителей больше нет.
refusal-rep-forgotten = Вернуть уже нельзя: бот его забыл.
refusal-rep-twice = Этот человек уже представляет организацию.
refusal-agreement-end-before-start = Окончание не может быть раньше начала.
refusal-name-several = Здесь несколько человек.
refusal-name-unclear = Не получилось прочесть имя. Напишите «Петрова Анна Ивановна» или по частям: Фамилия / Имя / Отчество.
refusal-site-unclear = Это не похоже на адрес сайта. Напишите, например: www.tverlib.ru.
refusal-phone-unclear = Не получилось прочесть телефон. Напишите, например: +7 (4822) 34-29-20, доб. 12.
refusal-draft-gone = Этот черновик уже закрыт: он отправлен или удалён. Мероприятия – в /events.
refusal-consent-adult = Отметьте, пожалуйста, что вам есть 18 лет: без этого записать вас нельзя. Младше – на мероприятие вас может записать взрослый, своим гостем.
refusal-text-too-long = Слишком длинно: { $length } при { $most } возможных. Напишите короче.
refusal-names-in-chat = Фамилии в переписке библиотека не принимает. Напишите то же без них.
refusal-text-empty = Напишите хотя бы слово.
refusal-number-wanted = Напишите число, например 40.
refusal-last-admin = Это последний администратор. Сначала дайте эту роль кому-то ещё.
refusal-group-closed = Туда написать не получилось: меня удалили или запретили писать. Я убрал этот чат из списка.
refusal-name-taken = Библиотека с таким названием уже есть.
refusal-role-in-settings = Эта роль задана в настройках программы, здесь её не снять.
refusal-form-empty = Напишите хотя бы слово.
refusal-form-too-long = Слишком длинно: { $length } при { $most } возможных. Сократите, пожалуйста.
refusal-form-answer-wrong = Такой ответ сюда не подходит.
refusal-form-number-wanted = Здесь нужно число, например 40.
refusal-form-number-whole = Здесь нужно целое число без минуса, например 40.
refusal-form-number-one = Здесь несколько чисел, а нужно одно.
refusal-form-number-range = Число может быть от { $lowest } до { $highest }.
refusal-form-option-gone = Такого варианта больше нет.
refusal-form-too-few =
    { $fewest ->
        [1] Отметьте хотя бы один вариант.
       *[other] Отметьте не меньше { $fewest }.
    }
refusal-form-too-many = Можно отметить не больше { $most }.
refusal-form-question-gone = Этот вопрос больше не нужен.
refusal-form-required = Без этого ответа дальше нельзя.
refusal-form-nothing-selected = Сначала выберите ответ.
refusal-form-moved-on = Это уже позади.
refusal-form-all-answered = Вопросов больше нет. Проверьте и нажмите кнопку внизу – или выберите, что изменить.
refusal-form-wanted-text = Здесь нужен текст: напишите его сообщением.
refusal-form-wanted-choice = Такого варианта нет. Выберите кнопкой.
refusal-form-wanted-button =
    { $sent ->
        [photo] Картинка
        [voice] Голосовое сообщение
        [document] Файл
       *[other] Такое сообщение
    } здесь не подойдёт: { $own ->
        [yes] выберите ответ кнопкой или напишите свой.
       *[no] выберите ответ кнопкой.
    }
refusal-form-own-words = Напишите свой вариант сообщением или отметьте другой.
refusal-form-wanted-date = Здесь нужна дата, например: 27 апреля в 14.00.
refusal-form-wanted-photo = Здесь нужна картинка. Пришлите её как фото, не файлом.
refusal-form-wanted-time = Здесь нужно время, например: 14.00.
refusal-form-wanted-place = Здесь нужно место. Отправьте его: скрепка → «Геопозиция».
refusal-form-wanted-file = Здесь нужен файл. Пришлите его сообщением.
refusal-form-wanted-press = Прочитайте и нажмите кнопку внизу.
refusal-form-said = { $text }
refusal-form-constraint = Такой ответ здесь не подходит. Посмотрите подсказку и ответьте иначе.
refusal-form-when-unclear = Не получилось прочесть «{ $value }». Напишите, например: 27 апреля в 14.00.
refusal-form-when-several = Здесь несколько дат или времён, а нужно одно: «{ $value }».
refusal-form-when-no-date = Не вижу даты. Напишите, например: 27 апреля.
refusal-form-when-no-time = Не вижу времени. Напишите, например: 14.00.
refusal-form-when-no-such-date = Такой даты не бывает: «{ $value }».
refusal-form-when-no-such-time = Такого времени не бывает: «{ $value }».
refusal-form-when-end-before-start = Окончание раньше начала: «{ $value }».
refusal-bad-hours = Не получилось прочесть часы. Напишите так: пн–пт 10–19; сб 9–17.
refusal-bad-sanitary-day = Не получилось прочесть день. Напишите так: последняя среда.
refusal-page-link-over = Ссылка уже не действует. Попросите в боте новую.
refusal-letter-gone = Этого письма больше нет.
refusal-letter-expired = Черновик пролежал больше суток и больше не отправится. Начните письмо заново.
refusal-letter-changed = Письмо с тех пор изменилось. Посмотрите, что в нём теперь.
refusal-letter-sent = Письмо уже отправлено.
refusal-page-too-large = Этот файл или текст слишком велик.
refusal-page-nothing = Такой страницы нет. Вернитесь к боту и откройте её заново.
refusal-page-failed = Что-то пошло не так, и это не ваша вина. Попробуйте ещё раз; если не поможет, сообщите библиотеке номер { $number }.
refusal-questionnaire-gone = Такой анкеты больше нет.
refusal-survey-nobody = Таких организаций нет: спрашивать некого. Измените, кого спросить.
refusal-response-gone = Этого ответа больше нет.
refusal-survey-gone = Такого опроса больше нет.
refusal-survey-closes-before-opening = Опрос закрывается раньше, чем открывается. Выберите другой день.
refusal-survey-closes-in-the-past = Этот день уже прошёл. Выберите, до какого дня ждать ответов.
refusal-survey-over = Опрос закрыт: ответы больше не принимаем.
refusal-survey-typed-late = Опрос закрыт: вносить ответы с бланков уже поздно.
refusal-survey-not-open = Опрос ещё не открыт.
refusal-survey-they-answered = Организация уже ответила сама: её ответы остаются.
refusal-survey-picture-wrong = Нужна картинка PNG, JPEG или WebP не больше 5 МБ.
refusal-survey-picture-whose = Сейчас анкета не ждёт картинок.
refusal-survey-picture-which = Какая это картинка? Нужны: { $names }. Пришлите файл с таким именем или подпишите фотографию.
refusal-survey-not-asked = Эту организацию в опрос не приглашали.
refusal-survey-frozen = Опрос уже идёт: текст и список организаций не изменить. Можно изменить срок.
refusal-survey-nothing-sent = Ответов вашей организации пока нет.
refusal-survey-too-late-for-that = До этого времени опрос уже закроется. Выберите другое.
refusal-survey-published = Этот опрос уже начат.
refusal-rep-nobody = Напишите хотя бы фамилию или должность.
refusal-email-unclear = Это не похоже на адрес почты.
refusal-table-too-large = Файл больше 20 МБ. Оставьте в таблице только нужное.
refusal-file-not-there = Получить этот файл не удалось. Пришлите его ещё раз.
refusal-table-encoding = Не разобрал буквы в файле: кодировка незнакомая. Сохраните таблицу как .xlsx.
refusal-table-too-many-rows = В таблице больше 20 000 строк. Разделите её.
refusal-table-old-excel = Этот файл старого Excel не открывается. Сохраните его как .xlsx.
refusal-table-quotes = Кавычки в файле закрыты не везде, и строки слипаются. Сохраните таблицу как .xlsx.
refusal-table-locked = Файл защищён паролем. Снимите пароль и пришлите ещё раз.
refusal-table-other-kind = Таблицы такого вида не читаю. Сохраните файл как .xlsx.
refusal-table-not-a-workbook = Это не книга Excel, файл только так назван. Сохраните таблицу как .xlsx или .csv.
refusal-table-not-a-table = Это не таблица. Пришлите .xlsx или .csv.
refusal-table-zip-bomb = Файл распаковывается во что-то огромное. Сохраните таблицу заново.
refusal-table-empty = Таблица пуста.
refusal-table-hidden = Таблица есть только на скрытом листе, а скрытые не читаю: { $sheets }. Покажите лист и пришлите файл ещё раз.
refusal-child-too-long = Слишком долго: за минуту не вышло. Возьмите файл поменьше.
refusal-child-too-big = Не хватило памяти. Возьмите файл поменьше.
refusal-child-broke = Не получилось. Попробуйте ещё раз.
refusal-import-over = Просмотр устарел. Пришлите файл ещё раз.
refusal-import-done = Уже внесено.
refusal-import-outdated = Список партнёров изменился. Посмотрите ещё раз, что будет внесено.
refusal-import-doubtful = Сначала решите про похожие организации.
refusal-page-no-file = Выберите файл.
refusal-feed-nowhere = Адреса для подписки у бота нет.
refusal-event-draft = Мероприятие ещё не объявлено.
refusal-event-review = Мероприятие ждёт проверки.
refusal-event-held = Мероприятие уже прошло.
refusal-event-reported = Мероприятие прошло, итоги внесены.
refusal-no-minutes = Окончание совпадает с началом: мероприятие длилось бы ноль минут.
refusal-agenda-item-gone = Этого пункта в программе уже нет.
refusal-agenda-minutes = Минут – от 1 до { $most }.
refusal-report-visits = Число посещений – от 0 до { $most }.
refusal-report-negative = Меньше нуля быть не может.
refusal-report-ages = До 14 лет и от 15 до 30 вместе не может быть больше, чем пришло всего: { $total }.
refusal-report-disability = Гостей с инвалидностью не может быть больше, чем пришло всего: { $total }.
refusal-not-in-review = Мероприятие уже не на проверке.
refusal-feedback-time = Оценить можно в течение месяца после мероприятия.
refusal-feedback-not-there = Оценивают те, кто был на мероприятии.
refusal-template-gone = Такого образца уже нет.
refusal-templates-many = Образцов уже { $most }. Уберите лишний.
refusal-agenda-many = В программе не больше { $most } пунктов.
refusal-question-length = Вопрос – от 1 до { $most } знаков.
refusal-question-options = Вариантов нужно от 2 до { $most }, каждый с новой строки.
refusal-question-option-length = Вариант – не длиннее { $most } знаков.
refusal-questions-many = Больше { $most } вопросов при записи не задать.
refusal-talks-closed = Темы выступлений больше не принимаются.
refusal-talk-gone = По этому выступлению уже решено.
refusal-sign-up-first = Сначала нажмите «Приду».
refusal-door-closed = Отмечают на входе за три часа до начала и неделю после. Начало: { $start }.
refusal-door-people = Человек – от 1 до { $most }.
refusal-door-not-signed = Этот человек не записан на мероприятие.
refusal-door-code-unknown = Такого кода нет.
refusal-door-no-names = Имён в группах не записываем: только название и число.
refusal-door-group-number = Сколько человек в группе? Например: 6 «Б», 24 человека.
refusal-door-offer-gone = Свободных мест уже нет: их заняли раньше.
refusal-not-waiting-you = Вы не в очереди на это мероприятие.
refusal-link-wrong = Ссылка начинается с https:// и без пробелов.
refusal-series-many = В серии от 1 до { $most } дат, а получилось { $number }. Длинную серию объявите двумя.
refusal-series-date = Не понимаю дату: { $text }. Например: 4, 11 и 18 мая.
refusal-series-past = { $when } уже прошло.
refusal-series-nothing = Эти даты уже есть.
