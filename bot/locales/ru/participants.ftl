# Список участников
participants-title = <b>Список участников</b>{ $number ->
        [0] {""}
       *[other] {" "}· { $number }
    }
participants-none = Пока никого. Сюда попадают представители, ответившие «Приду», и те, кого вы отметите.
participants-line = { $number }. { $text }
participants-hidden = Имён в переписке нет: так решила библиотека.
participants-number = { $partner } – { $number }
participants-offices = { $partner } – { $number }: { $offices }
participants-mark = <b>Кто придёт?</b>
participants-nobody = У партнёров мероприятия пока нет представителей. Внесите их в /partners.
participants-ask-group = <b>Какая группа придёт?</b>
    Напишите, как в списке: сотрудники библиотек города; 12 школьников
participants-no-names = Без фамилий, пожалуйста.
participants-which = <b>Какую группу убрать?</b>
participants-toast-dropped = Группа убрана

participants-button-mark = Отметить людей
participants-button-group = Добавить группу
participants-button-drop = Убрать группу
participants-button-back = ‹ Список

refusal-participants-rep-gone = Этого человека среди представителей партнёров больше нет.
refusal-participants-group-gone = Этой группы в списке больше нет.
refusal-participants-said = Этот человек ответил «Приду»: изменить ответ может только он.
refusal-participants-names = Фамилии в переписке библиотека не принимает. Напишите группу без имён.
