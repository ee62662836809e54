# Мероприятия в работе
work-list = { $number ->
        [0] В работе ничего нет.
       *[other] <b>В работе: { $number }</b>
    }
work-button = В работе: { $number }
work-line = { $state } · { $day } { $title }
work-draft = Доработать
work-review = На проверке
work-agreeing = Согласуется
work-held = Нет итогов
work-cancelled = Отменено
work-button-past = Прошедшие и отменённые
work-past = { $number ->
        [0] Прошедших и отменённых мероприятий пока нет.
       *[other] <b>Прошедшие и отменённые мероприятия: { $number }</b>
    }
