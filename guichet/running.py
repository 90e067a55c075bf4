"""What runs: the clerk, the desk, the couriers, and the events that wake them; who is on duty, of several processes."""

import asyncio
import gc
import logging
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from config.errors import SettingsInvalid
from core.database import transaction
from core.duty import Duty
from core.post.inbound import Arrival
from core.post.inbox import record
from dialogs.pole.rounds import make_rounds
from guichet.channels import open_lines
from guichet.clerk import Clerk
from guichet.clock import now_utc
from guichet.courier import Courier
from guichet.line import Line
from guichet.opening import Premises
from guichet.together import Together

LOG = logging.getLogger("guichet")
T = TypeVar("T")
BEAT = 1.0  # seconds after which waiting work is looked at, even if nothing woke us
BATCH = 8  # messages answered by one commit: what has left meanwhile is marked as sent between two of them
RARELY = (50_000, 20, 50)  # objects until the collector comes: a fifth of the time of an answer went into it
GRACE = 10.0  # seconds for what is on the wire when we are told to stop
NO_CHANNEL = (
    "nothing is configured: set GUICHET_TELEGRAM_TOKEN, or GUICHET_MAIL_ADDRESS with GUICHET_SMTP_HOST and GUICHET_IMAP_HOST"
)


class Running:
    """Everything that runs, and the events that wake it."""

    def __init__(self, premises: Premises):
        self.premises, self.clerk = premises, Clerk()
        self.stop, self.heard = asyncio.Event(), asyncio.Event()
        self.duty, self.on_duty, self.off_duty = Duty(premises.engine), asyncio.Event(), asyncio.Event()
        self.together = Together(self._write_down)
        self.loop = asyncio.get_running_loop()
        self.lines: list[Line] = []
        self.couriers: list[Courier] = []

    async def open(self) -> None:
        """Open the channels. What is loaded by now stays for good: the collector need not look at it, nor come so often."""
        gc.freeze()
        gc.set_threshold(*RARELY)
        self.lines = await open_lines(self.premises, self.record, self.write_down_now, self.wake)
        if not self.lines:
            raise SettingsInvalid(where="run", reason=NO_CHANNEL)
        self.couriers = [Courier(line.name, line.carrier, self.clerk, premises=self.premises, now=now_utc) for line in self.lines]

    async def take_duty(self) -> bool:
        """Whether this process is on duty from now on."""
        held = await self.clerk.do(self.duty.held)
        (self.on_duty.set if held else self.on_duty.clear)()
        (self.off_duty.clear if held else self.off_duty.set)()
        return held

    async def watch(self) -> None:
        """Take the duty as soon as nobody has it, and keep it; when told to stop, what the duty alone does stops."""
        while not self.stop.is_set():
            try:
                await self.take_duty()
            except Exception:
                LOG.exception("the duty cannot be asked for, trying again")
            await moment(self.stop, seconds=BEAT)
        self.off_duty.set()

    async def record(self, arrivals: list[Arrival]) -> None:
        """Keep what was heard, durably; only then may a channel acknowledge it."""
        await self.together.record(arrivals)
        self.heard.set()

    def write_down_now(self, work: Callable[[Session], T]) -> T:
        """Work on the database in one transaction, from a channel's own thread; it is done next."""
        return self.clerk.write_down_now(self._commit, work)

    def _commit(self, work: Callable[[Session], T]) -> T:
        with transaction(self.premises.engine) as session:
            return work(session)

    def wake(self) -> None:
        """From a channel's own thread: there is something to be answered."""
        self.loop.call_soon_threadsafe(self.heard.set)

    async def _write_down(self, arrivals: list[Arrival]) -> None:
        await self.clerk.write_down(self._record, arrivals)

    def _record(self, arrivals: list[Arrival]) -> None:
        with transaction(self.premises.engine) as session:
            record(session, arrivals, now_utc())

    async def answer(self) -> int:
        """Answer a batch of what waits; how many."""
        answered = await self.clerk.do(self.premises.desk.work, now_utc(), BATCH)
        if answered:
            self.decided()
        return answered

    def decided(self) -> None:
        """Something is to be said: wake the couriers."""
        for courier in self.couriers:
            courier.wake.set()

    async def deliver(self) -> int:
        """Deliver what is due on every channel, when this process is on duty; how many parcels were tried."""
        return sum(await asyncio.gather(*(self.deliver_by(courier) for courier in self.couriers)))

    async def deliver_by(self, courier: Courier) -> int:
        """The same on one channel."""
        return await courier.deliver() if self.on_duty.is_set() else 0

    async def make_rounds(self) -> int:
        """Do what is due by the clock, when this process is on duty."""
        done = await self.clerk.do(self._rounds) if self.on_duty.is_set() else 0
        if done:
            self.decided()
        return done

    def _rounds(self) -> int:
        with transaction(self.premises.engine) as session:
            return make_rounds(session, self.premises.house, now_utc())

    async def close(self) -> None:
        """Finish what is under way, close the channels, finish what the clerk has begun."""
        await asyncio.gather(*(courier.finish(GRACE) for courier in self.couriers))
        for line in self.lines:
            try:
                await line.close()
            except Exception:
                LOG.exception("%s did not close cleanly", line.name)
        self.clerk.close()
        self.duty.leave()
        self.premises.close()


async def moment(*events: asyncio.Event, seconds: float | None = None) -> None:
    """Until one of these, or so many seconds."""
    waiting = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()
