"""On real servers: a letter is marked only when it is on record, and none is lost or read twice."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from imap_tools import MailBoxUnencrypted

from core.post.inbound import Arrival
from mail.accounts import ImapAccount
from mail.mime import MAX_BYTES
from mail.receive import Mailbox
from tests.mail.builders import OWN, a_letter
from tests.mail.servers import HOST, PASSWORD, PymapStack
from tests.mail.system_servers import DovecotStack

NUMBERS = itertools.count(1)


class Box:
    """A fresh mailbox on a server, with what was recorded from it."""

    def __init__(self, server: PymapStack | DovecotStack) -> None:
        self.server, self.user = server, f"boite{next(NUMBERS)}"
        server.add_user(self.user)
        self.recorded: list[Arrival] = []
        self.mailbox = self.reader(self.recorded.extend)

    def reader(self, record: Callable[[list[Arrival]], None]) -> Mailbox:
        account = ImapAccount(HOST, self.server.imap_port, self.user, PASSWORD, "none", timeout=20)
        return Mailbox(account, OWN, record)

    def deliver(self, text: str = "oui", **headers: str) -> None:
        self.server.deliver(a_letter(text, headers), f"{self.user}@pole.example")

    def flags(self) -> list[tuple[str, ...]]:
        with MailBoxUnencrypted(HOST, self.server.imap_port, timeout=20).login(self.user, PASSWORD) as other:
            return [one.flags for one in other.fetch(mark_seen=False, headers_only=True)]

    def seen(self) -> int:
        return sum("\\Seen" in flags for flags in self.flags())


@pytest.fixture
def box(imap: PymapStack | DovecotStack) -> Iterator[Box]:
    one = Box(imap)
    yield one
    one.mailbox.close()


def until(true: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def test_all_that_waits_is_recorded_then_marked(box: Box) -> None:
    box.deliver("un")
    box.deliver("deux")
    assert box.mailbox.drain() == 2
    assert [one.inbound.text for one in box.recorded] == ["un", "deux"]
    assert (box.seen(), box.mailbox.drain()) == (2, 0)


def test_the_raw_letter_is_kept_as_it_came(box: Box) -> None:
    box.deliver("élève")
    box.mailbox.drain()
    assert box.recorded[0].raw.rstrip().endswith(a_letter("élève")[-40:])
    assert box.recorded[0].inbound.received.tzinfo is not None


def test_a_letter_is_unread_until_it_is_on_record(box: Box) -> None:
    seen: list[int] = []
    reader = box.reader(lambda _: seen.append(box.seen()))
    box.deliver()
    reader.drain()
    reader.close()
    assert seen == [0] and box.seen() == 1


def test_a_letter_that_could_not_be_recorded_stays_unread_and_comes_again_with_the_same_key(box: Box) -> None:
    keys: list[str] = []

    def fail(arrivals: list[Arrival]) -> None:
        keys.extend(one.inbound.key for one in arrivals)
        raise OSError("disk full")

    box.deliver()
    reader = box.reader(fail)
    with pytest.raises(OSError, match="disk full"):
        reader.drain()
    assert box.seen() == 0
    box.mailbox.drain()
    assert [one.inbound.key for one in box.recorded] == keys


def test_a_letter_marked_for_deletion_by_a_person_is_not_expunged(box: Box) -> None:
    box.deliver("un")
    with MailBoxUnencrypted(HOST, box.server.imap_port, timeout=20).login(box.user, PASSWORD) as other:
        other.client.uid("STORE", "1:*", "+FLAGS", r"(\Deleted)")
        box.deliver("deux")
        box.mailbox.drain()
    assert len(box.flags()) == 2


def test_a_letter_too_large_is_recorded_as_refused_without_being_fetched(pymap: PymapStack) -> None:
    box = Box(pymap)
    box.deliver("x" * MAX_BYTES)
    box.mailbox.drain()
    (one,) = box.recorded
    assert (one.inbound.kind, one.inbound.reason, one.raw) == ("refused", "larger than 20 MiB", b"")
    assert box.seen() == 1


def test_an_unreadable_letter_does_not_stop_the_next(box: Box) -> None:
    box.server.deliver(b"From: a@x.example, b@x.example\r\n\r\n\xff\xfe", f"{box.user}@pole.example")
    box.deliver("oui")
    box.mailbox.drain()
    assert [one.inbound.kind for one in box.recorded] == ["refused", "message"]


def test_many_letters_are_recorded_by_fifties(box: Box) -> None:
    sizes: list[int] = []
    reader = box.reader(lambda arrivals: sizes.append(len(arrivals)))
    for number in range(120):
        box.deliver(f"lettre {number}")
    assert reader.drain() == 120
    reader.close()
    assert sizes == [50, 50, 20] and box.seen() == 120


def test_a_new_letter_wakes_the_watch(box: Box) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=box.mailbox.watch, args=(stop,))
    thread.start()
    time.sleep(1.5)
    box.deliver("bonjour")
    assert until(lambda: box.seen() == 1)
    stop.set()
    thread.join(5)
    assert not thread.is_alive()


def test_a_letter_that_somebody_read_first_is_recorded_all_the_same(box: Box) -> None:
    box.deliver("un")
    box.mailbox.drain()
    box.deliver("deux")
    with MailBoxUnencrypted(HOST, box.server.imap_port, timeout=20).login(box.user, PASSWORD) as other:
        list(other.fetch(mark_seen=True))
    assert box.mailbox.drain() == 1
    assert box.mailbox.drain() == 0


def test_the_watch_connects_again_after_a_failure(box: Box) -> None:
    failures = iter([OSError("gone"), ValueError("locked")])
    recorded: list[str] = []

    def record(arrivals: list[Arrival]) -> None:
        for error in failures:
            raise error
        recorded.extend(one.inbound.text for one in arrivals)

    stop = threading.Event()
    thread = threading.Thread(target=box.reader(record).watch, args=(stop,))
    box.deliver("oui")
    thread.start()
    assert until(lambda: recorded == ["oui"])
    stop.set()
    thread.join(5)


def test_a_server_that_is_not_there_is_tried_again_until_stop() -> None:
    stop = threading.Event()
    nobody = Mailbox(ImapAccount(HOST, 1, "x", "y", "none", timeout=2), OWN, lambda _: None)
    thread = threading.Thread(target=nobody.watch, args=(stop,))
    thread.start()
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
