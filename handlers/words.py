"""Words for values: roles, refusals, pages."""

import re

from aiogram.filters.callback_data import CallbackData

from domain.event import Event
from domain.partner import Rep
from domain.people import Grant, Person, Role
from domain.refusal import Refusal
from handlers.callbacks import EventList, MenuOpen
from handlers.context import Library
from handlers.say import Say
from handlers.screen import Button, Row
from storage.library import Branch

ROLES = {
    Role.ADMIN: "role-admin",
    Role.DIRECTOR: "role-director",
    Role.METHODIST: "role-methodist",
    Role.LIBRARIAN: "role-librarian",
}
NO_FILE = re.compile(r'[\\/:*?"<>|\s]+')
"""What Windows allows in no name of a file."""


def refused(refusal: Refusal, say: Say) -> str:
    """Why not, in words without markup."""
    return say.plain(f"refusal-{refusal.code}", **refusal.values)


def role_name(grant: Grant, branches: dict[int, Branch], say: Say) -> str:
    """«библиотекарь, Библиотека им. Полевого»."""
    role = say.plain(ROLES[grant.role])
    branch = branches.get(grant.branch_id or 0)
    return say.plain("role-at", role=role, branch=branch.short_name) if branch else role


def colleague(person: Person, library: Library, say: Say) -> str:
    """Somebody of the staff: by name only where names may be shown in chat."""
    return person.name if library.personal_data_in_chat else say.plain("role-number", number=str(person.id))


def rep_name(rep: Rep, library: Library, say: Say) -> str:
    """Somebody who acts for a partner: by name only where names may be shown in chat, else by what they are there."""
    if library.personal_data_in_chat and rep.called:
        return rep.called
    return rep.fields.position or say.plain("role-rep-number", number=str(rep.id))


def capital(words: str) -> str:
    """The words as a button begins: with a capital letter."""
    return words[:1].upper() + words[1:]


def file_name(words: str, ending: str) -> str:
    """The words as a file may be called anywhere: «Итоги – Наши партнеры, 2018.docx»."""
    return f"{NO_FILE.sub(' ', words).strip()}.{ending}"


def of_event(words: str, event: Event, say: Say) -> str:
    """The words with the event's day, by which files of one kind are told apart: «Протокол, 27.04.2018»."""
    return f"{words}, {say.local(event.fields.starts_at):%d.%m.%Y}"


def pager(page: int, total: int, size: int, target: CallbackData) -> Row:
    """«‹», «2 из 5», «›» for a list of `total`; nothing when it fits. `target` is a press that has a `page`."""
    last = max(0, (total - 1) // size)
    back = (Button("‹", _page(target, page - 1)),) if page > 0 else ()
    on = (Button("›", _page(target, page + 1)),) if page < last else ()
    return (*back, *on)


def to_list(say: Say) -> Row:
    """The way on from a dead end."""
    return (Button(say.plain("card-button-list"), EventList()),)


def to_menu(say: Say) -> Row:
    return (Button(say.plain("events-button-menu"), MenuOpen()),)


def _page(target: CallbackData, page: int) -> CallbackData:
    return target.model_copy(update={"page": page})
