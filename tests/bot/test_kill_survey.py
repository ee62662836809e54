"""`kill -9` while a partner answers «Наши партнеры»: at whatever screen it dies, the next press goes on there."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from domain.people import Purpose
from domain.segment import partners_by
from domain.survey import SurveyFields
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.shapes import Json
from storage.members import ConsentGiven
from storage.store import Store
from tests.chat.surveying import CLOSES, our_partners
from tests.chat.talk import labels, text_of
from tests.engines import at_newest
from tests.process import TOKEN, running_bot, until
from tests.storage.conftest import POLICY

pytestmark = pytest.mark.long

SCREENS = 24
STEPS = {
    "Сотрудничаете ли вы": ("да, сейчас",),
    "Как оформлено": ("3",),  # a plan without an agreement: one question more
    "Оцените": ("1",),  # so that it is asked what to mend
}
SOME = frozenset({9, 18})


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        await box.clock.freeze(frozen=True)
        yield box


async def invited(box: Sandbox, url: str) -> Person:
    """A representative of a college that is asked, and has agreed to be."""
    await at_newest(url)
    store, now = Store(url, POLICY), box.clock.now()
    igor = box.person("Игорь Лапин")
    igor.account.started = True
    given = [ConsentGiven(purpose, "1", "Согласен", now) for purpose in (Purpose.EVENTS, Purpose.SURVEY)]
    member = await store.members.consent(igor.id, "Игорь Лапин", "ru", given, now)
    college = await store.partners.add("Колледж", "Колледж", "education", member.id, now)
    await store.partners.bind(college, member.id, None, now)
    questionnaire = await store.questionnaires.add(our_partners(), member.id, now)
    fields = SurveyFields(questionnaire, "Наши партнеры", 2018, partners_by(), now, CLOSES, "", 8)
    await store.surveys.begin(fields, member.id, now)
    await store.close()
    return igor


async def presses(box: Sandbox, person: Person, message: Json, label: str) -> None:
    """Waits until the message has changed: what comes besides, because the bot died before it knew, is left alone."""
    before = _seen(message)
    await person.taps_at_once(label, message)
    try:
        await until(box, lambda: _seen(message) != before)
    except AssertionError:
        raise AssertionError(f"«{label}» leads nowhere:\n{person.transcript()}") from None


def _seen(message: Json) -> tuple[str, list[str]]:
    return text_of(message), labels(message)


def usual(message: Json) -> tuple[str, ...]:
    """What is pressed at this screen."""
    text, buttons = _seen(message)
    given = next((steps for words, steps in STEPS.items() if words in text), None)
    easy = next((label for label in ("Да, верно", "Пропустить") if label in buttons), buttons[0])
    return given or ((easy, "Готово") if "Готово" in buttons and easy == buttons[0] else (easy,))


@pytest.mark.parametrize(
    "killed_at",
    [SOME, *(pytest.param(frozenset(range(first, SCREENS + 1, 6)), marks=pytest.mark.faults) for first in range(1, 7))],
    ids=["some", *(f"from-{first}-every-sixth" for first in range(1, 7))],
)
async def test_killed_at_a_screen_the_next_press_goes_on_there(
    box: Sandbox, tmp_path: Path, killed_at: frozenset[int]
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    igor = await invited(box, url)
    async with AsyncExitStack() as process:
        await process.enter_async_context(running_bot(box, url, tmp_path))
        form = await igor.sees_button("Начать", 30)  # the invitation, which becomes the form
        await presses(box, igor, form, "Начать")
        seen: list[str] = []
        while "Проверьте ответы" not in text_of(form):
            seen.append(text_of(form))
            steps = usual(form)
            if len(seen) in killed_at:
                await process.aclose()
                await process.enter_async_context(running_bot(box, url, tmp_path))
            for label in steps:
                await presses(box, igor, form, label)
        await presses(box, igor, form, "Отправить")
    assert len(seen) == len(set(seen)) == SCREENS
    assert "Ответы отправлены" in text_of(form)
