# What guests say
feedback-thanks = <b>Thank you for coming!</b>
feedback-ask = How was it? 1 – not good, 5 – excellent.
feedback-given = You gave { $stars } of 5. Thank you! A few words are welcome, in one message.
feedback-said = Thank you, the library will read it.
feedback-title = <b>Feedback</b>
feedback-none = No words yet.
feedback-hidden = { $number ->
        [one] There is { $number } answer in words.
       *[other] There are { $number } answers in words.
    } They are not shown in chat: they may hold names.
feedback-line = <b>{ $stars } of 5.</b> { $words }
feedback-button-enough = Nothing to add
