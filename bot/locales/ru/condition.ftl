condition-every = {" "}и{" "}
condition-any = {" "}или{" "}
condition-or = {" "}или{" "}
condition-quoted = «{ $text }»
condition-other = { $name ->
        [other] другое
       *[any] { $name }
    }
condition-chosen = в вопросе { $question } выбрано { $options }
condition-not-chosen = в вопросе { $question } не выбрано { $options }
condition-answered = на вопрос { $question } есть ответ
condition-not-answered = на вопрос { $question } нет ответа
condition-answer = в вопросе { $question } ответ { $answer }
condition-any-question = хотя бы в одном из вопросов { $question } ответ { $answer }
condition-any-row = хотя бы в одной строке вопроса { $question } ответ { $answer }
condition-is = «{ $number }»
condition-isnt = не «{ $number }»
condition-below = меньше { $number }
condition-above = больше { $number }
condition-most = не больше { $number }
condition-least = не меньше { $number }
