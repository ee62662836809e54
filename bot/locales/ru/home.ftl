# Первый экран, помощь, команды
home-stranger =
    <b>{ $library }</b>
    Здесь записываются на мероприятия библиотек: одно нажатие – и место за вами, а накануне придёт напоминание.
home-person =
    <b>{ $library }</b>
    Чем помочь?
home-staff =
    <b>{ $library }</b>
    Новое мероприятие можно начать одной строкой: «Круглый стол "Наш принцип" 27 апреля в 14.00, Герцена, 30 мест».
home-help = <b>Что я умею</b>
home-help-line = /{ $command } – { $what }
home-unknown =
    Мы ещё не знакомы, и о вас ничего не сохранено.
    Чтобы записываться и получать напоминания, нужно ваше согласие.
home-not-your-role =
    Эта команда – для сотрудников, которые дают роли и ведут список библиотек.
    Если это нужно и вам, попросите администратора или директора.
home-not-for-you =
    Эта команда – для сотрудников библиотеки.
    Если вы сотрудник, попросите у администратора ссылку.

home-button-propose = Предложить мероприятие
home-button-new = Создать мероприятие
home-button-letters = Письма
home-button-partners = Партнёры
home-button-surveys = Опросы
home-button-asked = Опросы для нас
home-button-staff = Сотрудники и библиотеки
home-button-events = Ближайшие мероприятия
home-button-meet = Познакомиться
home-button-partner = Моя организация
home-button-represent = Представляю организацию
home-button-my = Мои ответы
home-button-settings = Настройки
home-button-privacy = Мои данные

home-command-start = начать сначала
home-command-help = что я умею
home-command-events = ближайшие мероприятия
home-command-new = новое мероприятие
home-command-partners = организации-партнёры
home-command-survey = опросы для вашей организации
home-command-my = мои ответы на приглашения
home-command-settings = язык и напоминания
home-command-privacy = мои данные и согласие
home-command-staff = сотрудники и библиотеки
home-command-health = как работает бот
home-command-cancel = прервать начатое
home-button-reports = Отчёты
