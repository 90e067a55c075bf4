"""A Bot API on loopback and our client of it."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot

from bot.client import Access, open_bot
from tests.tgemu import Emulator


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator("42:TEST") as emulator:
        yield emulator


@pytest.fixture
async def bot(emulator: Emulator) -> AsyncIterator[Bot]:
    bot = open_bot(Access("42:TEST", emulator.url))
    yield bot
    await bot.session.close()
