# Список участников
refusal-participants-rep-gone = Этого человека среди представителей партнёров больше нет
refusal-participants-group-gone = Этой группы в списке больше нет
