"""Words of the journal and of the plan."""

from domain.event import Mode
from domain.event_forms import EVENT_FORMS
from domain.journal_sheets import COLUMNS, Wording
from domain.period import Period, Span
from handlers.say import Say
from handlers.view import form_name

MODES = {Mode.ONSITE: "journal-mode-onsite", Mode.OFFSITE: "journal-mode-offsite", Mode.ONLINE: "journal-mode-online"}
AGES = {"to14": "journal-age-to14", "15_30": "journal-age-15_30", "31plus": "journal-age-31plus"}
OTHER = {
    "column-unreported": "journal-column-unreported",
    "sheet-summary": "journal-sheet-summary",
    "sheet-journal": "journal-sheet-journal",
    "row": "journal-row",
    "all": "journal-all",
    "no-branch": "journal-no-branch",
    "unreported": "journal-unreported",
    "note-once": "journal-note-once",
    "note-ages": "journal-note-ages",
}


def wording(say: Say) -> Wording:
    words = {f"form-{form.id}": form_name(form.id, say) for form in EVENT_FORMS}
    words |= {f"mode-{mode}": say.plain(key) for mode, key in MODES.items()}
    words |= {f"age-{age}": say.plain(key) for age, key in AGES.items()}
    words |= {f"column-{name}": say.plain(f"journal-column-{name}") for name in COLUMNS}
    return Wording(words | {name: say.plain(key) for name, key in OTHER.items()}, say.zone)


def period_words(period: Period, say: Say) -> str:
    """«апрель 2018», «2-й квартал 2018 года», «2018 год»."""
    year = str(period.first.year)
    if period.span is Span.MONTH:
        return say.month(period.first)
    if period.span is Span.QUARTER:
        return say.plain("journal-quarter", number=period.quarter, year=year)
    return say.plain("journal-year", year=year)
