# Новое мероприятие и правка объявленного
new-ask-title = Как называется?
new-hint-title = Можно сразу одной строкой: Круглый стол «Наш принцип» 27 апреля в 14.00, Герцена, 30 мест
new-ask-form = Что это будет?
new-ask-when = Когда?
new-hint-when = Выберите день (неделя с понедельника) или напишите, например: 27 апреля в 14.00
new-ask-branch = Где?
new-ask-address = По какому адресу?
new-ask-hall = В каком зале?
new-ask-capacity = Сколько мест?
new-hint-capacity = Выберите или напишите число от 1 до 1000.
new-ask-age = Возрастная маркировка?
new-ask-ends = Когда закончится?
new-ask-goal = Какова цель?
new-ask-agenda = Что в повестке?
new-hint-agenda = Каждый пункт – с новой строки.
new-ask-partners = Кто из партнёров участвует?
new-hint-partners = Отметьте или напишите часть названия.
new-ask-audience = Для кого?
new-ask-summary = Расскажите о мероприятии в двух фразах
new-ask-deadline = До какого времени отвечать?
new-hint-deadline = По умолчанию – до начала.
new-ask-poster = Пришлите афишу картинкой

new-label-title = Название
new-label-form = Форма
new-label-when = Дата и время
new-label-branch = Место
new-label-address = Адрес
new-label-hall = Зал
new-label-capacity = Места
new-label-age = Возраст
new-label-ends = Окончание
new-label-goal = Цель
new-label-agenda = Повестка
new-label-partners = Партнёры
new-label-audience = Для кого
new-label-summary = О мероприятии
new-label-deadline = Срок ответа
new-label-poster = Афиша

new-group-talk = Встречи и беседы
new-group-literature = Литература
new-group-display = Выставки
new-group-game = Игры и конкурсы
new-group-making = Занятия
new-group-club = Клуб
new-group-complex = Акции и праздники
new-group-visit = Выезды

new-option-other-form = Своя форма
new-option-offsite = Другой адрес
new-option-online = Онлайн

new-doubt-past = ⚠️ Это время уже прошло.
new-doubt-holiday = ⚠️ Это праздничный день.
new-doubt-sanitary = ⚠️ У библиотеки в этот день санитарный день.
new-doubt-closed = ⚠️ Библиотека в это время закрыта.
new-doubt-deadline = ⚠️ Срок ответа уже прошёл: записаться никто не сможет.
new-doubt-hall = ⚠️ Зал в это время занят: { $event }, { $when }
new-doubt-weekday = ⚠️ День недели не сходится: вы написали «{ $said ->
        [0] понедельник
        [1] вторник
        [2] среда
        [3] четверг
        [4] пятница
        [5] суббота
       *[6] воскресенье
    }».
new-doubt-seats = ⚠️ Мест может быть от 1 до 1000: «{ $text }» не учтено.
new-doubt-unread = Не удалось понять: «{ $text }».

new-preview = Так карточку увидят гости. Всё верно?
new-preview-change = <b>Проверьте изменения</b>
new-preview-same = Пока ничего не изменено.
new-preview-agenda = <b>Повестка</b>
new-preview-partners = <b>Партнёры:</b> { $names }
new-preview-partner = { $partner } ({ $role })
new-moved = Было: { $old }
    Станет: { $new }
new-relocated = Было: { $old }
    Станет: { $new }
new-told =
    { $number ->
        [one] Об этом сразу узнает { $number } человек.
        [few] Об этом сразу узнают { $number } человека.
       *[other] Об этом сразу узнают { $number } человек.
    }
new-told-nobody = Новая дата уже прошла, поэтому никому сообщать не буду.
new-changed-all = { $number ->
        [one] <b>Изменено для { $number } даты.</b>
        [few] <b>Изменено для { $number } дат.</b>
       *[other] <b>Изменено для { $number } дат.</b>
    }
new-changed = <b>Изменения сохранены.</b>
new-unchanged = <b>Ничего не изменено.</b>

new-draft-nameless = Новое мероприятие
new-draft = Мероприятие «{ $title }»
new-draft-change = Изменения в «{ $title }»
new-drafts =
    { $number ->
        [one] Есть незаконченный черновик. Продолжить его?
        [few] Есть незаконченные черновики: { $number }. Продолжить?
       *[other] Есть незаконченные черновики: { $number }. Продолжить?
    }

new-button-no-limit = Без ограничения
new-button-no-hall = Зал не нужен
new-button-publish = Опубликовать
new-button-agree = Сначала согласовать с партнёрами
new-button-roles = Роли партнёров
new-button-save = Сохранить
new-button-save-all = Сохранить для всех дат: { $number }
new-button-save-and-tell = Сохранить и сообщить
new-button-fresh = Новое мероприятие
new-button-hand-in = На проверку
new-repeated = Всё, кроме дат и записи гостей, – как было.
new-templates = Можно начать с образца:
new-button-template = Образец: { $title }
new-button-template-drop = Убрать образец
new-template-kept = Сохранено как образец: «{ $title }». Он появится в /new.
new-template-which = Какой образец убрать?
new-template-none = Образцов нет.
new-left-alone = <b>Мероприятие не закончено.</b> { $title } ждёт вас. Если не продолжить, { $day } черновик удалится.
new-ask-first = С какого дня открыта?
new-hint-first = Можно сразу: с 22 августа по 12 сентября
new-label-first = Первый день
new-ask-last = До какого дня?
new-label-last = Последний день
new-button-with-hour = Есть час начала
new-button-one-day = Один день
new-ask-link = По какой ссылке смотреть?
new-hint-link = Её увидят только те, кто придёт. Можно добавить позже.
new-label-link = Ссылка
