"""`guichet run`: channels in, desk, clock, couriers out, until it is told to stop; `--once` handles all that waits, then ends."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.orm import Session

from config.errors import GuichetError, SettingsInvalid
from core.database import transaction
from core.post.inbound import Arrival
from core.post.inbox import record
from dialogs.pole.rounds import make_rounds
from guichet.channels import Line, WayIn, open_lines
from guichet.clerk import Clerk
from guichet.clock import now_utc
from guichet.courier import Courier
from guichet.opening import Premises

LOG = logging.getLogger("guichet")
T = TypeVar("T")
BEAT = 1.0  # seconds after which waiting work is looked at, even if nothing woke us
BATCH = 8  # messages answered by one commit: what has left meanwhile is marked as sent between two of them
ROUND = timedelta(seconds=20)
LONGEST_WAIT = 300.0  # seconds before a channel that failed is listened to again
GRACE = 10.0  # seconds for what is on the wire when we are told to stop
ONCE_ROUNDS = 1000  # a bound on `--once`, which ends when nothing is left to do
NO_CHANNEL = (
    "nothing is configured: set GUICHET_TELEGRAM_TOKEN, or GUICHET_MAIL_ADDRESS with GUICHET_SMTP_HOST and GUICHET_IMAP_HOST"
)


class Silent(GuichetError):
    """{channel} does not answer: {reason}"""


class Running:
    """Everything that runs, and the events that wake it."""

    def __init__(self, premises: Premises):
        self.premises, self.clerk = premises, Clerk()
        self.stop, self.heard = asyncio.Event(), asyncio.Event()
        self.loop = asyncio.get_running_loop()
        self.lines: list[Line] = []
        self.couriers: list[Courier] = []

    async def open(self) -> None:
        """Open the channels."""
        self.lines = await open_lines(self.premises, self.record, self.write_down_now, self.wake)
        if not self.lines:
            raise SettingsInvalid(where="run", reason=NO_CHANNEL)
        self.couriers = [Courier(line.name, line.carrier, self.clerk, premises=self.premises, now=now_utc) for line in self.lines]

    async def record(self, arrivals: list[Arrival]) -> None:
        """Keep what was heard, durably; only then may a channel acknowledge it."""
        await self.clerk.write_down(self._record, arrivals)
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
        """Deliver what is due on every channel; how many parcels were tried."""
        return sum(await asyncio.gather(*(courier.deliver() for courier in self.couriers)))

    async def make_rounds(self) -> int:
        """Do what is due by the clock."""
        done = await self.clerk.do(self._rounds)
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
        self.premises.close()


async def run(premises: Premises, *, once: bool = False) -> None:
    """Run until SIGTERM or Ctrl-C; with `once`, until nothing is left to do."""
    running = Running(premises)
    try:
        await running.open()
        await (_once(running) if once else _for_good(running))
    finally:
        await running.close()


async def _once(running: Running) -> None:
    silent = [reason for line in running.lines if (reason := await _drain(line))]
    for _ in range(ONCE_ROUNDS):
        done = [await running.make_rounds(), await running.answer(), await running.deliver()]
        if not any(done) and not await rest(running):
            break
    if silent:
        raise silent[0]


async def rest(running: Running) -> bool:
    """Wait a moment where letters are only waiting for their turn; False when there are none."""
    if all(courier.paced_until is None or courier.paced_until < now_utc() for courier in running.couriers):
        return False
    await asyncio.sleep(BEAT)
    return True


async def _drain(line: Line) -> GuichetError | None:
    """Record what waits on a channel; what went wrong is given back, so that the other channels are served all the same."""
    try:
        for way_in in line.ways_in:
            await way_in.drain()
    except GuichetError as error:
        return error
    except Exception as error:
        return Silent(channel=line.name, reason=" ".join(str(error).split())[:300] or type(error).__name__)
    return None


async def _for_good(running: Running) -> None:
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, running.stop.set)
    clock = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1})
    clock.add_job(running.make_rounds, "interval", seconds=ROUND.total_seconds(), next_run_time=now_utc())
    clock.start()
    LOG.info("guichet is open: %s", ", ".join(line.name for line in running.lines))
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_keep(running, running.answer, running.heard))
            for courier in running.couriers:
                tasks.create_task(_keep(running, courier.deliver, courier.wake))
            for line in running.lines:
                for way_in in line.ways_in:
                    tasks.create_task(_listen(running.stop, line.name, way_in))
    finally:
        clock.shutdown(wait=False)
    LOG.info("guichet is closed")


async def _listen(stop: asyncio.Event, name: str, way_in: WayIn) -> None:
    """Listen until told to stop. A channel that fails is told and tried again, 1 s to 5 minutes later; the others go on."""
    wait, clock = 1.0, asyncio.get_running_loop().time
    while not stop.is_set():
        began = clock()
        try:
            await way_in.listen(stop)
        except Exception as error:
            wait = 1.0 if clock() - began > LONGEST_WAIT else wait
            unforeseen = None if isinstance(error, GuichetError) else error
            LOG.error("%s has failed, tried again in %.0f s: %s", name, wait, error, exc_info=unforeseen)
            await _wait(stop, seconds=wait)
            wait = min(2 * wait, LONGEST_WAIT)


async def _keep(running: Running, work: Callable[[], Awaitable[int]], wake: asyncio.Event) -> None:
    """Work as long as there is work; then wait for news, a second at most; whatever fails is told and tried again."""
    while not running.stop.is_set():
        wake.clear()
        try:
            done = await work()
        except Exception:
            LOG.exception("%s failed, trying again", getattr(work, "__name__", "work"))
            done = 0
        if not done:
            await _wait(running.stop, wake, seconds=BEAT)


async def _wait(*events: asyncio.Event, seconds: float) -> None:
    """Until one of these, or so many seconds."""
    waiting = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()
