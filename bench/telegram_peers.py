"""The bots that ours is measured beside: a bare aiogram echo, and one that keeps each update by one aiosqlite commit first.

`python -m bench.telegram_peers <Bot API address> [--database FILE] [--port PORT]`: by polling, or by webhook on that port.
"""

import argparse
import asyncio
import signal
from collections.abc import Awaitable, Callable

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

Keep = Callable[[Message], Awaitable[None]]


def dispatcher(keep: Keep | None) -> Dispatcher:
    """An echo: the least that any bot does."""
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        if keep:
            await keep(message)
        await message.answer(message.text or "")

    return dispatcher


async def keeper(path: str) -> tuple[Keep, aiosqlite.Connection]:
    """One row and one durable commit for each update, as the documents of aiosqlite show it."""
    database = await aiosqlite.connect(path)
    await database.execute("PRAGMA journal_mode=WAL")
    await database.execute("PRAGMA synchronous=FULL")
    await database.execute("CREATE TABLE updates (chat INTEGER, text TEXT)")

    async def keep(message: Message) -> None:
        await database.execute("INSERT INTO updates VALUES (?, ?)", (message.chat.id, message.text))
        await database.commit()

    return keep, database


async def main(api: str, path: str | None, port: int | None) -> None:
    """Serve until SIGTERM."""
    bot = Bot("42:TEST", session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    keep, database = await keeper(path) if path else (None, None)
    echo = dispatcher(keep)
    if port is None:
        await echo.start_polling(bot)
    else:
        await _behind_a_webhook(bot, echo, port)
    if database:
        await database.close()


async def _behind_a_webhook(bot: Bot, echo: Dispatcher, port: int) -> None:
    application = web.Application()
    SimpleRequestHandler(echo, bot, handle_in_background=False, secret_token="bench").register(application, "/telegram")
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await bot.set_webhook(f"http://127.0.0.1:{port}/telegram", secret_token="bench")
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await runner.cleanup()
    await bot.session.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("api")
    parser.add_argument("--database")
    parser.add_argument("--port", type=int)
    given = parser.parse_args()
    asyncio.run(main(given.api, given.database, given.port))
