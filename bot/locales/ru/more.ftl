# Подробности мероприятия
more-agenda = <b>Повестка</b>
more-agenda-item = { $number }. { $text }
more-partners = <b>Партнёры:</b> { $names }
more-names = <b>Идут:</b> { $names }
more-button-back = ‹ К карточке
