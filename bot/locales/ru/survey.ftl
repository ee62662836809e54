survey-option-add = Добавить
survey-option-enough = Больше нет
survey-option-other = другое
survey-option-agreed = Принимаю
survey-hint-first = Есть что добавить?
survey-hint-more = Добавить ещё?

# Опрос партнёров: что это, ответы, квитанция, напоминания
survey-title = <b>{ $title }</b>
survey-asks = Спрашивает: { $library }
survey-for = Организация: { $partner }
survey-minutes =
    { $minutes ->
        [one] Займёт { $minutes } минуту
        [few] Займёт { $minutes } минуты
       *[other] Займёт { $minutes } минут
    }
survey-until = Ответы принимаем до: { $at }
survey-who-sees =
    Кто увидит ответы: сотрудники библиотеки, которые ведут опрос, – с названием организации; ваши коллеги, которые тоже её представляют. В отчёт попадут только общие цифры. Ваши слова могут процитировать после проверки, без названия и имён.
survey-begun =
    { $number ->
        [one] Анкета уже начата ({ $who }): { $number } ответ. Продолжите с того же места.
        [few] Анкета уже начата ({ $who }): { $number } ответа. Продолжите с того же места.
       *[other] Анкета уже начата ({ $who }): { $number } ответов. Продолжите с того же места.
    }
survey-you = вы
survey-colleague = коллега
survey-by = <i>– { $who }</i>
survey-draft = Анкета начата.
survey-open =
    { $number ->
        [0] <b>Опросы</b>
       *[other] <b>Какой опрос открыть?</b>
    }
survey-none = Для вашей организации сейчас нет опросов. Когда появится, бот напишет.
survey-none-open = Открытых опросов сейчас нет. Прежние ответы можно перечитать.
survey-nobody =
    Опросы – для организаций, которые сотрудничают с библиотеками. Отвечают их представители.
    Если вы представляете организацию, попросите у своего библиотекаря личную ссылку. Ссылки нет – нажмите кнопку ниже.
survey-sent =
    <b>Спасибо! Ответы отправлены</b>
    { $title }, { $at }
survey-changeable = Изменить их можно до: { $at }
survey-sent-by =
    <b>{ $title }</b>
    Ответы вашей организации уже отправлены: { $who }, { $at }
survey-typed =
    <b>{ $title }</b>
    Ответы вашей организации внёс сотрудник библиотеки { $source ->
        [paper] с бумажной анкеты
       *[phone] по телефону
    }: { $at }
survey-typed-by = Внёс: { $who }
survey-typed-at = Внесены сотрудником библиотеки { $source ->
        [paper] с бумажной анкеты
       *[phone] по телефону
    }: { $at }
survey-what-now =
    Можно дополнить эти ответы, заменить их своими или оставить как есть.
    Изменения принимаем до: { $at }
survey-yours =
    <b>Ваши ответы</b>
    { $title }
survey-sent-at = Отправлены: { $at }
survey-unsent =
    <b>Опрос закрыт</b>
    { $title } – ответы принимали до: { $at }
    Ваши ответы не отправлены, но сохранены:
survey-when = <b>Когда напомнить?</b>
survey-kept = Всё, что вы ответили, сохранено.
survey-no-later = Откладывать уже некуда: ответы принимаем до: { $at }
survey-put-off =
    Хорошо, напомню: { $at }
    Ответы принимаем до: { $until }
survey-invited = <b>Приглашаем ответить на вопросы</b>
survey-again = <b>Напоминаем об опросе: ответа вашей организации пока нет</b>
survey-last-day = <b>Опрос скоро закроется: { $at }. Ответа вашей организации пока нет</b>
survey-reminded = <b>Вы просили напомнить об опросе</b>
survey-calls =
    <b>{ $title }</b>
    { $number ->
        [one] Не ответила { $number } организация. Самое время позвонить. Опрос закроется: { $at }
        [few] Не ответили { $number } организации. Самое время позвонить. Опрос закроется: { $at }
       *[other] Не ответили { $number } организаций. Самое время позвонить. Опрос закроется: { $at }
    }
survey-calls-line = • { $partner }
survey-calls-begun = • { $partner } – анкета начата, но не отправлена
survey-calls-later = • { $partner } – просили напомнить: { $at }
survey-calls-rest = … и ещё { $number }

survey-button-begin = Начать
survey-button-on = Продолжить
survey-button-later = Отложить
survey-button-now = Ответить сейчас
survey-button-tomorrow = Завтра в 10:00
survey-button-three-days = Через три дня
survey-button-last-day = В последний день
survey-button-list = ‹ Опросы
survey-button-past = Ваши ответы, { $wave }
survey-button-answers = Ваши ответы
survey-button-edit = Изменить ответы
survey-button-anew = Заполнить заново
survey-button-add = Дополнить
survey-button-replace = Заменить
survey-button-leave = Оставить как есть
