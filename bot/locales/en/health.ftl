# How the bot is doing
health-title = <b>How the bot is doing</b>
health-well = Nothing is stuck.
health-stuck-messages = ⚠️ { $number ->
        [one] { $number } message does not leave
       *[other] { $number } messages do not leave
    }, the first has waited since { $since }.
health-stuck-updates = ⚠️ { $number ->
        [one] { $number } thing that people did is not taken up
       *[other] { $number } things that people did are not taken up
    }, the first has waited since { $since }.
health-stuck-chores = ⚠️ { $number ->
        [one] { $number } piece of the night’s work is not done
       *[other] { $number } pieces of the night’s work are not done
    }; the first was due { $since }. Perhaps the back-up cannot be kept: look at the room on the disk.
health-failed-updates = In two days the bot could not cope with { $number } of the things that people did. They were told so; the log says more.
health-copy = <b>Last back-up</b>: { $when }
health-no-copy = <b>There is no back-up yet</b>: the bot will make one at night, at 3:30.
health-copies-elsewhere = The bot makes no <b>back-ups</b> by itself: ask whoever runs it.
health-next = <b>What the bot will send next</b>
health-nothing-next = There is nothing to send yet.
health-next-reminder = { $when } – reminder: { $title }
health-next-survey = { $when } – asking those who have not answered: { $title }
health-next-messages = { $when } – { $what }, { $number ->
        [one] to { $number } person
       *[other] to { $number } people
    }
health-kind-other = message
health-lost = <b>Not arrived within a day</b>: { $number }
    Have blocked the bot: { $gone }, refused: { $failed }, unknown: { $unknown }
health-all-reached = Everybody can be written to.
health-out-of-reach = <b>{ $number ->
        [one] { $number } person gets no messages
       *[other] { $number } people get no messages
    }</b>: they have blocked the bot.
    Of them colleagues: { $staff }, who act for partners: { $reps }, who come to events: { $coming }. Better telephone them.
health-names = Names: { $names }
health-alarm = <b>The bot has noticed a fault</b>
health-alarm-more = More: /health. If it does not pass, call whoever runs the bot.
health-button-again = Once more
health-when = { $weekday }, { $day }, { $time }
health-when-yesterday = yesterday, { $time }
health-when-today = today, { $time }
health-when-tomorrow = tomorrow, { $time }
