# Анкета на бумаге
paper-asks = Спрашивает: { $library }
paper-minutes = { $minutes ->
        [one] Заполнение займёт { $minutes } минуту.
        [few] Заполнение займёт { $minutes } минуты.
       *[other] Заполнение займёт { $minutes } минут.
    }
paper-until = Верните анкету до: { $at }
paper-who-sees = Ответы с названием организации увидят только сотрудники библиотеки, которые ведут опрос. В отчёт попадут общие цифры.
paper-organisation = Организация
paper-date = Дата
paper-only = Вопросы { $first }–{ $last }: отвечайте, если { $when }.
paper-only-one = Вопрос { $number }: отвечайте, если { $when }.
paper-if-fits = это к вам относится
paper-each-row = Отметьте один ответ в каждой строке
paper-most = Отметьте не больше { $most }
paper-several = Можно отметить несколько
paper-other-words = Если { $when }: «{ $words }»
paper-repeat = Если записей несколько, заполните эти вопросы для каждой на отдельном листе.
paper-blank-number = ____________________
paper-blank-date = «____» ____________________ 20____ г.
paper-blank-time = ______ : ______
paper-blank-datetime = «____» ____________________ 20____ г., ______ : ______
paper-thanks = Спасибо!
paper-page = Страница
