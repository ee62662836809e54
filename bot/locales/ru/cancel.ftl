# Отмена мероприятия
cancel-ask = <b>Почему отменяете?</b> Выберите или напишите: причину увидят все, кого это касается.
cancel-reason-speaker = Болезнь ведущего
cancel-reason-hall = Помещение недоступно
cancel-reason-few = Мало участников
cancel-reason-later = Проведём позже, о новой дате сообщим
cancel-preview = <b>Отменить? Вернуть будет нельзя.</b>
cancel-preview-reason = Причина: { $reason }
cancel-preview-told = { $number ->
        [0] Сообщать некому.
        [one] Об этом узнает { $number } человек.
        [few] Об этом узнают { $number } человека.
       *[other] Об этом узнают { $number } человек.
    }
cancel-done = Отменено
cancel-button-yes = Да, отменить мероприятие
cancel-button-no = Не отменять
