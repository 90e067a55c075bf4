"""Deliver what is due: take parcels from the outbox, hand them to their channel, write down what came of it."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta

from core.database import transaction
from core.post.masked import masked_text
from core.post.outbox import Outgoing, due, hasten, mark_all_sent, mark_failed, mark_later, postpone
from core.post.parcel import Carrier, NotYet, Parcel, Refused, TryLater, Unreachable
from dialogs.post.promptness import softened
from dialogs.post.redirect import redirect
from guichet.clerk import Clerk
from guichet.opening import Premises
from guichet.together import Together

LOG = logging.getLogger("guichet.courier")
BATCH = 60
MOST = 240  # addresses under way at once
PATIENCE = 0.5  # seconds until the next batch is looked at, although some of the last is under way
SHORTLY = 60.0  # seconds
SOON = 30.0  # seconds after an error that the channel does not explain


class Courier:
    """One channel's way out. Different addresses side by side, one address in order; who is slow holds nobody else up."""

    def __init__(self, channel: str, carrier: Carrier, clerk: Clerk, *, premises: Premises, now: Callable[[], datetime]):
        self.channel, self.carrier, self.clerk, self.now = channel, carrier, clerk, now
        self.engine, self.house = premises.engine, premises.house
        self.wake = asyncio.Event()  # something may be due
        self._marks = Together(self._mark)  # of what has left
        self.under_way: dict[str, asyncio.Task[None]] = {}  # address -> its letters
        self._stuck: set[int] = set()  # parcels that a passing fault has put off since one got through
        self._again: set[int] = set()  # those that were hastened since: another fault is theirs, not the channel's
        self.paced_until: datetime | None = None  # when the last of those whose turn comes shortly may leave

    async def deliver(self) -> int:
        """Deliver what is due now, in PATIENCE seconds; how many parcels were tried or are under way still."""
        room = min(BATCH, self.carrier.room(), MOST - len(self.under_way))
        parcels = await self.clerk.do(self._due, room) if room > 0 else []
        rounds: dict[str, list[Parcel]] = defaultdict(list)
        for parcel in parcels:
            rounds[parcel.address].append(parcel)
        for address, one in rounds.items():
            self.under_way[address] = asyncio.create_task(self._deliver_in_order(one))
        if not self.under_way:
            return 0
        await asyncio.wait(self.under_way.values(), timeout=PATIENCE)
        return max(len(parcels), self._gather())

    async def finish(self, seconds: float) -> None:
        """Wait so long for what is under way, then leave it: it is tried again at the next start."""
        if self.under_way:
            await asyncio.wait(self.under_way.values(), timeout=seconds)
            for task in self.under_way.values():
                task.cancel()
            await asyncio.wait(self.under_way.values())

    def _gather(self) -> int:
        """Forget the rounds that are done, raising what went wrong in one; how many go on."""
        done = {address: task for address, task in self.under_way.items() if task.done()}
        self.under_way = {address: task for address, task in self.under_way.items() if address not in done}
        for task in done.values():
            task.result()
        return len(self.under_way)

    def _due(self, room: int) -> list[Parcel]:
        now = self.now()
        with transaction(self.engine) as session:
            parcels = due(session, self.channel, now, room, tuple(self.under_way))
        return [softened(parcel, now, self.house.territory) for parcel in parcels]

    async def _deliver_in_order(self, parcels: list[Parcel]) -> None:
        for parcel in parcels:
            if not await self._deliver(parcel):
                return

    async def _deliver(self, parcel: Parcel) -> bool:
        try:
            remote = await self.carrier.send(parcel)
        except (Unreachable, Refused) as error:
            LOG.warning("parcel %s: %s", parcel.id, masked_text(str(error)))
            self._own_fault(parcel)
            await self.clerk.write_down(self._failed, parcel, error)
            return True
        except NotYet as error:
            self._own_fault(parcel)
            await self._put_off(parcel, error)
            return False
        except Exception as error:  # whatever breaks on the wire, the parcel is kept and tried again
            after = error.after if isinstance(error, TryLater) else SOON
            LOG.warning("parcel %s is tried again in %.0f s at least: %s", parcel.id, after, masked_text(str(error)))
            await self.clerk.write_down(self._later, parcel, after, str(error))
            if after > SHORTLY:
                self._own_fault(parcel)
            else:
                self._stuck |= {parcel.id} - self._again
            return False
        await self._marks.record([(parcel.id, remote)])
        self._again.discard(parcel.id)
        await self._hasten()
        return True

    def _own_fault(self, parcel: Parcel) -> None:
        """What became of it has its own reason, and its own time: it is not hastened with the others."""
        self._stuck.discard(parcel.id)
        self._again.discard(parcel.id)

    async def _hasten(self) -> None:
        """One got through: those that a fault of the channel has put off are tried at once, each a single time."""
        stuck, self._stuck = self._stuck, set()
        if stuck:
            self._again |= stuck
            await self.clerk.write_down(self._sooner, stuck)
            self.wake.set()

    def _sooner(self, parcels: set[int]) -> None:
        with transaction(self.engine) as session:
            hasten(session, parcels, self.now())

    async def _put_off(self, parcel: Parcel, error: NotYet) -> None:
        LOG.debug("parcel %s: %s", parcel.id, error)
        if error.after <= SHORTLY:
            turn = self.now() + timedelta(seconds=error.after)
            self.paced_until = max(turn, self.paced_until or turn)
        await self.clerk.write_down(self._postponed, parcel, error)

    def _postponed(self, parcel: Parcel, error: NotYet) -> None:
        with transaction(self.engine) as session:
            postpone(session, parcel.id, self.now(), error.after, str(error))

    async def _mark(self, left: list[tuple[int, str | None]]) -> None:
        await self.clerk.write_down(self._sent, left)

    def _sent(self, left: list[tuple[int, str | None]]) -> None:
        with transaction(self.engine) as session:
            mark_all_sent(session, left, self.now())

    def _later(self, parcel: Parcel, after: float, error: str) -> None:
        with transaction(self.engine) as session:
            if not mark_later(session, parcel.id, self.now(), after, error):  # given up here: the person may have another way
                redirect(session, self.house.as_said(session), session.get_one(Outgoing, parcel.id), dead=False, now=self.now())

    def _failed(self, parcel: Parcel, error: Unreachable | Refused) -> None:
        with transaction(self.engine) as session:
            row = mark_failed(session, parcel.id, str(error))
            redirect(session, self.house.as_said(session), row, dead=isinstance(error, Unreachable), now=self.now())
