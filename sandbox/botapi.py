"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import hmac
import re

from aiohttp import web

from sandbox.actors import Call
from sandbox.errors import ApiError
from sandbox.methods import METHODS
from sandbox.methods.files import file_at
from sandbox.params import Unsent, params_of
from sandbox.polling import Intake
from sandbox.shapes import outward
from sandbox.trouble import Rule
from sandbox.world import World

TOKEN = re.compile(r"\d+:[\w-]{3,}")
HTML_PAGE = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center><hr>nginx</body></html>"
REFUSALS = {"401": "Unauthorized", "403": "Forbidden: bot was blocked by the user", "500": "Internal Server Error"}
REASONS = {"502": "Bad Gateway", "503": "Service Unavailable", "504": "Gateway Timeout"}


class BotApi:
    """Answers the bot's calls."""

    def __init__(self, world: World, intake: Intake, token: str | None) -> None:
        self._world = world
        self._token = token
        self._methods = METHODS | {
            "getupdates": lambda _world, params: intake.get_updates(params),
            "setwebhook": lambda _world, params: intake.set_webhook(params),
            "deletewebhook": lambda _world, params: intake.delete_webhook(params),
            "getwebhookinfo": lambda _world, params: intake.info(params),
        }

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.route("*", "/bot{token:[^/]+}/{method}", self._call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self._file),
        ]

    async def _call(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        try:
            params = await params_of(request)
        except Unsent:
            return _drop(request)
        except ApiError as error:
            return _refusal(error)
        chat = params.get("chat_id") if isinstance(params.get("chat_id"), int) else None
        call = Call(name, chat, 0, params)
        if name.lower() != "getupdates":
            self._world.calls.append(call)
        response = await self._through_trouble(request, call)
        call.outcome = response.status
        return response

    async def _through_trouble(self, request: web.Request, call: Call) -> web.StreamResponse:
        if self._world.trouble.offline:
            return _drop(request)
        rule = self._world.trouble.pick(call.method, call.chat)
        if rule is None:
            return await self._answer(request, call)
        return await self._strike(rule, request, call)

    async def _strike(self, rule: Rule, request: web.Request, call: Call) -> web.StreamResponse:
        """What the trouble makes of the call."""
        if rule.kind in REFUSALS:
            return _refusal(ApiError(int(rule.kind), REFUSALS[rule.kind]))
        if rule.kind in REASONS:
            return _gateway(rule.kind)
        if rule.kind == "429":
            seconds = max(1, int(rule.seconds))
            return _refusal(ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))
        if rule.kind in ("hang", "slow"):
            await asyncio.sleep(rule.seconds)
        done = await self._answer(request, call) if rule.kind in ("reset_after", "broken_json", "slow") else None
        if rule.kind == "broken_json":
            return web.Response(text='{"ok": true, "result": {', content_type="application/json")
        return done if rule.kind == "slow" and done is not None else _drop(request)

    async def _answer(self, request: web.Request, call: Call) -> web.Response:
        try:
            self._check_token(request.match_info["token"])
            method = self._methods.get(call.method.lower())
            if method is None:
                raise ApiError(404, "Not Found: method not found")
            result = await method(self._world, call.params)
            return web.json_response({"ok": True, "result": outward(result)})
        except ApiError as error:
            call.why = error.description
            return _refusal(error)

    def _check_token(self, token: str) -> None:
        known = self._token is None or hmac.compare_digest(token, self._token)
        if not TOKEN.fullmatch(token):
            raise ApiError(404, "Not Found")
        if not known:
            raise ApiError(401, "Unauthorized")

    async def _file(self, request: web.Request) -> web.Response:
        self._check_token(request.match_info["token"])
        found = file_at(self._world, request.match_info["path"])
        if found is None:
            return _refusal(ApiError(404, "Not Found"))
        return web.Response(body=found, content_type="application/octet-stream")


def _gateway(code: str) -> web.Response:
    """No answer of Telegram's own: a page of the gateway before it."""
    return web.Response(status=int(code), text=HTML_PAGE.format(f"{code} {REASONS[code]}"), content_type="text/html")


def _refusal(error: ApiError) -> web.Response:
    return web.json_response(error.body(), status=error.code)


def _drop(request: web.Request) -> web.Response:
    """Cuts the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)
