# Документы мероприятия
papers-title = <b>Документы</b>
papers-about = Выберите, что нужно: пришлю файл для Word. Чего бот не знает, в нём останется пустой строкой.
papers-hidden = Документы с именами – на странице бота: имён в переписке нет, так решила библиотека.
papers-made = Готово. Проверьте имена и падежи: фамилий бот не склоняет.
papers-page = Документы мероприятия
papers-button-back = ‹ Документы
papers-button-pdf = То же в PDF

papers-name-letter = Информационное письмо
papers-name-invitation = Приглашения
papers-name-announcement = Анонс
papers-name-programme = Программа
papers-name-participants = Список участников
papers-name-sign-in = Лист регистрации
papers-name-minutes = Протокол
papers-name-resolution = Резолюция
papers-name-post-release = Пост-релиз
papers-name-thanks = Благодарности

papers-dear-woman = Уважаемая { $name }!
papers-dear-man = Уважаемый { $name }!
papers-dear-all = Уважаемые коллеги!
papers-dear-reverence = Ваше Преподобие!
papers-dear-high-reverence = Ваше Высокопреподобие!
papers-dear-eminence = Ваше Преосвященство!
papers-dear-high-eminence = Ваше Высокопреосвященство!
papers-dear-given = { $name }

refusal-papers-not-docx = { $kind ->
    [huge] Документ { $file } слишком велик. Уберите из него картинки и сохраните ещё раз.
    [locked] Файл { $file } защищён паролем. Снимите пароль и пришлите ещё раз.
    [docm] { $file } – документ с макросами. Сохраните его в Word как обычный .docx.
    [dotx] { $file } – шаблон Word. Сохраните его как обычный документ .docx.
    [doc] { $file } – документ старого Word. Сохраните его как .docx.
    [odt] { $file } – документ LibreOffice (.odt). Сохраните его как .docx.
    [rtf] { $file } – текст в формате RTF. Сохраните его как .docx.
    [pages] { $file } – документ Pages. Экспортируйте его в Word, чтобы получился .docx.
    [pdf] { $file } – это PDF. Возьмите документ, из которого он сделан, и сохраните его как .docx.
   *[web] { $file } – это веб-страница. Откройте её в Word и сохраните как .docx.
}
refusal-papers-no-template = Образец { $file } не открывается: это не документ .docx.
refusal-papers-elsewhere = В образце { $file } что-то берётся не из него самого, а со стороны: { $what }. Вставьте это в сам документ.
refusal-papers-syntax = В образце { $file } это место не заполнить, проверьте, как оно набрано: { $why }.
refusal-papers-unknown = В образце { $file } есть поля, которых нет: { $unknown }. Есть такие: { $known }.
refusal-papers-no-pdf = PDF сделать не получилось. Возьмите файл для Word.
refusal-papers-kind = Такого документа нет. Есть: { $known }.
refusal-papers-no-office = Для PDF нужен LibreOffice, его здесь нет. Сделайте файл .docx.
papers-button-minutes = Вести протокол
papers-minutes = Протокол файлом
papers-minutes-about = .docx или .txt до 5 МБ. { $number ->
        [0] Его текст встанет на место того, что записано по пунктам.
       *[other] Сейчас записана версия { $number }; она останется в истории.
    }
papers-check = Проверьте имена и падежи: фамилий бот не склоняет.
