"""The card of an organisation as a form: its name says much of it, little is asked, the rest is offered."""

from collections.abc import Callable
from dataclasses import replace

from domain.difference import merged
from domain.forms import Answers, Form, Key, Kind, Option, Question
from domain.partner import SECTORS, Grade, Partner
from domain.partner_answers import email, site, to_partner
from domain.partner_guess import guess
from domain.partner_kinds import legal_forms, partner_kinds
from domain.partner_line import PartnerLine, read_line
from domain.partner_search import Lookalikes
from domain.phone import phone_words, read_phone
from domain.progress import Selection
from domain.rights import Act, require
from handlers.callbacks import PartnerList, PartnerOpen
from handlers.card import shortened
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview
from handlers.partners.beginning import BASE, base_of
from handlers.partners.card import card_screen, fields_text
from handlers.partners.words import GRADE_NAMES, KIND_NAMES, LONGEST_KIND, SAVE, SECTOR_NAMES
from handlers.say import Html, join
from handlers.screen import Button, Screen
from storage.drafts import Draft
from storage.partners import Named

PARTNER = "partner"
"""The id of the form in drafts."""
OTHER = "other"
OWN_KIND = "own"
TITLE = 60
SHOWN_ALIKE = 3
LONGEST_PARTS = {"address": 300, "site": 200, "phone": 60, "email": 120, "notes": 1000}
READERS: dict[str, Callable[[str], str]] = {
    "phone": lambda text: phone_words(read_phone(text)),
    "email": email,
    "site": site,
}


async def partner_form(ctx: Context, _draft: Draft) -> Form:
    branches = await ctx.store.branches.all()
    places = tuple(Option(str(one.id), one.short_name, one.id, aliases=(one.name, *one.aliases)) for one in branches)
    return Form(
        PARTNER,
        (
            Question("name", Kind.TEXT, _ask("name"), _label("name"), Key("partner-hint-name"), longest=300),
            Question("sector", Kind.CHOICE, _ask("sector"), _label("sector"), options=_sectors()),
            _choice("kind", _kinds(), other=OWN_KIND, other_longest=LONGEST_KIND),
            _text("short_name", 120),
            _choice("legal_form", _legal_forms(), other=OWN_KIND, other_longest=20),
            _text("address", 300),
            _text("site", 200),
            _text("phone", 60),
            _text("email", 120),
            _choice("grade", tuple(Option(one, Key(GRADE_NAMES[one])) for one in Grade)),
            replace(_choice("branches", places), kind=Kind.CHOICES, when=lambda _answers: bool(places)),
            Question(
                "aliases",
                Kind.LINES,
                _ask("aliases"),
                _label("aliases"),
                Key("partner-hint-aliases"),
                required=False,
                aside=True,
                longest=300,
                most=20,
            ),
            _text("notes", 1000),
        ),
    )


def _ask(name: str) -> Key:
    return Key(ASKS[name])


def _label(name: str) -> Key:
    return Key(LABELS[name])


ASKS = {
    "name": "partner-ask-name",
    "sector": "partner-ask-sector",
    "kind": "partner-ask-kind",
    "short_name": "partner-ask-short",
    "legal_form": "partner-ask-form",
    "address": "partner-ask-address",
    "site": "partner-ask-site",
    "phone": "partner-ask-phone",
    "email": "partner-ask-email",
    "grade": "partner-ask-grade",
    "branches": "partner-ask-branches",
    "aliases": "partner-ask-aliases",
    "notes": "partner-ask-notes",
}
LABELS = {
    "name": "partner-label-name",
    "sector": "partner-label-sector",
    "kind": "partner-label-kind",
    "short_name": "partner-label-short",
    "legal_form": "partner-label-form",
    "address": "partner-label-address",
    "site": "partner-label-site",
    "phone": "partner-label-phone",
    "email": "partner-label-email",
    "grade": "partner-label-grade",
    "branches": "partner-label-branches",
    "aliases": "partner-label-aliases",
    "notes": "partner-label-notes",
}


def _text(name: str, longest: int) -> Question:
    return Question(name, Kind.TEXT, _ask(name), _label(name), required=False, aside=True, longest=longest)


def _choice(name: str, options: tuple[Option, ...], other: str = "", other_longest: int = 80) -> Question:
    return Question(
        name,
        Kind.CHOICE,
        _ask(name),
        _label(name),
        required=False,
        aside=True,
        options=options,
        other=other,
        other_longest=other_longest,
    )


def _sectors() -> tuple[Option, ...]:
    return tuple(Option(one, Key(SECTOR_NAMES[one])) for one in SECTORS)


def _kinds() -> tuple[Option, ...]:
    """The kinds of the sector that was chosen, and one of one's own."""
    known = (Option(one.id, Key(KIND_NAMES[one.id]), when=_in_sector(one.sector)) for one in partner_kinds())
    return (*known, Option(OWN_KIND, Key("partner-option-other-kind")))


def _in_sector(sector: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("sector") == sector


def _legal_forms() -> tuple[Option, ...]:
    known = (Option(short, short, aliases=(full,)) for short, full in legal_forms().items())
    return (*known, Option(OWN_KIND, Key("partner-option-other-form")))


async def read_partner_answer(desk: Desk, question: Question, text: str) -> Given | None:
    """A name also proposes what it says of the organisation, as far as that is not known yet; so does a whole line."""
    if question.id == "name":
        line = _read_line(desk, text)
        name, said = line.name, guess(line.name)
        sector, kind = (said.kind.sector, said.kind.id) if said.kind else (None, None)
        proposed = (
            ("sector", sector),
            ("kind", kind),
            ("short_name", said.short_name),
            ("legal_form", said.legal_form),
        )
        return Given(name, line.more | {key: value for key, value in proposed if value and key not in desk.counted})
    if question.id in READERS:
        return Given(READERS[question.id](text))
    return Given(" ".join(text.split())) if question.kind is Kind.TEXT else None


def _read_line(desk: Desk, text: str) -> PartnerLine:
    """The parts of a line that was pasted; the whole is the name where there is no place for them any more."""
    line = read_line(text)
    fits = BASE not in desk.draft.body and not any(key in desk.counted for key in line.more)
    too_long = any(len(value) > LONGEST_PARTS[key] for key, value in line.more.items())
    return line if fits and not too_long else PartnerLine(" ".join(text.split()))


async def partner_doubts(desk: Desk, selection: Selection) -> list[Html]:
    """Organisations of the register that may be the same."""
    if selection.question not in ("name", "short_name"):
        return []
    every = {one.id: one for one in await desk.ctx.store.partners.names() if one.id != desk.draft.subject}
    hits = Lookalikes({key: one.names for key, one in every.items()}).like(str(selection.value))
    return [_alike(desk, every[hit.id]) for hit in hits[:SHOWN_ALIKE]]


def _alike(desk: Desk, one: Named) -> Html:
    return desk.say("partner-alike-archived" if one.archived else "partner-alike", name=one.names[0])


def partner_title(desk: Desk) -> str:
    name = shortened(str(desk.counted.get("short_name") or desk.counted.get("name") or ""), TITLE)
    return desk.say.plain("partner-draft", name=name) if name else desk.say.plain("partner-draft-nameless")


async def partner_preview(desk: Desk) -> Preview:
    """The card as it will be."""
    fields = to_partner(desk.counted)
    branches = tuple(one for one in await desk.ctx.store.branches.all() if one.id in fields.branch_ids)
    head = desk.say("partner-preview-change" if BASE in desk.draft.body else "partner-preview")
    return Preview(join(head, fields_text(fields, branches, desk.say), by="\n\n"), SAVE)


async def keep_partner(desk: Desk) -> Screen:
    """Adds the organisation, or changes what the answers say otherwise than at the beginning."""
    ctx, fields, base = desk.ctx, to_partner(desk.counted), base_of(desk)
    person, store = require(ctx.person, Act.EDIT_PARTNERS), ctx.store
    if base is None or desk.draft.subject is None:
        partner_id = await store.partners.add_full(fields, person.id, ctx.now, draft_id=desk.draft.id)
        return await card_screen(ctx, partner_id, desk.say("partner-added"))
    old = to_partner(base)

    def rule(now: Partner) -> Partner:
        return replace(now, fields=merged(now.fields, old, fields))

    await store.partners.change(desk.draft.subject, rule, person.id, ctx.now, draft_id=desk.draft.id)
    note = desk.say("form-unchanged" if old == fields else "partner-changed")
    return await card_screen(ctx, desk.draft.subject, note)


def way_back(desk: Desk) -> Button:
    """To the card; of an organisation that is not there yet, to the list."""
    if desk.draft.subject is None:
        return Button(desk.say.plain("partner-button-back"), PartnerList())
    return Button(desk.say.plain("partner-button-card"), PartnerOpen(partner_id=desk.draft.subject))


partner_kind = FormKind(
    PARTNER,
    load=partner_form,
    title=partner_title,
    submit=keep_partner,
    preview=partner_preview,
    doubts=partner_doubts,
    read=read_partner_answer,
    back=way_back,
)
"""Adding an organisation to the register, and changing one."""
