"""Recorded before confirmed, whatever fails, over real HTTP."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from aiogram import Bot

from bot.client import Access, TokenRefused, open_bot
from bot.receive import NoAnswer, Receiver, arrivals, pause, utc_now
from core.post.inbound import Arrival
from tests.tgemu import Emulator


class Inbox:
    """What was recorded, and how often the disk fails first; `watch` is called just before a batch is safe."""

    def __init__(self, failures: int = 0, watch: Callable[[], Awaitable[None]] | None = None) -> None:
        self.batches: list[list[Arrival]] = []
        self.failures, self.watch = failures, watch

    async def record(self, batch: list[Arrival]) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        if self.watch:
            await self.watch()
        self.batches.append(batch)

    @property
    def texts(self) -> list[str]:
        return [arrival.inbound.text for batch in self.batches for arrival in batch]

    @property
    def keys(self) -> list[str]:
        return [arrival.inbound.key for batch in self.batches for arrival in batch]

    async def holds(self, count: int) -> None:
        async with asyncio.timeout(8):
            while len(self.texts) < count:
                await asyncio.sleep(0.01)


def a_receiver(bot: Bot, inbox: Inbox) -> Receiver:
    return Receiver(bot, inbox.record, patience=5, slowest=0.02)


@asynccontextmanager
async def receiving(bot: Bot, inbox: Inbox) -> AsyncIterator[asyncio.Task[None]]:
    stop = asyncio.Event()
    task = asyncio.create_task(a_receiver(bot, inbox).listen(stop))
    try:
        yield task
    finally:
        stop.set()
        await task


async def killed(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def offsets(emulator: Emulator) -> list[str | None]:
    return [call.params.get("offset") for call in emulator.log("getUpdates")]


async def test_a_batch_is_recorded_at_once_with_its_raw_bytes(emulator: Emulator, bot: Bot) -> None:
    for text in ("un", "deux", "trois"):
        emulator.user(7).send(text)
    inbox = Inbox()
    async with receiving(bot, inbox):
        await inbox.holds(3)
    [batch] = inbox.batches
    assert inbox.texts == ["un", "deux", "trois"]
    assert [json.loads(arrival.raw)["message"]["text"] for arrival in batch] == inbox.texts


async def test_nothing_is_confirmed_before_it_is_recorded(emulator: Emulator, bot: Bot) -> None:
    seen: list[tuple[int, list[str | None]]] = []

    async def watch() -> None:
        await asyncio.sleep(0.05)
        seen.append((len(emulator.pending), offsets(emulator)))

    emulator.user(7).send("un")
    inbox = Inbox(watch=watch)
    async with receiving(bot, inbox):
        await inbox.holds(1)
    assert seen == [(1, [None])] and not emulator.pending


async def test_a_batch_that_could_not_be_recorded_comes_again(emulator: Emulator, bot: Bot) -> None:
    for text in ("un", "deux"):
        emulator.user(7).send(text)
    inbox = Inbox(failures=2)
    async with receiving(bot, inbox):
        await inbox.holds(2)
    assert inbox.texts == ["un", "deux"]


async def test_a_receiver_killed_between_recording_and_confirming_hears_it_again(emulator: Emulator, bot: Bot) -> None:
    async def cut() -> None:
        emulator.fault("getUpdates", drop="before", times=999)

    emulator.user(7).send("un")
    inbox = Inbox(watch=cut)
    task = asyncio.create_task(a_receiver(bot, inbox).listen(asyncio.Event()))
    await inbox.holds(1)
    await killed(task)
    emulator.faults.clear()
    again = Inbox()
    assert await a_receiver(bot, again).drain() == 1 and again.keys == inbox.keys


async def test_a_receiver_killed_while_recording_loses_nothing(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("un")
    begun = asyncio.Event()

    async def never() -> None:
        begun.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(a_receiver(bot, Inbox(watch=never)).listen(asyncio.Event()))
    await begun.wait()
    await killed(task)
    inbox = Inbox()
    await a_receiver(bot, inbox).drain()
    assert inbox.texts == ["un"]


async def test_a_clean_stop_confirms_what_was_recorded(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("un")
    stop = asyncio.Event()

    async def ask_to_stop() -> None:
        stop.set()

    inbox = Inbox(watch=ask_to_stop)
    await a_receiver(bot, inbox).listen(stop)
    assert inbox.texts == ["un"] and not emulator.pending


async def test_a_stop_does_not_wait_for_the_long_poll(bot: Bot) -> None:
    async with asyncio.timeout(1), receiving(bot, Inbox()):
        await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 502, "html": True},
        {"status": 500},
        {"status": 409, "description": "Conflict: terminated by other getUpdates request"},
        {"status": 429, "description": "Too Many Requests"},
        {"drop": "before"},
        {"drop": "after"},
    ],
)
async def test_no_failure_of_telegram_ends_the_bot(emulator: Emulator, bot: Bot, fault: dict[str, object]) -> None:
    emulator.fault("getUpdates", times=3, **fault)
    emulator.user(7).send("un")
    inbox = Inbox()
    async with receiving(bot, inbox):
        await inbox.holds(1)
        emulator.user(7).send("deux")
        await inbox.holds(2)
    assert sorted(set(inbox.texts)) == ["deux", "un"]


async def test_a_flood_answer_is_waited_for_as_told(emulator: Emulator, bot: Bot) -> None:
    emulator.fault("getUpdates", status=429, retry_after=1)
    emulator.user(7).send("un")
    inbox = Inbox()
    async with receiving(bot, inbox):
        await inbox.holds(1)
    first, second, *_ = [call.at for call in emulator.log("getUpdates")]
    assert 1 <= second - first < 2


async def test_a_second_process_is_named_in_the_log(emulator: Emulator, bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    emulator.fault("getUpdates", status=409, description="Conflict: terminated by other getUpdates request")
    emulator.user(7).send("un")
    inbox = Inbox()
    with caplog.at_level(logging.ERROR):
        async with receiving(bot, inbox):
            await inbox.holds(1)
    assert "another process receives for this bot" in caplog.text


async def test_a_token_that_telegram_does_not_know_is_said_and_ends(emulator: Emulator) -> None:
    stranger = open_bot(Access("43:OTHER", emulator.url))
    with pytest.raises(TokenRefused, match="Unauthorized"):
        await a_receiver(stranger, Inbox()).listen(asyncio.Event())
    with pytest.raises(TokenRefused):
        await a_receiver(stranger, Inbox()).drain()
    await stranger.session.close()


async def test_draining_takes_all_that_waits_and_confirms_it(emulator: Emulator, bot: Bot) -> None:
    for number in range(250):
        emulator.user(7 + number % 9).send(str(number))
    inbox = Inbox()
    assert await a_receiver(bot, inbox).drain() == 250
    assert inbox.texts == [str(number) for number in range(250)] and not emulator.pending
    assert len(inbox.batches) == 3 and await a_receiver(bot, inbox).drain() == 0


async def test_draining_gives_up_when_nobody_answers(emulator: Emulator, bot: Bot) -> None:
    emulator.fault("getUpdates", status=502, html=True, times=99)
    with pytest.raises(NoAnswer):
        await a_receiver(bot, Inbox()).drain()
    assert len(emulator.log("getUpdates")) == 5


async def test_an_update_sent_twice_has_one_key(emulator: Emulator, bot: Bot) -> None:
    emulator.user(7).send("un", copies=2)
    inbox = Inbox()
    async with receiving(bot, inbox):
        await inbox.holds(2)
    assert len(set(inbox.keys)) == 1


async def test_after_a_silence_the_offset_hides_no_lower_ids(emulator: Emulator, bot: Bot) -> None:
    inbox = Inbox()
    receiver = a_receiver(bot, inbox)
    emulator.user(7).send("un")
    await receiver.drain()
    emulator._update_ids = iter([5])
    emulator.user(7).send("deux")
    await receiver.drain()
    assert inbox.texts == ["un", "deux"]


async def test_blocking_and_unblocking_are_received(emulator: Emulator, bot: Bot) -> None:
    anna = emulator.user(7)
    for blocked in (True, False):
        anna.block(blocked)
    inbox = Inbox()
    await a_receiver(bot, inbox).drain()
    assert [arrival.inbound.kind for batch in inbox.batches for arrival in batch] == ["blocked", "unblocked"]


async def test_half_an_emoji_can_be_stored() -> None:
    [arrival] = arrivals([{"update_id": 1, "message": {"chat": {"id": 7}, "text": "a\ud83d"}}], utc_now())
    assert arrival.inbound.text == "a" and json.loads(arrival.raw)["message"]["text"] == "a\ud83d"


def test_pauses_double_up_to_the_slowest() -> None:
    assert [pause(failures, 30) for failures in (1, 2, 3, 6, 9999)] == [1, 2, 4, 30, 30]
