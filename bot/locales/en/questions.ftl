# Questions at sign-up
questions-title = <b>Questions at sign-up.</b> Answered: { $answered }
questions-none = No questions. Those who sign up would see them.
questions-ask = Write the question. Options, if any, each on a line below it.
questions-line = { $number }. { $text }
questions-option = { $text }: { $number }
questions-words = – { $text }
questions-hidden = Answers in words: { $number }. They are not shown in chat.
questions-of-guest = Answers: { $words }
questions-wanted = { $number ->
        [one] <b>You are in.</b> The organiser has { $number } question.
       *[other] <b>You are in.</b> The organiser has { $number } questions.
    }
questions-thanks = <b>Thank you, the organiser will see your answers.</b>
questions-draft = Questions at sign-up
questions-hint = No personal data of others.
questions-button-add = + Question
questions-button-drop = Drop { $number }
questions-button-answer = Answer
