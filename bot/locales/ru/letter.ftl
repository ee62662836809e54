# Письма партнёрам и гостям
letter-from = – { $library }
    Не хотите таких писем? Их можно выключить: /settings
letter-trial = <i>Проба: видите только вы.</i>
letter-ask = <b>Напишите письмо</b> одним сообщением, до { $most } знаков. Перед отправкой покажу, как оно придёт.
letter-preview = <b>Письмо придёт так, как выше.</b>
letter-dropped = Письмо удалено, никому ничего не отправлено.

letter-whom = Кому: { $whom }
letter-whom-all = все партнёры
letter-whom-partners = партнёры
letter-whom-found = { $number ->
        [one] { $number } выбранный
        [few] { $number } выбранных
       *[other] { $number } выбранных
    }
letter-whom-guests = { $event } – { $states }
letter-whom-unanswered = партнёры, которые не ответили на приглашение: { $event }
letter-without = Кроме: { $who }
letter-without-partners = { $number ->
        [one] { $number } организация
        [few] { $number } организации
       *[other] { $number } организаций
    }
letter-without-rested = кому писали за { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[other] { $days } дней
    }
letter-leaves = Уйдёт: { $when }
letter-reached = { $number ->
        [0] <b>Отправить некому</b>
        [one] Получит <b>{ $number } человек</b>
        [few] Получат <b>{ $number } человека</b>
       *[other] Получат <b>{ $number } человек</b>
    }

letter-number-sent = Доставлено: <b>{ $number }</b>
letter-number-waiting = Ждут отправки: { $number }
letter-number-blocked = Заблокировали бота: { $number }
letter-number-failed = Не приняты мессенджером: { $number }
letter-number-unknown = Неизвестно, дошло ли: { $number }
letter-number-missed = Опоздали и не отправлены: { $number }
letter-number-superseded = Остановлены или уже не нужны: { $number }
letter-number-unwilling = Не хотят рассылок: { $number }
letter-number-rested = Писали им недавно: { $number }
letter-number-unconsented = Отозвали согласие: { $number }
letter-number-unbound = Ещё не пришли в бот: { $number }

letter-under-way = <b>Письмо отправляется</b>
letter-done = <b>Письмо разослано</b>
letter-toast-sent = Отправлено. Когда всё дойдёт, пришлю итог
letter-toast-trial = Проба ниже
letter-toast-stopped = { $number ->
        [0] Останавливать нечего: всё уже ушло
        [one] Остановлено: { $number } письмо не уйдёт
        [few] Остановлено: { $number } письма не уйдут
       *[other] Остановлено: { $number } писем не уйдут
    }

letter-leave-out = <b>Кого оставить без письма?</b> Нажмите, чтобы снять или вернуть отметку.
letter-leave-sectors = <b>Каким сферам не писать?</b>

letter-list = { $total ->
        [0] <b>Письма</b>
            Пока ничего не отправляли. Гостям и партнёрам мероприятия пишут из «Управления».
       *[other] <b>Письма</b>
    }
letter-line = { $day }, «{ $text }»
    доставлено { $sent } из { $people }
letter-calls = <b>Кому позвонить</b>
    { $number ->
        [0] Письмо дошло всюду, звонить некому.
       *[other] Этим организациям письмо через бота не вручить.
    }
letter-callee = { $partner }
letter-callee-phone = { $partner } – { $phone }
letter-callee-person = { $name }, { $phone }

letter-state-going = придут
letter-state-queued = в очереди
letter-state-maybe = возможно
letter-state-declined = не придут

letter-button-write = Написать партнёрам
letter-button-send = Отправить: { $number }
letter-button-trial = Отправить себе
letter-button-rewrite = Текст
letter-button-whom = Кому
letter-button-drop = Отменить
letter-button-stop = Остановить
letter-button-calls = Кому позвонить: { $number }
letter-button-text = Текст
letter-button-list = ‹ Письма
letter-button-back = ‹ К письму
letter-button-whom-back = ‹ Кому
letter-button-sectors = Сферы
letter-button-rest = Кому писали за { $days } дней
letter-button-open = { $day }: { $text }
letter-button-event = Карточка мероприятия
letter-button-ready = Взять готовый текст
letter-ready =
    Здравствуйте! Напоминаем о приглашении: { $event }, { $when }.
    Ответьте, пожалуйста, сможете ли вы участвовать: кнопки – на карточке мероприятия.
