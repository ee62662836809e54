# Справка «Итоги анкетирования».
memo-title = Итоги анкетирования
memo-of = { $title }, { $wave }
memo-made = Составлено: { $when }
memo-purpose = Цель.
memo-when = Сроки.
memo-dates = Отвечали с { $since } по { $until }
memo-dates-open = Отвечают с { $since } по { $until }; опрос ещё идёт.
memo-who = Участие.
memo-beside = Сравнение.
memo-before = Рядом — ответы на те же вопросы за { $wave } год.
memo-known = Кто что ответил, знают сотрудники, которые проводят опрос. Здесь — только общие числа и выдержки без имён и названий.
memo-answers = Ответы по вопросам
memo-base = Доли — от организаций, которые видели вопрос и ответили на него; их число — n. Если их меньше десяти, приводим только числа.
memo-column = { $wave }: n = { $n }
memo-nobody = Никто не выбрал: { $options }.
memo-mean = Среднее { $mean }, от { $lowest } до { $highest } (n = { $n }).
memo-span = { $lowest }–{ $highest }
memo-spread = «Не знаю» в среднее не входит.
memo-open = Своими словами
memo-waiting = Ответов, которые ещё не проверены и потому не приведены: { $number }.
memo-conclusions = Выводы
memo-proposals = Предложения в план на { $wave } год
memo-best = Выше всего оценили: { $best } ({ $high }); ниже всего: { $worst } ({ $low }).
memo-moved = { $label } «{ $option }»: { $then } в { $wave } году, теперь { $now }.
memo-often = { $label } Чаще всего: { $chosen }.
