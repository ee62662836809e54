# Предложенные выступления
talk-ask = О чём хотите рассказать? Напишите тему одним сообщением, до { $most } знаков.
talk-standing = Сейчас предложено: { $topic }
talk-sent = <b>Тема отправлена.</b> { $topic }
talk-list = <b>Предложенные выступления</b>
talk-none = Пока никто не предложил.
talk-line = { $number }. { $topic } – { $state }
talk-offered = Ждёт решения
talk-taken = Выступление в программе
talk-declined = В этот раз без выступления
talk-notice = <b>Предложено выступление.</b>
talk-topic = Тема: { $topic }
talk-toast-taken = Добавлено в программу
talk-toast-no = Автор узнает, что в этот раз нет
talk-button-take = Взять
talk-button-leave = Не взять
