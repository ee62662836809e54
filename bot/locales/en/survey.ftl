survey-option-add = Add
survey-option-enough = No more
survey-option-other = other
survey-option-agreed = I accept
survey-hint-first = Is there anything to add?
survey-hint-more = One more?
