"""What becomes of a message in every kind of trouble, on the sandbox over HTTP."""

import asyncio
import time
from datetime import timedelta

import pytest

from domain.event import Event
from domain.seats import Answer
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.trouble import Kind, Rule
from storage.outbox import Message
from tests.bot.conftest import Town, cancelled_event, eventually, guests_of
from tests.process import until

REMINDER = "Напоминание"


def told(person: Person) -> int:
    return sum("карантин" in text for text in person.texts())


async def states(town: Town, event: Event, kind: str = "cancelled") -> dict[str, int]:
    return await town.store.outbox.tally(event.id, kind)


async def settled(town: Town, event: Event, wanted: dict[str, int], kind: str = "cancelled") -> None:
    async def reached() -> bool:
        return await states(town, event, kind) == wanted

    await eventually(reached)


async def tried(town: Town, event: Event, times: int, kind: str = "cancelled") -> None:
    """Waits until a message has been tried so often, and waits for its next time."""

    async def reached() -> bool:
        calls = [call for call in town.box.calls if call.method == "sendMessage"]
        return len(calls) == times and await states(town, event, kind) == {"ready": 1}

    await eventually(reached)


async def remind(town: Town, event: Event, person: Person, **values: object) -> None:
    """Puts a reminder for the person into the outbox, due now."""
    member = await town.member(person)
    base = {"kind": "reminder-day", "subject": event.id, "chat_id": person.id, "moment": "now", "due_at": town.now()}
    until_start = {"member_id": member.id, "use_until": event.fields.starts_at}
    await town.store.outbox.add([Message(**(base | until_start | values))])  # type: ignore[arg-type]  # by name


async def test_everybody_is_told_once(town: Town) -> None:
    event, people = await cancelled_event(town, 12)
    await settled(town, event, {"sent": 12})
    assert [told(person) for person in people] == [1] * 12


async def test_a_429_holds_its_chat_and_nobody_else_and_counts_as_no_try(town: Town) -> None:
    event = await town.event(capacity=None)
    slow, *others = await guests_of(town, event, 5)
    busy = Rule("429", "sendMessage", slow.id)
    town.box.trouble.rules.append(busy)
    for person in (slow, *others):
        await remind(town, event, person)
    await until(town.box, lambda: all("14:00" in "".join(person.texts()) for person in others))
    assert not slow.texts()
    town.box.trouble.rules.remove(busy)
    await settled(town, event, {"sent": 5}, "reminder-day")
    assert len(slow.texts()) == 1


async def test_who_has_blocked_the_bot_is_marked_and_the_row_is_closed(town: Town) -> None:
    event = await town.event()
    [guest] = await guests_of(town, event, 1)
    guest.account.blocked = True
    await remind(town, event, guest)
    await settled(town, event, {"unreachable": 1}, "reminder-day")
    assert not (await town.member(guest)).reachable
    guest.account.blocked = False
    await guest.says("/start")
    await guest.sees("Библиотеки Твери")

    async def reachable() -> bool:
        return (await town.member(guest)).reachable

    await eventually(reachable)


async def test_a_server_error_is_tried_again_a_minute_later(town: Town) -> None:
    town.box.trouble.rules.append(Rule("500", "sendMessage", times=1))
    event, [guest] = await cancelled_event(town, 1)
    await tried(town, event, 1)
    assert told(guest) == 0
    await town.box.clock.forward(seconds=60)
    await guest.sees("карантин")
    await settled(town, event, {"sent": 1})


async def test_after_five_tries_it_has_failed(town: Town) -> None:
    town.box.trouble.rules.append(Rule("500", "sendMessage"))
    event, _ = await cancelled_event(town, 1)
    for tries in range(1, 5):
        await tried(town, event, tries)
        await town.box.clock.forward(hours=1)
    await settled(town, event, {"failed": 1})


async def post(town: Town, kind: Kind) -> Event:
    """Anna has sent a post to a channel where all calls meet this trouble."""
    event, channel = await town.event(), town.box.channel("Новости библиотек", town.anna)
    await town.anna.adds_bot(channel, "administrator")
    await town.anna.sees("Новости библиотек")
    town.box.calls.clear()
    town.box.trouble.rules.append(Rule(kind, chat=channel.id))
    await town.store.posts.send(event.id, channel.id, await town.member(town.anna), town.now())
    return event


async def test_a_post_that_has_failed_is_told_and_its_chat_stays(town: Town) -> None:
    event = await post(town, "500")
    for tries in range(1, 5):
        await tried(town, event, tries, "post")
        await town.box.clock.forward(minutes=30)
    await town.anna.sees("Отправить не получилось: Новости библиотек\nМессенджер не принял")
    assert len(await town.store.chats.all()) == 1


async def test_a_post_of_which_nobody_knows_is_told_and_its_chat_stays(town: Town) -> None:
    await post(town, "reset_after")
    await town.anna.sees("Неизвестно, отправлен ли анонс: Новости библиотек")
    assert len(await town.store.chats.all()) == 1


@pytest.mark.parametrize("kind", ["401", "502", "503", "504"])
async def test_a_gateway_that_is_away_or_a_token_that_was_revoked_counts_as_no_try(town: Town, kind: str) -> None:
    for method in ("sendMessage", "getMe"):
        town.box.trouble.rules.append(Rule(kind, method, times=1))  # type: ignore[arg-type]  # from the table above
    event, people = await cancelled_event(town, 6)
    await settled(town, event, {"sent": 6})
    assert [told(person) for person in people] == [1] * 6


async def test_urgent_news_whose_answer_was_lost_is_sent_once_more(town: Town) -> None:
    town.box.trouble.rules.append(Rule("reset_after", "sendMessage", times=1))
    event, [guest] = await cancelled_event(town, 1)
    await settled(town, event, {"sent": 1})
    assert told(guest) == 2


async def test_a_reminder_whose_answer_was_lost_is_not_sent_again(town: Town) -> None:
    event = await town.event()
    [guest] = await guests_of(town, event, 1)
    town.box.trouble.rules.append(Rule("reset_after", "sendMessage", times=1))
    await remind(town, event, guest)
    await settled(town, event, {"unknown": 1}, "reminder-day")
    assert len(guest.texts()) == 1


async def test_broken_json_is_an_unknown_outcome_and_ends_nothing(town: Town) -> None:
    event = await town.event(capacity=None)
    people = await guests_of(town, event, 3)
    town.box.trouble.rules.append(Rule("broken_json", "sendMessage", people[0].id, times=1))
    for person in people:
        await remind(town, event, person)
    await settled(town, event, {"unknown": 1, "sent": 2}, "reminder-day")


async def test_what_is_past_its_use_is_missed_and_never_sent(town: Town) -> None:
    event = await town.event()
    [guest] = await guests_of(town, event, 1)
    await town.box.clock.set(event.fields.starts_at)
    await remind(town, event, guest)
    await settled(town, event, {"missed": 1}, "reminder-day")
    assert not guest.texts()


async def test_what_is_no_longer_wanted_is_not_sent(town: Town) -> None:
    event = await town.event()
    [guest] = await guests_of(town, event, 1)
    member = await town.member(guest)
    await town.store.rsvps.answer(event.id, member.id, Answer.DECLINED, town.now())
    await remind(town, event, guest)
    await settled(town, event, {"superseded": 1}, "reminder-day")


async def test_what_can_wait_does_not_arrive_at_night_even_when_it_is_late(town: Town) -> None:
    event = await town.event()
    [guest] = await guests_of(town, event, 1)
    night = town.now().replace(hour=20, minute=30)
    await town.box.clock.set(night)
    await remind(town, event, guest)

    async def due() -> object:
        found = await town.store.outbox.next_due()
        return found is not None and found > night + timedelta(hours=1) and found

    assert await eventually(due) == night.replace(day=night.day + 1, hour=6, minute=0, second=0, microsecond=0)
    await town.box.clock.set(night + timedelta(hours=10))
    await guest.sees("14:00")


async def test_a_message_that_cannot_be_drawn_holds_up_nobody(town: Town) -> None:
    event = await town.event(capacity=None)
    broken, guest = await guests_of(town, event, 2)
    await remind(town, event, broken, kind="moved", urgent=True)  # without the old date that it is to tell
    await remind(town, event, guest)
    await guest.sees("14:00")
    await settled(town, event, {"ready": 1}, "moved")


async def test_many_messages_to_one_chat_leave_room_for_others(paced: Town) -> None:
    event = await paced.event(capacity=None)
    busy, guest = await guests_of(paced, event, 2)
    for number in range(70):
        await remind(paced, event, busy, moment=f"m{number}")
    await remind(paced, event, guest)
    await until(paced.box, lambda: bool(guest.texts()), 5)
    assert len(busy.texts()) < 15


async def test_turning_the_clock_far_on_doubles_nothing(town: Town) -> None:
    town.box.trouble.rules.append(Rule("slow", "sendMessage", seconds=0.5))
    event, people = await cancelled_event(town, 5)
    await until(town.box, lambda: any(call.method == "sendMessage" for call in town.box.calls))
    town.app._leases_seen = 0.0
    await town.box.clock.forward(days=1)
    await settled(town, event, {"sent": 5})
    assert [told(person) for person in people] == [1] * 5


async def test_a_broadcast_keeps_to_the_pace_and_never_meets_a_429(
    paced: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow the machine: no call is taken for a hanging one, of which nobody knows when it was counted."""
    monkeypatch.setattr("bot.pace.GRACE", 600.0)
    paced.box.counter.limits = Limits()
    began = time.monotonic()
    event, people = await cancelled_event(paced, 90)
    await until(paced.box, lambda: all(map(told, people)), 120)
    assert paced.box.counter.given == 0
    assert time.monotonic() - began > 2.0
    await settled(paced, event, {"sent": 90})


async def test_being_stopped_is_not_lost_when_news_comes_at_the_same_moment(town: Town) -> None:
    for turns in range(1, 40):
        work = asyncio.create_task(town.app.delivery.run())
        for _ in range(turns):
            await asyncio.sleep(0)
        town.store.outbox.wake.set()
        work.cancel()
        done, _ = await asyncio.wait([work], timeout=5)
        assert done, f"it works on after {turns} turns of the loop"


async def test_told_to_stop_it_knows_of_every_call_what_became_of_it(town: Town) -> None:
    """What hangs may have arrived: a reminder is not sent again, news is."""
    town.box.trouble.rules.append(Rule("hang", "sendMessage", seconds=3600))
    event, _ = await cancelled_event(town, 2)
    other = await town.event()
    await remind(town, other, (await guests_of(town, other, 1))[0])
    await eventually(lambda: _calls(town, 3))
    async with asyncio.timeout(20):
        await town.app.delivery.stop(within=0.1)
    assert await states(town, event) == {"ready": 2}
    assert await states(town, other, "reminder-day") == {"unknown": 1}


async def _calls(town: Town, number: int) -> bool:
    return sum(call.method == "sendMessage" for call in town.box.calls) == number
