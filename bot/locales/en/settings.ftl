# Settings
settings-screen = <b>Settings</b>
    I’ll tell you of a new date or a cancellation in any case.
settings-language-ru = Русский
settings-language-en = English
settings-reminder-week = Remind me a week before
settings-reminder-day = Remind me the day before
settings-reminder-hours = Remind me two hours before
settings-letters = Letters of the library
settings-week-ahead = The week ahead: a digest on Mondays
settings-toast-language = English from now on
settings-button-on = ☑ { $what }
settings-button-off = ☐ { $what }
