# Приглашения и ссылки
invite-link = Записаться: { $link }
invite-partners = <b>Партнёры мероприятия</b>
    Кнопка «Ссылка» даёт личную ссылку для представителя: передайте её как удобно.
invite-no-partners = У мероприятия пока нет партнёров. Добавить: «Изменить».
invite-line = { $partner } – { $state }
invite-part = { $role }: { $state }
invite-going = придут
invite-queued = в очереди
invite-maybe = возможно, придут
invite-declined = не придут
invite-silent = приглашены, не сказали, придут ли
invite-asked = представитель есть
invite-nobody = представителя ещё нет
invite-toast-link = Ссылка ниже
invite-partner-link =
    Приглашение для: { $partner }
    { $event }
    { $link }
    Ссылка личная: для одного человека, до { $until }
invite-groups = <b>Анонс</b>
    { $number ->
        [0] Каналов и групп у меня пока нет.
       *[other] Выберите канал или группу: сначала покажу, что там появится. После переноса или отмены запись обновится сама.
    }
    В любом другом чате: наберите @{ $bot } и слово из названия.
invite-button-partner = Ссылка: { $partner }
invite-button-add-group = Добавить в группу
