"""What is shown of a spreadsheet: what it would do, what is wrong with it, and pairs that look alike."""

from domain.partner import PartnerFields
from domain.partner_match import Doubt
from domain.partner_preview import ImportPreview
from domain.partner_table import Fault
from domain.refusal import Refusal
from domain.row_numbers import stretches
from handlers.callbacks import ImportApply, ImportDrop, ImportPair, ImportPairs, ImportShow, PartnerList, SheetExport
from handlers.card import shortened
from handlers.partners.words import phone, sector_name
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen

MOST_FAULTS = 8
LONGEST_COLUMNS = 300
LONGEST_NAME = 300
FIELDS = {
    "name": "sheet-field-name",
    "short_name": "sheet-field-short_name",
    "aliases": "sheet-field-aliases",
    "sector": "sheet-field-sector",
    "kind": "sheet-field-kind",
    "legal_form": "sheet-field-legal_form",
    "address": "sheet-field-address",
    "site": "sheet-field-site",
    "phone": "sheet-field-phone",
    "email": "sheet-field-email",
    "notes": "sheet-field-notes",
    "grade": "sheet-field-grade",
    "branch_ids": "sheet-field-branch_ids",
    "reps": "sheet-field-reps",
    "archived": "sheet-field-archived",
}


def sheets_screen(say: Say) -> Screen:
    """How to bring a spreadsheet, and buttons to take one."""
    take = tuple(
        Button(say.plain(key), SheetExport(as_csv=as_csv))
        for key, as_csv in (("sheet-button-xlsx", 0), ("sheet-button-csv", 1))
    )
    return Screen(say("sheet-title"), (take, back(say)))


def preview_screen(preview: ImportPreview, say: Say) -> Screen:
    """What the file would do, and the press that does it; faults and doubts come first."""
    if preview.bad:
        return Screen(join(_faults(preview, say), _unknown(preview, say), say("sheet-repair"), by="\n\n"), (back(say),))
    head = join(say("sheet-preview"), say("sheet-counts", **_counts(preview)), _fields(preview, say))
    if preview.doubtful:
        doubtful = say("sheet-doubtful", number=preview.doubtful)
        text = join(head, doubtful, _done(preview, say), _unknown(preview, say), by="\n\n")
        return Screen(text, (_sort_out(preview, say), _drop(preview, say)))
    if preview.is_idle:
        return Screen(join(head, say("sheet-idle"), _unknown(preview, say), by="\n\n"), (back(say),))
    apply = (Button(say.plain("sheet-button-apply"), ImportApply(import_id=preview.import_id)),)
    text = join(head, _done(preview, say), _unknown(preview, say), by="\n\n")
    return Screen(text, (apply, _drop(preview, say)))


def pair_screen(preview: ImportPreview, say: Say) -> Screen:
    """The first that nobody has decided on, with those that it may be, one above the other; without any, the preview.

    Several have a number each.
    """
    if not preview.doubts:
        return preview_screen(preview, say)
    doubt = preview.doubts[0]
    mine = join(say("sheet-pair-mine", row=doubt.number), _about(doubt.mine, say))
    several = len(doubt.others) > 1
    others = [
        join(_where(key, number if several else 0, say), _about(other, say))
        for number, (key, other) in enumerate(doubt.others, 1)
    ]
    head = say("sheet-pairs" if several else "sheet-pair")
    left = say("sheet-pair-left", number=preview.doubtful)
    later = Button(say.plain("sheet-button-preview"), ImportShow(import_id=preview.import_id))
    rows = (*_choices(preview.import_id, doubt, say), (later,))
    return Screen(join(head, mine, *others, left, by="\n\n"), rows)


def _choices(import_id: int, doubt: Doubt, say: Say) -> tuple[Row, ...]:
    """Which of them it is; or none."""
    ids = {"import_id": import_id, "row": doubt.number}
    several = len(doubt.others) > 1
    these = tuple(
        Button(str(number) if several else say.plain("sheet-button-same"), ImportPair(**ids, other=key, is_same=1))
        for number, (key, _) in enumerate(doubt.others, 1)
    )
    key = "sheet-button-none" if several else "sheet-button-apart"
    none = Button(say.plain(key), ImportPair(**ids, other=doubt.key, is_same=0))
    return (these, (none,)) if several else ((*these, none),)


def done_screen(preview: ImportPreview, say: Say) -> Screen:
    """What has been done."""
    return Screen(join(say("sheet-done"), say("sheet-counts", **_counts(preview))), (back(say),))


def refused_screen(refusal: Refusal, import_id: int, say: Say) -> Screen:
    """Why not; what has changed meanwhile can be looked at again."""
    again = (Button(say.plain("sheet-button-preview"), ImportShow(import_id=import_id)),)
    rows = (again, back(say)) if refusal.code == "import-outdated" else (back(say),)
    return Screen(say(f"refusal-{refusal.code}", **refusal.values), rows)


def back(say: Say) -> Row:
    return (Button(say.plain("partner-button-back"), PartnerList()),)


def _counts(preview: ImportPreview) -> dict[str, object]:
    return {"new": preview.new, "changed": preview.changed, "same": preview.same}


def _fields(preview: ImportPreview, say: Say) -> Html | None:
    fields = ", ".join(f"{say.plain(FIELDS[name])} – {number}" for name, number in preview.fields.items())
    return say("sheet-fields", fields=fields) if fields else None


def _faults(preview: ImportPreview, say: Say) -> Html:
    more = preview.bad - len({fault.number for fault in preview.faults[:MOST_FAULTS]})
    lines = (_fault(fault, say) for fault in preview.faults[:MOST_FAULTS])
    rest = say("sheet-more", number=more) if more else None
    bad = say("sheet-bad", number=preview.bad_rows) if preview.bad_rows else None
    return join(bad, join(*lines), rest, by="\n\n")


def _fault(fault: Fault, say: Say) -> Html:
    return say(f"sheet-fault-{fault.code}", row=fault.number, column=fault.column, value=fault.value)


def _unknown(preview: ImportPreview, say: Say) -> Html | None:
    columns = shortened(", ".join(preview.unknown), LONGEST_COLUMNS)
    unknown = say("sheet-unknown", columns=columns) if columns else None
    letters = shortened(", ".join(preview.nameless), LONGEST_COLUMNS)
    nameless = say("sheet-nameless", columns=letters) if letters else None
    names = shortened(", ".join(preview.others), LONGEST_COLUMNS)
    others = say("sheet-others", sheets=names) if names else None
    hidden = [say(f"sheet-hidden-{what}", **_shortened(which)) for what, which in preview.hidden.said]
    told = [one for one in (unknown, nameless, others, *hidden) if one]
    return join(*told) if told else None


def _shortened(values: dict[str, object]) -> dict[str, object]:
    return values | {"which": shortened(str(values["which"]), LONGEST_COLUMNS)}


def _done(preview: ImportPreview, say: Say) -> Html | None:
    """What was not simply taken over, with its rows: somebody should have a look at them."""
    lines = [say(f"sheet-done-{what}", rows=stretches(preview.done[what])) for what in sorted(preview.done)]
    return join(*lines, by="\n\n") if lines else None


def _where(key: int, number: int, say: Say) -> Html:
    """Where the other stands; `number`: of several, else 0."""
    where = say("sheet-pair-known") if key > 0 else say("sheet-pair-above", row=-key)
    return say("sheet-pair-numbered", number=str(number), where=where) if number else where


def _about(fields: PartnerFields, say: Say) -> Html:
    """What tells an organisation from another; nothing of people."""
    known = (fields.address, phone(fields.phone, say) if fields.phone else None, fields.site, fields.email)
    details = ", ".join(filter(None, (sector_name(fields.sector, say), *known)))
    return say("sheet-organisation", name=shortened(fields.name, LONGEST_NAME), details=details)


def _sort_out(preview: ImportPreview, say: Say) -> Row:
    return (Button(say.plain("sheet-button-pairs"), ImportPairs(import_id=preview.import_id)),)


def _drop(preview: ImportPreview, say: Say) -> Row:
    return (Button(say.plain("sheet-button-drop"), ImportDrop(import_id=preview.import_id)),)
