"""Answers to a survey in people's own words: they may name somebody, so they are looked at here before they are quoted.

For whoever runs surveys. Nobody is told here whose answer it is.
"""

from contextlib import suppress

from aiohttp import web

from bot.web.kind import Kind
from bot.web.visit import Visit, back
from domain.refusal import Gone, Refusal
from domain.rights import Act, require
from handlers.ask import readable
from handlers.forms.desk import Context
from handlers.surveys.results_material import found
from handlers.surveys.review_queue import LONGEST, Waiting, at, waiting
from storage.reviews import Review

AT_ONCE = 10
"""Answers that wait, and decisions that can be taken back, on a page."""


async def admit(visit: Visit) -> None:
    require(visit.person, Act.MANAGE_SURVEYS)
    await visit.store.surveys.get(visit.subject)


async def show(visit: Visit) -> web.Response:
    return await _page(visit)


async def decide(visit: Visit) -> web.Response:
    """Shows the answer, as it stands or as it was changed, or hides it; one that was sent anew is looked at again."""
    one = await _meant(visit)
    text = readable(visit.form.get("text", ""))
    is_shown = visit.number("on") == 1
    if is_shown and not text:
        return await _page(visit, Refusal("text-empty"))
    if is_shown and len(text) > LONGEST and text != readable(one.text):
        return await _page(visit, Refusal("text-too-long", most=LONGEST, length=len(text)))
    review = Review(is_shown, text if is_shown and text != readable(one.text) else None)
    decided = await visit.store.tallies.decided_among(visit.subject, [one.response_id])
    if one.key not in decided and one.revision == visit.number("revision"):
        with suppress(Gone):
            await visit.store.reviews.put(one.key, review, visit.person.id, visit.now, revision=one.revision)
    raise back("saved")


async def undo(visit: Visit) -> web.Response:
    """The answer waits again."""
    await visit.store.reviews.drop((await _meant(visit)).key, visit.person.id, visit.now)
    raise back("saved")


async def _meant(visit: Visit) -> Waiting:
    one = await at(visit.store, visit.subject, visit.number("response"), visit.number("place"))
    if one is None:
        raise Gone("response-gone")
    return one


async def _page(visit: Visit, bad: Refusal | None = None) -> web.Response:
    ctx = Context(visit.store, visit.person, visit.say, visit.library, visit.now)
    what = await found(ctx, visit.house.results, await visit.store.surveys.get(visit.subject))
    keys = what.summary.own_keys()
    first = await waiting(visit.store, visit.subject, what.questionnaire, keys, AT_ONCE)
    decided = await visit.store.tallies.latest(visit.subject, what.questionnaire, AT_ONCE)
    left = max(len(first), what.summary.own_number - await visit.store.tallies.decided(visit.subject))
    fields = what.survey.fields
    title = visit.say("results-head", title=fields.title, wave=str(fields.wave))
    language = visit.say.language
    return visit.page("review", bad=bad, title=title, waiting=first, decided=decided, left=left, language=language)


KIND = Kind(admit, shows={"": show}, acts={"decide": decide, "undo": undo})
