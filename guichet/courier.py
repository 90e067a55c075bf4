"""Deliver what is due: take parcels from the outbox, hand them to their channel, write down what came of it."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from core.database import transaction
from core.post.masked import masked_text
from core.post.outbox import Outgoing, due, mark_failed, mark_later, mark_sent
from core.post.parcel import Carrier, Parcel, Refused, TryLater, Unreachable
from dialogs.redirect import redirect
from guichet.clerk import Clerk
from guichet.opening import Premises

LOG = logging.getLogger("guichet.courier")
BATCH = 60
SOON = 30.0  # seconds after an error that the channel does not explain


class Courier:
    """One channel's way out. Different addresses side by side, one address in order."""

    def __init__(self, channel: str, carrier: Carrier, clerk: Clerk, *, premises: Premises, now: Callable[[], datetime]):
        self.channel, self.carrier, self.clerk, self.now = channel, carrier, clerk, now
        self.engine, self.house = premises.engine, premises.house
        self.wake = asyncio.Event()  # something may be due

    async def deliver(self) -> int:
        """Deliver what is due now; how many parcels were tried."""
        parcels = await self.clerk.do(self._due)
        rounds: dict[str, list[Parcel]] = defaultdict(list)
        for parcel in parcels:
            rounds[parcel.address].append(parcel)
        await asyncio.gather(*(self._deliver_in_order(one) for one in rounds.values()))
        return len(parcels)

    def _due(self) -> list[Parcel]:
        with transaction(self.engine) as session:
            return due(session, self.channel, self.now(), BATCH)

    async def _deliver_in_order(self, parcels: list[Parcel]) -> None:
        for parcel in parcels:
            if not await self._deliver(parcel):
                return

    async def _deliver(self, parcel: Parcel) -> bool:
        try:
            remote = await self.carrier.send(parcel)
        except (Unreachable, Refused) as error:
            LOG.warning("parcel %s: %s", parcel.id, masked_text(str(error)))
            await self.clerk.write_down(self._failed, parcel, error)
            return True
        except Exception as error:  # whatever breaks on the wire, the parcel is kept and tried again
            after = error.after if isinstance(error, TryLater) else SOON
            LOG.warning("parcel %s is tried again in %.0f s at least: %s", parcel.id, after, masked_text(str(error)))
            await self.clerk.write_down(self._later, parcel, after, str(error))
            return False
        await self.clerk.write_down(self._sent, parcel, remote)
        return True

    def _sent(self, parcel: Parcel, remote: str | None) -> None:
        with transaction(self.engine) as session:
            mark_sent(session, parcel.id, self.now(), remote)

    def _later(self, parcel: Parcel, after: float, error: str) -> None:
        with transaction(self.engine) as session:
            if not mark_later(session, parcel.id, self.now(), after, error):  # given up here: the person may have another way
                redirect(session, self.house, session.get_one(Outgoing, parcel.id), dead=False, now=self.now())

    def _failed(self, parcel: Parcel, error: Unreachable | Refused) -> None:
        with transaction(self.engine) as session:
            row = mark_failed(session, parcel.id, str(error))
            redirect(session, self.house, row, dead=isinstance(error, Unreachable), now=self.now())
