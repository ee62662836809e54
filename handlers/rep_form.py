"""Asking to represent an organisation, as a form: which one, and in what position."""

from aiogram.fsm.context import FSMContext

from domain.forms import OWN, Form, Key, Kind, Option, Question, is_own
from domain.partner_search import search
from domain.progress import Progress, chosen
from handlers.forms.answering import FORM, hold
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview, open_desk
from handlers.forms.options import matching
from handlers.forms.values import value_words
from handlers.forms.whole import current_screen
from handlers.say import join
from handlers.screen import Screen
from handlers.words import to_menu
from storage.drafts import Draft

REP_REQUEST = "rep-request"
ORGANISATION, POSITION, OTHER = "organisation", "position", "other"
LONGEST = 300


async def rep_form(ctx: Context, _draft: Draft) -> Form:
    """The organisations of the register that the person does not represent yet, or one in their own words."""
    partners = [one for one in await ctx.store.partners.all(archived=False) if one.id not in ctx.person.partner_ids]
    those = tuple(Option(str(one.id), one.short_name, one.id, aliases=one.names) for one in partners)
    other = Option(OTHER, Key("asking-option-other"), 0)
    organisation = Question(
        ORGANISATION,
        Kind.CHOICE,
        Key("asking-ask-organisation"),
        Key("asking-label-organisation"),
        Key("asking-hint-organisation"),
        options=(*those, other),
        other=OTHER,
        other_longest=LONGEST,
    )
    position = Question(
        POSITION,
        Kind.TEXT,
        Key("asking-ask-position"),
        Key("asking-label-position"),
        Key("asking-hint-position"),
        required=False,
        longest=LONGEST,
    )
    return Form(REP_REQUEST, (organisation, position))


async def read_rep_answer(desk: Desk, question: Question, text: str) -> Given | None:
    """A part of a name chooses; a slip, or another order of words, is read back; what fits nothing is a new one."""
    selection = chosen(question, desk.progress)
    if question.id != ORGANISATION or (selection is not None and selection.value == OWN):
        return None
    held = [option for option in matching(desk, question, text) if option.aliases]
    if len(held) > 1:
        return Given("", said={"find": text[:40]}, sure=False)
    if held:
        return Given(held[0].id)
    names = {option.number or 0: option.aliases for option in question.options if option.aliases}
    found = search(text, names)
    return Given(str(found[0].id), sure=False) if found else None


async def rep_preview(desk: Desk) -> Preview:
    say, counted = desk.say, desk.counted
    lines = [
        say("form-answer", label=desk.label(one), value=value_words(desk, one, counted[one.id]))
        for one in desk.form.questions
        if one.id in counted
    ]
    new = say("asking-new") if is_own(counted.get(ORGANISATION, "")) else None
    return Preview(join(say("asking-preview"), join(*lines), new, by="\n\n"), Key("asking-button-send"))


async def send_request(desk: Desk) -> Screen:
    """To the staff, who are told; the draft goes in the same transaction."""
    ctx, counted = desk.ctx, desk.counted
    said = counted[ORGANISATION]
    partner = None if is_own(said) else await ctx.store.partners.get(int(str(said)))
    name = partner.name if partner else str(said).partition(":")[2]
    await ctx.store.rep_requests.ask(
        ctx.person.id,
        partner.id if partner else None,
        name,
        str(counted[POSITION]) if POSITION in counted else None,
        ctx.now,
        draft_id=desk.draft.id,
    )
    return Screen(ctx.say("asking-sent", organisation=name), (to_menu(ctx.say),))


rep_request = FormKind(
    REP_REQUEST,
    load=rep_form,
    title=lambda desk: desk.say.plain("asking-draft"),
    submit=send_request,
    preview=rep_preview,
    read=read_rep_answer,
)


async def begin(ctx: Context, state: FSMContext) -> Screen:
    """The first question; a draft that waits goes on."""
    waiting = [one for one in await ctx.store.drafts.of(ctx.person.id) if one.form == REP_REQUEST]
    if waiting:
        desk = await open_desk(ctx, rep_request, waiting[0])
        await hold(state, desk)
        return await current_screen(desk)
    await state.set_state(FORM)
    await state.set_data({})
    draft = await ctx.store.drafts.start(ctx.person.id, REP_REQUEST, None, Progress().to_json(), ctx.now)
    return await current_screen(await open_desk(ctx, rep_request, draft))
