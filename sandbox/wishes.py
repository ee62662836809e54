"""What the page lets somebody do as any of the people: `POST /sandbox/<wish>`."""

import base64
from collections.abc import Awaitable, Callable
from dataclasses import asdict, fields

from aiohttp import web

from sandbox import acts, inline
from sandbox.access import TOO_OLD
from sandbox.actors import Account, Chat, Query
from sandbox.errors import ApiError, bad
from sandbox.looking import until
from sandbox.shapes import Json, document_body, outward, photo_body, sticker_body, text_body
from sandbox.trouble import KINDS, Rule
from sandbox.world import World

RULE_FIELDS = frozenset(field.name for field in fields(Rule))
PATIENCE = 10.0


class Wishes:
    """The routes. A wrong wish is answered with 400 and a reason."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.AbstractRouteDef]:
        wishes = {
            "say": self._say,
            "press": self._press,
            "people": self._person,
            "groups": self._group,
            "block": self._block,
            "admit": self._admit,
            "trouble": self._trouble,
            "follow": self._follow,
            "inline": self._inline,
            "pick": self._pick,
        }
        return [web.post(f"/sandbox/{name}", _checked(act)) for name, act in wishes.items()]

    async def _say(self, wish: Json) -> Json:
        return acts.write(self._world, self._account(wish), self._chat(wish), self._said(wish))

    def _said(self, wish: Json) -> Json:
        files, kind = self._world.files, wish.get("kind")
        if kind == "sticker":
            return sticker_body(files, self._world.add_file("sticker", "sticker.webp", b"RIFF"))
        if "file" not in wish:
            return text_body(wish["text"])
        make = photo_body if kind == "photo" else document_body
        data = base64.b64decode(wish["file"])
        body = make(files, self._world.add_file("photo" if kind == "photo" else "document", wish["name"], data))
        return body | ({"caption": wish["text"]} if wish.get("text") else {})

    async def _press(self, wish: Json) -> Json:
        message = acts.message_in(self._world, wish["chat"], wish["message"])
        return {"press": acts.press(self._world, self._account(wish), message, wish["data"])}

    async def _follow(self, wish: Json) -> Json:
        payload = acts.payload_of(self._world, wish["url"])
        if payload is None:
            raise ApiError(400, "not a link of this bot")
        account = self._account(wish)
        return acts.write(self._world, account, self._world.chats[account.id], text_body(f"/start {payload}"))

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

    async def _inline(self, wish: Json) -> Json:
        """What the bot finds for words in inline mode; waits for it."""
        question = inline.ask(self._world, self._account(wish), self._chat(wish), wish["words"])
        await until(self._world, lambda: _answer(question), PATIENCE, lambda: "no answer")
        return {"question": question.id, "results": outward(question.results), **question.more}

    async def _pick(self, wish: Json) -> Json:
        question = self._world.questions.get(wish["question"])
        if question is None:
            raise bad(TOO_OLD)
        return inline.pick(self._world, self._account(wish), question, wish["index"])

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


def _answer(question: Query) -> Json | None:
    return {} if question.answered else None


def _checked(act: Callable[[Json], Awaitable[Json]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            return web.json_response(await act(await request.json()))
        except ApiError as error:
            return web.json_response({"error": error.description}, status=400)
        except (KeyError, TypeError, ValueError, AssertionError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    return handle
