"""The webhook, over real HTTP: 200 after the commit alone, everybody else turned away, and a stop that loses nothing."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiohttp import ClientSession

from bot.client import Access, TokenRefused, open_bot
from bot.hook import HEADER, LARGEST, Door, Doorman, secret_of
from core.post.inbound import Arrival
from tests.postgres import free_port
from tests.tgemu import Emulator

SECRET, FORMER = secret_of(b"today's key"), secret_of(b"the key before")


class Books:
    """What was recorded; `failures` commits fail first, and each takes until `gate` is open."""

    def __init__(self, failures: int = 0) -> None:
        self.kept: list[Arrival] = []
        self.failures, self.begun, self.gate = failures, asyncio.Event(), asyncio.Event()
        self.gate.set()

    async def record(self, arrivals: list[Arrival]) -> None:
        self.begun.set()
        await self.gate.wait()
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        self.kept += arrivals

    @property
    def texts(self) -> list[str]:
        return [one.inbound.text for one in self.kept]

    async def hold(self, count: int) -> None:
        async with asyncio.timeout(20):
            while len(self.kept) < count:
                await asyncio.sleep(0.01)


def a_door() -> Door:
    port = free_port()
    return Door(f"http://127.0.0.1:{port}/telegram", "/telegram", "127.0.0.1", port, (SECRET, FORMER))


@asynccontextmanager
async def opened(bot: Bot, door: Door, books: Books) -> AsyncIterator[asyncio.Event]:
    """The door open and known to Telegram; what is given stops it."""
    stop = asyncio.Event()
    task = asyncio.create_task(Doorman(bot, door, books.record).listen(stop))
    async with asyncio.timeout(20), ClientSession() as http:
        while not task.done():
            try:
                async with http.get(door.url):
                    break
            except OSError:
                await asyncio.sleep(0.01)
    try:
        yield stop
    finally:
        stop.set()
        await task


async def post(door: Door, body: bytes, secret: str = SECRET, path: str = "/telegram") -> int:
    """The status of one call."""
    url = door.url.replace("/telegram", path)
    async with ClientSession() as http, http.post(url, data=body, headers={HEADER: secret} if secret else {}) as answer:
        return answer.status


def an_update(number: int, text: str = "bonjour") -> bytes:
    message = {"message_id": number, "date": 1, "chat": {"id": 7, "type": "private"}, "from": {"id": 7}, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


async def test_what_people_write_is_recorded_in_their_order(emulator: Emulator, bot: Bot) -> None:
    books = Books()
    async with opened(bot, a_door(), books):
        for text in ("un", "deux", "trois"):
            emulator.user(7).send(text)
        await books.hold(3)
    assert books.texts == ["un", "deux", "trois"]
    assert json.loads(books.kept[0].raw)["message"]["text"] == "un"


async def test_telegram_hears_200_after_the_commit_only(bot: Bot) -> None:
    door, books = a_door(), Books()
    async with opened(bot, door, books):
        books.gate.clear()
        call = asyncio.create_task(post(door, an_update(1)))
        await books.begun.wait()
        assert not call.done() and not books.kept
        books.gate.set()
        assert await call == 200 and books.texts == ["bonjour"]


async def test_what_could_not_be_recorded_comes_again(emulator: Emulator, bot: Bot) -> None:
    emulator.retry_scale = 0.01
    books = Books(failures=3)
    async with opened(bot, a_door(), books):
        emulator.user(7).send("un")
        emulator.user(7).send("deux")
        await books.hold(2)
    assert books.texts == ["un", "deux"]


@pytest.mark.parametrize(
    ("secret", "body", "path", "status"),
    [
        (SECRET, an_update(1), "/telegram", 200),
        (FORMER, an_update(1), "/telegram", 200),
        ("", an_update(1), "/telegram", 401),
        ("a" * 64, an_update(1), "/telegram", 401),
        ("é", an_update(1), "/telegram", 401),
        (SECRET, an_update(1), "/", 404),
        (SECRET, b"", "/telegram", 400),
        (SECRET, b"\xff{", "/telegram", 400),
        (SECRET, b"[" * 50_000, "/telegram", 400),
        (SECRET, b"[1]", "/telegram", 400),
        (SECRET, b'{"update_id": "1"}', "/telegram", 400),
        (SECRET, b" " * (LARGEST + 1), "/telegram", 413),
    ],
)
async def test_who_calls_hears_why_not(bot: Bot, secret: str, body: bytes, path: str, status: int) -> None:
    door, books = a_door(), Books()
    async with opened(bot, door, books):
        assert await post(door, body, secret, path) == status
    assert len(books.kept) == (status == 200)


async def test_another_method_is_refused(bot: Bot) -> None:
    door = a_door()
    async with opened(bot, door, Books()), ClientSession() as http, http.get(door.url) as answer:
        assert answer.status == 405


async def test_a_stop_finishes_what_is_being_recorded_and_leaves_the_address_with_telegram(emulator: Emulator, bot: Bot) -> None:
    door, books = a_door(), Books()
    async with opened(bot, door, books) as stop:
        await _known(emulator, door)
        books.gate.clear()
        call = asyncio.create_task(post(door, an_update(1)))
        await books.begun.wait()
        stop.set()
        books.gate.set()
        assert await call == 200
    assert books.texts == ["bonjour"] and (await bot.get_webhook_info()).url == door.url


async def test_the_address_is_told_again_until_telegram_takes_it(emulator: Emulator, bot: Bot) -> None:
    emulator.fault("setWebhook", status=429, retry_after=0, times=1)
    emulator.fault("setWebhook", status=502, html=True, times=1)
    door, books = a_door(), Books()
    async with opened(bot, door, books):
        assert await post(door, an_update(1)) == 200  # the door is open meanwhile
        await _known(emulator, door)
    [*_, call] = emulator.log("setWebhook")
    assert call.params["secret_token"] == SECRET and "my_chat_member" in call.params["allowed_updates"]


async def test_a_refused_token_ends_it(emulator: Emulator) -> None:
    stranger = open_bot(Access("43:OTHER", emulator.url))
    with pytest.raises(TokenRefused):
        await Doorman(stranger, a_door(), Books().record).listen(asyncio.Event())
    await stranger.session.close()


async def test_a_port_that_is_taken_is_told(bot: Bot) -> None:
    door = a_door()
    async with opened(bot, door, Books()):
        with pytest.raises(OSError):
            await Doorman(bot, door, Books().record).listen(asyncio.Event())


async def _known(emulator: Emulator, door: Door) -> None:
    async with asyncio.timeout(20):
        while not any(call.status == 200 for call in emulator.log("setWebhook")):
            await asyncio.sleep(0.01)
