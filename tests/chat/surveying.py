"""A survey with «Наши партнеры» for a college, whose people answer in tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from domain.people import Purpose
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.segment import partners_by
from domain.survey import Survey, SurveyFields, publish
from sandbox.people import Person
from storage.responses import Response
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, taps, text_of

WORKBOOK = Path(__file__).parents[2] / "bot" / "data" / "our_partners.xlsx"
CLOSES = datetime(2018, 4, 20, 15, tzinfo=UTC)
"""Friday, 18:00 on the library's clock."""
MOST_SCREENS = 60
PURPOSE = "Готовим круглый стол и хотим знать, что вам важно."


@cache
def our_partners() -> Questionnaire:
    return read_workbook(WORKBOOK.read_bytes(), media=False)


@dataclass
class Surveyed:
    """A college with two people, and the survey that it is asked."""

    town: Town
    survey: Survey
    college: int
    igor: Person
    maria: Person

    async def sent(self) -> Response | None:
        return await self.town.store.responses.find(self.survey.id, self.college)

    async def answers(self) -> dict[str, object]:
        draft = await self.town.store.responses.begun(self.survey.id, self.college)
        return dict(draft.body["answers"]) if draft else {}

    async def begins(self, person: Person) -> None:
        """The person comes to the first question that is open."""
        await says(self.town, person, "/survey")
        label = "Продолжить" if "Продолжить" in labels(person.screen()) else "Начать"
        await taps(self.town, person, label)


async def publish_survey(town: Town, questionnaire: Questionnaire | int, *, closes: datetime = CLOSES) -> Survey:
    """For the partners of education, from now on; with a questionnaire, or one that is kept."""
    anna, now = await town.member(town.anna), town.now()
    if isinstance(questionnaire, Questionnaire):
        questionnaire = await town.store.questionnaires.add(questionnaire, anna.id, now)
    fields = SurveyFields(
        questionnaire, "Наши партнеры", 2018, partners_by(sector="education"), now, closes, PURPOSE, 8
    )
    draft = await town.store.surveys.draft(fields, anna.id, now)
    return await town.store.surveys.change(draft.id, lambda old: publish(old, now), anna.id, now)


async def surveyed(town: Town, questionnaire: Questionnaire | None = None, *purposes: Purpose) -> Surveyed:
    college = await town.partner("Колледж")
    people = [await town.known(name, *(purposes or (Purpose.SURVEY,))) for name in ("Игорь Лапин", "Мария Ветрова")]
    for person in people:
        await town.store.partners.bind(college, (await town.member(person)).id, None, town.now())
    survey = await publish_survey(town, questionnaire or our_partners())
    await people[0].sees("Приглашаем ответить на вопросы")
    return Surveyed(town, survey, college, *people)


async def walks(
    town: Town, person: Person, steps: Mapping[str, Sequence[str]], until: str = "Проверьте ответы"
) -> list[str]:
    """Answers what is asked: `steps` by words of the question; otherwise the first option. What was on the screens."""
    seen: list[str] = []
    while len(seen) < MOST_SCREENS:
        text, buttons = text_of(person.screen()), labels(person.screen())
        seen.append(text)
        if until in text:
            return seen
        given = next((one for words, one in steps.items() if words in text), None) or _usual(buttons)
        for step in given:
            await (taps(town, person, step) if step in labels(person.screen()) else says(town, person, step))
    raise AssertionError(person.transcript())


def _usual(buttons: list[str]) -> tuple[str, ...]:
    """«Да, верно» to what is proposed, «Пропустить» what may be, else the first option."""
    for label in ("Да, верно", "Пропустить"):
        if label in buttons:
            return (label,)
    return (buttons[0], "Готово") if "Готово" in buttons else (buttons[0],)
