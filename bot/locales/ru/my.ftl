# Мои ответы
my-list = <b>Ваши мероприятия</b>
my-none = Вы пока никуда не записаны.
my-line = <b>{ $title }</b>
    { $when }
    { $state }
my-none-but = Вы пока никуда не записаны.
my-button-parts = Согласовать участие: { $number }
my-button-proposals = Предложения
my-unanswered = Вы ещё не ответили
my-going = { $guests ->
        [0] Вы идёте
        [one] Вы идёте, с вами { $guests } гость
        [few] Вы идёте, с вами { $guests } гостя
       *[other] Вы идёте, с вами { $guests } гостей
    }
my-queued = Вы { $place }-й в очереди{ $guests ->
        [0] {""}
        [one] , с вами { $guests } гость
        [few] , с вами { $guests } гостя
       *[other] , с вами { $guests } гостей
    }
my-maybe = Возможно, придёте
my-declined = Не придёте
my-cancelled = Мероприятие отменено
