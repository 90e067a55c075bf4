"""Two ends of a correspondence in tests: an assistant with its own desk and database, and robots that answer whatever comes."""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from sqlalchemy import Engine, select

from core.database import transaction
from core.post.inbound import Arrival, Inbound
from core.post.inbox import record
from core.post.outbox import Outgoing, due, mark_sent
from core.post.parcel import Parcel
from dialogs.desk import Desk
from dialogs.pole.rounds import make_rounds
from mail.accounts import MailIdentity
from mail.leaving.compose import compose, message_id
from mail.read import read_letter
from tests.builders import NOW, a_database, a_house

GESTURES = ("Auto-Submitted", "X-Auto-Response-Suppress", "List-Unsubscribe", "Precedence")
Robot = Callable[[EmailMessage, int], bytes | None]


@dataclass
class Office:
    """An assistant at one address: real desk, real database, real letters in and out."""

    address: str
    now: datetime = NOW
    plus: bool = True
    authserv: tuple[str, ...] = ()
    engine: Engine = None  # type: ignore[assignment]  # a new SQLite file when none is given

    def __post_init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.engine = self.engine or a_database(Path(self._folder.name))
        self.house = a_house(GUICHET_MAIL_ADDRESS=self.address)
        self.identity = MailIdentity(self.address, "Pôle de stages", self.plus, self.house.key)
        self.sent: list[bytes] = []
        self.parcels: list[Parcel] = []

    def hear(self, raw: bytes, later: timedelta = timedelta(seconds=8)) -> Inbound:
        """A letter arrives and is dealt with."""
        self.now += later
        inbound = read_letter(raw, own_address=self.address, received=self.now, authserv=self.authserv)
        with transaction(self.engine) as session:
            record(session, [Arrival(inbound, raw)], self.now)
        self.work()
        return inbound

    def chat(self, key: str, text: str, later: timedelta) -> None:
        """A message on Telegram arrives and is dealt with."""
        self.now += later
        with transaction(self.engine) as session:
            record(session, [Arrival(Inbound("telegram", key, "7", self.now, text=text), b"{}")], self.now)
        self.work()

    def work(self) -> None:
        """Deal with all that waits, by a desk that remembers nothing."""
        desk = Desk(self.engine, self.house)
        while desk.work(self.now):
            pass

    def letters(self) -> list[bytes]:
        """What leaves now by mail, on the wire, oldest first; it counts as sent."""
        with transaction(self.engine) as session:
            parcels = due(session, "email", self.now, 100)
            for parcel in parcels:
                mark_sent(session, parcel.id, self.now, message_id(parcel, self.identity))
            leaving = [compose(parcel, sender=self.identity, date=self.now) for parcel in parcels]
        self.sent += leaving
        self.parcels += parcels
        return leaving

    def rows(self) -> list[Outgoing]:
        """The outbox."""
        with transaction(self.engine) as session:
            return list(session.scalars(select(Outgoing).order_by(Outgoing.id)))

    def make_rounds(self) -> None:
        """What is due by the clock."""
        with transaction(self.engine) as session:
            make_rounds(session, self.house, self.now)

    def close(self) -> None:
        """End of the test."""
        self.engine.dispose()
        self._folder.cleanup()


def opened(raw: bytes) -> EmailMessage:
    """A letter as a program reads it."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def words_of(raw: bytes) -> str:
    """The plain text of a letter, with plain spaces."""
    body = opened(raw).get_body(("plain",))
    assert body
    return str(body.get_content()).replace("\u00a0", " ")


def without_gestures(raw: bytes) -> bytes:
    """The letter as a relay passes it on that drops every header by which robots know each other, and our Message-ID."""
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = re.sub(rb"\r\n[ \t]+", b" ", head).split(b"\r\n")
    dropped = tuple(name.lower().encode() for name in (*GESTURES, "Message-ID", "In-Reply-To", "References"))
    return b"\r\n".join(line for line in lines if not line.lower().startswith(dropped)) + b"\r\n\r\n" + body


def correspond(office: Office, first: bytes, robot: Robot, *, later: timedelta = timedelta(seconds=8), most: int = 60) -> int:
    """Letters that the assistant writes to a robot that answers each of them; it never writes as many as `most`."""
    written, inbox = 0, [first]
    while inbox and written < most:
        office.hear(inbox.pop(0), later)
        for letter in office.letters():
            written += 1
            answer = robot(opened(letter), written)
            inbox += [answer] if answer else []
    return written


def converse(one: Office, other: Office, first: bytes, way: Callable[[bytes], bytes], most: int = 60) -> int:
    """Letters that two assistants write to each other after a first one to `one`."""
    written, waiting = 0, [(one, first)]
    while waiting and written < most:
        office, letter = waiting.pop(0)
        one.now = other.now = max(one.now, other.now)
        office.hear(letter)
        for answer in office.letters():
            written += 1
            if written > 1 or other.address in str(opened(answer)["To"]):
                waiting.append((other if office is one else one, way(answer)))
    return written
