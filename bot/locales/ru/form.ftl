# Анкеты и карточки: вопросы, ответы, проверка
form-progress = { $number } из { $total }
form-question = <b>{ $text }</b>
form-standing = Сейчас: { $value }
form-proposal = <b>{ $value }</b>
form-answer = { $label }: { $value }
form-no-answer = –
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
        [one] Тогда не понадобится ответ { $names }. Он сохранится и вернётся, если передумаете.
       *[other] Тогда не понадобятся ответы { $names }. Они сохранятся и вернутся, если передумаете.
    }
form-preview = <b>Проверьте ответы</b>
form-what-change = <b>Что изменить?</b>
form-leaving = { $title }: прерваться? Всё введённое сохранено.
form-waiting = Черновик сохранён: { $title }
form-dropped = Черновик удалён.

form-toast-moved-on = Это уже позади. Вот где вы сейчас
form-toast-kept = Сохранено

form-button-back = ‹ Назад
form-button-skip = Пропустить
form-button-clear = Убрать
form-button-done = Готово
form-button-yes = Да, верно
form-button-again = Изменить
form-button-keep = Дальше ›
form-button-read = Понятно
form-button-leave = Отменить
form-button-submit = Отправить
form-button-change = Изменить
form-button-to-preview = ‹ К просмотру
form-button-add = + { $label }
form-button-marked = ✓ { $text }
form-button-group = { $name } ›
form-button-groups = ‹ Назад к списку
form-button-resume = Продолжить
form-button-later = Отложить
form-button-drop = Удалить черновик
form-button-menu = ‹ Меню

refusal-form-empty = Напишите хотя бы слово.
refusal-form-too-long = Слишком длинно: { $length } при { $most } возможных. Сократите, пожалуйста.
refusal-form-answer-wrong = Такой ответ сюда не подходит.
refusal-form-number-wanted = Здесь нужно число, например 40.
refusal-form-number-whole = Здесь нужно целое число без минуса, например 40.
refusal-form-number-one = Здесь несколько чисел, а нужно одно.
refusal-form-number-range = Число может быть от { $lowest } до { $highest }.
refusal-form-option-gone = Такого варианта больше нет.
refusal-form-too-few =
    { $fewest ->
        [one] Отметьте хотя бы один вариант.
       *[other] Отметьте не меньше { $fewest }.
    }
refusal-form-too-many = Можно отметить не больше { $most }.
refusal-form-question-gone = Этот вопрос больше не нужен.
refusal-form-required = Без этого ответа дальше нельзя.
refusal-form-nothing-selected = Сначала выберите ответ.
refusal-form-moved-on = Это уже позади.
refusal-form-all-answered = Вопросов больше нет. Проверьте и нажмите кнопку внизу – или выберите, что изменить.
refusal-form-wanted-text = Здесь нужен текст: напишите его сообщением.
refusal-form-wanted-choice = Такого варианта нет. Выберите кнопкой.
refusal-form-wanted-date = Здесь нужна дата, например: 27 апреля в 14.00.
refusal-form-wanted-photo = Здесь нужна картинка. Пришлите её как фото, не файлом.
refusal-form-wanted-press = Прочитайте и нажмите кнопку внизу.
refusal-form-when-unclear = Не получилось прочесть «{ $value }». Напишите, например: 27 апреля в 14.00.
refusal-form-when-several = Здесь несколько дат или времён, а нужно одно: «{ $value }».
refusal-form-when-no-date = Не вижу даты. Напишите, например: 27 апреля.
refusal-form-when-no-time = Не вижу времени. Напишите, например: 14.00.
refusal-form-when-no-such-date = Такой даты не бывает: «{ $value }».
refusal-form-when-no-such-time = Такого времени не бывает: «{ $value }».
refusal-form-when-end-before-start = Окончание раньше начала: «{ $value }».
