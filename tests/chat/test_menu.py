"""The messenger's own menu shows each person what is theirs, in their language, from the moment it is theirs."""

from bot.commands import offer_commands
from domain.people import Grant, Role
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import says, taps


def menu(town: Town, person: Person) -> dict[str, str]:
    """What the messenger offers in the person's chat."""
    own = town.box.world.commands.get(f"chat:{person.id}:")
    common = town.box.world.commands.get(f"default::{person.account.language}")
    return {one["command"]: one["description"] for one in own or common or []}


async def test_a_stranger_and_a_participant_have_the_common_menu(town: Town) -> None:
    olga = town.person("Ольга Котова")
    await says(town, olga, "/start")
    assert list(menu(town, olga)) == ["start", "help", "events", "survey", "my", "settings", "privacy", "cancel"]


async def test_a_role_by_link_brings_its_commands_and_taking_it_away_takes_them(open_town: Town) -> None:
    olga = await open_town.known("Ольга Котова")
    anna = await open_town.member(open_town.anna)
    token = await open_town.store.invitations.for_staff(Grant(Role.DIRECTOR), anna.id, open_town.now())
    await olga.follows(open_town.app.library.link(f"s{token}"))
    await open_town.quiet()
    assert {"new", "staff"} <= set(menu(open_town, olga))
    await says(open_town, open_town.anna, "/staff", "Ольга Котова")
    await taps(open_town, open_town.anna, "Ольга Котова", "Снять: директор", "Да, снять")
    assert not {"new", "staff"} & set(menu(open_town, olga))
    await says(open_town, olga, "/staff", "Эта команда – для сотрудников")
    for press in ("evn", "st:0", "aud:-1:0", "stl:0:0"):
        assert "Это могут только сотрудники" in (await olga.presses(press, olga.screen()))["text"]
    assert (await open_town.member(olga)).grants == ()


async def test_the_menu_speaks_the_language_that_was_chosen(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await says(town, olga, "/settings")
    await taps(town, olga, "English")
    assert menu(town, olga)["events"] == "coming events"
    await taps(town, olga, "Русский")
    assert menu(town, olga)["events"] == "ближайшие мероприятия"


async def test_another_s_menu_is_in_their_language_not_in_the_presser_s(open_town: Town) -> None:
    ann = await open_town.known("Ann Lee", language="en")
    member = await open_town.member(ann)
    for role in (Role.DIRECTOR, Role.METHODIST):
        await open_town.store.members.grant(member.id, Grant(role), None, open_town.now())
    await says(open_town, open_town.anna, "/staff", "Ann Lee")
    await taps(open_town, open_town.anna, "Ann Lee", "Снять: директор", "Да, снять")
    assert menu(open_town, ann)["staff"] == "staff and libraries"


async def test_whoever_acts_for_a_partner_has_a_menu_of_their_own_at_the_start(town: Town) -> None:
    ann = await town.known("Ann Lee", language="en")
    await town.store.partners.bind(await town.partner("Колледж"), (await town.member(ann)).id, None, town.now())
    names = [one.account_id for one in await town.store.members.with_own_menu()]
    assert names == [town.anna.id, ann.id]


async def test_a_start_offers_only_the_menus_that_are_new(town: Town) -> None:
    ann, olga = await town.known("Ann Lee", language="en"), await town.known("Ольга Котова")
    college = await town.partner("Колледж")
    for one in (ann, olga):
        await town.store.partners.bind(college, (await town.member(one)).id, None, town.now())
    assert await offered(town) == [ann.id, olga.id], "Anna has had hers since the start"
    assert await offered(town) == []
    await town.store.members.set_language((await town.member(olga)).id, "en")
    assert await offered(town) == [olga.id]


async def offered(town: Town) -> list[int]:
    """To whose chats a start brings a menu."""
    before = len(town.box.calls)
    await offer_commands(town.app.bot, town.store, town.app.texts, ("ru", "en"))
    scopes = [call.params.get("scope") for call in town.box.calls[before:] if call.method == "setMyCommands"]
    return [scope["chat_id"] for scope in scopes if scope]


async def test_a_role_taken_away_ends_what_was_being_typed(town: Town) -> None:
    event, olga = await town.event(), await town.known("Ольга Котова")
    member = await town.member(olga)
    await town.store.members.grant(member.id, Grant(Role.METHODIST), None, town.now())
    await says(town, olga, "/help")
    await olga.presses(f"mgk:{event.id}", olga.screen())
    await town.store.members.revoke(member.id, Grant(Role.METHODIST), None, town.now())
    await says(town, olga, "500", "Это могут только сотрудники")
    assert (await town.store.events.get(event.id)).seats.capacity == 30
