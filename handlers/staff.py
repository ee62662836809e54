"""`/staff`: who works here in which role; a role is given by a one-use link and taken with a press."""

from asyncio import to_thread
from datetime import datetime

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.people import STAFF, Grant, Person, Role
from domain.refusal import Gone, Refusal
from domain.rights import Act, may
from handlers.ask import PRIVATE, conversation
from handlers.callbacks import (
    AuditList,
    BranchList,
    LinkList,
    MenuOpen,
    StaffGrant,
    StaffLink,
    StaffOpen,
    StaffPage,
    StaffPerson,
    StaffTake,
)
from handlers.context import Library
from handlers.elsewhere import page_screen
from handlers.menu import renew_menu
from handlers.qr import qr_png
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, answer, below, send, show
from handlers.words import ROLES, capital, colleague, pager, role_name
from storage.library import Branch
from storage.page_links import Page
from storage.store import Store

SIZE = 6
ROLE_ORDER = STAFF


async def staff(message: Message, *, store: Store, person: Person, library: Library, say: Say) -> None:
    await send(message, await _first(0, person, store=store, library=library, say=say))


async def open_staff(
    query: CallbackQuery, callback_data: StaffOpen, *, store: Store, person: Person, library: Library, say: Say
) -> None:
    await show(query, await _first(callback_data.page, person, store=store, library=library, say=say))


async def _first(page: int, person: Person, *, store: Store, library: Library, say: Say) -> Screen:
    if may(person, Act.MANAGE_STAFF):
        return await staff_screen(page, store, library, say)
    return Screen(say("staff-branches-only"), (_last(say),))


async def staff_screen(page: int, store: Store, library: Library, say: Say) -> Screen:
    """Everyone with a role; a button each. Names only where they may be shown in chat."""
    people, branches = await store.members.staff(), await _branches(store)
    shown = people[page * SIZE : (page + 1) * SIZE]
    lines = [_line(person, branches, library, say) for person in shown]
    buttons = [Button(colleague(person, library, say), StaffPerson(member_id=person.id)) for person in shown]
    rows = tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))
    names = () if library.personal_data_in_chat else (Button(say.plain("staff-button-names"), StaffPage()),)
    give = Button(say.plain("staff-button-give"), StaffGrant(role=-1))
    trail = Button(say.plain("staff-button-trail"), AuditList())
    more = (give, *pager(page, len(people), SIZE, StaffOpen()))
    links = Button(say.plain("staff-button-links"), LinkList(partner_id=0))
    return Screen(join(say("staff-title"), join(*lines), by="\n\n"), (*rows, more, (links, trail, *names), _last(say)))


async def names(
    query: CallbackQuery, *, store: Store, person: Person, library: Library, say: Say, now: datetime
) -> None:
    back = (Button(say.plain("staff-button-back"), StaffOpen()),)
    screen = page_screen(Page.STAFF, None, back, store=store, person=person, library=library, say=say, now=now)
    await show(query, await screen)


async def open_person(
    query: CallbackQuery, callback_data: StaffPerson, *, store: Store, library: Library, say: Say
) -> None:
    await show(query, await person_screen(callback_data.member_id, store, library, say))


async def person_screen(member_id: int, store: Store, library: Library, say: Say) -> Screen:
    """One colleague's roles, each with a button that takes it away."""
    person, branches = await _person(member_id, store), await _branches(store)
    rows = tuple((_take_button(person, grant, branches, say),) for grant in person.grants[:SIZE])
    back = (Button(say.plain("staff-button-back"), StaffOpen()),)
    return Screen(_line(person, branches, library, say), (*rows, back))


async def take(
    query: CallbackQuery,
    callback_data: StaffTake,
    *,
    bot: Bot,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """Takes a role away, once it is sure; the last administrator stays."""
    grant = _grant(callback_data.role, callback_data.branch_id)
    subject = await _person(callback_data.member_id, store)
    if callback_data.sure != 1:
        role = role_name(grant, await _branches(store), say)
        await show(query, _sure(subject, callback_data, role, library, say))
        return
    await _spare_last_admin(subject, grant, store)
    await store.members.revoke(subject.id, grant, person.id, now)
    left = await _person(subject.id, store)
    if grant in left.grants:
        raise Refusal("role-in-settings")
    await show(query, await staff_screen(0, store, library, say), say.plain("staff-toast-taken"))
    await renew_menu(bot, left, say)


async def give(query: CallbackQuery, callback_data: StaffGrant, *, store: Store, say: Say) -> None:
    """Which role, then for which branch. A librarian belongs to one; the others to the whole system as a rule."""
    if callback_data.role == -1:
        roles = tuple(
            (Button(capital(say.plain(ROLES[role])), StaffGrant(role=n)),) for n, role in enumerate(ROLE_ORDER)
        )
        await show(
            query, Screen(say("staff-ask-role"), (*roles, (Button(say.plain("staff-button-back"), StaffOpen()),)))
        )
        return
    role = _role(callback_data.role)
    await show(query, await _ask_branch(role, callback_data.page, store, say))


async def link(
    query: CallbackQuery,
    callback_data: StaffLink,
    *,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """A link for one colleague, to be sent on."""
    grant = _grant(callback_data.role, callback_data.branch_id)
    branches = await _branches(store)
    if grant.branch_id is not None and grant.branch_id not in branches:
        raise Gone("branch-gone")
    token = await store.invitations.for_staff(grant, person.id, now)
    await answer(query, say.plain("invite-toast-link"))
    address, until = library.link(f"s{token}"), (await store.invitations.open(token, now)).expires_at
    values = {"role": role_name(grant, branches, say), "link": address, "until": say.day(until, weekday=False)}
    await below(query, Screen(say("staff-link", **values), photo=await to_thread(qr_png, address)))


async def _ask_branch(role: Role, page: int, store: Store, say: Say) -> Screen:
    branches, number = await store.branches.all(), ROLE_ORDER.index(role)
    shown = branches[page * SIZE : (page + 1) * SIZE]
    every = (Button(say.plain("staff-button-everywhere"), StaffLink(role=number, branch_id=0)),)
    rows = tuple((Button(one.short_name, StaffLink(role=number, branch_id=one.id)),) for one in shown)
    back = Button(say.plain("staff-button-back"), StaffOpen())
    last = (*pager(page, len(branches), SIZE, StaffGrant(role=number)), back)
    return Screen(say("staff-ask-branch", role=say.plain(ROLES[role])), (every, *rows, last))


def _sure(subject: Person, press: StaffTake, role: str, library: Library, say: Say) -> Screen:
    yes = Button(say.plain("staff-button-take-yes"), press.model_copy(update={"sure": 1}))
    no = Button(say.plain("staff-button-back"), StaffPerson(member_id=subject.id))
    return Screen(say("staff-take-ask", name=colleague(subject, library, say), role=role), ((yes,), (no,)))


async def _spare_last_admin(subject: Person, grant: Grant, store: Store) -> None:
    if grant.role is not Role.ADMIN:
        return
    admins = [one for one in await store.members.staff() if any(held.role is Role.ADMIN for held in one.grants)]
    if [one.id for one in admins] == [subject.id]:
        raise Refusal("last-admin")


async def _person(member_id: int, store: Store) -> Person:
    person = await store.members.find(member_id)
    if person is None:
        raise Gone
    return person


async def _branches(store: Store) -> dict[int, Branch]:
    return {branch.id: branch for branch in await store.branches.all()}


def _line(person: Person, branches: dict[int, Branch], library: Library, say: Say) -> Html:
    roles = "; ".join(role_name(grant, branches, say) for grant in person.grants)
    return say("staff-line", name=colleague(person, library, say), roles=roles)


def _take_button(person: Person, grant: Grant, branches: dict[int, Branch], say: Say) -> Button:
    role = ROLE_ORDER.index(grant.role)
    press = StaffTake(member_id=person.id, role=role, branch_id=grant.branch_id or 0, sure=0)
    return Button(say.plain("staff-button-take", role=role_name(grant, branches, say)), press)


def _role(number: int) -> Role:
    if not 0 <= number < len(ROLE_ORDER):
        raise Gone
    return ROLE_ORDER[number]


def _grant(number: int, branch_id: int) -> Grant:
    return Grant(_role(number), branch_id or None)


def _last(say: Say) -> Row:
    return (
        Button(say.plain("staff-button-branches"), BranchList()),
        Button(say.plain("events-button-menu"), MenuOpen()),
    )


def router() -> Router:
    router = conversation("staff")
    router.message.register(staff, Command("staff"), PRIVATE)
    router.callback_query.register(open_staff, StaffOpen.filter())
    router.callback_query.register(names, StaffPage.filter())
    router.callback_query.register(open_person, StaffPerson.filter())
    router.callback_query.register(take, StaffTake.filter())
    router.callback_query.register(give, StaffGrant.filter())
    router.callback_query.register(link, StaffLink.filter())
    return router
