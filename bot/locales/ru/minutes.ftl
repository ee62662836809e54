# Протокол и поручения
minutes-title = <b>Протокол</b>
minutes-off-agenda = Вопрос, снятый с повестки: в документ он не попадёт
minutes-none = В повестке пока нет пунктов. Можно прислать протокол целиком.
minutes-item = { $number }. { $text }
    <i>{ $pieces }</i>
minutes-of = <b>{ $text }</b>
minutes-heard = <b>СЛУШАЛИ</b>
minutes-spoke = <b>ВЫСТУПИЛИ</b>
minutes-resolved = <b>РЕШИЛИ</b>
minutes-noted = <b>Участники отметили</b>
minutes-text = <b>Протокол целиком</b>
minutes-short-heard = слушали
minutes-short-spoke = выступили
minutes-short-resolved = решили
minutes-write-heard = Слушали
minutes-write-spoke = Выступили
minutes-write-resolved = Решили
minutes-write-noted = Участники отметили
minutes-write-text = Протокол целиком
minutes-ask = Напишите текст; длиннее одного сообщения – пришлите файлом .docx или .txt.
minutes-ask-nameless = Напишите текст без фамилий: имён в переписке нет, так решила библиотека.
minutes-kept = Прежний текст останется в истории.
minutes-meanwhile = <b>Пока вы писали, этот текст изменили.</b> Ваш ещё не сохранён. Чем они отличаются:
minutes-signed = Версия { $number }: { $name }, { $at }
minutes-toast-saved = Сохранено
minutes-toast-dropped = Поручение убрано
minutes-library = Сама библиотека
minutes-ask-who = <b>Кому поручаем?</b>
minutes-ask-what = Что сделать? До { $most } знаков.
minutes-ask-due = К какому сроку? Например: 1 сентября.
minutes-actions = <b>Поручения</b>
minutes-no-actions = Поручений нет.
minutes-action = { $number ->
        [0] {""}
       *[other] { $number }.{" "}
    }{ $who }: { $text }{ $due ->
        [none] {""}
       *[other] , до { $due }
    }{ $state ->
        [done] {" "}✓
        [late] {" "}– срок прошёл
       *[open] {""}
    }
minutes-given = <b>Вам поручение</b>
minutes-dropped = <b>Поручение снято.</b> Делать это больше не нужно
minutes-due-soon = <b>Скоро срок поручения</b>
minutes-reported = <b>Поручение выполнено</b>
minutes-thanks = Спасибо! Передам библиотеке, что сделано.
minutes-left = <b>Не выполнено с прошлых встреч:</b>
minutes-left-more = и ещё { $number }
minutes-week = { $number ->
        [one] У вашей организации { $number } невыполненное поручение
        [few] У вашей организации { $number } невыполненных поручения
       *[other] У вашей организации { $number } невыполненных поручений
    }, ближайшее: { $text }
minutes-button-open = ‹ Протокол
minutes-button-back = ‹ Назад
minutes-button-past = История: { $number }
minutes-button-save = Сохранить мой текст
minutes-button-leave = Оставить как есть
minutes-button-actions = Поручения
minutes-button-to-actions = ‹ Поручения
minutes-button-action = + Поручение
minutes-button-termless = Без срока
minutes-typed-termless = нет, бессрочно, без срока, -, –
minutes-button-done = Выполнено
minutes-button-drop = Убрать
minutes-button-report = Сделано
refusal-minutes-changed = Этот текст только что изменил кто-то другой.
refusal-minutes-place = Такого места в протоколе нет.
refusal-minutes-lost = Этого текста уже нет. Напишите его ещё раз.
refusal-minutes-file = Это не .docx и не .txt: прочитать не получилось.
refusal-minutes-file-size = Файл больше 5 МБ. Уберите из него картинки.
refusal-minutes-file-elsewhere = Файлы с именами в переписке библиотека не принимает. Загрузите протокол на странице: «Документы» → любой документ с именами.
refusal-minutes-due = Не понимаю, какой это день. Напишите, например: 1 сентября.
refusal-minutes-due-past = Этот день уже прошёл.
refusal-minutes-action-gone = Этого поручения больше нет.
minutes-nothing = пока не записано
