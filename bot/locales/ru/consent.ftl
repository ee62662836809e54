# Согласие: тексты лежат в bot/data/consents
consent-title = <b>Сначала – ваше согласие</b>

consent-refused =
    Хорошо. Ничего о вас не сохранено.
    Смотреть мероприятия можно и без записи.

consent-as-before = Хорошо, всё остаётся как было.
consent-toast = Спасибо, согласие записано
consent-toast-partner = Теперь вы представляете организацию: { $partner }
consent-toast-staff = Готово: роль сотрудника дана. Начните с кнопок ниже

consent-button-adult = Мне есть 18 лет
consent-button-naming = Можно называть меня другим участникам
consent-button-ticked = ☑ { $label }
consent-button-unticked = ☐ { $label }
consent-button-going = Согласен и приду
consent-button-queue = Согласен и встану в очередь
consent-button-give = Согласен
consent-button-refuse = Не согласен
consent-button-surveys = Только опросы
consent-for-partner = <b>Вас приглашают представлять организацию: { $partner }</b>
consent-for-staff = <b>Вас приглашают работать в боте. Роль: { $role }</b>
consent-for-representing = <b>Дальше спрошу, какую организацию вы представляете.</b>
consent-full = Сейчас могу записать только в очередь. Освободится место – сообщу.
