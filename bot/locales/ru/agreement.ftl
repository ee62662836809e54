# Договоры с партнёрами
agreement-type-contract = Договор о сотрудничестве
agreement-type-agreement = Соглашение
agreement-type-joint_plan = План совместной работы
agreement-numbered = { $type } № { $number }
agreement-endless = бессрочно
agreement-until =
    { $days ->
        [0] до { $end }, последний день
        [one] до { $end }, остался { $days } день
        [few] до { $end }, осталось { $days } дня
       *[other] до { $end }, осталось { $days } дней
    }
agreement-over = истёк { $end }
agreement-renews = продлевается сам
agreement-list = <b>{ $name }</b>: договоры
agreement-list-none = <b>{ $name }</b>: договоров пока нет.
agreement-line = { $number }. { $text }
agreement-line-of = { $number }. <b>{ $partner }</b>. { $text }
agreement-short-number = № { $number }
agreement-short-end = до { $end }
agreement-screen =
    <b>{ $agreement }</b>
    { $partner }
agreement-ending-list = <b>Договоры, срок которых истекает</b>
agreement-ending-none = В ближайшие 60 дней ни один договор не истекает.
agreement-preview = <b>{ $partner }. Всё верно?</b>
agreement-added = ✓ Договор добавлен.
agreement-changed = ✓ Изменения сохранены.
agreement-draft = Договор
agreement-doubt-over = Этот срок уже прошёл.
agreement-remove-ask = Убрать из списка? { $agreement }
agreement-toast-removed = Договор убран
agreement-toast-returned = Договор снова в списке
agreement-notice =
    <b>Заканчивается договор</b>
    { $partner }
    { $agreement }

    Продлите его – или измените дату.
agreement-notice-renews =
    <b>Подходит срок договора</b>
    { $partner }
    { $agreement }

    Если ничего не делать, он продлится. Новую дату окончания впишите в карточку.

agreement-ask-type = Что за документ?
agreement-ask-number = Какой номер?
agreement-ask-ends = До какого числа действует?
agreement-hint-ends = Можно срок целиком: «с 1 сентября 2018 по 31 мая 2019».
agreement-ask-renews = Продлевается сам?
agreement-ask-starts = С какого числа действует?
agreement-ask-signed = Когда подписан?
agreement-ask-responsible = Кто отвечает от библиотеки?
agreement-ask-rep = Кто отвечает от партнёра?
agreement-ask-notes = Что ещё важно помнить?
agreement-label-type = Документ
agreement-label-number = Номер
agreement-label-ends = Действует до
agreement-label-renews = Продлевается сам
agreement-label-starts = Действует с
agreement-label-signed = Подписан
agreement-label-responsible = Отвечает от библиотеки
agreement-label-rep = Отвечает от партнёра
agreement-label-notes = Заметки

agreement-button-add = + Договор
agreement-button-back = ‹ Договоры
agreement-button-open = Открыть договор
agreement-button-endless = Бессрочно
agreement-button-remove = Убрать
agreement-button-remove-yes = Да, убрать
