"""The bot's ear. Updates are recorded before Telegram may forget them, so a restart at any moment loses nothing.

aiogram's own polling confirms a batch with the next getUpdates, which starts while handlers still run.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.client import TokenRefused, leave_webhook
from bot.read import ALLOWED_UPDATES, read_update
from config.errors import GuichetError
from core.post.inbound import Arrival

log = logging.getLogger(__name__)

BATCH = 100
FAREWELL = 3.0  # seconds given to the last confirmation
DRAIN_TRIES = 5

T = TypeVar("T")
Json = dict[str, Any]
Record = Callable[[list[Arrival]], Awaitable[None]]


class NoAnswer(GuichetError):
    """Telegram cannot be reached: {reason}"""


class RawUpdates(TelegramMethod[list[Json]]):
    """getUpdates, its answer left as JSON: what aiogram's types do not know yet is kept too."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int
    timeout: int
    allowed_updates: list[str]


def utc_now() -> datetime:
    """The present, aware."""
    return datetime.now(UTC)


def pause(failures: int, slowest: float) -> float:
    """Seconds to wait after so many failures in a row (from 1): 1, 2, 4… at most `slowest`."""
    return float(min(slowest, 2.0 ** min(failures - 1, 16)))


def arrivals(updates: list[Json], received: datetime) -> list[Arrival]:
    """What the inbox stores of a batch, in Telegram's order: each update read, and as JSON (ASCII: any text can be written)."""
    in_order = sorted(updates, key=lambda update: update["update_id"])
    return [Arrival(read_update(update, received), json.dumps(update).encode()) for update in in_order]


class Receiver:
    """One bot's updates, handed to `record`, which returns once they are safe (one commit a batch).

    `patience` is how long Telegram may hold an empty getUpdates, `slowest` the longest wait between two tries, in seconds.
    An update may come twice: its key is the same.
    """

    def __init__(
        self, bot: Bot, record: Record, *, now: Callable[[], datetime] = utc_now, patience: int = 25, slowest: float = 30
    ) -> None:
        self._bot, self._record, self._now = bot, record, now
        self._patience, self._slowest = patience, slowest
        self._offset: int | None = None  # None: whatever is not confirmed
        self._failures = 0

    async def listen(self, stop: asyncio.Event) -> None:
        """Receive until `stop` is set; then confirm what was recorded. Only a refused token (TokenRefused) ends it earlier."""
        while not stop.is_set():
            try:
                if (updates := await _until(stop, self._fetch(self._patience))) is not None:
                    await self._take(updates)
                self._failures = 0
            except TokenRefused:
                raise
            except TelegramConflictError as error:
                await _until(stop, self._settle(error))
            except Exception as error:  # whatever fails here must not deafen the bot: told, and tried again
                await _until(stop, asyncio.sleep(self._told(error)))
        await self._confirm()

    async def drain(self) -> int:
        """Receive all that waits now, confirm it, and say how many updates that was. NoAnswer after five failures in a row."""
        taken = 0
        while True:
            try:
                updates = await self._fetch(0)
                await self._take(updates)
                self._failures, taken = 0, taken + len(updates)
                if not updates:
                    return taken
            except TokenRefused:
                raise
            except Exception as error:  # as in listen, but a command must end
                wait = self._told(error)
                if self._failures >= DRAIN_TRIES:
                    raise NoAnswer(reason=reason_of(error)) from error
                await asyncio.sleep(wait)

    async def _fetch(self, patience: int) -> list[Json]:
        """The next updates; asking confirms those before the offset."""
        ask = RawUpdates(offset=self._offset, limit=BATCH, timeout=patience, allowed_updates=list(ALLOWED_UPDATES))
        try:
            return await self._bot(ask, request_timeout=patience + 15)
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenRefused(reason=error.message) from None

    async def _take(self, updates: list[Json]) -> None:
        if updates:
            await self._record(arrivals(updates, self._now()))
        # After a silence of a week Telegram may start from another, lower id. An empty answer confirms all that
        # was before, so the offset is no more needed and must not hide those.
        self._offset = max((update["update_id"] + 1 for update in updates), default=None)

    async def _settle(self, error: TelegramConflictError) -> None:
        """A webhook set earlier keeps getUpdates from working: it is forgotten, what waits is kept. Else another process asks."""
        await asyncio.sleep(self._told(error))
        if "webhook" in error.message:
            with suppress(AiogramError, OSError):  # it is tried again at the next refusal
                await leave_webhook(self._bot)

    async def _confirm(self) -> None:
        if self._offset is None:
            return
        ask = RawUpdates(offset=self._offset, limit=1, timeout=0, allowed_updates=list(ALLOWED_UPDATES))
        with suppress(AiogramError, OSError, TimeoutError):  # not confirmed: they come again, and are known by their keys
            async with asyncio.timeout(FAREWELL):
                await self._bot(ask)
                self._offset = None

    def _told(self, error: Exception) -> float:
        """Log what failed, in one line; the seconds to wait before the next try."""
        self._failures += 1
        wait = pause(self._failures, self._slowest)
        if isinstance(error, TelegramRetryAfter):
            wait = max(wait, float(error.retry_after))
        if isinstance(error, TelegramConflictError):
            log.error(
                "telegram: another process receives for this bot, or a webhook is set; again in %.0f s: %s", wait, error.message
            )
        elif isinstance(error, AiogramError | OSError):
            log.warning("telegram: no updates, again in %.0f s: %s", wait, reason_of(error))
        else:
            log.error("telegram: updates not recorded, not confirmed, again in %.0f s", wait, exc_info=error)
        return wait


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """What the work returns, or None when `stop` comes first: the work is then given up."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


def reason_of(error: Exception) -> str:
    """One line, without the page that a proxy may have sent."""
    return str(error).partition("\n")[0][:200] or type(error).__name__
