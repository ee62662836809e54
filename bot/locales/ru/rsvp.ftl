# Ответы на приглашение
rsvp-toast-going = Вы записаны: { $when }
rsvp-toast-guests = { $guests ->
        [0] Вы идёте без гостей
        [one] С вами { $guests } гость
        [few] С вами { $guests } гостя
       *[other] С вами { $guests } гостей
    }
rsvp-toast-queued = { $why } Вы { $place }-й в очереди
rsvp-toast-maybe = Отметили: возможно, придёте. Место за вами не занято
rsvp-toast-freed = Отметили: вы не придёте. Место освобождено
rsvp-toast-declined = Отметили: вы не придёте
rsvp-toast-already-going = Вы уже записаны
rsvp-toast-already-queued = Вы уже в очереди, { $place }-й
rsvp-toast-already-maybe = Уже отмечено: возможно, придёте
rsvp-toast-already-declined = Уже отмечено: вы не придёте
rsvp-toast-colleague = Ссылка ниже – перешлите её коллеге

rsvp-ask-why = Напишите одним сообщением, почему не сможете. Увидят только сотрудники библиотеки.
rsvp-why-kept = Спасибо, причину передали библиотеке.
rsvp-colleague =
    Не смогу прийти. Может быть, пойдёте вы?
    { $event }
    { $when }
    Записаться: { $link }
    Место не удерживается: кто раньше ответит, того и запишут.
rsvp-button-skip = Не указывать
