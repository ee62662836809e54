"""What the page (and a program that drives the sandbox over HTTP) may do: `/sandbox/…` and `/clock`."""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, fields
from datetime import UTC, datetime

from aiohttp import web

from sandbox import acts
from sandbox.errors import ApiError
from sandbox.trouble import KINDS, Rule
from sandbox.world import Account, Chat, Json, World

NextMoment = Callable[[datetime], Awaitable[datetime | None]]
HEARTBEAT = 15.0
RULE_FIELDS = frozenset(field.name for field in fields(Rule))


class Control:
    """The routes. A wrong request is answered with 400 and a reason."""

    def __init__(self, world: World, next_moment: Callable[[], NextMoment | None]) -> None:
        self._world = world
        self._next_moment = next_moment

    def routes(self) -> list[web.AbstractRouteDef]:
        posts = {
            "say": self._say,
            "press": self._press,
            "people": self._person,
            "groups": self._group,
            "block": self._block,
            "admit": self._admit,
            "trouble": self._trouble,
            "follow": self._follow,
        }
        return [
            web.get("/clock", self._read_clock),
            web.post("/clock", self._turn_clock),
            web.get("/sandbox/state", self._state),
            web.get("/sandbox/events", self._events),
            web.get("/sandbox/file/{file}", self._file),
            *(web.post(f"/sandbox/{name}", _checked(act)) for name, act in posts.items()),
        ]

    async def _read_clock(self, request: web.Request) -> web.Response:
        after = request.query.get("after", "")
        clock = self._world.clock
        return web.json_response(await clock.follow(int(after)) if after.isdigit() else clock.reading())

    async def _turn_clock(self, request: web.Request) -> web.Response:
        clock = self._world.clock
        wish = await request.json()
        if "frozen" in wish:
            await clock.freeze(frozen=bool(wish["frozen"]))
        if "now" in wish:
            moment = datetime.fromisoformat(wish["now"])
            await clock.set(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        if "forward" in wish:
            await clock.forward(seconds=float(wish["forward"]))
        if wish.get("next") and not await self._to_next():
            return web.json_response({"error": "nothing is planned"}, status=409)
        self._world.changes.touch()
        return web.json_response(clock.reading())

    async def _to_next(self) -> bool:
        ask = self._next_moment()
        moment = await ask(self._world.clock.now()) if ask else None
        if moment is not None:
            await self._world.clock.set(moment)
        return moment is not None

    async def _state(self, _request: web.Request) -> web.Response:
        return web.json_response(state_of(self._world))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Sends the whole state after each change, as server-sent events."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        try:
            while True:
                version = self._world.changes.version
                state = json.dumps(state_of(self._world), ensure_ascii=False)
                await stream.write(f"data: {state}\n\n".encode())
                await self._world.changes.wait(version, HEARTBEAT)
                await asyncio.sleep(0.05)
        except (ConnectionResetError, asyncio.CancelledError):
            return stream

    async def _file(self, request: web.Request) -> web.Response:
        found = self._world.files.get(request.match_info["file"])
        if found is None:
            return web.Response(status=404)
        name, data = found
        is_picture = data.startswith((b"\x89PNG", b"\xff\xd8"))
        headers = {} if is_picture else {"Content-Disposition": f'attachment; filename="{_ascii(name)}"'}
        kind = "image/png" if is_picture else "application/octet-stream"
        return web.Response(body=data, content_type=kind, headers=headers | {"X-Content-Type-Options": "nosniff"})

    async def _say(self, wish: Json) -> Json:
        account, chat = self._account(wish), self._chat(wish)
        if "file" in wish:
            data = base64.b64decode(wish["file"])
            make = acts.photo_body if wish.get("kind") == "photo" else acts.document_body
            return acts.write(self._world, account, chat, make(self._world, wish["name"], data, wish.get("text", "")))
        if wish.get("kind") == "sticker":
            return acts.write(self._world, account, chat, acts.sticker_body(self._world))
        return acts.write(self._world, account, chat, acts.text_body(wish["text"]))

    async def _press(self, wish: Json) -> Json:
        message = acts.message_in(self._world, wish["chat"], wish["message"])
        return {"press": acts.press(self._world, self._account(wish), message, wish["data"])}

    async def _follow(self, wish: Json) -> Json:
        payload = acts.payload_of(self._world, wish["url"])
        if payload is None:
            raise ApiError(400, "not a link of this bot")
        account = self._account(wish)
        return acts.write(self._world, account, self._world.chats[account.id], acts.text_body(f"/start {payload}"))

    async def _person(self, wish: Json) -> Json:
        return self._world.add_person(wish["name"], wish.get("language", "ru")).user()

    async def _group(self, wish: Json) -> Json:
        return self._world.add_group(wish["title"], wish.get("members", []), wish.get("kind", "group")).body()

    async def _block(self, wish: Json) -> Json:
        acts.block(self._world, self._account(wish), blocked=bool(wish["blocked"]))
        return {}

    async def _admit(self, wish: Json) -> Json:
        acts.admit(self._world, self._account(wish), self._chat(wish), wish.get("status", "member"))
        return {}

    async def _trouble(self, wish: Json) -> Json:
        trouble = self._world.trouble
        if wish.get("clear"):
            trouble.clear()
        if "offline" in wish:
            trouble.offline = bool(wish["offline"])
        if "kind" in wish:
            if wish["kind"] not in KINDS or set(wish) - RULE_FIELDS:
                raise ApiError(400, f"a rule has a kind of {', '.join(KINDS)}")
            trouble.rules.append(Rule(**wish))
        self._world.changes.touch()
        return {"rules": [asdict(rule) for rule in trouble.rules], "offline": trouble.offline}

    def _account(self, wish: Json) -> Account:
        account = self._world.accounts.get(wish.get("person", 0))
        if account is None:
            raise ApiError(400, "no such person")
        return account

    def _chat(self, wish: Json) -> Chat:
        chat = self._world.chats.get(wish.get("chat") or wish.get("person", 0))
        if chat is None:
            raise ApiError(400, "no such chat")
        return chat


def state_of(world: World) -> Json:
    """Everything that the page shows."""
    return {
        "clock": world.clock.reading(),
        "bot": world.bot.user(),
        "people": [_person_state(world, account) for account in world.accounts.values()],
        "chats": [_chat_state(chat) for chat in world.chats.values()],
        "trouble": {"offline": world.trouble.offline, "rules": [asdict(rule) for rule in world.trouble.rules]},
    }


def _person_state(world: World, account: Account) -> Json:
    commands = world.commands.get(f"chat:{account.id}:") or _menu(world, account.language)
    waiting = [press.message for press in world.presses.values() if press.person == account.id and not press.answered]
    return {
        "id": account.id,
        "name": account.name,
        "language": account.language,
        "blocked": account.blocked,
        "toasts": world.toasts[account.id][-5:],
        "toast_count": len(world.toasts[account.id]),
        "commands": commands,
        "waiting": waiting,
    }


def _menu(world: World, language: str | None) -> list[Json]:
    return world.commands.get(f"default::{language}") or world.commands.get("default::") or []


def _chat_state(chat: Chat) -> Json:
    messages = list(chat.messages.values())[-80:]
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "members": chat.members,
        "bot": chat.bot_status,
        "messages": messages,
    }


def _checked(act: Callable[[Json], Awaitable[Json]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(await act(await request.json()))
        except ApiError as error:
            return web.json_response({"error": error.description}, status=400)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    return handle


def _ascii(name: str) -> str:
    return "".join(
        letter if letter.isascii() and letter.isprintable() and letter not in '"\\' else "_" for letter in name
    )
