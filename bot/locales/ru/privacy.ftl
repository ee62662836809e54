# Мои данные
privacy-title = <b>Что о вас хранится</b>
privacy-kept =
    Имя: { $name }
    Учётная запись: { $account }
    Ответов на приглашения: { $answers }
privacy-kept-elsewhere =
    Имя и номер учётной записи в мессенджере.
    Ответов на приглашения: { $answers }
privacy-partners = Вы представляете: { $names }
privacy-consents = <b>Ваши согласия</b>
privacy-consent = { $what }: { $given }, редакция { $version }
privacy-consent-withdrawn = { $what }: { $given }, редакция { $version }; отозвано { $withdrawn }
privacy-purpose-events = приглашения и запись
privacy-purpose-naming = называть меня
privacy-purpose-survey = опросы
privacy-signed = <b>Что вы подписали.</b> Выберите согласие – покажу его текст слово в слово.
privacy-text-unknown = Это согласие дано до того, как тексты стали сохраняться. Номер редакции – ниже.
privacy-ask-name = Сейчас вы записаны как { $name }. Напишите, как правильно.
privacy-toast-withdrawn = Согласие отозвано
privacy-withdraw-ask = <b>Отозвать согласие: { $what }?</b>
privacy-withdraw-one = Остальное не изменится. Согласиться снова можно здесь же.
privacy-withdraw-events = { $number ->
        [0] Приглашения и напоминания приходить не будут, прежние ответы удалятся.
        [one] Запись на { $number } мероприятие отменится, место достанется другим. Приглашения и напоминания приходить не будут, прежние ответы удалятся.
        [few] Записи на { $number } мероприятия отменятся, места достанутся другим. Приглашения и напоминания приходить не будут, прежние ответы удалятся.
       *[other] Записи на { $number } мероприятий отменятся, места достанутся другим. Приглашения и напоминания приходить не будут, прежние ответы удалятся.
    } Остальные согласия останутся.
privacy-withdraw-last = Это последнее согласие, поэтому удалится всё: записи, ответы, роли. Вернуть будет нельзя.
privacy-erase-ask =
    <b>Удалить всё?</b>
    Ваши записи отменятся, места достанутся другим, напоминания приходить не будут. Вернуть будет нельзя.
privacy-erased =
    <b>Всё удалено.</b> О вас больше ничего не хранится.
    Если понадоблюсь – просто напишите.
privacy-erased-number = Номер акта об уничтожении: { $number }. Имени в нём нет, поэтому запомните номер, если акт понадобится.
privacy-button-texts = Тексты моих согласий
privacy-button-signed = { $day }: { $what }
privacy-button-file = Скачать
privacy-button-page = Посмотреть, исправить, скачать
privacy-button-name = Исправить имя
privacy-button-consent = Разрешить: { $what }
privacy-button-withdraw = Отозвать: { $what }
privacy-button-withdraw-yes = Да, отозвать
privacy-button-erase = Удалить всё обо мне
privacy-button-erase-yes = Да, удалить всё
privacy-button-back = ‹ Мои данные
