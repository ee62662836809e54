# Неделя впереди
week-title = <b>Неделя впереди</b>
week-events = <b>Ваши мероприятия</b>
week-event = { $when } – { $title }, { $standing }
week-going-on = до { $until } – { $title }, { $standing }
week-going = вы идёте
week-maybe = возможно, придёте
week-queued = вы в очереди
week-yours = вы отвечаете
week-takes-part = организация участвует
week-rest = { $number ->
        [one] и ещё { $number } мероприятие
        [few] и ещё { $number } мероприятия
       *[other] и ещё { $number } мероприятий
    }
week-invitations = { $number ->
        [one] Вас пригласили, ответа пока нет: { $number } мероприятие.
        [few] Вас пригласили, ответа пока нет: { $number } мероприятия.
       *[other] Вас пригласили, ответа пока нет: { $number } мероприятий.
    }
week-parts = { $number ->
        [one] Ждёт согласования участие в { $number } мероприятии.
        [few] Ждёт согласования участие в { $number } мероприятиях.
       *[other] Ждёт согласования участие в { $number } мероприятиях.
    }
week-survey = Анкета «{ $title }» открыта до { $until }.{ $more ->
        [0] {""}
        [one] {" "}И ещё { $more } анкета.
        [few] {" "}И ещё { $more } анкеты.
       *[other] {" "}И ещё { $more } анкет.
    }
week-button-survey = Заполнить анкету
