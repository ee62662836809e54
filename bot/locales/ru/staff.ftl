# Сотрудники
staff-title = <b>Сотрудники</b>
staff-line = { $name } – { $roles }
staff-branches-only = Роли раздают администратор и директор. Вам доступен список библиотек.
staff-ask-role = <b>Какую роль дать?</b>
staff-ask-branch = <b>Роль: { $role }.</b> Где она действует?
staff-link =
    Вас приглашают работать в боте. Роль: { $role }
    { $link }
    Ссылка личная: для одного человека, до { $until }
staff-take-ask = Снять роль «{ $role }»? Сотрудник: { $name }.
staff-toast-taken = Роль снята
staff-button-give = Дать роль
staff-button-take = Снять: { $role }
staff-button-take-yes = Да, снять
staff-button-everywhere = Все библиотеки
staff-button-branches = Библиотеки
staff-button-back = ‹ Сотрудники
staff-button-names = Имена
staff-button-trail = Кто что менял
staff-button-links = Ссылки
