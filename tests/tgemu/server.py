"""The HTTP server: the log of calls, faults on demand, and the same from another process."""

from __future__ import annotations

import asyncio
import inspect
import json
import socket
import struct
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from .chats import MEGABYTE
from .text import ApiError, Json
from .updates import Updates
from .users import User, crowd

JSON_FIELDS = {
    "allowed_updates", "caption_entities", "commands", "entities", "link_preview_options", "media", "menu_button",
    "message_ids", "reply_markup", "reply_parameters", "scope",
}  # fmt: skip


@dataclass
class Call:
    """One request of the bot: when (seconds since the emulator's start), what, and what came of it."""

    at: float
    method: str
    params: Json
    status: int = 0  # 0: no answer, or none yet
    answer: Json = field(default_factory=dict)
    fault: str = ""


@dataclass
class Fault:
    """What befalls the next `times` calls of a method ("*": of any but getUpdates)."""

    method: str = "*"
    status: int = 0  # answer so instead of executing
    retry_after: int = 0  # with status=429
    description: str = "Internal Server Error"
    html: bool = False  # a proxy's page instead of JSON
    executed: bool = False  # answer with `status` after executing all the same
    drop: str = ""  # reset the connection "before" or "after" executing
    delay: float = 0.0  # seconds before the answer
    chat_id: int = 0  # in this chat only
    rate: float = 1.0  # this share of the calls only
    times: int = 1


class Emulator(Updates):
    """A Bot API on 127.0.0.1 for one bot, and the users of that bot. Public methods are also HTTP verbs."""

    def __init__(
        self, token: str = "42:TEST", *, port: int = 0, username: str = "emulated_bot", callback_ttl: float = 30,
        retry_scale: float = 1, duplicates: float = 0, seed: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(retry_scale, duplicates, seed, token, username, callback_ttl)
        self.token, self.port, self._begun = token, port, time.monotonic()
        self.calls: list[Call] = []
        self.faults: list[Fault] = []

    async def __aenter__(self) -> Emulator:
        await self.start()
        app = web.Application(client_max_size=51 * MEGABYTE)
        app.router.add_route("*", "/bot{token}/{method}", self._api)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.router.add_post("/tgemu/{verb}", self._control)
        app.router.add_post("/tgemu/user/{id}/{verb}", self._control)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """The base for aiogram's TelegramAPIServer.from_base."""
        return f"http://127.0.0.1:{self.port}"

    def user(self, id: int, **profile: str) -> User:
        """The user with this id; profile: first_name, last_name, username, language_code."""
        return self.users.get(id) or self.users.setdefault(id, User(self, id, **profile))

    def fault(self, method: str = "*", **settings: Any) -> None:
        """Make coming calls fail; settings: the other fields of Fault."""
        self.faults.append(Fault(method, **settings))

    def log(self, method: str = "", chat_id: int = 0) -> list[Call]:
        """The calls so far, of one method, of one chat."""
        calls = [call for call in self.calls if chat_id in (0, call.params.get("chat_id"))]
        return [call for call in calls if method.lower() in ("", call.method.lower())]

    async def load(self, updates: int = 1000, chats: int = 100, **settings: Any) -> Json:
        """Run a crowd of users: see users.crowd."""
        return await crowd(self, updates, chats, **settings)

    async def execute(self, method: str, p: Json, call: Call | None = None) -> None:
        if call is None:  # called in the answer to a webhook
            self.calls.append(call := Call(time.monotonic() - self._begun, method, decoded(p)))
        do = getattr(self, f"do_{method.lower()}", None)
        try:
            result = do(call.params) if do else self._default(method.lower(), call.params)
            call.answer = {"ok": True, "result": await result if inspect.isawaitable(result) else result}
            call.status = 200
        except (ApiError, AttributeError, KeyError, TypeError, ValueError) as error:
            refusal = error if isinstance(error, ApiError) else ApiError(f"can't read the parameters: {error!r}")
            call.status, call.answer = refusal.code, refusal.answer

    async def _api(self, request: web.Request) -> web.Response:
        self.calls.append(call := Call(time.monotonic() - self._begun, request.match_info["method"], {}))
        fault, refusal = Fault(), None
        try:
            body = await (request.json() if request.content_type == "application/json" else request.post())
            call.params = decoded({**request.query, **body})
            fault = next((fault for fault in self.faults if self._strikes(fault, call)), fault)
        except web.HTTPRequestEntityTooLarge:
            refusal = ApiError("Request Entity Too Large", 413)
        except ValueError:
            refusal = ApiError("can't parse reply keyboard markup JSON object")  # or another field's
        if request.match_info["token"] != self.token:
            refusal = ApiError("Unauthorized", 401)
        if not refusal and fault.drop != "before" and (fault.executed or not fault.status):
            await self.execute(call.method, call.params, call)
        await asyncio.sleep(fault.delay)
        if fault.retry_after:
            text = f"Too Many Requests: retry after {fault.retry_after}"
            refusal = ApiError(text, fault.status, retry_after=fault.retry_after)
        elif fault.status:
            refusal = ApiError(fault.description, fault.status)
        if refusal:
            call.status, call.answer = refusal.code, refusal.answer
        call.fault = fault.drop or ("status" if fault.status else "delay" if fault.delay else "")
        if fault.drop and request.transport:
            call.status, linger = 0, struct.pack("ii", 1, 0)  # linger: closing resets the connection
            request.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            request.transport.abort()
        if fault.html:
            return web.Response(status=call.status, text="<html>Bad Gateway</html>", content_type="text/html")
        return web.json_response(call.answer, status=call.status or 500)

    def _strikes(self, fault: Fault, call: Call) -> bool:
        name = call.method.lower()
        method = name != "getupdates" if fault.method == "*" else name == fault.method.lower()
        chat = fault.chat_id in (0, call.params.get("chat_id"))
        strikes = method and chat and fault.times > 0 and (fault.rate >= 1 or self._random.random() < fault.rate)
        fault.times -= strikes
        return strikes

    async def _download(self, request: web.Request) -> web.Response:
        for path, content in self.files.values():
            if path == request.match_info["path"]:
                return web.Response(body=content)
        return web.json_response(ApiError("Not Found", 404).answer, status=404)

    async def _control(self, request: web.Request) -> web.Response:
        """POST /tgemu/<verb> or /tgemu/user/<id>/<verb>, with Remote's JSON."""
        given, verb, id = await request.json(), request.match_info["verb"], request.match_info.get("id")
        target = self.user(int(id), **given["profile"]) if id else self
        try:
            if verb.startswith(("_", "do_")):
                raise AttributeError(verb)
            result = getattr(target, verb)(*given["args"], **given["kwargs"])
            answer = {"result": await result if inspect.isawaitable(result) else result}
        except (AttributeError, LookupError, TimeoutError, TypeError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        return web.Response(text=json.dumps(answer, default=lambda it: getattr(it, "__dict__", str(it))))


class Remote:
    """An Emulator in another process: `await Remote(url).fault(...)`, `await Remote(url).user(7).send("x")`."""

    def __init__(self, url: str, path: str = "/tgemu", profile: Json | None = None) -> None:
        self._url, self._path, self._profile = url, path, profile or {}

    def user(self, id: int, **profile: str) -> Remote:
        return Remote(self._url, f"{self._path}/user/{id}", profile)

    def __getattr__(self, verb: str) -> Callable[..., Awaitable[Any]]:
        async def call(*args: object, **kwargs: object) -> Any:
            given = {"profile": self._profile, "args": args, "kwargs": kwargs}
            http = aiohttp.ClientSession(self._url, timeout=aiohttp.ClientTimeout(None))
            async with http, http.post(f"{self._path}/{verb}", json=given) as answer:
                result = json.loads(await answer.text())
            if "error" in result:
                raise RuntimeError(result["error"])
            return result["result"]

        return call


def decoded(p: Json) -> Json:
    """The parameters of a form: fields that hold JSON are read, chat_id is a number if it can be."""
    read = {name: json.loads(p[name]) for name in JSON_FIELDS & p.keys() if str(p[name])[:1] in "[{" and p[name]
            and isinstance(p[name], str)}  # fmt: skip
    if str(p.get("chat_id")).lstrip("-").isdigit():
        read["chat_id"] = int(p["chat_id"])
    return p | read
