# Участники, очередь, места
seating-guests = <b>Записались</b>
    { $parties ->
        [0] Пока никто не записался.
        [one] { $parties } ответ «Приду», вместе с гостями придут: { $people }
        [few] { $parties } ответа «Приду», вместе с гостями придут: { $people }
       *[other] { $parties } ответов «Приду», вместе с гостями придут: { $people }
    }
seating-queue = <b>Очередь</b>
    { $number ->
        [0] Никто не ждёт.
       *[other] По порядку. Посадить вне очереди можно любого – с объяснением.
    }
seating-refusals = <b>Отказались: { $number }</b>
seating-line = { $number }. { $name }{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    }
seating-line-partner = { $partner }
seating-line-reason = «{ $reason }»
seating-nameless = Участник без имени
seating-ask-why = Почему вне очереди? Выберите или напишите.
seating-why-speaker = Выступает
seating-why-partner = Представляет партнёра
seating-why-agreed = Договорились лично
seating-capacity = <b>Сколько мест?</b> Выберите или напишите число от 1 до 1000.
seating-taken = Занято: { $people }
seating-toast-seated = Место дано, человеку сообщим
seating-toast-capacity = Число мест изменено
seating-button-queue = Очередь ({ $number })
seating-button-refusals = Отказы ({ $number })
seating-button-seat = Посадить { $place }-го ({ $party ->
        [one] { $party } место
        [few] { $party } места
       *[other] { $party } мест
    })
seating-button-step = +{ $step }
seating-button-no-limit = Без ограничения
seating-button-names = Имена и причины
seating-why-door = место у входа
