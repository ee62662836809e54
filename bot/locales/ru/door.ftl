# На входе
door-title = <b>На входе</b>
door-numbers = Пришло: <b>{ $people }</b> (по записи { $claimed } из { $expected }, без записи { $others })
door-nobody = По записи никто не ожидается.
door-group = { $name } – { $people }
door-line = { $number }. { $who }{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    }
door-line-came = ✓ { $number }. { $who }{ $guests ->
        [0] {""}
       *[other] {" "}+{ $guests }
    }
door-ask-group = Какая группа и сколько человек? Например: 6 «Б», 24 человека. Имён детей не записываем.
door-code = <b>Ваш код для входа.</b> Покажите его сотруднику библиотеки.
door-show-code = Это ваш код: покажите его сотруднику на входе.
door-not-yours = Это код для входа на мероприятие. Его отмечает сотрудник библиотеки.
door-other-event = <b>Этот код – на другое мероприятие:</b> { $event }, { $when }. Сейчас на него не отмечают.
door-scanned = { $people ->
        [one] <b>Отмечено: { $people } человек.</b>
        [few] <b>Отмечено: { $people } человека.</b>
       *[other] <b>Отмечено: { $people } человек.</b>
    }
door-offer = <b>Есть места!</b> Кто-то записался и пока не пришёл. Успеваете к { $hour } – займите место: его получит тот, кто нажмёт первым.
door-soon = <b>{ $number ->
        [one] { $number } человек ждёт места, а на входе никто не отмечен.
        [few] { $number } человека ждут места, а на входе никто не отмечен.
       *[other] { $number } человек ждут места, а на входе никто не отмечен.
    }</b> В { $hour } предложу им места тех, кто не отмечен. Отмечайте пришедших: их места останутся за ними.
door-toast-came = Пришли: { $people }
door-toast-back = Отметка снята
door-toast-taken = Место ваше. Ждём вас до начала.
door-button-walk-in = Без записи +1
door-button-group = + Группа
door-button-drop = Убрать группу
door-button-unsigned = Отметить без записи
door-button-take = Успеваю, займу место
door-button-back = ‹ На входе
door-nameless = Гость
