# Сообщения, которые приходят сами
notice-substitute = <b>Вместо вас придёт коллега</b>
notice-invitation = <b>Приглашаем вас.</b> Ответьте, пожалуйста, одной кнопкой.
notice-role = Ваша роль: { $role }
notice-part-stale = Ваше участие подтверждено на прежнюю дату. Подтвердите, пожалуйста, новую.
notice-moved = <b>Дата изменилась</b>
notice-moved-dates =
    Было: { $old }
    Стало: <b>{ $new }</b>
notice-other-dates = Так же изменились и остальные даты: они на карточке.
notice-relocated = <b>Место изменилось</b>
notice-places =
    Было: { $old }
    Стало: <b>{ $new }</b>
notice-place-unknown = не указано
notice-cancelled = <b>Мероприятие отменено</b>
notice-cancelled-reason = Причина: { $reason }
notice-seat = <b>Место освободилось – вы записаны!</b>
notice-queue-blocked =
    <b>Очередь стоит</b>
    { $event }
    { $party ->
        [one] Первым ждёт { $party } человек
        [few] Первыми ждут { $party } человека вместе
       *[other] Первыми ждут { $party } человек вместе
    }, а { $free ->
        [one] свободно только { $free } место
        [few] свободно только { $free } места
       *[other] свободно только { $free } мест
    }. Остальные ждут за ними. Можно добавить мест или посадить вне очереди.
notice-reminder = <b>{ $days ->
        [0] Сегодня в { $hour }
        [1] Завтра в { $hour }
        [one] Через { $days } день, в { $hour }
        [few] Через { $days } дня, в { $hour }
       *[other] Через { $days } дней, в { $hour }
    }</b>
notice-button-card = Карточка
notice-button-queue = Очередь
notice-button-seats = Добавить мест
notice-reminder-days = <b>Скоро открытие</b>
notice-claim = На это мероприятие есть очередь: если вас не будет за { $minutes } мин до начала, место могут отдать. Не сможете прийти – скажите.
