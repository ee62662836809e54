"""A person who stands in a cell beside an organisation's name: «Школа № 5, директор Иванов И.И.»."""

import re

from domain.partner_line import QUOTED
from domain.person_in_cell import INITIALS, NAMED_AFTER, OFFICE, PATRONYMIC, WORD

IN_FULL = rf"{WORD}\s+(?:{WORD}\s+)?{PATRONYMIC}\b(?:\s+{WORD})?"
WITH_INITIALS = rf"{WORD}\s+{INITIALS}(?!\.?\s?[А-ЯЁA-Z])"
"""Not «Музей М. Е. Салтыкова-Щедрина», in which the initials are those of whom it is called after."""
PERSON = re.compile(rf"(?<![\w-])(?:{IN_FULL}|{WITH_INITIALS})(?![\w-])")
INITIALS_FIRST = re.compile(rf"(?:.*\b(?i:{OFFICE}).*?)?(?<![\w.]){INITIALS}\s*{WORD}")
"""By itself or with an office: «театр А. С. Пушкина» names nobody."""
OWNER = re.compile(r"(?:\bИП|предприниматель|\bКФХ|нотариус|адвокат)\s*$", re.IGNORECASE)
"""Whose name is the organisation's."""


def names_person(part: str, *, is_first: bool = False) -> bool:
    """Whether the part of a cell names somebody. `is_first`: an organisation may begin it, as in «Кафе Петрович»."""
    text = QUOTED.sub(lambda found: "·" * len(found[0]), part).strip()
    return INITIALS_FIRST.match(text) is not None or any(
        not (NAMED_AFTER.search(text[: one.start()]) or OWNER.search(text[: one.start()]))
        and not (is_first and one.start() == 0 and len(one[0].split()) < 3 and "." not in one[0])
        for one in PERSON.finditer(text)
    )
