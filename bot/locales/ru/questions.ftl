# Вопросы при записи
questions-title = <b>Вопросы при записи.</b> Ответили: { $answered }
questions-none = Вопросов нет. Их увидят те, кто нажмёт «Приду».
questions-ask = Напишите вопрос. Если нужны варианты – каждый с новой строки под вопросом.
questions-line = { $number }. { $text }
questions-option = { $text }: { $number }
questions-words = – { $text }
questions-hidden = Ответов словами: { $number }. В переписке их не показываю.
questions-of-guest = Ответы: { $words }
questions-wanted = { $number ->
        [one] <b>Вы записаны.</b> У организатора есть { $number } вопрос.
        [few] <b>Вы записаны.</b> У организатора есть { $number } вопроса.
       *[other] <b>Вы записаны.</b> У организатора есть { $number } вопросов.
    }
questions-thanks = <b>Спасибо, организатор увидит ваши ответы.</b>
questions-draft = Вопросы при записи
questions-hint = Без чужих личных данных.
questions-button-add = + Вопрос
questions-button-drop = Убрать { $number }
questions-button-answer = Ответить
