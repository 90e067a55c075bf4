"""The courier: a parcel that cannot leave is tried for long, then goes another way."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from config.settings import load_settings
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.people.records import Address
from core.post.outbox import TRIES, Message, Outgoing, post
from core.post.parcel import Block, Carrier, Parcel, TryLater
from guichet.clerk import Clerk
from guichet.clock import now_utc
from guichet.courier import Courier
from guichet.opening import Premises, open_premises
from guichet.run import Running, rest
from tests.builders import NOW

SPOILT = "3"


class Broken(Carrier):
    """A channel on which nothing leaves."""

    async def send(self, parcel: Parcel) -> str:
        raise OSError("the cable is out")


class Cable(Carrier):
    """A channel that comes back; one message breaks the server every time."""

    def __init__(self) -> None:
        self.out, self.after, self.heard = True, 5.0, list[str]()

    async def send(self, parcel: Parcel) -> str:
        if self.out or parcel.address == SPOILT:
            raise TryLater(self.after, "502")
        self.heard.append(parcel.address)
        return ""


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    return open_premises(load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}"}, tmp_path))


async def test_what_cannot_leave_at_all_goes_to_the_persons_other_address(premises: Premises) -> None:
    with transaction(premises.engine) as session:
        contact = meet(session, Doorstep("telegram", "7", "Dany"), NOW)
        address = Address(contact_id=contact.id, channel="email", address="dany@garage.example", heard_at=NOW + timedelta(days=1))
        session.add(address)
        post(session, Message("news", "telegram", "7", (Block("Bonjour"),)), NOW, contact_id=contact.id)
    clock = [NOW]
    clerk = Clerk()
    courier = Courier("telegram", Broken(), clerk, premises=premises, now=lambda: clock[0])
    for _ in range(TRIES):
        assert await courier.deliver() == 1
        clock[0] += timedelta(days=1)
    assert await courier.deliver() == 0
    clerk.close()
    with transaction(premises.engine) as session:
        rows = session.scalars(select(Outgoing).order_by(Outgoing.id)).all()
        assert [(row.channel, row.address, row.status) for row in rows] == [
            ("telegram", "7", "failed"),
            ("email", "dany@garage.example", "waiting"),
        ]


async def test_when_one_gets_through_those_that_the_outage_put_off_leave_at_once_and_the_spoilt_one_waits(
    premises: Premises,
) -> None:
    with transaction(premises.engine) as session:
        for chat in ("1", "2", SPOILT):
            post(session, Message(f"news:{chat}", "telegram", chat, (Block("Bonjour"),)), NOW)
    cable, clerk, clock = Cable(), Clerk(), [NOW]
    courier = Courier("telegram", cable, clerk, premises=premises, now=lambda: clock[0])
    for _ in range(6):
        await courier.deliver()
        clock[0] += timedelta(minutes=10)
    clock[0] -= timedelta(minutes=9)  # all have been tried a minute ago, and wait for their turn
    assert await courier.deliver() == 0
    cable.out = False
    with transaction(premises.engine) as session:
        post(session, Message("news:4", "telegram", "4", (Block("Bonjour"),)), NOW)
    for _ in range(3):
        await courier.deliver()
    assert cable.heard == ["4", "1", "2"]
    clerk.close()
    with transaction(premises.engine) as session:
        [spoilt] = session.scalars(select(Outgoing).where(Outgoing.status == "waiting"))
        assert (spoilt.address, spoilt.attempts) == (SPOILT, 7)


async def test_what_was_told_to_wait_for_an_hour_since_is_not_hastened(premises: Premises) -> None:
    with transaction(premises.engine) as session:
        post(session, Message("news:1", "telegram", "1", (Block("Bonjour"),)), NOW)
    cable, clerk, clock = Cable(), Clerk(), [NOW]
    courier = Courier("telegram", cable, clerk, premises=premises, now=lambda: clock[0])
    await courier.deliver()
    cable.after = 3600.0
    clock[0] += timedelta(minutes=10)
    await courier.deliver()
    cable.out = False
    with transaction(premises.engine) as session:
        post(session, Message("news:2", "telegram", "2", (Block("Bonjour"),)), NOW)
    clock[0] += timedelta(minutes=1)
    for _ in range(2):
        await courier.deliver()
    assert cable.heard == ["2"]
    clerk.close()


async def test_a_single_run_waits_for_letters_whose_turn_comes_shortly_and_no_longer(premises: Premises) -> None:
    running = Running(premises)
    running.couriers = [Courier("email", Broken(), running.clerk, premises=premises, now=now_utc)]
    assert not await rest(running)
    running.couriers[0].paced_until = now_utc() + timedelta(milliseconds=300)
    assert await rest(running)
    assert not await rest(running)
    running.clerk.close()
