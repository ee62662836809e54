condition-every = {" "}and{" "}
condition-any = {" "}or{" "}
condition-or = {" "}or{" "}
condition-quoted = “{ $text }”
condition-other = { $name ->
        [other] other
       *[any] { $name }
    }
condition-chosen = { $options } is chosen in question { $question }
condition-not-chosen = { $options } is not chosen in question { $question }
condition-answered = question { $question } is answered
condition-not-answered = question { $question } is not answered
condition-answer = the answer to question { $question } is { $answer }
condition-any-question = an answer to any of questions { $question } is { $answer }
condition-any-row = an answer in any line of question { $question } is { $answer }
condition-is = “{ $number }”
condition-isnt = not “{ $number }”
condition-below = below { $number }
condition-above = above { $number }
condition-most = { $number } at most
condition-least = { $number } at least
