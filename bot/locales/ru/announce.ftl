# Анонс: каналы, группы, другие сети, PRO.Культура.РФ
announce-connect =
    <b>Подключить канал или группу</b>
    1. Добавьте @{ $bot } в канал администратором с правом публиковать записи; в группу – участником.
    2. Пришлите сюда имя – @kanal – или перешлите любую запись оттуда.
    Подключить может тот, кто сам управляет каналом.
announce-choose = Текст для какой сети подготовить? Его останется скопировать.
announce-text = <b>{ $network }</b> · { $length ->
        [one] { $length } знак
        [few] { $length } знака
       *[other] { $length } знаков
    }
announce-poster = Афишу приложите сами: она на карточке.
announce-goal = Цель: { $text }
announce-summary = { $text }
announce-agenda = В программе:
announce-agenda-item = { $number }. { $text }
announce-entry-free = Вход свободный.
announce-sign-up = Записаться: { $link }
announce-sheet = <b>PRO.Культура.РФ: поля по порядку</b>
    Нажмите на значение – оно скопируется.
announce-sheet-rest = Теги, доступность и изображение заполните сами. Категорию сверьте со списком на сайте.
announce-listed = <b>На PRO.Культура.РФ:</b> { $link }
announce-ask-listing = Пришлите ссылку на страницу мероприятия на PRO.Культура.РФ: сохраню её здесь.
announce-not-posted = <b>Отправить не получилось: { $title }</b>
    Меня удалили оттуда или запретили писать. Я убрал этот чат из списка: верните меня с правом публиковать и отправьте ещё раз.
announce-not-taken = <b>Отправить не получилось: { $title }</b>
    Мессенджер не принял анонс. Попробуйте ещё раз позже.
announce-topic-closed = <b>Отправить не получилось: { $title }</b>
    Общая тема в этом чате закрыта. Откройте её или сделайте меня администратором и отправьте ещё раз.
announce-not-known = <b>Неизвестно, отправлен ли анонс: { $title }</b>
    Связь оборвалась на полуслове. Посмотрите, есть ли он там; если нет, отправьте ещё раз.
announce-pictured = <b>Прежняя афиша осталась: { $title }</b>
    Убрать картинку из поста нельзя, а этот пост мне не удалить: ему больше двух суток или у меня нет права. Удалите пост сами и отправьте анонс ещё раз.
announce-value = <code>{ $text }</code>
announce-field-name = Название
announce-field-description = Описание
announce-field-category = Категория
announce-field-age = Возраст
announce-field-price = Стоимость
announce-field-pushkin = Пушкинская карта
announce-field-start = Начало
announce-field-end = Окончание
announce-field-organisation = Организация
announce-field-place = Место
announce-field-hall = Зал
announce-field-address = Адрес
announce-field-link = Ссылка
announce-category-meeting = Встречи
announce-category-exhibition = Выставки
announce-category-teaching = Обучение
announce-category-feast = Праздники
announce-category-tour = Экскурсии
announce-category-other = Прочее
announce-free = Бесплатно
announce-no = Нет
announce-toast-sending = Отправляю: карточка появится через несколько секунд
announce-toast-preview = Так это будет выглядеть
announce-button-channel = Подключить канал
announce-button-texts = Тексты для соцсетей
announce-button-send = Отправить: { $title }
announce-button-again = Отправить ещё раз: { $title }
announce-button-vk = ВКонтакте
announce-button-ok = Одноклассники
announce-button-max = MAX
announce-button-sheet = PRO.Культура.РФ
announce-button-to-sheet = ‹ PRO.Культура.РФ
announce-button-listed = Ссылка на PRO.Культура.РФ
announce-button-listed-again = Другая ссылка на PRO.Культура.РФ
announce-button-back = ‹ Анонс
refusal-announce-posted = Уже отправлено. Если нужно ещё раз, откройте предпросмотр заново.
refusal-announce-no-address = Это не ссылка. Пришлите адрес целиком: https://…
