"""What people see of the bot before they write: the menu of commands and who it is, by language; set only where it differs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BotCommand

from bot.client import BRIEFLY
from bot.sign_of_life import SignOfLife

log = logging.getLogger(__name__)

DESCRIPTION, SHORT, ENTRY = 512, 120, 256  # characters that Telegram takes
PAUSES = (5.0, 30.0, 120.0, 600.0, 3600.0)  # seconds before the next try, the last one again and again


@dataclass(frozen=True)
class Front:
    """What those see who use this language; None: everybody else."""

    language: str | None
    commands: tuple[tuple[str, str], ...]
    about: str  # on the profile, 120 characters at most
    before: str  # in the empty chat, 512 at most


async def dress(bot: Bot, fronts: Iterable[Front]) -> int:
    """Set what differs from what is there; how many settings were changed."""
    return sum([await _dress(bot, front) for front in fronts])


async def keep_dressed(bot: Bot, fronts: tuple[Front, ...], stop: asyncio.Event, pauses: tuple[float, ...] = PAUSES) -> None:
    """Dress the bot once, trying again until it is done or `stop` comes. Messages are answered meanwhile."""
    tries = 0
    while not stop.is_set():
        try:
            changed = await dress(bot, fronts)
        except Exception as error:  # a menu is a courtesy: whatever fails here, the bot lives
            wait = max(pauses[min(tries, len(pauses) - 1)], float(getattr(error, "retry_after", 0)))
            told = "wait" if isinstance(error, TelegramRetryAfter) else str(error).partition("\n")[0][:200]
            log.warning("telegram: menu not set, again in %.0f s: %s", wait, told.replace(bot.token, "…"))
            tries += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), wait)
        else:
            if changed:
                log.info("telegram: menu and descriptions set (%d changes)", changed)
            return


class WayIn(Protocol):
    """What listens for messages."""

    async def listen(self, stop: asyncio.Event) -> None:
        """Record what comes until `stop`."""

    async def drain(self) -> int:
        """Record all that waits now; how many messages."""


class Dressed:
    """A way in, and what people see of the bot beside it: its menu and descriptions, and that it is about to answer."""

    def __init__(self, bot: Bot, way_in: WayIn, fronts: tuple[Front, ...], life: SignOfLife) -> None:
        self._bot, self._way_in, self._fronts, self._life = bot, way_in, fronts, life

    async def listen(self, stop: asyncio.Event) -> None:
        """Listen until `stop`; what people see is set meanwhile."""
        beside = [asyncio.create_task(one) for one in (keep_dressed(self._bot, self._fronts, stop), self._life.keep())]
        try:
            await self._way_in.listen(stop)
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)

    async def drain(self) -> int:
        """Record all that waits."""
        return await self._way_in.drain()


async def _dress(bot: Bot, front: Front) -> int:
    code, changed = front.language, 0
    wanted = [(name, what[:ENTRY]) for name, what in front.commands]
    there = await bot.get_my_commands(language_code=code, request_timeout=BRIEFLY)
    if [(one.command, one.description) for one in there] != wanted:
        listed = [BotCommand(command=name, description=what) for name, what in wanted]
        await bot.set_my_commands(listed, language_code=code, request_timeout=BRIEFLY)
        changed += 1
    about, before = front.about[:SHORT], front.before[:DESCRIPTION]
    shown = await bot.get_my_short_description(language_code=code, request_timeout=BRIEFLY)
    changed += await _unless_same(
        shown.short_description == about, lambda: bot.set_my_short_description(about, code, request_timeout=BRIEFLY)
    )
    said = await bot.get_my_description(language_code=code, request_timeout=BRIEFLY)
    return changed + await _unless_same(
        said.description == before, lambda: bot.set_my_description(before, code, request_timeout=BRIEFLY)
    )


async def _unless_same(same: bool, set_it: Callable[[], Awaitable[bool]]) -> int:
    if same:
        return 0
    await set_it()
    return 1
