# Участие партнёров в мероприятии
joint-part-co_organiser = соорганизатор
joint-part-guest = гость
joint-part-speaker = выступающий
joint-part-info_partner = информационный партнёр

joint-brings-hall = зал
joint-brings-speaker = докладчик
joint-brings-equipment = оборудование
joint-brings-press = пресса
joint-brings-books = книги

joint-role = { $part }
joint-role-asked = { $part }, просим: { $things }
joint-brings = вклад: { $things }
joint-comment = комментарий: «{ $text }»
joint-state-asked = ответа пока нет
joint-state-accepted = участие подтверждено { $at }
joint-state-stale = участие подтверждено { $at }, но на прежнюю дату
joint-state-declined = отказ { $at } – «{ $reason }»
joint-state-proposed = { $at } предложено другое время: { $time }
joint-line = <b>{ $partner }</b> ({ $role }): { $state }

joint-title = <b>Участие: { $partner }</b>
joint-your-role = Ваша роль: { $role }
joint-not-yet = Отметьте, что возьмёте на себя, и нажмите «Участвуем».
joint-you-said = Ответ организации: { $state }
joint-earlier = Прежний ответ: { $state }
joint-not-kept = Отметки изменены. Чтобы библиотека узнала, нажмите «Участвуем».
joint-ask-comment = <b>Что ещё знать библиотеке?</b>
    Напишите одним сообщением, например: придём втроём, нужен проектор.
joint-comment-kept = Спасибо, библиотека узнает.
joint-toast-comment-dropped = Комментарий убран
joint-toast-accepted = Участие подтверждено, библиотека узнает
joint-toast-declined = Библиотека узнает
joint-ask-why = <b>Почему не сможете участвовать?</b>
    Выберите или напишите.
joint-why-busy = Заняты в этот день
joint-why-nobody = Некому прийти
joint-why-theme = Не наша тема

joint-ask-time = Когда вам удобнее?
joint-label-time = Дата и время
joint-hint-time = Выберите день (неделя с понедельника) или напишите, например: 28 апреля в 15.00
joint-time =
    Сейчас: { $old }
    Предлагаете: <b>{ $new }</b>
joint-time-preview = <b>Предложить другое время?</b>
joint-time-sent = <b>Предложение отправлено:</b> { $time }. Ответ библиотеки придёт сюда.
joint-time-draft = Другое время мероприятия

joint-partner = <b>{ $partner }</b>
joint-partner-state = Ответ: { $state }
joint-partner-hint = Роль и что просим взять на себя:
joint-toast-kept = Время прежнее, партнёру сообщу
joint-publish-anyway = <b>Участие подтвердили не все.</b> Опубликовать?
joint-silent = Не ответили: { $names }
joint-declined = Отказались: { $names }
joint-other-time = Предлагают другое время: { $names }
joint-draft-parts = <b>Роли партнёров</b>
joint-draft-line = { $partner } – { $role }

joint-notice-asked = <b>Согласуйте, пожалуйста, участие</b>
joint-notice-kept = <b>Время остаётся прежним.</b> Сможете участвовать?
joint-notice-changed = <b>Коллега ответил за вашу организацию иначе</b>
joint-notice-removed = <b>Участие больше не нужно: { $partner }</b>
joint-notice-answer = <b>Партнёры отвечают</b>
joint-tally = Подтвердили: { $confirmed } из { $total }

joint-button-accept = Участвуем
joint-button-decline = Отказаться
joint-button-comment = Добавить комментарий
joint-button-comment-other = Изменить комментарий
joint-button-comment-drop = Убрать
joint-button-time = Другое время
joint-button-back = ‹ Назад
joint-button-card = ‹ К карточке
joint-button-part = ‹ Участие
joint-button-chosen = ✓ { $label }
joint-button-ticked = ☑ { $thing }
joint-button-unticked = ☐ { $thing }
joint-button-propose = Предложить
joint-button-link = Дать ссылку
joint-button-partners = Партнёры
joint-button-move = Перенести на это время
joint-button-keep = Оставить
joint-button-publish = Опубликовать

refusal-joint-gone = Этой организации среди участников мероприятия больше нет.
refusal-joint-not-confirmed = Сначала подтвердите участие, потом добавляйте комментарий.
refusal-joint-not-yours = За эту организацию отвечают только её представители.
refusal-joint-time-past = Это время уже прошло.
refusal-joint-time-same = Мероприятие и так назначено на это время. Выберите другое.
refusal-joint-no-proposal = Другого времени больше не предлагают.
refusal-joint-no-partners = Согласовывать не с кем: сначала назовите партнёров.
