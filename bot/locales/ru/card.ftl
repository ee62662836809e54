# Карточка мероприятия
card-closed = Мероприятие больше не показывается: вашу организацию на него не приглашают.
card-title = «{ $title }»
card-name = { $form } «{ $title }»
card-heading = <b>{ $form } «{ $title }»</b> ({ $age })
card-heading-plain = <b>«{ $title }»</b> ({ $age })

card-when-range = { $start }–{ $end }
card-when-long = { $start } – { $end }

card-where = { $name }
    { $address }
card-where-hall = { $name }, { $hall }
    { $address }
card-where-address = { $address }
card-where-online = Онлайн

card-goal = <b>Цель.</b> { $goal }
card-summary = { $summary }

card-credits = { $number ->
        [one] Партнёр: { $names }
        [few] Партнёры: { $names }
       *[other] Партнёры: { $names }
    }
card-age = ({ $age })

card-cancelled = <b>Мероприятие отменено.</b> { $reason }
card-agreeing = <b>Согласуется с партнёрами.</b> Пока не объявлено.
card-begun = <b>Уже началось.</b>
card-over = <b>Уже прошло.</b>

card-seats-free = Свободно { $free } из { $capacity }{ $queued ->
        [0] {""}
       *[other] , в очереди { $queued }
    }
card-seats-none = Мест нет{ $queued ->
        [0] {""}
       *[other] , в очереди { $queued }
    }
card-counts = { $people ->
        [0] Пока никто не записался
       *[other] Придут: { $people }
    }{ $maybe ->
        [0] {""}
       *[other] , возможно: { $maybe }
    }
card-deadline = Ответить можно до { $day }, { $hour }
card-deadline-past = Запись закрыта.
card-deadline-leave = Если не сможете прийти – скажите, место займёт другой.

card-you-going = <b>{ $guests ->
        [0] Вы идёте.
        [one] Вы идёте, с вами { $guests } гость.
        [few] Вы идёте, с вами { $guests } гостя.
       *[other] Вы идёте, с вами { $guests } гостей.
    }</b>
card-you-queued = <b>Вы { $place }-й в очереди{ $guests ->
        [0] {""}
        [one] , с вами { $guests } гость
        [few] , с вами { $guests } гостя
       *[other] , с вами { $guests } гостей
    }.</b> Освободится место – сразу напишу.
card-you-maybe = <b>Вы, возможно, придёте.</b> Место за вами не занято.
card-part-stands = Ваша организация по-прежнему участвует.
card-you-declined = <b>Вы не придёте.</b>
card-you-declined-why = <b>Вы не придёте.</b> Причина: { $reason }.
card-you-may-still = Передумаете – нажмите «Приду».

card-wait-full = Мест нет.
card-wait-party = Вместе вам нужно больше мест, чем свободно.
card-wait-behind = Свободных мест не хватает тем, кто впереди вас.

card-button-going = Приду
card-button-maybe = Возможно
card-button-declined = Не смогу
card-button-chosen = ✓ { $label }
card-button-guest = +1 гость
card-button-fewer = −1 гость
card-button-why = Почему не смогу
card-button-colleague = Позвать коллегу
card-button-calendar = Календарь
card-button-map = Карта
card-button-more = Подробнее
card-button-list = ‹ Все мероприятия
card-button-manage = Управление
card-button-agree = Согласовать участие
card-button-part = Участие организации
card-draft = <b>Возвращено автору.</b> Пока не объявлено.
card-review = <b>Ждёт проверки.</b> Пока не объявлено.
card-button-questions = Ответить на вопросы
card-button-talk = Выступить
card-button-code = Мой код
card-when-days = { $first } – { $last }
card-begins = { $day }, { $hour }
card-link = <b>Ссылка для участия:</b> { $link }
card-button-dates = Все даты: { $number }
