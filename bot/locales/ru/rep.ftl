# Представители организаций
rep-list = <b>{ $name }</b>: представители ({ $number })
rep-list-none = <b>{ $name }</b>: представителей пока нет.
rep-screen =
    <b>{ $name }</b>
    { $partner }
rep-is-primary = Основной представитель
rep-nameless = имя не указано
rep-numbered = представитель № { $number }
rep-not-in = В боте ещё не был: написать ему здесь нельзя.
rep-unreachable = Бота отключил: написать ему здесь нельзя.
rep-preview = <b>Всё верно?</b>
rep-added = ✓ Представитель добавлен.
rep-changed = ✓ Изменения сохранены.
rep-draft = Представитель: { $name }
rep-draft-nameless = Новый представитель
rep-remove-ask = Убрать из представителей: { $name }? Если это основной, его место займёт тот, кто дольше всех.
rep-toast-primary = Теперь это основной представитель
rep-toast-removed = Больше не представляет организацию
rep-removed = Представитель убран. Вернуть можно в течение 10 минут, потом бот его забудет.
rep-toast-returned = Снова представляет организацию

rep-ask-name = Как зовут представителя?
rep-hint-name = Можно сразу с должностью: «Петрова А.И. – заместитель директора». Необычное имя – по частям: Фамилия / Имя / Отчество.
rep-ask-position = Какая должность?
rep-hint-position = Как в документах, можно с запятыми.
rep-ask-phone = Какой телефон?
rep-ask-email = Какая электронная почта?
rep-ask-rank = Какой духовный сан?
rep-ask-salutation = Как обращаться в письмах, если не по имени и отчеству?
rep-ask-primary = Это основной представитель?
rep-label-name = Имя
rep-label-position = Должность
rep-label-phone = Телефон
rep-label-email = Почта
rep-label-rank = Сан
rep-label-salutation = Обращение
rep-label-primary = Основной
rep-label-account = В боте

rep-button-add = + Представитель
rep-button-back = ‹ Представители
rep-button-remove = Убрать
rep-button-remove-yes = Да, убрать
rep-button-primary = Сделать основным
