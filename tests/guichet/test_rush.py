"""A thousand updates from two hundred chats while the process is killed again and again: all answered, each offer once, in order.

`make test-kill` prints a line of figures for each.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.guichet.fork import fork_to
from tests.guichet.running import TOKEN, TRACEBACK, Books, Program, command, telegram_settings, until
from tests.guichet.rush import SAYS, Chat, chats, check, person
from tests.postgres import free_port, fresh_database
from tests.tgemu import Emulator

pytestmark = pytest.mark.kill
SEED = 5150
KILLS = 5
FAST = {"GUICHET_TELEGRAM_PACE": "1000/100", "GUICHET_SECRET_KEY": "a key for all processes"}


@dataclass
class Rush:
    """The emulator, the books, and the processes that share them."""

    telegram: Emulator
    books: Books
    everybody: list[Chat]
    programs: list[Program]
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    kills: int = 0

    async def speak(self) -> None:
        """Everybody speaks, within some seconds."""
        for number, chat in enumerate(self.everybody):
            chat.speak(person(self.telegram, number))
            await asyncio.sleep(self.chance.uniform(0, 0.03))

    async def kill(self) -> None:
        """Once the first process has done some more."""
        [program, *_] = self.programs
        before = len(self.books.outbox("sent"))
        more = before + self.chance.randrange(1, 150)
        await until(lambda: len(self.books.outbox("sent")) >= more or self.done(), "some answers", step=0.01)
        program.kill()
        self.kills += 1

    def done(self) -> bool:
        """Whether everybody has been answered."""
        return len(self.books.inbox("done")) == SAYS * len(self.everybody) and self.books.idle("telegram")


@pytest.fixture
async def rush(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Rush]:
    way = request.param
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(Emulator(TOKEN, retry_scale=0.05))
        url = fresh_database(request.getfixturevalue("postgres")) if way == "two" else f"sqlite:///{tmp_path / 'g.db'}"
        environ = {"GUICHET_DATABASE_URL": url, **telegram_settings(telegram.url), **FAST}
        ports = [free_port() for _ in range(2 if way == "two" else 1)]
        made = command("db", "upgrade", environ=environ, folder=tmp_path)
        assert made.returncode == 0, made.stderr.decode()
        fork = await stack.enter_async_context(fork_to(*ports))
        programs = []
        for port in ports:
            (folder := tmp_path / str(port)).mkdir()
            hook = {
                "GUICHET_TELEGRAM_WEBHOOK": f"http://127.0.0.1:{fork.port}/telegram",
                "GUICHET_TELEGRAM_LISTEN": f"127.0.0.1:{port}",
            }
            programs.append(stack.enter_context(Program(environ | (hook if way != "polling" else {}), folder)))
        books = Books(url)
        stack.callback(books.close)
        yield Rush(telegram, books, chats(40 if way == "two" else 200), programs)


@pytest.mark.parametrize("rush", ["polling", "webhook"], indirect=True)
async def test_killed_in_a_rush_it_answers_everybody_once_and_in_order(rush: Rush, capsys: pytest.CaptureFixture[str]) -> None:
    [program], began = rush.programs, time.monotonic()
    speaking = asyncio.create_task(rush.speak())
    for _ in range(KILLS):
        program.start()
        await rush.kill()
    await program.open()
    await speaking
    await until(rush.done, "everybody is answered", 120, step=0.1)
    assert await program.terminate() == 0
    assert TRACEBACK not in program.log_file.read_text(encoding="utf-8")
    said = check(rush.telegram, rush.books, rush.everybody)
    with capsys.disabled():
        print(f"\n{rush.kills} kills, {said}, {time.monotonic() - began:.0f} s")


@pytest.mark.parametrize("rush", ["two"], indirect=True)
async def test_of_two_processes_on_postgresql_one_is_killed_and_order_is_kept(
    rush: Rush, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = rush.programs
    await first.open()
    await first.says("this process is on duty")
    await second.open()
    speaking = asyncio.create_task(rush.speak())
    await rush.kill()
    await second.says("this process is on duty")
    await speaking
    await until(rush.done, "everybody is answered", 120, step=0.1)
    assert await second.terminate() == 0
    assert TRACEBACK not in second.log_file.read_text(encoding="utf-8")
    said = check(rush.telegram, rush.books, rush.everybody)
    with capsys.disabled():
        print(f"\none of two processes killed, {said}")
