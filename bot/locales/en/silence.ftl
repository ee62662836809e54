# Who has not been here for long
silence-warning =
    <b>You have not been here for a long time.</b>
    If you still need the bot, press “Stay”. If not, there is nothing to do: on { $day } all that is kept about you will be deleted by itself.
silence-button-stay = Stay
silence-button-leave = Delete now
silence-toast-stay = Good, we stay in touch
