"""Faults on demand, load, and the emulator in another process."""

import asyncio
import json
import sys
import time
from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from tests.tgemu import Emulator, Remote
from tests.tgemu.calling import KEY, call
from tests.tgemu.echo import polling

ROOT = Path(__file__).parent.parent.parent


async def test_fault_statuses(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("x")
    emulator.fault("sendMessage", status=429, retry_after=3)
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(7, "a")
    assert flood.value.retry_after == 3
    emulator.fault(status=500, description="Internal Server Error")
    with pytest.raises(TelegramServerError):
        await bot.send_message(7, "b")
    emulator.fault("sendMessage", status=502, html=True)
    with pytest.raises(ClientDecodeError):
        await bot.send_message(7, "c")
    assert emulator.user(7).texts() == []
    assert (await bot.send_message(7, "d")).text == "d"
    outcomes = [(call.status, call.fault) for call in emulator.log("sendMessage")]
    assert outcomes == [(429, "status"), (500, "status"), (502, "status"), (200, "")]


async def test_fault_cut_connection(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("x")
    for when, texts in (("before", []), ("after", ["a"])):
        emulator.fault("sendMessage", drop=when)
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(7, "a")
        assert emulator.user(7).texts() == texts
    emulator.fault("sendMessage", status=500, executed=True)
    with pytest.raises(TelegramServerError):
        await bot.send_message(7, "b")
    assert emulator.user(7).texts() == ["a", "b"]


async def test_fault_slow_and_one_chat(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("x")
    emulator.user(8).send("x")
    emulator.fault("sendMessage", delay=0.3, chat_id=8)
    begun = time.monotonic()
    await bot.send_message(7, "a")
    assert time.monotonic() - begun < 0.2
    await bot.send_message(8, "a")
    assert time.monotonic() - begun > 0.3
    emulator.fault("sendMessage", delay=2)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(7, "a", request_timeout=1)


async def test_flood(emulator: Emulator) -> None:
    emulator.flood(chat=1, chat_burst=2, overall=1000, overall_burst=1000)
    emulator.user(7).send("x")
    outcomes = [(await call(emulator, "sendMessage", chat_id=7, text="x")).get("parameters") for _ in range(5)]
    assert outcomes[:2] == [None, None] and outcomes[-1] == {"retry_after": 1}
    emulator.flood(chat=1000, chat_burst=1000, overall=30, overall_burst=10)
    emulator._due.clear()
    for id in range(100, 130):
        emulator.user(id).send("x")
    refused = [(await call(emulator, "sendMessage", chat_id=id, text="x")).get("error_code") for id in range(100, 130)]
    assert refused.count(429) > 5


async def test_random_faults_repeat_with_the_seed() -> None:
    async def run() -> list[int]:
        async with Emulator(seed=3) as emulator:
            emulator.user(7).send("x")
            emulator.fault("sendMessage", status=500, rate=0.5, times=1000)
            return [(await call(emulator, "sendMessage", chat_id=7, text="x")).get("error_code", 200) for _ in range(20)]

    first = await run()
    assert first == await run() and set(first) == {200, 500}


async def test_load_closed_and_open(emulator: Emulator, bot: Bot) -> None:
    async with polling(bot):
        closed = await emulator.load(200, 20, window=1, echo=True)
        assert closed["answered"] == 200 and closed["misordered"] == 0 and closed["refused"] == 0
        paced = await emulator.load(40, 10, rate=100)
        assert 0.35 < paced["seconds"] < 0.8 and paced["answered"] == 40
    stuck = await emulator.load(10, 2, timeout=0.2)
    assert stuck["answered"] == 0


async def test_command_line_and_remote() -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.tgemu", cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    url = (await process.stdout.readline()).decode().strip()
    try:
        emulator = Remote(url)
        anna = emulator.user(7, first_name="Anna", language_code="en")
        await anna.send("bonjour")
        async with aiohttp.ClientSession() as http, http.post(f"{url}/bot42:TEST/getUpdates", json={}) as answer:
            [update] = (await answer.json())["result"]
        assert update["message"]["from"]["language_code"] == "en"
        await emulator.fault("sendMessage", status=429, retry_after=1)
        form = aiohttp.FormData({"chat_id": "7", "text": "x", "reply_markup": json.dumps(KEY)})
        async with aiohttp.ClientSession() as http:
            for expected in (429, 200):
                async with http.post(f"{url}/bot42:TEST/sendmessage", data=form()) as answer:
                    assert answer.status == expected
        assert (await anna.wait())[0]["reply_markup"] == KEY
        assert (await anna.press("a"))["data"] == "x" * 64
        assert [c["status"] for c in await emulator.log("sendMessage")] == [429, 200]
        with pytest.raises(RuntimeError, match="LookupError"):
            await anna.press("none such")
        with pytest.raises(RuntimeError, match="TimeoutError"):
            await anna.wait(5, timeout=0.1)
    finally:
        process.terminate()
        await process.wait()
