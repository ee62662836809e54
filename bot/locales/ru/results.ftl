# Итоги опросов.
results-button-open = Итоги
results-button-groups = По сферам
results-button-compare = Сравнить с { $wave }
results-button-review = Проверить ответы: { $number }
results-button-back = ‹ Итоги
results-button-show = Показать
results-button-hide = Скрыть
results-head = Итоги: <b>{ $title }</b>, { $wave }
results-rate = Ответили { $answered } из { $asked } ({ $share } %)
results-rate-counts = Ответили { $answered } из { $asked }
results-question = <b>{ $label }</b> (ответили: { $n })
results-title = <b>{ $label }</b>
results-row = – { $option }: { $value }
results-count = { $count } из { $n }
results-share = { $count } ({ $share } %)
results-several = Сумма больше 100 %: можно было выбрать несколько ответов.
results-mean = Среднее { $mean }, оценки от { $lowest } до { $highest }, всего оценок { $n }
results-unknown = Без оценки: { $number }
results-quote = «{ $text }»
results-quotes-more = И ещё { $number } – в таблице.
results-groups = Сферы, где меньше трёх организаций, отдельно не показываем.
results-no-groups = По сферам показать нечего: в каждой меньше трёх организаций.
results-group = { $group } (ответили: { $n }): { $counts }
results-short = { $option } – { $count }
results-rest = остальные вместе
results-compare = Доли считаем от ответивших на вопрос в каждом году.
results-pair = <b>{ $label }</b> ({ $then } → { $now })
results-pair-row = – { $option }: { $then } → { $now }
results-pair-mean = Среднее: { $then } (n = { $before }) → { $now } (n = { $n })
results-review = <b>{ $label }</b>

    «{ $text }»

    Показывать в итогах? Посмотрите, нет ли здесь имён и сведений о здоровье. Осталось проверить: { $number }
results-reviewed = Все ответы проверены.
results-sheet-summary = Сводка
results-sheet-groups = По сферам
results-sheet-raw = Ответы
results-column-question = Вопрос
results-column-option = Ответ
results-column-count = Число
results-column-n = Ответили на вопрос
results-column-share = Доля, %
results-column-group = Сфера
results-column-organisation = Организация
results-column-mean = среднее
results-column-lowest = наименьшее
results-column-highest = наибольшее
results-button-pictures = Картинками
results-button-docx = Справка .docx
results-button-xlsx = Таблица .xlsx
results-button-csv = Ответы .csv
results-button-edit = Исправить
results-button-undo = Вернуть прошлый
results-button-leave = Не исправлять
results-base = Доли – от тех, кто видел вопрос и ответил на него.
results-scales = Оценки
results-note-base = Ответили на вопрос: { $n }. Доли – от них.
results-note-few = Ответили на вопрос: { $n }. Ответов меньше десяти, доли не считаем.
results-note-more = И ещё вариантов: { $number }.
results-note-spread = Точка – среднее, полоса – от меньшего ответа до большего, вся линия – от { $lowest } до { $highest }. n – сколько ответов.
results-note-unknown = Не оценили, ответили «не знаю»: { $number }.
results-mean-short = { $mean } (n = { $n })
results-short-share = { $option } – { $value }
results-no-pictures = Рисовать пока нечего: никто не ответил.
results-picture = { $title }: картинка { $number } из { $of }
results-button-album = Все картинки разом
results-toast-album = Присылаю все картинки
results-album = { $title }: картинки { $first }–{ $last } из { $of }
results-edit =
    Пришлите, как показать этот ответ: без имён и сведений о здоровье.

    «{ $text }»
results-sheet-quotes = Своими словами
results-column-quote = Ответ своими словами
results-column-asked = Что оценивали
results-column-span = От и до
results-column-unknown = Не знаю
results-may-name = В ответах своими словами могут быть имена.
results-file = Итоги – { $title }, { $wave }
