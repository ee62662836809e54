# Как работает бот
health-title = <b>Как работает бот</b>
health-well = Ничего не застряло.
health-stuck-messages = ⚠️ { $number ->
        [one] Не уходит { $number } сообщение
        [few] Не уходят { $number } сообщения
       *[other] Не уходят { $number } сообщений
    }, самое давнее – { $since }.
health-stuck-updates = ⚠️ { $number ->
        [one] Не разобрано { $number } обращение
        [few] Не разобраны { $number } обращения
       *[other] Не разобраны { $number } обращений
    } к боту, самое давнее – { $since }.
health-stuck-chores = ⚠️ { $number ->
        [one] Не сделана { $number } ночная работа
        [few] Не сделаны { $number } ночные работы
       *[other] Не сделаны { $number } ночных работ
    }, срок первой – { $since }. Возможно, не сохраняется резервная копия: проверьте место на диске.
health-failed-updates = За двое суток бот не справился с обращениями: { $number }. Людям принесены извинения, подробности – в журнале.
health-copy = <b>Последняя резервная копия</b>: { $when }
health-no-copy = <b>Резервной копии ещё нет</b>: бот сделает её ночью, в 3:30.
health-copies-elsewhere = <b>Резервные копии</b> бот сам не делает: спросите того, кто его запускает.
health-next = <b>Что бот отправит дальше</b>
health-nothing-next = Отправлять пока нечего.
health-next-reminder = { $when } – напоминание: { $title }
health-next-survey = { $when } – просьба ответить тем, кто ещё не ответил: { $title }
health-next-messages = { $when } – { $what }, { $number ->
        [one] { $number } человеку
        [few] { $number } людям
       *[other] { $number } людям
    }
health-kind-other = сообщение
health-lost = <b>Не дошло за сутки</b>: { $number }
    Заблокировали бота: { $gone }, отказ: { $failed }, неизвестно: { $unknown }
health-all-reached = Бота никто не заблокировал: написать можно всем, кто в него пришёл.
health-out-of-reach = <b>{ $number ->
        [one] Не получает сообщений { $number } человек
        [few] Не получают сообщений { $number } человека
       *[other] Не получают сообщений { $number } человек
    }</b>: бот ими заблокирован.
    Из них сотрудники: { $staff }, представители партнёров: { $reps }, идут на мероприятия: { $coming }. Им лучше позвонить.
health-names = Имена: { $names }
health-alarm = <b>Бот заметил неполадку</b>
health-alarm-more = Подробнее: /health. Если само не пройдёт, позовите того, кто запускает бота.
health-button-again = Обновить
health-when = { $weekday }, { $day }, { $time }
health-when-yesterday = вчера, { $time }
health-when-today = сегодня, { $time }
health-when-tomorrow = завтра, { $time }
