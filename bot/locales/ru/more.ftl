# Подробности мероприятия
more-agenda = <b>Повестка</b>
more-partners = <b>Партнёры:</b> { $names }
more-names = <b>Идут:</b> { $names }
more-button-back = ‹ К карточке
