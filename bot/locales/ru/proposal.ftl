# Мероприятие предлагает партнёр
proposal-ask-partner = От какой организации?
proposal-label-partner = Организация
proposal-ask-brings = Что возьмёте на себя?
proposal-label-brings = Берём на себя
proposal-audience = Для кого: { $text }
proposal-capacity = Мест: { $number }
proposal-brings = Берут на себя: { $things }
proposal-preview = <b>Так предложение увидит библиотека.</b> Всё верно?
proposal-left = Вы больше не представляете организацию: { $partner }. Предложить мероприятие от её имени не получится.
proposal-sent = <b>Предложение отправлено.</b> Ответ придёт сюда.
proposal-draft = Предложение «{ $title }»
proposal-draft-nameless = Новое предложение
proposal-title = <b>Предлагает: { $partner }</b>
proposal-state-sent = Отправлено { $at }, ждёт ответа
proposal-state-returned = Возвращено с замечанием { $at }
proposal-state-accepted = Взято в работу { $at }
proposal-state-declined = Отклонено { $at }
proposal-state-withdrawn = Снято библиотекой { $at }: отправил не тот человек
proposal-remark = <i>{ $remark }</i>
proposal-list = <b>Ваши предложения</b>
proposal-none = Вы пока ничего не предлагали.
proposal-line = <b>{ $title }</b>
    { $state }
proposal-parts = <b>Ждут вашего согласия</b>
proposal-no-parts = Согласовывать пока нечего.
proposal-ask-remark = <b>Что исправить?</b>
    Напишите партнёру одним сообщением.
proposal-ask-why = <b>Почему отклоняете?</b>
    Выберите или напишите.
proposal-why-theme = Не подходит по теме
proposal-why-busy = Нет свободного зала
proposal-why-later = Вернёмся к этому позже
proposal-toast-taken = Взято в работу, партнёр узнает
proposal-notice = <b>Партнёр предлагает мероприятие</b>
proposal-notice-again = <b>Партнёр исправил предложение</b>
proposal-notice-returned = <b>Библиотека просит исправить предложение</b>
proposal-notice-accepted = <b>Библиотека взяла ваше предложение в работу</b>
proposal-notice-declined = <b>Библиотека отклонила предложение</b>

proposal-button-send = Предложить
proposal-button-list = Предложения
proposal-button-new = Новое предложение
proposal-button-my = ‹ Мои ответы
proposal-button-take = Взять в работу
proposal-button-return = Вернуть с замечанием
proposal-button-decline = Отклонить
proposal-button-fix = Исправить
proposal-button-back = ‹ К предложению

refusal-proposal-gone = Такого предложения нет.
refusal-proposal-not-returned = Исправлять нечего: библиотека это предложение не возвращала.
refusal-proposal-returned = Коллега уже вернул это предложение с замечанием: { $at }.
refusal-proposal-accepted = Это предложение уже взяли в работу: { $at }.
refusal-proposal-declined = Это предложение уже отклонили: { $at }.
refusal-proposal-withdrawn = Предложение снято: его отправил не представитель партнёра.
