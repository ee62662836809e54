# Анкеты и карточки: вопросы, ответы, проверка
form-progress = { $number } из { $total }
form-question = <b>{ $text }</b>
form-standing = Сейчас: { $value }
form-proposal = <b>{ $value }</b>
form-answer = { $label }: <b>{ $value }</b>
form-answer-asked = { $label } – <b>{ $value }</b>
form-no-answer = нет ответа
form-quoted = «{ $text }»
form-line = { $number }. { $text }
form-line-marked = <b>{ $number }. { $text } ✓</b>
form-marked = Отмечено: { $value }
form-photo-there = есть
form-own = Напишите своими словами, до { $most } знаков.
form-found = По слову «{ $text }» нашлось: { $number }
form-what-hour = <b>{ $day }</b>
    Во сколько? Выберите или напишите.
form-what-day = В { $time }. Какого числа?
form-right = Всё верно?
form-still = Оставить так?
form-hides =
    { $number ->
        [1] Тогда не понадобится ответ { $names }. Он сохранится и вернётся, если передумаете.
       *[other] Тогда не понадобятся ответы { $names }{ $rest }. Они сохранятся и вернутся, если передумаете.
    }
form-and-more = {" "}и ещё { $number }
form-preview = <b>Проверьте ответы</b>
form-what-change = <b>Что изменить?</b>
form-leaving = { $title }. Прервать? Всё введённое сохранено.
form-waiting = Черновик сохранён. { $title }
form-left = Отменено.
form-dropped = Черновик удалён.

form-toast-moved-on = Это уже позади. Вот где вы сейчас
form-toast-changed = С тех пор ответ изменился. Проверьте ещё раз
form-toast-kept = Сохранено
form-toast-done = Уже сделано

form-button-back = ‹ Назад
form-button-skip = Пропустить
form-button-clear = Убрать
form-button-done = Готово
form-button-yes = Да, верно
form-button-again = Изменить
form-button-other-day = Другой день
form-button-keep = Дальше ›
form-button-read = Понятно
form-button-leave = Отменить
form-button-submit = Отправить
form-button-change = Изменить
form-button-to-preview = ‹ К просмотру
form-button-add = + { $label }
form-button-marked = ✓ { $text }
form-button-group = { $name } ›
form-button-more = Другие варианты ›
form-button-groups = ‹ Все варианты
form-button-resume = Продолжить
form-button-later = Отложить
form-button-drop = Удалить черновик
form-button-menu = ‹ Меню
form-typed-yes = да, верно, всё верно, ок, ага
form-typed-no = нет, неверно, не то, изменить
refusal-form-photo-pdf = Это PDF, а на карточке стоит картинка. Сохраните афишу как JPG или PNG (или снимите экран) и пришлите как фото.
refusal-form-photo-as-file = Картинка пришла файлом. Пришлите её как фото, со сжатием.
refusal-form-photo-large = Файл слишком большой: { $megabytes } МБ. Пришлите афишу как фото, со сжатием: так она станет меньше.
form-unchanged = ✓ Ничего не изменено.
