"""A real relay that cannot deliver: its report comes back to the mailbox, names the letter by its envelope, and is followed."""

import asyncio
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from core.agenda.records import Matter
from core.database import transaction
from core.people.records import Address
from core.post.bookmarks import Mark, keep_mark, mark_of
from core.post.inbound import Arrival
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from mail.accounts import ImapAccount, SmtpAccount
from mail.arriving.receive import Mailbox
from mail.leaving.send import Postman
from tests.correspondents import Office
from tests.mail.builders import a_letter
from tests.mail.system_servers import HOST, DovecotStack, PostfixStack

PATIENCE = 30.0  # seconds in which a relay reports
OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"


class Ledger:
    """The office's own database, as in service."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def mark(self, place: str) -> Mark | None:
        """How far this place has been read."""
        with transaction(self.office.engine) as session:
            return mark_of(session, place)

    def keep(self, arrivals: list[Arrival], place: str, mark: Mark) -> None:
        """Letters and mark in one commit."""
        with transaction(self.office.engine) as session:
            record(session, arrivals, self.office.now)
            keep_mark(session, place, mark)


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[DovecotStack, PostfixStack]]:
    with DovecotStack() as dovecot, PostfixStack(dovecot) as postfix:
        yield dovecot, postfix


async def send(office: Office, port: int) -> None:
    """What is due leaves by the relay."""
    office.letters()
    postman = Postman(SmtpAccount(HOST, port, security="none"), office.identity)
    for parcel in office.parcels:
        await postman.send(parcel)
    await postman.close()


def await_report(office: Office, port: int) -> Incoming:
    """Read the mailbox until the report is there, and deal with it."""
    box = Mailbox(ImapAccount(HOST, port, office.address.partition("@")[0], "test", "none"), office.address, Ledger(office))
    until = time.monotonic() + PATIENCE
    while not box.drain():
        assert time.monotonic() < until, "the relay reports nothing"
        time.sleep(0.1)
    box.close()
    office.work()
    with transaction(office.engine) as session:
        row = session.scalars(select(Incoming).order_by(Incoming.id.desc())).first()
        assert row and row.inbound
        return row


@pytest.mark.parametrize(("domain", "dead", "status", "matters"), [("gone", True, "failed", 1), ("full", False, "waiting", 0)])
def test_what_postfix_returns_is_followed(
    servers: tuple[DovecotStack, PostfixStack], domain: str, dead: bool, status: str, matters: int
) -> None:
    dovecot, postfix = servers
    office = Office(f"{domain}@pole.example")  # a mailbox each
    office.hear(a_letter(OFFER, From=f"dany@{domain}.example"))
    asyncio.run(send(office, postfix.smtp_port))
    report = await_report(office, dovecot.imap_port).inbound
    assert (report.kind, len(report.marks)) == ("bounce", 1)
    with transaction(office.engine) as session:
        assert (session.scalars(select(Address.dead_at)).one() is not None) is dead
        assert session.scalars(select(Outgoing.status)).one() == status
        assert len(session.scalars(select(Matter)).all()) == matters
    office.close()
