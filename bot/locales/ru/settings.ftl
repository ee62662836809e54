# Настройки
settings-screen = <b>Настройки</b>
    Язык и напоминания. О переносе и отмене сообщу в любом случае.
settings-language-ru = Русский
settings-language-en = English
settings-reminder-week = за неделю
settings-reminder-day = накануне
settings-reminder-hours = за пару часов
settings-toast-language = Теперь говорим по-русски
settings-button-on = ☑ Напоминать { $what }
settings-button-off = ☐ Напоминать { $what }
