"""A visit to a page: whose it is, what they may do now, and what their browser sends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import quote

from aiohttp import BodyPartReader, web

from bot.web.house import COOKIE, House, house_of
from bot.web.render import FORMAT, page
from domain.people import Person
from domain.refusal import Refusal
from handlers.context import Library
from handlers.say import Say
from storage.page_links import PageLink
from storage.store import Store

CSRF = "csrf"
MOST_FIELDS = 200
MOST_LETTERS = 4000


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody whose session still lasts. `person` is read anew, with the rights of this moment."""

    house: House
    person: Person
    link: PageLink
    say: Say
    now: datetime
    csrf: str
    query: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)
    upload: Upload | None = None

    @property
    def store(self) -> Store:
        return self.house.store

    @property
    def library(self) -> Library:
        return self.house.library

    @property
    def subject(self) -> int:
        """The id of what the page is about; `Refusal` if it is about nothing in particular."""
        if self.link.subject is None:
            raise Refusal("page-nothing")
        return self.link.subject

    def number(self, name: str) -> int:
        """A number that the form or the address carries; 0 for what is none."""
        text = self.form.get(name) or self.query.get(name) or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0

    def line(self, name: str, most: int) -> str | None:
        """A field of the form as one line of at most `most` letters; None when it is empty."""
        words = " ".join(self.form.get(name, "").split())
        text = "".join(filter(str.isprintable, words))
        if len(text) > most:
            raise Refusal("text-too-long", most=most, length=len(text))
        return text or None

    def page(self, template: str, *, bad: Refusal | None = None, **values: object) -> web.Response:
        """The page that the template makes. It says how long it may still be used, and what was just done.

        `bad`: why it was not done; what was typed stands in the form again.
        """
        common = {"library": self.library, "csrf": self.csrf, "until": self.say.hour(self.link.expires_at)}
        note = self.query.get("note")
        done = self.say(f"pages-note-{note}") if note in NOTES else None
        why = self.say(f"refusal-{bad.code}", **bad.values) if bad else None
        text = page(template, self.say, visit=self, done=done, why=why, **common, **values)
        return web.Response(text=text, status=400 if bad else 200, **FORMAT)


NOTES = ("saved", "removed", "returned", "withdrawn", "given")


def back(note: str, **about: int) -> web.HTTPException:
    """After a change: the page again, with a word of what was done (and about whom). A reload does nothing twice."""
    more = "".join(f"&{name}={number}" for name, number in about.items())
    return web.HTTPSeeOther(f"./?note={note}{more}")


def download(data: bytes, name: str, kind: str) -> web.Response:
    """A file to be saved under that name, which may be of any letters (RFC 8187)."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return web.Response(body=data, content_type=kind, headers={"Content-Disposition": disposition})


async def visit_of(request: web.Request) -> Visit:
    """Whose session it is. `Refusal` once it is over, or once the person is not known any more."""
    house, key = house_of(request), request.cookies.get(COOKIE, "")
    now = house.now()
    link = await house.store.page_links.session(key, now)
    person = await house.store.members.find(link.member_id)
    if person is None:
        raise Refusal("page-link-over")
    return Visit(house, person, link, house.texts(person.language), now, csrf_of(key), request.query)


def csrf_of(key: str) -> str:
    """What a form of this session carries, and no other site can know."""
    return sha256(f"csrf:{key}".encode()).hexdigest()


def check(visit: Visit) -> None:
    """`Refusal` for a form that was not ours, or of a page whose session another one has replaced."""
    if not compare_digest(visit.form.get(CSRF, "").encode(), visit.csrf.encode()):
        raise Refusal("page-link-over")


async def read_form(request: web.Request, most_bytes: int) -> tuple[dict[str, str], Upload | None]:
    """The fields that were sent, and the file if there is one, of at most so many bytes."""
    if not request.content_type.startswith("multipart/"):
        return {name: str(value) for name, value in (await request.post()).items()}, None
    fields: dict[str, str] = {}
    upload = None
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or len(fields) > MOST_FIELDS:
            raise web.HTTPBadRequest
        if part.filename:
            upload = Upload(part.filename[:200], await _bounded(part, most_bytes))
        else:
            fields[part.name or ""] = (await _bounded(part, MOST_LETTERS)).decode(errors="replace")
    return fields, upload


async def _bounded(part: BodyPartReader, most: int) -> bytes:
    """All of the part, read piece by piece."""
    body = bytearray()
    while piece := await part.read_chunk():
        body += piece
        if len(body) > most:
            raise web.HTTPRequestEntityTooLarge(max_size=most, actual_size=len(body))
    return bytes(body)
