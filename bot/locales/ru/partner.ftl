# Реестр партнёров
partner-list = <b>Партнёры: { $number }</b>
partner-list-hint = Напишите часть названия – найду.
partner-none-yet =
    <b>Партнёры</b>
    Список пока пуст. Добавьте первую организацию.
partner-none-such = <b>Таких партнёров нет</b>
partner-chosen = Отобрано: { $what }
partner-chosen-unreachable = некому написать
partner-chosen-archived = архив
partner-silence =
    { $months ->
        [6] молчат полгода
        [12] молчат год
       *[other] молчат { $months } месяца
    }
partner-name-archived = { $name } (в архиве)
partner-name-silent = { $name } – с { $day }
partner-found =
    { $number ->
        [one] По запросу «{ $text }» нашлась { $number } организация:
        [few] По запросу «{ $text }» нашлись { $number } организации:
       *[other] По запросу «{ $text }» нашлось { $number } организаций:
    }
partner-found-more = И ещё { $number }. Напишите точнее.
partner-not-found =
    По запросу «{ $text }» ничего не нашлось.
    Напишите иначе или добавьте организацию.
partner-option = { $name }: { $number }
partner-ask-by-sector = <b>Какая сфера?</b>
partner-ask-by-branch = <b>С какой библиотекой работают?</b>
partner-ask-by-grade = <b>Какое сотрудничество?</b>
partner-ask-by-silence =
    <b>Сколько времени молчат?</b>
    Не было ни встреч, ни ответов, ни сообщений.
partner-nothing-to-choose = Здесь пока не из чего выбирать.

partner-name = <b>{ $name }</b>
partner-what = { $what }
partner-archived-note = <i>В архиве: нет ни в списках, ни в рассылках, история сохранена.</i>
partner-agreements = <b>Договоры</b>
partner-reps-none = Представителей пока нет.
partner-reps = <b>Представители: { $number }</b>
partner-position = – { $position }
partner-rep = { $name }
partner-rep-primary = <b>{ $name }</b>
partner-behind-name = – { $text }
partner-more = …и ещё { $number }
partner-together =
    { $events ->
        [0] Совместных мероприятий пока не было.
        [one] Вместе: { $events } мероприятие, по записи приходили { $came }.
        [few] Вместе: { $events } мероприятия, по записи приходили { $came }.
       *[other] Вместе: { $events } мероприятий, по записи приходили { $came }.
    }
partner-last-event = Последнее: { $event }
partner-next-event = Ближайшее: { $event }
partner-event = { $day }, «{ $title }»
partner-answers = Ответов на приглашения: { $number }
partner-contact = Последняя связь: { $day }
partner-extension = доб.

partner-preview = <b>Новый партнёр. Всё верно?</b>
partner-preview-change = <b>Так будет в карточке. Всё верно?</b>
partner-added = ✓ Организация добавлена.
partner-changed = ✓ Изменения сохранены.
partner-alike = Похоже, это уже есть в списке: { $name }.
partner-alike-archived = Похоже, это уже есть, в архиве: { $name }.
partner-draft = Партнёр: { $name }
partner-draft-nameless = Новый партнёр
partner-draft-waits = Вы уже начали и не закончили. Продолжить?
partner-archive-ask =
    Убрать в архив: { $name }?
    Не будет ни в списках, ни в рассылках. История сохранится, вернуть можно в любой момент.
partner-toast-archived = Организация в архиве
partner-toast-restored = Организация снова в списке

partner-ask-name = Как называется организация?
partner-hint-name = Полностью, как в документах: МБУ «ДК пос. Сахарово».
partner-ask-sector = Какая сфера?
partner-ask-kind = Что это за организация?
partner-ask-short = Как назвать её коротко? Так она будет на кнопках.
partner-ask-form = Какая правовая форма?
partner-ask-address = Какой адрес?
partner-ask-site = Какой сайт?
partner-ask-phone = Какой телефон у организации?
partner-ask-email = Какая электронная почта у организации?
partner-ask-grade = Какое сотрудничество?
partner-ask-branches = С какими библиотеками работают?
partner-ask-aliases = Как её называют ещё?
partner-hint-aliases = Каждое название – с новой строки.
partner-ask-notes = Что ещё важно помнить?
partner-label-name = Название
partner-label-sector = Сфера
partner-label-kind = Вид
partner-label-short = Коротко
partner-label-form = Правовая форма
partner-label-address = Адрес
partner-label-site = Сайт
partner-label-phone = Телефон
partner-label-email = Почта
partner-label-grade = Сотрудничество
partner-label-branches = Библиотеки
partner-label-aliases = Другие названия
partner-label-notes = Заметки
partner-option-other-kind = Другое
partner-option-other-form = Другая
partner-option-yes = Да
partner-option-no = Нет

partner-button-sector = Сфера
partner-button-branch = Библиотека
partner-button-grade = Сотрудничество
partner-button-silent = Молчат
partner-button-unreachable = Некому написать: { $number }
partner-button-archived = Архив: { $number }
partner-button-ending = Договоры истекают: { $number }
partner-button-reset = Показать всех
partner-button-any = Неважно
partner-button-all = ‹ Все партнёры
partner-button-add = + Партнёр
partner-button-menu = ‹ Меню
partner-button-back = ‹ Партнёры
partner-button-card = ‹ Карточка
partner-button-change = Изменить
partner-button-reps = Представители
partner-button-agreements = Договоры
partner-button-archive = В архив
partner-button-archive-yes = Да, в архив
partner-button-restore = Вернуть из архива
partner-button-undo = Вернуть
partner-button-leave = Оставить как есть
partner-button-site = Сайт
partner-button-page = Представители: открыть страницу
partner-button-save = Сохранить
partner-button-afresh = Начать заново

partner-sector-education = Образование
partner-sector-healthcare = Здравоохранение
partner-sector-culture = Культура
partner-sector-media = СМИ
partner-sector-religious = Религия
partner-sector-ngo = НКО
partner-sector-social_rehab = Соцзащита
partner-sector-government = Власть
partner-sector-business = Бизнес
partner-sector-other = Другое

partner-grade-permanent = постоянное
partner-grade-periodic = время от времени
partner-grade-one_off = разовое

partner-kind-kindergarten = детский сад
partner-kind-music_school = музыкальная школа
partner-kind-art_school = школа искусств
partner-kind-creative_centre = дом творчества
partner-kind-education_centre = центр развития образования
partner-kind-school = школа
partner-kind-college = колледж
partner-kind-university = вуз
partner-kind-prevention_centre = центр медпрофилактики
partner-kind-dispensary = диспансер
partner-kind-polyclinic = поликлиника
partner-kind-hospital = больница
partner-kind-rehab_centre = реабилитационный центр
partner-kind-elderly_unit = отделение для пожилых
partner-kind-children_help = помощь детям
partner-kind-social_centre = центр соцобслуживания
partner-kind-culture_house = дом культуры
partner-kind-museum = музей
partner-kind-theatre = театр
partner-kind-archive = архив
partner-kind-library = библиотека
partner-kind-radio = радио
partner-kind-television = телевидение
partner-kind-newspaper = газета, журнал
partner-kind-online_media = сетевое издание
partner-kind-sunday_school = воскресная школа
partner-kind-diocese_unit = отдел епархии
partner-kind-parish = приход
partner-kind-religious_society = религиозное общество
partner-kind-veterans = совет ветеранов
partner-kind-disabled = общество инвалидов
partner-kind-local_history = краеведческий клуб
partner-kind-fund = фонд
partner-kind-volunteers = волонтёры
partner-kind-association = общество, союз
partner-kind-administration = администрация
partner-kind-council = Дума, совет
partner-kind-department = управление, отдел
partner-kind-youth_centre = молодёжный центр
partner-kind-tax = налоговая служба
partner-kind-police = правоохранители, МЧС
partner-kind-publisher = издательство
partner-kind-bookshop = книжный магазин
partner-kind-printer = типография
partner-kind-company = предприятие
partner-button-write = Написать им
