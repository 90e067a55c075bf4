"""`guichet run`: channels in, desk, clock, couriers out, until it is told to stop; `--once` handles all that waits, then ends."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from config.errors import GuichetError
from guichet.clock import now_utc
from guichet.line import Line, WayIn
from guichet.opening import Premises
from guichet.running import BEAT, Running, moment

LOG = logging.getLogger("guichet")
ROUND = timedelta(seconds=20)
LONGEST_WAIT = 300.0  # seconds before a channel that failed is listened to again
ONCE_ROUNDS = 1000  # a bound on `--once`, which ends when nothing is left to do


class Silent(GuichetError):
    """{channel} does not answer: {reason}"""


async def run(premises: Premises, *, once: bool = False) -> None:
    """Run until SIGTERM or Ctrl-C; with `once`, until nothing is left to do."""
    running = Running(premises)
    try:
        await running.open()
        await (_once(running) if once else _for_good(running))
    finally:
        await running.close()


async def _once(running: Running) -> None:
    if not await running.take_duty():
        LOG.warning("another process is on duty for this database: it asks for messages and delivers; this one only answers")
    silent = [reason for line in running.lines if (reason := await _drain(running, line))]
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


async def _drain(running: Running, line: Line) -> GuichetError | None:
    """Record what waits on a channel; what went wrong is given back, so that the other channels are served all the same."""
    try:
        for way_in in (*line.doors, *(line.ears if running.on_duty.is_set() else ())):
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
            tasks.create_task(running.watch())
            tasks.create_task(_keep(running, running.answer, running.heard))
            for courier in running.couriers:
                tasks.create_task(_keep(running, partial(running.deliver_by, courier), courier.wake))
            for line in running.lines:
                for door in line.doors:
                    tasks.create_task(_listen(running.stop, line.name, door))
                for ear in line.ears:
                    tasks.create_task(_listen_on_duty(running, line.name, ear))
    finally:
        clock.shutdown(wait=False)
    LOG.info("guichet is closed")


async def _listen_on_duty(running: Running, name: str, ear: WayIn) -> None:
    """Ask for messages as long as this process is on duty: two that ask would take them from each other."""
    while not running.stop.is_set():
        await moment(running.stop, running.on_duty)
        if running.on_duty.is_set():
            await _listen(running.off_duty, name, ear)


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
            await moment(stop, seconds=wait)
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
            await moment(running.stop, wake, seconds=BEAT)
