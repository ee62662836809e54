# Мои данные
privacy-title = <b>Что о вас хранится</b>
privacy-kept =
    Имя: { $name }
    Учётная запись: { $account }
    Ответов на приглашения: { $answers }
privacy-partners = Вы представляете: { $names }
privacy-consents = <b>Ваши согласия</b>
privacy-consent = { $what }: { $given }, редакция { $version }
privacy-consent-withdrawn = { $what }: { $given }, редакция { $version }; отозвано { $withdrawn }
privacy-purpose-events = Приглашения, запись, напоминания
privacy-purpose-naming = Имя другим участникам
privacy-purpose-survey = Опросы
privacy-ask-name = Сейчас вы записаны как { $name }. Напишите, как правильно.
privacy-toast-done = Готово
privacy-erase-ask =
    <b>Удалить всё?</b>
    Ваши записи отменятся, места достанутся другим, напоминания приходить не будут. Вернуть будет нельзя.
privacy-erased =
    <b>Всё удалено.</b> О вас больше ничего не хранится.
    Если понадоблюсь – просто напишите.
privacy-button-text = Текст согласия
privacy-button-file = Скачать
privacy-button-name = Исправить имя
privacy-button-name-me = Разрешить называть меня
privacy-button-unname-me = Больше не называть меня
privacy-button-erase = Отозвать согласие и удалить всё
privacy-button-erase-yes = Да, удалить всё
privacy-button-back = ‹ Мои данные
