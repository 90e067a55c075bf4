"""The bot's door: Telegram calls us, behind a proxy, and hears 200 only after the commit; anything else it asks again.

aiogram's own webhook answers first and forgets its tasks when it stops.
"""

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramRetryAfter, TelegramUnauthorizedError
from aiohttp import web

from bot.client import BRIEFLY, TokenRefused
from bot.read import ALLOWED_UPDATES
from bot.receive import Record, arrivals, pause, reason_of, utc_now

log = logging.getLogger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1024 * 1024  # bytes of an update; Telegram's own have some thousands
PATIENCE = 20.0  # seconds for the body to come in
FAREWELL = 5.0  # seconds for what is being kept when we stop
SLOWEST = 60.0  # seconds between two tries to name our address to Telegram


@dataclass(frozen=True)
class Door:
    """The public address that Telegram calls, where we listen for it (a host and port, or the path of a socket), and its secrets.

    The first secret is the one given to Telegram; the others, of former keys, are accepted as well.
    """

    url: str
    path: str
    host: str
    port: int
    secrets: tuple[str, ...] = field(repr=False)


def secret_of(key: bytes) -> str:
    """What Telegram shows with each call: made of the house's key, so that every process and every start has the same."""
    return hmac.new(key, b"telegram webhook", hashlib.sha256).hexdigest()


class Doorman:
    """Takes updates in as long as `listen` runs. `record` returns once they are safe, and raises when they are not."""

    def __init__(self, bot: Bot, door: Door, record: Record, *, now: Callable[[], datetime] = utc_now) -> None:
        self._bot, self._door, self._record, self._now = bot, door, record, now

    async def listen(self, stop: asyncio.Event) -> None:
        """Open the door, name it to Telegram, and take in what comes until `stop`; then finish what is being kept.

        The address stays with Telegram, which keeps what comes meanwhile. Raises OSError: somebody else listens there.
        """
        application = web.Application(client_max_size=LARGEST)
        application.router.add_post(self._door.path, self._take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=FAREWELL)
        await runner.setup()
        try:
            await self._open(runner)
            await self._name(stop)
            await stop.wait()
        finally:
            await runner.cleanup()

    async def drain(self) -> int:
        """Nothing is asked for here: while a webhook is set, what waits comes only to a process that goes on running."""
        log.warning("telegram: it calls %s, so messages are taken in by a process that goes on running, not here", self._door.url)
        return 0

    async def _open(self, runner: web.AppRunner) -> None:
        door = self._door
        if not door.host.startswith("/"):
            await web.TCPSite(runner, door.host, door.port).start()
        else:
            await web.UnixSite(runner, door.host).start()
            await asyncio.to_thread(Path(door.host).chmod, 0o660)  # for the proxy's group, nobody else
        log.info("telegram: listening on %s for %s", door.host if not door.port else f"{door.host}:{door.port}", door.url)

    async def _name(self, stop: asyncio.Event) -> None:
        """Tell Telegram our address and secret, as often as it takes. Only a refused token (TokenRefused) ends it."""
        failures = 0
        while not stop.is_set():
            try:
                await self._bot.set_webhook(
                    self._door.url,
                    secret_token=self._door.secrets[0],
                    allowed_updates=list(ALLOWED_UPDATES),
                    request_timeout=BRIEFLY,
                )
                return
            except (TelegramUnauthorizedError, TelegramNotFound) as error:
                raise TokenRefused(reason=error.message) from None
            except (AiogramError, OSError) as error:
                failures += 1
                asked = float(error.retry_after) if isinstance(error, TelegramRetryAfter) else 0.0
                wait = max(asked, pause(failures, SLOWEST))
                log.warning("telegram: does not take our address, again in %.0f s: %s", wait, reason_of(error))
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), wait)

    async def _take(self, request: web.Request) -> web.Response:
        if not self._knows(request.headers.get(HEADER, "")):
            return web.Response(status=401)
        try:
            async with asyncio.timeout(PATIENCE):
                update = json.loads(await request.read())
        except TimeoutError:
            return web.Response(status=408)
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        try:
            await self._record(arrivals([update], self._now()))
        except Exception:  # whatever it was, the update is not safe: Telegram sends it again
            log.exception("telegram: an update is not recorded, and asked for again")
            return web.Response(status=503)
        return web.Response()

    def _knows(self, given: str) -> bool:
        """Whether this is one of our secrets, compared in constant time."""
        shown = given.encode(errors="replace")
        return any(hmac.compare_digest(shown, secret.encode()) for secret in self._door.secrets)
