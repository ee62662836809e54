# Details of an event
more-agenda = <b>Agenda</b>
more-partners = <b>Partners:</b> { $names }
more-names = <b>Going:</b> { $names }
more-button-back = ‹ Back to the card
