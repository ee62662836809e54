survey-option-add = Добавить
survey-option-enough = Больше нет
survey-option-other = другое
survey-option-agreed = Принимаю
survey-hint-first = Есть что добавить?
survey-hint-more = Добавить ещё?
