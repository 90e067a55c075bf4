"""« Guichet écrit… »: whoever has waited for a second sees that an answer is coming; an answer at once needs no such sign."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable

from aiogram import Bot
from aiogram.exceptions import AiogramError

log = logging.getLogger(__name__)
FIRST = 1.0  # seconds until the first sign
AGAIN = 4.5  # seconds until the next: Telegram shows it for five
AT_ONCE = 5  # signs a second at most: in a crowd the pace belongs to the answers

Owed = Callable[[set[int]], Awaitable[set[int]]]


class SignOfLife:
    """Chats that were heard and may be waiting; `owed` tells of which this is true, as the books have it."""

    def __init__(self, bot: Bot, owed: Owed, *, first: float = FIRST, again: float = AGAIN) -> None:
        self._bot, self._owed, self._first, self._again = bot, owed, first, again
        self._next: dict[int, float] = {}  # chat -> when to look
        self._heard = asyncio.Event()

    def heard(self, chats: Iterable[int]) -> None:
        """Something was said in these chats, just now."""
        for chat in chats:
            self._next.setdefault(chat, time.monotonic() + self._first)
        self._heard.set()

    async def keep(self) -> None:
        """Give the signs that are due, until cancelled. What fails here is forgotten: the answer itself comes."""
        while True:
            self._heard.clear()
            if not self._next:
                await self._heard.wait()
            await asyncio.sleep(max(self._first, min(self._next.values()) - time.monotonic()))
            now = time.monotonic()
            due = {chat for chat, at in self._next.items() if at <= now}
            self._next = {chat: at for chat, at in self._next.items() if at > now}
            try:
                for chat in sorted(await self._owed(due))[:AT_ONCE]:
                    self._next.setdefault(chat, now + self._again)
                    await self._bot.send_chat_action(chat, "typing", request_timeout=5)
            except (AiogramError, OSError) as error:
                log.debug("telegram: no sign given: %s", type(error).__name__)
