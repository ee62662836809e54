# Настройки
settings-screen = <b>Настройки</b>
    О переносе и отмене сообщу в любом случае.
settings-language-ru = Русский
settings-language-en = English
settings-reminder-week = Напоминать за неделю
settings-reminder-day = Напоминать накануне
settings-reminder-hours = Напоминать за пару часов
settings-letters = Письма библиотеки
settings-week-ahead = Неделя впереди: сводка по понедельникам
settings-toast-language = Теперь говорим по-русски
settings-button-on = ☑ { $what }
settings-button-off = ☐ { $what }
