"""A webhook: order, retries, secrets."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.tgemu import Emulator
from tests.tgemu.echo import dispatcher

ROOT = Path(__file__).parent.parent.parent


@dataclass
class Hook:
    """What arrived at the webhook, and the statuses it answers instead of handing updates to aiogram."""

    seen: list[tuple[int, str | None]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    delay: float = 0
    busy: int = 0
    most: int = 0  # calls that were under way at once
    url: str = ""
    handler: SimpleRequestHandler | None = None


@pytest.fixture
async def hooked(bot: Bot) -> AsyncIterator[Hook]:
    """A bot behind a webhook."""
    app, state = web.Application(), Hook()
    handler = SimpleRequestHandler(dispatcher(), bot, handle_in_background=False, secret_token="s3cret")

    async def entry(request: web.Request) -> web.StreamResponse:
        state.seen.append(((await request.json())["update_id"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        state.busy += 1
        state.most = max(state.most, state.busy)
        await asyncio.sleep(state.delay)
        state.busy -= 1
        if state.answers:
            return web.Response(status=state.answers.pop(0), headers={"Retry-After": "20"})
        return await handler.handle(request)

    app.router.add_post("/hook", entry)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    state.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/hook"
    state.handler = handler
    yield state
    await runner.cleanup()


async def test_webhook(emulator: Emulator, bot: Bot, hooked: Hook) -> None:
    anna = emulator.user(7)
    anna.send("avant")
    await bot.set_webhook(hooked.url, secret_token="s3cret")
    await anna.wait(like="avant")  # what was pending comes first
    await anna.ask("/menu")
    query = anna.press("Oui")
    await anna.wait(like="noté")
    assert query["answer"] and {secret for _, secret in hooked.seen} == {"s3cret"}
    await bot.delete_webhook()
    anna.send("après")
    assert [u.message.text for u in await bot.get_updates()] == ["après"]


async def test_webhook_wrong_secret(emulator: Emulator, bot: Bot, hooked: Hook) -> None:
    await bot.set_webhook(hooked.url, secret_token="other")
    emulator.user(7).send("x")
    await asyncio.sleep(0.1)
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 401 Unauthorized" and info.pending_update_count == 1


async def test_webhook_retries_in_order(emulator: Emulator, bot: Bot, hooked: Hook) -> None:
    await bot.set_webhook(hooked.url, secret_token="s3cret")
    hooked.answers = [500, 502]
    anna, begun = emulator.user(7), time.monotonic()
    for n in range(5):
        anna.send(f"n{n}")
    await anna.wait(5)
    assert anna.texts() == [f"n{n}" for n in range(5)]
    ids = [id for id, _ in hooked.seen]
    assert ids[0] == ids[1] == ids[2] and len(set(ids)) == 5 and len(ids) == 7
    assert time.monotonic() - begun > 0.4  # Retry-After: 20, twice, at retry_scale 0.01


async def test_webhook_one_chat_in_order_many_at_once(emulator: Emulator, bot: Bot, hooked: Hook) -> None:
    hooked.delay = 0.05
    await bot.set_webhook(hooked.url, secret_token="s3cret")
    figures = await emulator.load(100, 20, echo=True)
    assert figures["answered"] == 100 and figures["misordered"] == 0
    assert 1 < hooked.most <= 20  # one of each chat


async def test_method_in_the_answer(emulator: Emulator, bot: Bot, hooked: Hook) -> None:
    dp = hooked.handler.dispatcher
    dp.sub_routers.clear()
    dp.message.handlers.clear()

    @dp.message()
    async def reply(message: Message) -> TelegramMethod[Message]:
        return message.answer("dans la réponse")

    await bot.set_webhook(hooked.url, secret_token="s3cret")
    [got] = await emulator.user(7).ask("x")
    assert got["text"] == "dans la réponse"
