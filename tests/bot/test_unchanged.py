"""An edit that would change nothing is not made; whatever changes something is, however quickly people press."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramServerError
from aiogram.types import CallbackQuery, Message, Update

from bot.kept import as_kept
from bot.session import open_session
from bot.unchanged import FRESH, Unchanged
from handlers.callbacks import EventList, EventOpen
from handlers.say import Html
from handlers.screen import Button, Screen, edit
from sandbox import acts
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Rule

TOKEN = "42:test"
MORNING = Screen(Html("<b>Утро</b>"), ((Button("Афиша", EventList()),),))
EVENING = Screen(Html("<b>Вечер</b>"), ((Button("Афиша", EventList()), Button("Карта", url="https://example.org")),))


@dataclass(slots=True)
class Desk:
    """A bot on the sandbox with somebody to whom it has shown the morning."""

    box: Sandbox
    bot: Bot
    unchanged: Unchanged
    anna: Person
    message: Message
    now: list[float] = field(default_factory=lambda: [0.0])

    def press(self) -> Update:
        """As it is kept; nothing comes of it yet."""
        shown = self.anna.chat.messages[self.message.message_id]
        acts.press(self.box.world, self.anna.account, shown, "l")
        return Update.model_validate_json(as_kept(self.box.world.updates[-1]), context={"bot": self.bot})

    async def comes_to(self, update: Update, screen: Screen) -> None:
        """What the bot makes of the press."""
        query = update.event
        assert isinstance(query, CallbackQuery)
        assert isinstance(query.message, Message)
        self.unchanged.pressed(query)
        await edit(query.message, screen)

    @property
    def edits(self) -> int:
        return sum(call.method == "editMessageText" for call in self.box.calls)

    @property
    def text(self) -> str:
        return str(self.anna.chat.messages[self.message.message_id]["text"])


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with Sandbox(TOKEN) as box:
        anna, now, session = box.person("Анна"), [0.0], open_session(box.url, "")
        anna.account.started = True
        unchanged = Unchanged(lambda: now[0])
        session.middleware(unchanged)
        async with Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML)) as bot:
            message = await bot.send_message(anna.id, MORNING.text, reply_markup=MORNING.keyboard)
            yield Desk(box, bot, unchanged, anna, message, now)


async def test_the_same_words_and_buttons_are_not_said_again(desk: Desk) -> None:
    await desk.comes_to(desk.press(), MORNING)
    assert desk.edits == 0


@pytest.mark.parametrize(
    "other",
    [
        Screen(Html("Утро"), MORNING.rows),
        Screen(MORNING.text),
        Screen(MORNING.text, ((Button("Афиши", EventList()),),)),
        Screen(MORNING.text, ((Button("Афиша", EventOpen(event_id=1)),),)),
        Screen(MORNING.text, MORNING.rows * 2),
    ],
)
async def test_whatever_differs_is_said(desk: Desk, other: Screen) -> None:
    await desk.comes_to(desk.press(), other)
    assert desk.edits == 1


async def test_who_presses_back_before_the_answer_sees_what_they_pressed_last(desk: Desk) -> None:
    there, back = desk.press(), desk.press()
    await desk.comes_to(there, EVENING)
    await desk.comes_to(back, MORNING)
    assert (desk.edits, desk.text) == (2, "Утро")


async def test_who_presses_the_same_twice_is_answered_by_one_edit(desk: Desk) -> None:
    one, two = desk.press(), desk.press()
    await desk.comes_to(one, EVENING)
    await desk.comes_to(two, EVENING)
    assert (desk.edits, desk.text) == (1, "Вечер")


async def test_an_edit_that_failed_says_nothing_of_what_is_shown(desk: Desk) -> None:
    press = desk.press()
    desk.box.trouble.rules.append(Rule("500", "editMessageText", times=1))
    with pytest.raises(TelegramServerError):
        await desk.comes_to(press, EVENING)
    await desk.comes_to(press, MORNING)
    assert desk.edits == 2


async def test_after_a_while_the_messenger_knows_better(desk: Desk) -> None:
    """Another program may have edited it."""
    await desk.comes_to(desk.press(), EVENING)
    desk.now[0] += FRESH + 1
    await elsewhere(desk)
    await desk.comes_to(desk.press(), EVENING)
    assert desk.text == "Вечер"


async def test_what_the_messenger_finds_unchanged_is_done(desk: Desk) -> None:
    press = desk.press()
    desk.unchanged.pressed(press.event)
    await elsewhere(desk)
    query = press.event
    assert isinstance(query, CallbackQuery)
    assert isinstance(query.message, Message)
    await edit(query.message, Screen(Html("Ночь")))
    assert desk.text == "Ночь"


async def elsewhere(desk: Desk) -> None:
    """Another process edits the message."""
    async with Bot(TOKEN, session=open_session(desk.box.url, "")) as other:
        await other.edit_message_text("Ночь", chat_id=desk.anna.id, message_id=desk.message.message_id)
