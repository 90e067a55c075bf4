"""SIGKILL while messages arrive on both channels: nothing is lost, nothing is done twice, and the rest is said again at most.

The moments are seen from outside (the emulator's log, the bytes of IMAP, an SMTP server that does not answer): the code has
no hook for them. `make test-kill` prints a line of figures.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.guichet.crowd import Crowd
from tests.guichet.employers import PLACES
from tests.guichet.passage import Passage, Trap, passage_to
from tests.guichet.running import TRACEBACK, until, words_of
from tests.guichet.town import Pymap, Town, mail_server, town
from tests.postgres import fresh_database

pytestmark = pytest.mark.kill
SEED = 974
ROUNDS = {"sqlite": 3, "postgresql": 1}  # of all the moments below; 9 kills a round
HANDED, SAYING, FETCHED, FLAGGING = "update handed over", "sendMessage held", "letter fetched", "letter not flagged"
DATA, FILED, TOLD, ANY = "DATA open", "digest due", "digest kept", "any time"


@dataclass
class Siege:
    """The process under fire, and the count of kills by moment."""

    town: Town
    passage: Passage
    crowd: Crowd
    chance: random.Random
    kills: Counter[str] = field(default_factory=Counter)
    opening: float = 3.0  # seconds that a start takes here
    under_way: int = 0  # people to whom something was being said when a kill came: each may hear that one message again

    def start(self) -> None:
        """Two more employers write, and the process starts."""
        self.crowd.join("telegram")
        self.crowd.join("email")
        self.crowd.go_on()
        self.town.program.start()

    def kill(self, moment: str) -> None:
        """Now."""
        self.town.program.kill()
        self.kills[moment] += 1
        self.under_way += len({row.address for row in self.town.books.outbox("waiting")})

    async def kill_when_an_update_is_handed_over(self) -> None:
        """The bot has the update; by asking with the next offset it would confirm it."""
        before = len(self.town.telegram.calls)
        self.start()
        await until(lambda: self._handed(before), HANDED, step=0.001)
        await asyncio.sleep(self.chance.choice((0, 0.002, 0.005, 0.01)))
        self.kill(HANDED if self._handed(before) else ANY)

    def _handed(self, before: int) -> bool:
        asked = [call for call in self.town.telegram.calls[before:] if call.method == "getUpdates"]
        return bool(asked and asked[-1].answer.get("result"))

    async def kill_while_a_message_is_sent(self) -> None:
        """Telegram has the message and shows it; the bot has no answer yet."""
        telegram, before = self.town.telegram, len(self.town.telegram.calls)
        telegram.fault("sendMessage", delay=5)
        self.start()
        await until(
            lambda: any(call.method == "sendMessage" and call.status for call in telegram.calls[before:]), SAYING, step=0.001
        )
        self.kill(SAYING)
        telegram.faults.clear()

    async def kill_at_a_letter(self, trap: Trap, moment: str) -> None:
        """The letter is here; it is not marked, so it will be fetched again."""
        self.passage.lay(trap)
        self.start()
        await until(lambda: self.passage.sprung, moment, step=0.001)
        self.kill(moment)
        self.passage.lay("")

    async def kill_while_data_is_open(self) -> None:
        """The relay has our letter and has not answered."""
        assert isinstance(self.town.mail, Pymap)
        stack = self.town.mail.stack
        before = stack.held
        stack.hold()
        self.start()
        await until(lambda: stack.held > before, DATA, step=0.001)
        self.kill(DATA)
        stack.release()

    async def kill_around_a_digest(self) -> None:
        """An offer that starts soon is filed; killed before its coordinator is told, and again once the letter is kept."""
        books = self.town.books
        employer = self.crowd.join("email", soon=True)
        self.start()
        await until(lambda: employer.phone in {offer.callback.phone for offer in books.offers()}, FILED)
        self.kill(FILED)
        before = len(books.digests())
        self.start()
        await until(lambda: len(books.digests()) > before, TOLD, step=0.005)
        self.kill(TOLD)

    async def kill_at_any_time(self) -> None:
        """From the first instant of the start until well into the work."""
        self.start()
        for _ in range(self.chance.randrange(3)):
            await asyncio.sleep(self.chance.uniform(0, self.opening * 0.7))
            self.crowd.go_on()
        self.kill(ANY)

    async def rest(self) -> None:
        """Left alone, it serves everybody."""

        def served() -> bool:
            self.crowd.go_on()
            return self.crowd.content() and self.town.books.idle()

        began = time.monotonic()
        await self.town.program.open()
        self.opening = time.monotonic() - began
        await until(served, "everybody is served", 120, step=0.2)
        assert await self.town.program.terminate() == 0


@pytest.fixture(params=list(ROUNDS))
async def siege(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Siege, int]]:
    url = f"sqlite:///{tmp_path / 'guichet.db'}"
    if request.param == "postgresql":
        url = fresh_database(request.getfixturevalue("postgres"))
    with mail_server("pymap") as server:
        async with passage_to(server.imap_port) as passage, town(url, tmp_path, server, passage.port) as place:
            yield Siege(place, passage, Crowd(place), random.Random(SEED)), ROUNDS[request.param]


async def test_killed_at_any_moment_it_files_each_offer_once(
    siege: tuple[Siege, int], capsys: pytest.CaptureFixture[str]
) -> None:
    siege, rounds = siege
    await siege.rest()
    for _ in range(rounds):
        await one_round(siege)
    await siege.rest()
    with capsys.disabled():
        print(f"\n{summary(siege)}")
    check_the_pool(siege)
    check_the_post(siege)
    check_the_digests(siege)
    assert TRACEBACK not in siege.town.program.log_file.read_text(encoding="utf-8")


async def one_round(siege: Siege) -> None:
    """Each moment once, the rest at any time."""
    await siege.kill_when_an_update_is_handed_over()
    await siege.kill_while_a_message_is_sent()
    await siege.kill_at_a_letter("fetched", FETCHED)
    await siege.kill_at_any_time()
    await siege.kill_at_a_letter("flagging", FLAGGING)
    await siege.kill_while_data_is_open()
    await siege.kill_around_a_digest()
    await siege.kill_at_any_time()


def check_the_pool(siege: Siege) -> None:
    """Each employer has filed one offer, as they said it."""
    filed = [(offer.callback.phone, offer.organisation.name, offer.draft.seats) for offer in siege.town.books.offers()]
    assert sorted(filed) == sorted((one.phone, one.name, one.seats) for one in siege.crowd.everybody)


def check_the_post(siege: Siege) -> None:
    """Every message was heard once, answered and delivered; nothing is parked, nothing was given up."""
    heard, said = siege.town.books.inbox(), siege.town.books.outbox()
    assert {row.status for row in heard} == {"done"}
    assert {row.status for row in said} == {"sent"}
    assert len(heard) == siege.crowd.messages
    answered = {int(row.key.split(":")[1]) for row in said if row.key.startswith("answer:")}
    assert answered == {row.id for row in heard}
    assert siege.crowd.repeats() <= siege.under_way


def check_the_digests(siege: Siege) -> None:
    """Each offer that starts soon was told once to its coordinator, whose letter has arrived."""
    soon = {one.phone for one in siege.crowd.everybody if one.soon}
    references = sorted(offer.reference for offer in siege.town.books.offers() if offer.callback.phone in soon)
    urgent = [occasion.split(":")[2] for occasion in siege.town.books.digests() if occasion.startswith("urgent:")]
    assert sorted(urgent) == references
    told = "\n".join(words_of(one) for _, address in PLACES for one in siege.town.mail.letters(address))
    assert [reference for reference in references if reference not in told] == []


def summary(siege: Siege) -> str:
    """What `make test-kill` is for."""
    moments = ", ".join(f"{count} {moment}" for moment, count in sorted(siege.kills.items()))
    crowd, books = siege.crowd, siege.town.books
    return (
        f"{siege.kills.total()} kills on {books.engine.dialect.name} ({moments}): {crowd.messages} messages of "
        f"{len(crowd.everybody)} employers, {len(books.offers())} offers, {crowd.repeats()} messages said again "
        f"(of {siege.under_way} under way)"
    )
