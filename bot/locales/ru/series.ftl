# Несколько дат под одним объявлением
series-title = <b>Даты: { $number }</b>
series-hint = Добавьте ещё: раз в неделю в тот же час – кнопкой, или напишите, например: 4, 11 и 18 мая
series-preview = { $number ->
        [one] <b>Добавить { $number } дату?</b>
        [few] <b>Добавить { $number } даты?</b>
       *[other] <b>Добавить { $number } дат?</b>
    }
series-line-doubt = { $when } – <b>{ $doubts }</b>
series-more = { $number ->
        [one] … и ещё { $number } дата
        [few] … и ещё { $number } даты
       *[other] … и ещё { $number } дат
    }
series-doubt-holiday = праздник
series-doubt-sanitary = санитарный день
series-doubt-closed = библиотека закрыта
series-doubt-hall = зал занят
series-dates = <b>Ближайшие даты: { $number }</b>
series-date = { $state }{ $when } · { $seats }
series-going = ✓{" "}
series-queued = (в очереди){" "}
series-maybe = (возможно){" "}
series-seats = мест: { $free }
series-people = придут: { $people }
series-cancelled = отменено
series-toast-added = Даты объявлены
series-toast-all = Мест получено: { $seated }, в очереди: { $queued }
series-button-add = { $number ->
        [one] Добавить { $number } дату
        [few] Добавить { $number } даты
       *[other] Добавить { $number } дат
    }
series-button-back = ‹ Даты
series-button-all = Записаться на все: { $number }
series-button-weeks = { $number ->
        [one] Ещё { $number } неделя
        [few] Ещё { $number } недели
       *[other] Ещё { $number } недель
    }
