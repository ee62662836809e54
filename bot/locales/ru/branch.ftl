# Библиотеки и залы
branch-list = <b>Библиотеки</b>
    { $number ->
        [0] Список пока пуст.
       *[other] Выберите, чтобы посмотреть или исправить.
    }
branch-screen = <b>{ $name }</b>
    Коротко: { $short }
    Адрес: { $address }
branch-halls = Залы: { $halls }
branch-aliases = Как ещё называют: { $aliases }
branch-ask-name = Напишите полное название библиотеки.
branch-ask-short-name = Напишите короткое название – оно будет на кнопках.
branch-ask-address = Напишите адрес: улица, дом, город.
branch-ask-aliases = Напишите через запятую, как библиотеку называют ещё: «Герцена, Герценка».
branch-ask-hall = Напишите название нового зала.
branch-drop-ask = Убрать зал «{ $hall }»? Мероприятия останутся, но без зала.
branch-button-name = Название
branch-button-short-name = Короткое название
branch-button-address = Адрес
branch-button-aliases = Другие имена
branch-button-hall = + Зал
branch-button-drop = Убрать: { $hall }
branch-button-drop-yes = Да, убрать
branch-button-leave = Оставить как есть
branch-button-add = + Библиотека
branch-button-back = ‹ Библиотеки
branch-hours = Часы работы: { $hours }
branch-sanitary = Санитарный день: { $weekday }, { $nth ->
        [-1] последний раз в месяце
       *[other] { $nth }-й раз в месяце
    }
branch-ask-hours = Напишите часы работы: «пн–пт 10–19; сб 9–17». Если они неизвестны – «нет».
branch-ask-sanitary = Напишите санитарный день: «последняя среда». Если его нет – «нет».
branch-button-hours = Часы работы
branch-button-sanitary = Санитарный день
