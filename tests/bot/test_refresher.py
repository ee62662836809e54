"""Live cards: ten changes in a second are one edit, and no card holds up another."""

import asyncio

from domain.event import Event
from sandbox.people import Group
from sandbox.trouble import Rule
from tests.bot.conftest import Town, eventually, guests_of
from tests.process import until


async def group_with_card(town: Town, event: Event, title: str) -> Group:
    group = town.box.group(title, town.anna)
    await town.anna.adds_bot(group)
    await town.anna.says(f"/start e{event.id}", chat=group)
    await group.sees("Наш принцип – взаимодействие")
    return group


def edits(town: Town, chat: int) -> int:
    return sum(call.method.startswith("edit") and call.chat == chat for call in town.box.calls)


async def test_ten_changes_in_a_second_are_one_edit(town: Town) -> None:
    event = await town.event()
    group = await group_with_card(town, event, "Друзья")
    await guests_of(town, event, 10)
    await group.sees("Придут: 10")
    assert edits(town, group.id) <= 2


async def test_a_clock_that_stands_does_not_stop_the_cards(town: Town) -> None:
    event = await town.event()
    group = await group_with_card(town, event, "Друзья")
    await town.box.clock.freeze(frozen=True)
    await guests_of(town, event, 1)
    await group.sees("Придут: 1")


async def test_a_card_that_must_wait_holds_up_no_other_and_is_drawn_in_the_end(town: Town) -> None:
    event = await town.event()
    slow, quick = await group_with_card(town, event, "Долгие"), await group_with_card(town, event, "Быстрые")
    town.box.trouble.rules.append(Rule("429", "editMessageText", slow.id, times=1, seconds=3))
    await guests_of(town, event, 1)
    await quick.sees("Придут: 1", 3)
    await slow.sees("Придут: 1")


async def test_a_card_of_a_hanging_chat_holds_up_no_reminder(town: Town) -> None:
    event = await town.event()
    slow = await group_with_card(town, event, "Долгие")
    town.box.trouble.rules.append(Rule("slow", "editMessageText", slow.id, times=1, seconds=4))
    [guest] = await guests_of(town, event, 1)
    await until(town.box, lambda: edits(town, slow.id) > 0)
    await town.box.clock.set(event.fields.starts_at.replace(day=26))
    await guest.sees("14:00", 3)


async def test_a_card_whose_message_is_gone_is_forgotten(town: Town) -> None:
    event = await town.event()
    group = await group_with_card(town, event, "Друзья")
    group.chat.messages.clear()
    await guests_of(town, event, 1)

    async def forgotten() -> bool:
        return not await town.store.cards.live(event.id)

    await eventually(forgotten)


async def test_a_card_that_a_group_left_behind_when_it_grew_is_forgotten(town: Town) -> None:
    event = await town.event()
    group = await group_with_card(town, event, "Друзья")
    old = group.id
    await town.anna.makes_supergroup(group)
    await guests_of(town, event, 1)

    async def forgotten() -> bool:
        return not await town.store.cards.live(event.id)

    await eventually(forgotten)
    assert edits(town, old) == 1, "and not tried for ever"


async def test_a_card_that_somebody_sent_and_took_back_is_forgotten(town: Town) -> None:
    event, group = await town.event(), town.box.group("Друзья", town.anna)
    await town.anna.inlines("принцип", chat=group)
    await town.anna.picks()
    await guests_of(town, event, 1)
    await group.sees("Придут: 1")
    group.chat.messages.clear()
    await guests_of(town, event, 2)

    async def forgotten() -> bool:
        return not await town.store.cards.live(event.id)

    await eventually(forgotten)


async def test_a_change_during_the_redrawing_is_drawn_too(town: Town) -> None:
    event = await town.event()
    group = await group_with_card(town, event, "Друзья")
    town.box.trouble.rules.append(Rule("slow", "editMessageText", group.id, times=1, seconds=1.5))
    await guests_of(town, event, 1)
    await until(town.box, lambda: edits(town, group.id) > 0)
    await guests_of(town, event, 2)
    await group.sees("Придут: 3")
    await asyncio.sleep(0)


async def test_what_stands_in_the_place_of_a_card_is_not_drawn_over(town: Town) -> None:
    event = await town.event()
    group = await group_with_card(town, event, "Друзья")
    await town.anna.follows(town.app.library.link(f"e{event.id}"))
    await town.anna.taps("Управление")
    await town.anna.sees("Управление\n")
    await town.quiet()
    await guests_of(town, event, 1)
    await group.sees("Придут: 1")
    assert "Управление" in town.anna.screen()["text"]
    assert [card.member_id for card in await town.store.cards.live(event.id)] == [None]
