"""Who waits sees that an answer is coming; who has it already sees nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiogram import Bot

from bot.sign_of_life import SignOfLife
from tests.tgemu import Emulator


@asynccontextmanager
async def alive(life: SignOfLife) -> AsyncIterator[None]:
    task = asyncio.create_task(life.keep())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def signs(emulator: Emulator, count: int) -> list[str]:
    async with asyncio.timeout(20):
        while len(emulator.log("sendChatAction")) < count:
            await asyncio.sleep(0.01)
    return [str(call.params["chat_id"]) for call in emulator.log("sendChatAction")]


async def test_the_sign_is_given_again_until_the_answer_has_left(emulator: Emulator, bot: Bot) -> None:
    waiting, asked = {7}, list[set[int]]()

    async def owed(chats: set[int]) -> set[int]:
        asked.append(chats)
        return chats & waiting

    for user in (7, 8):
        emulator.user(user).send("bonjour")
    life = SignOfLife(bot, owed, first=0.01, again=0.02)
    async with alive(life):
        life.heard([7, 8])
        assert set(await signs(emulator, 3)) == {"7"}
        waiting.clear()
        async with asyncio.timeout(20):
            while life._next:
                await asyncio.sleep(0.01)
        before = len(emulator.log("sendChatAction"))
        waiting.add(8)
        life.heard([8])
        assert (await signs(emulator, before + 1))[-1] == "8"
    assert asked[0] == {7, 8}


async def test_a_sign_that_fails_ends_nothing(emulator: Emulator, bot: Bot) -> None:
    async def owed(chats: set[int]) -> set[int]:
        return chats

    emulator.user(7).send("bonjour")
    emulator.fault("sendChatAction", status=502, html=True)
    life = SignOfLife(bot, owed, first=0.01, again=0.02)
    async with alive(life):
        life.heard([7])
        await signs(emulator, 2)
