"""The card: short enough, with words and buttons that follow the state."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts
from domain.calendar import WorkCalendar
from domain.event import Counts, Event, EventFields
from domain.life import Status
from domain.people import Grant, Person, Role
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from domain.seats import Rsvp, RsvpState, Seats
from handlers.card import Viewer, event_card
from handlers.context import Library
from handlers.screen import Screen
from handlers.view import EventView, Place, brief, inner_quotes

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
START = datetime(2018, 4, 27, 11, tzinfo=UTC)
POLICY = Policy(MOSCOW, WorkCalendar(frozenset(), frozenset()), QuietHours(), ReminderRules())
LIBRARY = Library("Библиотеки Твери", POLICY, ("ru", "en"), "a_bot")
PLACE = Place("Библиотека им. Герцена", "Горница", "Тверской пр-т, д. 5")
TEXTS = Texts(MOSCOW)


def event(seats: Seats | None = None, **fields: Any) -> Event:
    own = EventFields("Наш принцип", START, "12+", capacity=30)
    taken = seats or Seats(30, 18)
    return Event(17, Status.PUBLISHED, 1, replace(own, **fields), taken, Counts(going=taken.taken, queued=taken.queued))


def card(view: EventView, person: Person | None = None, *, shared: bool = False, now: datetime = NOW) -> Screen:
    return event_card(view, Viewer(person, LIBRARY, now, shared=shared), TEXTS("ru"))


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize(
    ("seats", "words"),
    [
        (Seats(30, 18), "Свободно 12 из 30"),
        (Seats(30, 30, 4), "Мест нет, в очереди 4"),
        (Seats(30, 33), "Мест нет"),
        (Seats(30, 28, 1), "Свободно 2 из 30, в очереди 1"),
    ],
)
def test_free_seats_never_count_those_who_wait(seats: Seats, words: str) -> None:
    assert words in card(EventView(event(seats), PLACE)).text


def test_without_a_limit_no_seats_are_counted() -> None:
    assert "Свободно" not in card(EventView(event(Seats(None, 3), capacity=None), PLACE)).text


@pytest.mark.parametrize(
    ("rsvp", "position", "words"),
    [
        (Rsvp(7, RsvpState.GOING), None, "Вы идёте."),
        (Rsvp(7, RsvpState.GOING, 1), None, "с вами 1 гость."),
        (Rsvp(7, RsvpState.GOING, 2), None, "с вами 2 гостя."),
        (Rsvp(7, RsvpState.GOING, 5), None, "с вами 5 гостей."),
        (Rsvp(7, RsvpState.QUEUED, 0, 5), 3, "<b>Вы 3-й в очереди.</b>"),
        (Rsvp(7, RsvpState.MAYBE), None, "Вы, возможно, придёте."),
        (Rsvp(7, RsvpState.DECLINED, reason="<b>болею"), None, "Причина: &lt;b&gt;болею."),
    ],
)
def test_ones_own_state_in_words(rsvp: Rsvp, position: int | None, words: str) -> None:
    view = EventView(event(Seats(30, 30, 4)), PLACE, rsvp, position)
    assert words in card(view).text
    assert words not in card(view, shared=True).text


def test_a_full_event_says_once_that_there_are_no_seats() -> None:
    view = EventView(event(Seats(30, 30, 4)), PLACE, Rsvp(7, RsvpState.QUEUED, 0, 5), 3)
    assert card(view).text.count("Мест нет") == 1


@pytest.mark.parametrize(
    ("position", "words"), [(1, "Вместе вам нужно больше мест, чем свободно."), (2, "не хватает тем, кто впереди вас")]
)
def test_why_somebody_waits_though_seats_are_free(position: int, words: str) -> None:
    view = EventView(event(Seats(30, 28, 2)), PLACE, Rsvp(7, RsvpState.QUEUED, 3, 5), position)
    assert words in card(view).text


def test_a_poster_leaves_a_thousand_characters() -> None:
    long: dict[str, Any] = {"title": "Ш" * 200, "goal": "цель " * 300, "summary": "слова " * 300, "poster": "file-1"}
    assert len(card(EventView(event(**long), PLACE, Rsvp(7, RsvpState.GOING, 5))).text) <= 1000
    assert len(card(EventView(event(**long | {"poster": None}), PLACE)).text) <= 3900


def test_foreign_text_is_escaped() -> None:
    assert "<i>" not in card(EventView(event(title="<i>Эй</i> & «мы»", goal="<a>"), Place("<b>", None, "&"))).text


@pytest.mark.parametrize("now", [START, START + timedelta(days=1)])
def test_nobody_answers_once_it_has_begun(now: datetime) -> None:
    assert labels(card(EventView(event(), PLACE, Rsvp(7, RsvpState.GOING)), now=now))[:1] == ["Календарь"]


def test_nobody_answers_when_it_is_cancelled() -> None:
    view = EventView(replace(event(), status=Status.CANCELLED, cancel_reason="Болезнь"), PLACE)
    assert "Мероприятие отменено.</b> Болезнь" in card(view).text
    assert "Приду" not in labels(card(view))


def test_after_the_deadline_only_a_refusal() -> None:
    view = EventView(event(deadline=NOW), PLACE, Rsvp(7, RsvpState.GOING))
    assert labels(card(view))[0] == "Не смогу"
    assert "Запись закрыта" in card(view).text


@pytest.mark.parametrize(("deadline", "is_open"), [(NOW, False), (START, True)])
def test_whoever_said_no_is_offered_only_what_may_still_be_said(deadline: datetime, *, is_open: bool) -> None:
    shown = card(EventView(event(deadline=deadline), PLACE, Rsvp(7, RsvpState.DECLINED, reason="болен")))
    assert "Вы не придёте.</b> Причина: болен." in shown.text
    assert ("Передумаете" in shown.text) is is_open
    assert ("Позвать коллегу" in labels(shown)) is is_open
    assert "Почему не смогу" in labels(shown)
    assert "Если не сможете" not in shown.text


def test_managing_is_offered_to_those_who_may() -> None:
    librarian = Person(1, 1, "Анна", "ru", (Grant(Role.LIBRARIAN, 2),))
    assert "Управление" in labels(card(EventView(event(branch_id=2), PLACE), librarian))
    assert "Управление" not in labels(card(EventView(event(branch_id=3), PLACE), librarian))


def test_the_map_gets_the_address_and_nothing_else() -> None:
    (link,) = (b.url for row in card(EventView(event(), PLACE)).rows for b in row if b.text == "Карта")
    assert unquote(link or "") == "https://yandex.ru/maps/?text=Тверской пр-т, д. 5"


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Наш принцип", "Наш принцип"),
        ("«Наш принцип»", "Наш принцип"),
        ("Встреча в клубе «Первоцвет»", "Встреча в клубе „Первоцвет“"),
    ],
)
def test_quotes_inside_quotes(title: str, inside: str) -> None:
    assert inner_quotes(title, TEXTS("ru")) == inside


def test_a_long_title_is_cut_for_lists() -> None:
    assert brief(event(title="Ш" * 200), TEXTS("ru")).endswith("Ш…»")
    assert len(brief(event(title="Ш" * 200), TEXTS("ru"))) <= 90


def test_a_form_of_ones_own_begins_with_a_capital_as_the_others() -> None:
    assert card(EventView(event(form="чаепитие с поэтом"), PLACE)).text.startswith("<b>Чаепитие с поэтом «Наш принцип»")
