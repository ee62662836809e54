# Отзывы гостей
feedback-thanks = <b>Спасибо, что пришли!</b>
feedback-ask = Как вам? 1 – не понравилось, 5 – отлично.
feedback-given = Ваша оценка: { $stars } из 5. Спасибо! Если хочется, добавьте пару слов одним сообщением.
feedback-said = Спасибо, передам библиотеке.
feedback-title = <b>Отзывы</b>
feedback-none = Отзывов словами пока нет.
feedback-hidden = { $number ->
        [one] Есть { $number } отзыв словами.
        [few] Есть { $number } отзыва словами.
       *[other] Есть { $number } отзывов словами.
    } В переписке их не показываю: в них могут быть имена.
feedback-line = <b>{ $stars } из 5.</b> { $words }
feedback-button-enough = Больше нечего добавить
