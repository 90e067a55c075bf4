"""How updates reach the bot: getUpdates, or a webhook with Telegram's order and retries."""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import re
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import aiohttp

from .chats import Chats
from .text import ApiError, Json

UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # sent only if allowed_updates names them
WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Update:
    """An update under way. A webhook gets those of one `queue` in order: a chat's messages, a user's presses."""

    body: Json
    queue: int
    expires: float
    copies: int
    id: int = 0


class Updates(Chats):
    """Chats whose events are queued for a bot."""

    def __init__(self, retry_scale: float, duplicates: float, seed: int, *chats: Any) -> None:
        super().__init__(*chats)
        self.retry_scale = retry_scale  # shortens the waits before a webhook is tried again
        self.duplicates = duplicates  # the share of updates that reach the bot twice
        self.pending: dict[int, Update] = {}  # by update_id
        self.hook: Json = {}  # setWebhook's parameters, while one is set
        self._random, self._update_ids = random.Random(seed), itertools.count(1000)
        self._held: list[Update] | None = None
        self._allowed: list[str] = []
        self._lanes: dict[int, deque[Update]] = defaultdict(deque)
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._polls, self._last_poll, self._wake = 0, (-1, 0.0), asyncio.Event()

    def push(self, kind: str, body: Json, *, queue: int = 0, ttl: float = 86400, copies: int = 1) -> None:
        """Queue an update of any kind for the bot; copies=2: it gets the same one twice."""
        if kind in self._allowed if self._allowed else kind not in UNASKED:
            copies += self._random.random() < self.duplicates
            update = Update({kind: body}, queue, self.now() + ttl, copies)
            self._queue(update) if self._held is None else self._held.append(update)

    @contextmanager
    def hold(self, reorder: bool = False) -> Iterator[None]:
        """Keep from the bot what users do inside until the end; then deliver it, out of order if asked."""
        self._held = held = list[Update]()
        try:
            yield
        finally:
            self._held = None
            for update in self._random.sample(held, len(held)) if reorder else held:
                self._queue(update)

    def _queue(self, update: Update) -> None:
        update.id = next(self._update_ids)
        update.body = {"update_id": update.id} | update.body
        self.pending[update.id] = update
        self._lanes[update.queue].append(update)
        self._wake.set()
        if self.hook:
            self._work(update.queue)

    def _taken(self, update: Update) -> None:
        update.copies -= 1
        if not update.copies:
            self.pending.pop(update.id, None)

    async def do_getupdates(self, p: Json) -> list[Json]:
        if self.hook:
            raise ApiError(WEBHOOK_ACTIVE, 409)
        offset, limit = int(p.get("offset") or 0), min(100, max(1, int(p.get("limit") or 100)))
        begun, timeout = time.monotonic(), min(50, int(p.get("timeout") or 0))
        if offset == self._last_poll[0] and begun < self._last_poll[1] + 0.5:
            limit = 1  # as Telegram does to who asks for the same again at once
        self._last_poll, self._allowed = (offset, begun), p.get("allowed_updates", self._allowed)
        self._polls += 1
        self._wake.set()  # an older poll wakes, and ends
        number, waiting = self._polls, list(self.pending.values())
        for update in waiting[:offset] if offset < 0 else itertools.takewhile(lambda it: it.id < offset, waiting):
            self._taken(update)
        for update in [update for update in self.pending.values() if update.expires < self.now()]:
            del self.pending[update.id]
        while not self.pending and (left := begun + timeout - time.monotonic()) > 0:
            self._wake.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), left)
            if self._polls != number:
                raise ApiError(OTHER_POLL, 409)
        return [update.body for update in itertools.islice(self.pending.values(), limit)]

    def do_setwebhook(self, p: Json) -> bool:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", p.get("secret_token") or ""):
            raise ApiError("secret token contains unallowed characters")
        if p.get("url") and not re.match(r"https?://[^/]+", p["url"]):
            raise ApiError("invalid webhook URL specified")
        if str(p.get("drop_pending_updates")).lower() == "true":
            self.pending.clear()
        self._allowed = p.get("allowed_updates", self._allowed)
        self.hook = p | {"max_connections": int(p.get("max_connections") or 40)} if p.get("url") else {}
        self._slots = asyncio.Semaphore(self.hook.get("max_connections", 1))
        for queue in {update.queue for update in self.pending.values()} if self.hook else ():
            self._work(queue)
        return True

    def do_deletewebhook(self, p: Json) -> bool:
        return self.do_setwebhook(p | {"url": ""})

    def do_getwebhookinfo(self, _: Json) -> Json:
        shown = {key: value for key, value in self.hook.items() if key not in ("secret_token", "drop_pending_updates")}
        return {"url": "", "has_custom_certificate": False, "pending_update_count": len(self.pending)} | shown

    def _work(self, queue: int) -> None:
        if queue not in self._workers:
            self._workers[queue] = asyncio.create_task(self._deliver(queue))

    async def _deliver(self, queue: int) -> None:
        """Post one queue's updates in order, each until the bot takes it: again at once, then after 2, 4, 8… 60 s."""
        lane, fails = self._lanes[queue], 0
        try:
            while lane and self.hook:
                if lane[0].id not in self.pending or lane[0].expires < self.now():
                    self.pending.pop(lane.popleft().id, None)
                    continue
                async with self._slots:
                    error, wait = await self._post(lane[0].body)
                if error:
                    self.hook |= {"last_error_date": int(self.now()), "last_error_message": error} if self.hook else {}
                    await asyncio.sleep(self.retry_scale * (wait or (min(60, 2**fails) if fails else 0)))
                else:
                    self._taken(lane[0])
                fails = fails + 1 if error else 0
        finally:
            del self._workers[queue]

    async def _post(self, body: Json) -> tuple[str, int]:
        """Post an update to the webhook: what went wrong, and the seconds the bot asked to wait."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.hook.get("secret_token") or ""}
        try:
            async with self._http.post(self.hook["url"], json=body, headers=headers) as answer:
                if answer.status // 100 != 2:
                    error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    return error, int(answer.headers.get("Retry-After", 0))
                p: Json = {}  # the bot may call a method by its answer
                if answer.content_type.startswith("multipart/"):
                    async for part in aiohttp.MultipartReader.from_response(answer):
                        if isinstance(part, aiohttp.BodyPartReader):
                            p[part.name or ""] = await part.text()
                elif (text := await answer.text()).startswith("{"):
                    p = json.loads(text)
                if method := p.pop("method", ""):
                    await self.execute(method, p)
        except (aiohttp.ClientError, TimeoutError) as error:
            return "Read timeout expired" if isinstance(error, TimeoutError) else "Connection refused", 0
        return "", 0

    async def start(self) -> None:
        self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(60))

    async def stop(self) -> None:
        for worker in self._workers.values():
            worker.cancel()
        await self._http.close()

    async def execute(self, method: str, p: Json) -> None:
        """Call a method of the API; the server's business."""
        raise NotImplementedError
