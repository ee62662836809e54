"""The card of an organisation: what is filled in, who acts for it, what was done together, and what can be done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from urllib.parse import quote

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.partner import Agreement, Meeting, Partner, PartnerFields, Rep, Together
from domain.partner_answers import SITE
from domain.rights import Act, may
from handlers.ask import Ask, ask, conversation
from handlers.callbacks import (
    AgreementList,
    PartnerArchive,
    PartnerChange,
    PartnerList,
    PartnerOpen,
    PartnerRestore,
    RepList,
)
from handlers.card import shortened
from handlers.elsewhere import page_row
from handlers.forms.desk import Context
from handlers.link_screens import links_row
from handlers.partners.entry import SeesPartners
from handlers.partners.words import GRADE_NAMES, agreement_words, kind_name, phone, sector_name
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.view import MAP
from storage.library import Branch
from storage.page_links import Page

SHOWN = 5
"""Representatives and agreements on the card; the others are behind their buttons."""
LONG, TITLE = 500, 80
NOTHING = Together()


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner with all that its card says."""

    partner: Partner
    branches: tuple[Branch, ...] = ()
    reps: tuple[Rep, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    together: Together = NOTHING


RowMaker = Callable[[Context, PartnerView], Awaitable[Row]]


async def _ways_in(ctx: Context, view: PartnerView) -> Row:
    return links_row(ctx, view.partner.id)


MORE_ROWS: tuple[RowMaker, ...] = (_ways_in,)
"""What else can be done with a partner: each makes a row of buttons for the card, or an empty one. At most two rows."""


async def look(ctx: Context, partner_id: int) -> PartnerView:
    """The partner as it is now; `Gone` if there is none."""
    store = ctx.store
    partner = await store.partners.get(partner_id)
    return PartnerView(
        partner,
        tuple(one for one in await store.branches.all() if one.id in partner.fields.branch_ids),
        tuple(await store.partners.reps(partner_id)),
        tuple(await store.agreements.of(partner_id)),
        await store.acquaintance.together(partner_id, ctx.now),
    )


async def card_screen(ctx: Context, partner_id: int, note: Html | None = None) -> Screen:
    """The card with its buttons; `note` stands above it."""
    view = await look(ctx, partner_id)
    say, today = ctx.say, ctx.now_local.date()
    agreements = [agreement_words(one, today, say) for one in view.agreements[:SHOWN]]
    more = len(view.agreements) - SHOWN
    text = join(
        note,
        say("partner-archived-note") if view.partner.archived_at else None,
        fields_text(view.partner.fields, view.branches, say),
        join(say("partner-agreements"), *agreements, _and_more(more, say)) if agreements else None,
        _reps(ctx, view),
        _together(view.together, say),
        by="\n\n",
    )
    return Screen(text, await _rows(ctx, view))


def fields_text(fields: PartnerFields, branches: tuple[Branch, ...], say: Say) -> Html:
    """What is filled in, line by line; what is not, is left out."""
    kind = kind_name(fields.kind, say) if fields.kind else None
    what = ", ".join(filter(None, (sector_name(fields.sector, say), kind, fields.legal_form)))
    named = [(key, value) for key, value in _facts(fields, branches, say) if value]
    return join(
        say("partner-name", name=fields.name), say("partner-what", what=what), *(_line(*one, say) for one in named)
    )


def _facts(fields: PartnerFields, branches: tuple[Branch, ...], say: Say) -> list[tuple[str, str | None]]:
    return [
        ("partner-label-short", fields.short_name if fields.short_name != fields.name else None),
        ("partner-label-aliases", shortened("; ".join(fields.aliases), LONG)),
        ("partner-label-address", fields.address),
        ("partner-label-site", fields.site),
        ("partner-label-phone", phone(fields.phone, say) if fields.phone else None),
        ("partner-label-email", fields.email),
        ("partner-label-grade", say.plain(GRADE_NAMES[fields.grade]) if fields.grade else None),
        ("partner-label-branches", shortened(", ".join(one.short_name for one in branches), LONG)),
        ("partner-label-notes", shortened(fields.notes, LONG) if fields.notes else None),
    ]


def _line(key: str, value: str | None, say: Say) -> Html:
    return say("form-answer", label=say.plain(key), value=value or "")


def _reps(ctx: Context, view: PartnerView) -> Html:
    """Names and telephones only where they may be shown in chat; else how many there are, and their positions."""
    say = ctx.say
    if not view.reps:
        return say("partner-reps-none")
    if not ctx.library.personal_data_in_chat:
        positions = [one.fields.position for one in view.reps if one.fields.position]
        lines = (say("partner-position", position=shortened(one, TITLE)) for one in positions[:SHOWN])
        return join(say("partner-reps", number=len(view.reps)), *lines, _and_more(len(positions) - SHOWN, say))
    lines = (rep_line(one, say) for one in view.reps[:SHOWN])
    return join(say("partner-reps", number=len(view.reps)), *lines, _and_more(len(view.reps) - SHOWN, say))


def rep_line(one: Rep, say: Say) -> Html:
    """«Баранова Е.П. – директор, +7 (4822) 34-29-20»."""
    fields = one.fields
    position = say("partner-behind-name", text=shortened(fields.position, TITLE * 2)) if fields.position else None
    rest = (fields.clergy_rank, phone(fields.phone, say) if fields.phone else None, fields.email)
    name = say("partner-rep-primary" if fields.is_primary else "partner-rep", name=one.called or say("rep-nameless"))
    return join(join(name, position, by=" "), *(say.text(part) for part in rest if part), by=", ")


def _and_more(number: int, say: Say) -> Html | None:
    return say("partner-more", number=number) if number > 0 else None


def _together(known: Together, say: Say) -> Html:
    """What the bot itself knows."""
    last, coming = (_meeting(one, say) for one in (known.last, known.next))
    contact = say("partner-contact", day=say.day(known.last_contact, weekday=False)) if known.last_contact else None
    return join(
        say("partner-together", events=known.events, came=known.came),
        say("partner-last-event", event=last) if last else None,
        say("partner-next-event", event=coming) if coming else None,
        say("partner-answers", number=known.answers) if known.answers else None,
        contact,
    )


def _meeting(one: Meeting | None, say: Say) -> Html | None:
    if one is None:
        return None
    return say("partner-event", day=say.day(one.starts_at, weekday=False), title=shortened(one.title, TITLE))


async def _rows(ctx: Context, view: PartnerView) -> tuple[Row, ...]:
    back = (Button(ctx.say.plain("partner-button-back"), PartnerList()),)
    links = _links(view.partner.fields, ctx.say)
    if view.partner.archived_at is not None:
        return (*_restore(ctx, view.partner), links, back)
    page = await _page(ctx, view.partner)
    more = [await make(ctx, view) for make in MORE_ROWS]
    return (*_acts(ctx, view.partner, with_reps=not page), links, *more, page, back)


def _acts(ctx: Context, partner: Partner, *, with_reps: bool) -> tuple[Row, ...]:
    say, one = ctx.say, partner.id
    reps = (Button(say.plain("partner-button-reps"), RepList(partner_id=one)),) if with_reps else ()
    agreements = Button(say.plain("partner-button-agreements"), AgreementList(partner_id=one))
    if not may(ctx.person, Act.EDIT_PARTNERS):
        return ((*reps, agreements),)
    change = Button(say.plain("partner-button-change"), PartnerChange(partner_id=one))
    archive = Button(say.plain("partner-button-archive"), PartnerArchive(partner_id=one, sure=0))
    return ((change, agreements), (*reps, archive))


def _restore(ctx: Context, partner: Partner) -> tuple[Row, ...]:
    press: CallbackData = PartnerRestore(partner_id=partner.id)
    may_restore = may(ctx.person, Act.EDIT_PARTNERS)
    return ((Button(ctx.say.plain("partner-button-restore"), press),),) if may_restore else ()


def _links(fields: PartnerFields, say: Say) -> Row:
    on_map = (Button(say.plain("card-button-map"), url=MAP + quote(fields.address)),) if fields.address else ()
    is_site = fields.site and SITE.fullmatch(fields.site)
    return (*on_map, *((Button(say.plain("partner-button-site"), url=f"https://{fields.site}"),) if is_site else ()))


async def _page(ctx: Context, partner: Partner) -> Row:
    """Where names may not be shown here, the way to where they are."""
    if ctx.library.personal_data_in_chat:
        return ()
    row = await page_row(
        Page.PARTNER,
        partner.id,
        store=ctx.store,
        person=ctx.person,
        library=ctx.library,
        say=ctx.say,
        now=ctx.now,
    )
    return tuple(replace(button, text=ctx.say.plain("partner-button-page")) for button in row)


def to_all(say: Say) -> Button:
    """To the register from its beginning."""
    return Button(say.plain("partner-button-all"), PartnerList())


async def open_card(query: CallbackQuery, callback_data: PartnerOpen, *, ctx: Context, state: FSMContext) -> None:
    """The card in place of the list; what is typed still searches."""
    await ask(state, Ask.partners, to_all(ctx.say))
    await show(query, await card_screen(ctx, callback_data.partner_id))


def router() -> Router:
    router = conversation("partner")
    router.callback_query.register(open_card, PartnerOpen.filter(), SeesPartners())
    return router
