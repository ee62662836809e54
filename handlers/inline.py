"""Inline mode: the bot's name and a few words, typed in any chat, find coming events; the card that is picked stands
there in the person's name and stays up to date like any other.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    ChosenInlineResult,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from domain.event import Event, Mode
from handlers import goals
from handlers.card import Viewer, event_card
from handlers.context import Library
from handlers.say import Say
from handlers.screen import is_picture_refused, is_too_late
from handlers.view import begins, form_name, full_name, view_of
from storage.library import Branch
from storage.store import Store

Result = InlineQueryResultArticle | InlineQueryResultCachedPhoto

SIZE = 10
MOST = 300
"""Coming events that are looked through."""
FRESH = 5
"""Seconds for which Telegram may show the same results again."""
WORD = re.compile(r"\w+")
PICKED = re.compile(r"([ep])(\d{1,15})")
"""The id of a result: a card without (`e`) or with a poster (`p`), and its event."""


async def search(query: InlineQuery, *, store: Store, say: Say, library: Library, now: datetime) -> None:
    """Shows the coming events in which every word is found, a page at a time; without words, all of them."""
    branches = {branch.id: branch for branch in await store.branches.all()}
    coming = [(event, branches.get(event.fields.branch_id or 0)) for event in await store.events.ahead(now, MOST)]
    tongues = {say.language: say} | {name: say.into(name) for name in library.languages}
    words = [_folded(word) for word in WORD.findall(query.query)]
    fitting = [one for one in coming if _fits(words, _searched(*one, tongues.values()))]
    first = int(query.offset) if query.offset.isdecimal() else 0
    viewer = Viewer(None, library, now, shared=True)
    shown = fitting[first : first + SIZE]
    results = [await _result(event, branch, store=store, viewer=viewer, say=say) for event, branch in shown]
    rest = str(first + SIZE) if len(fitting) > first + SIZE else ""
    await _answer(query, results, rest, None if fitting else _to_list(say))


async def keep(chosen: ChosenInlineResult, *, store: Store, now: datetime) -> None:
    """A card was picked and stands somewhere: it is kept up to date from now on. Who picked it is not kept."""
    found = PICKED.fullmatch(chosen.result_id)
    if found is not None and chosen.inline_message_id is not None:
        has_poster = found[1] == "p"
        await store.cards.put_inline(int(found[2]), chosen.inline_message_id, now, has_poster=has_poster)


async def _answer(
    query: InlineQuery, results: list[Result], rest: str, button: InlineQueryResultsButton | None
) -> None:
    """One picture that the messenger does not take would keep all results back: then they come without."""
    try:
        await query.answer(list(results), cache_time=FRESH, is_personal=True, next_offset=rest, button=button)
    except TelegramBadRequest as error:
        plain = [_without_picture(one) for one in results]
        if is_picture_refused(error) and plain != results:
            await _answer(query, plain, rest, button)
        elif not is_too_late(error):
            raise


def _without_picture(result: Result) -> Result:
    if isinstance(result, InlineQueryResultArticle):
        return result
    return InlineQueryResultArticle(
        id=f"e{result.id[1:]}",
        title=result.title or "",
        description=result.description,
        input_message_content=InputTextMessageContent(message_text=result.caption or ""),
        reply_markup=result.reply_markup,
    )


def _fits(words: Iterable[str], text: str) -> bool:
    return all(word in text for word in words)


def _searched(event: Event, branch: Branch | None, tongues: Iterable[Say]) -> str:
    """All words by which the event may be found: title, form, place and day."""
    fields = event.fields
    place = (branch.name, branch.short_name, *branch.aliases) if branch else (fields.address or "",)
    hall = [hall.name for hall in branch.halls if hall.id == fields.hall_id] if branch else []
    said = [part for say in tongues for part in (form_name(fields.form or "", say), say.day(fields.starts_at))]
    return _folded(" ".join((fields.title, *said, *place, *hall)))


def _folded(words: str) -> str:
    return words.casefold().replace("ё", "е")


async def _result(event: Event, branch: Branch | None, *, store: Store, viewer: Viewer, say: Say) -> Result:
    """The list speaks the language of who looks; the card, which many will see, the library's."""
    screen = event_card(await view_of(store, event), viewer, say.into(viewer.library.languages[0]))
    title, about = full_name(event, say), _about(event, branch, say)
    if isinstance(screen.photo, str):
        return InlineQueryResultCachedPhoto(
            id=f"p{event.id}",
            photo_file_id=screen.photo,
            title=title,
            description=about,
            caption=screen.text,
            reply_markup=screen.keyboard,
        )
    return InlineQueryResultArticle(
        id=f"e{event.id}",
        title=title,
        description=about,
        input_message_content=InputTextMessageContent(message_text=screen.text),
        reply_markup=screen.keyboard,
    )


def _about(event: Event, branch: Branch | None, say: Say) -> str:
    """«27 апреля, 14:00 · Герцена»."""
    place, when = _place(event, branch, say), begins(event, say)
    return say.plain("inline-about", place=place, when=when) if place else say.plain("inline-when", when=when)


def _place(event: Event, branch: Branch | None, say: Say) -> str | None:
    if event.fields.mode is Mode.ONLINE:
        return say.plain("card-where-online")
    return branch.short_name if branch else event.fields.address


def _to_list(say: Say) -> InlineQueryResultsButton:
    return InlineQueryResultsButton(text=say.plain("inline-button-none"), start_parameter=goals.LIST)


def router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(search)
    router.chosen_inline_result.register(keep)
    return router
