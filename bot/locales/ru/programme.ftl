# Программа мероприятия
programme-title = <b>Программа</b>
programme-none = Пунктов пока нет.
programme-item = { $number }. { $text }
programme-about = <i>{ $about }</i>
programme-at = { $hour }
programme-takes = { $minutes } мин
programme-chair = Председатель: { $name }
programme-secretary = Секретарь: { $name }
programme-somebody = участник
programme-minutes = Пункты вместе: { $minutes } мин.
programme-over = <b>Не помещается:</b> пункты вместе – { $minutes } мин, это на { $over } мин дольше мероприятия.
programme-item-title = <b>{ $text }</b>
programme-item-minutes = { $minutes ->
        [0] Сколько минут? Выберите:
       *[other] Минут: { $minutes }
    }
programme-item-speaker = Выступает: { $name }
programme-ask-text = Как назвать этот пункт?
programme-ask-new = О чём новый пункт?
programme-ask-speaker = Кто выступает?
programme-ask-chair = Кто председатель?
programme-ask-secretary = Кто секретарь?
programme-type-name = Нет в списке – напишите, как напечатать: Баранова Е.П., методист
programme-type-office = Нет в списке – напишите должность и организацию. Имён в переписке нет: так решила библиотека.
programme-toast-dropped = Пункт убран
programme-button-add = + Пункт
programme-button-chair = Председатель
programme-button-secretary = Секретарь
programme-button-talks-off = Принимать темы выступлений
programme-button-talks-on = ✓ Темы выступлений принимаются
programme-button-talks = Предложено: { $number }
programme-button-questions = Вопросы при записи
programme-button-speaker = Кто выступает
programme-button-reword = Переименовать
programme-button-drop = Убрать
programme-button-nobody = Никто
programme-button-back = ‹ Программа
