"""A questionnaire as a methodist writes it (XLSForm), as data, and as a form that is asked in chat."""
