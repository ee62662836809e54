# Управление мероприятием
manage-title = <b>Управление</b>
manage-agreeing = <b>Управление.</b> Согласуется с партнёрами, пока не объявлено.
manage-published = <b>Опубликовано.</b> { $invited ->
        [0] Осталось позвать людей.
       *[other] Представители партнёров получат приглашения; у кого представителя ещё нет – видно в «Пригласить».
    }
manage-asked = <b>Партнёров спрошу.</b> { $number ->
        [one] Пока о мероприятии знает только { $number } партнёр.
        [few] Пока о мероприятии знают только { $number } партнёра.
       *[other] Пока о мероприятии знают только { $number } партнёров.
    } Опубликовать можно в «Управлении».
manage-counts = Придут: { $people }, возможно: { $maybe }, отказались: { $declined }
manage-counts-over = Записались: { $people }, возможно: { $maybe }, отказались: { $declined }
manage-lost = { $number ->
        [one] Не дошло { $number } сообщение – подробности в «Доставке».
        [few] Не дошло { $number } сообщения – подробности в «Доставке».
       *[other] Не дошло { $number } сообщений – подробности в «Доставке».
    }
manage-delivery = <b>Что и кому отправлено</b>
manage-nothing-sent = Пока ничего.
manage-delivered = { $what }: доставлено { $sent }{ $waiting ->
        [0] {""}
       *[other] , ждут отправки { $waiting }
    }{ $failed ->
        [0] {""}
       *[other] , не доставлено { $failed }
    }{ $unknown ->
        [0] {""}
       *[other] , неизвестно { $unknown }
    }
manage-out-of-reach = { $number ->
        [one] { $number } человек из тех, кого это касается, заблокировал бота. Сообщите ему сами.
        [few] { $number } человека из тех, кого это касается, заблокировали бота. Сообщите им сами.
       *[other] { $number } человек из тех, кого это касается, заблокировали бота. Сообщите им сами.
    }
manage-kind-invitation = Приглашения
manage-kind-part = Согласование участия
manage-kind-moved = Перенос
manage-kind-relocated = Смена места
manage-kind-cancelled = Отмена
manage-kind-seat = Освободилось место
manage-kind-week = Напоминание за неделю
manage-kind-day = Напоминание накануне
manage-kind-hours = Напоминание за пару часов

manage-button-back = ‹ Управление
manage-button-card = ‹ К карточке
manage-button-publish = Опубликовать
manage-button-partners = Партнёры
manage-button-change = Изменить
manage-button-move = Перенести
manage-button-cancel = Отменить
manage-button-invite = Пригласить
manage-button-link = Ссылка и QR
manage-button-groups = Анонс
manage-button-guests = Записались
manage-button-participants = Участники
manage-button-seats = Места
manage-button-delivery = Доставка
manage-button-write = Написать гостям
manage-button-remind = Напомнить тем, кто не ответил
manage-review = <b>Управление.</b> Ждёт проверки, пока не объявлено.
manage-returned = <b>Управление.</b> Возвращено на доработку: { $remark }
manage-held = <b>Управление.</b> Мероприятие прошло, итоги ещё не внесены.
manage-reported = <b>Управление.</b> Мероприятие прошло, итоги внесены.
manage-handed-in = <b>Отправлено на проверку.</b> Когда решат, сообщу.
manage-stars = Оценка гостей: { $stars } из 5, { $number ->
        [one] { $number } отзыв
        [few] { $number } отзыва
       *[other] { $number } отзывов
    }
manage-kind-thanks = Благодарность гостям
manage-button-hand-in = На проверку
manage-button-return = Вернуть с замечанием
manage-button-results = Итоги
manage-button-report = Внести итоги
manage-button-feedback = Отзывы
manage-button-not-held = Не состоялось
manage-button-repeat = Повторить
manage-button-template = В образцы
manage-button-programme = Программа
manage-button-door = На входе
manage-no-shows = Записались и не пришли: { $number }
manage-button-dates = Даты
manage-button-papers = Документы
