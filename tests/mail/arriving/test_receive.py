"""On real servers: a letter is marked only when it is on record, and none is lost or read twice, whatever people do to it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.post.inbound import Arrival
from mail.accounts import ImapAccount
from mail.arriving.fetch import BATCH
from mail.arriving.receive import Mailbox
from mail.parts.limits import MAX_BYTES
from tests.mail.boxes import Box, until
from tests.mail.builders import OWN, a_letter
from tests.mail.ledgers import Books
from tests.mail.servers import HOST, PymapStack
from tests.mail.system_servers import DovecotStack


@pytest.fixture
def box(imap: PymapStack | DovecotStack, tmp_path: Path) -> Iterator[Box]:
    one = Box(imap, tmp_path)
    yield one
    one.close()


def test_all_that_waits_is_recorded_then_marked(box: Box) -> None:
    box.deliver("un")
    box.deliver("deux")
    assert box.mailbox.drain() == 2
    assert box.books.texts() == ["un", "deux"]
    assert (box.seen(), box.mailbox.drain()) == (2, 0)


def test_the_raw_letter_is_kept_as_it_came(box: Box) -> None:
    box.deliver("élève")
    box.mailbox.drain()
    assert box.books.given[0][0].raw.rstrip().endswith("élève".encode())
    assert box.books.letters()[0].received.tzinfo is not None


def test_a_letter_is_unread_until_it_is_on_record(box: Box) -> None:
    seen: list[int] = []
    box.mailbox.drain()
    box.books.before = lambda _: seen.append(box.seen())
    box.deliver()
    box.mailbox.drain()
    assert (seen, box.seen()) == ([0], 1)


def test_a_letter_that_could_not_be_recorded_stays_unread_and_comes_again(box: Box) -> None:
    def fail(arrivals: list[Arrival]) -> None:
        raise OSError("disk full")

    box.mailbox.drain()
    box.deliver()
    box.books.before = fail
    with pytest.raises(OSError, match="disk full"):
        box.mailbox.drain()
    assert (box.seen(), box.books.letters()) == (0, [])
    box.books.before = lambda _: None
    assert box.mailbox.drain() == 1


def test_what_is_on_record_is_not_fetched_again_after_a_restart(box: Box) -> None:
    box.deliver("un")
    box.mailbox.drain()
    box.mailbox.close()
    box.deliver("deux")
    assert box.reader().drain() == 1
    assert box.books.texts() == ["un", "deux"]


def test_what_was_recorded_just_before_a_kill_is_marked_after_it(box: Box) -> None:
    box.mailbox.drain()
    box.deliver()
    box.mailbox.drain()
    place = box.mailbox._account.place
    mark = box.books.mark(place)
    assert mark and mark.taken  # tidied, and noted so by the next commit
    with box.person() as other:
        other.client.uid("STORE", "1:*", "-FLAGS", r"(\Seen)")
    assert (box.reader().drain(), box.seen()) == (0, 1)


@pytest.mark.parametrize("deed", [r"+FLAGS (\Seen)", r"+FLAGS (\Flagged \Answered)", r"+FLAGS (\Deleted)"])
def test_a_letter_that_a_person_touched_first_is_taken_all_the_same(box: Box, deed: str) -> None:
    box.deliver("un")
    box.mailbox.drain()
    box.mailbox.close()
    box.deliver("deux")
    with box.person() as other:
        other.client.uid("STORE", "1:*", *deed.split(" ", 1))
    assert box.reader().drain() == 1
    assert box.books.texts() == ["un", "deux"]


def test_a_read_letter_that_a_person_moves_into_the_folder_is_taken(box: Box) -> None:
    box.mailbox.drain()
    with box.person() as other:
        other.folder.create("Perso")
        other.append(b"From: a@x.example\r\nMessage-ID: <m@x>\r\n\r\nbonjour", "Perso", flag_set=[r"\Seen"])
        other.folder.set("Perso")
        other.move("1:*", "INBOX")
    assert box.mailbox.drain() == 1


def test_a_letter_marked_for_deletion_by_a_person_is_not_expunged(box: Box) -> None:
    box.deliver("un")
    with box.person() as other:
        other.client.uid("STORE", "1:*", "+FLAGS", r"(\Deleted)")
        box.deliver("deux")
        box.mailbox.drain()
    assert len(box.flags()) == 2


def test_a_letter_too_large_is_recorded_as_refused_without_being_fetched(pymap: PymapStack, tmp_path: Path) -> None:
    box = Box(pymap, tmp_path)
    box.deliver("x" * MAX_BYTES)
    box.mailbox.drain()
    ((one,),) = box.books.given
    assert (one.inbound.kind, one.inbound.reason, one.raw) == ("refused", "larger than 20 MiB", b"")
    assert one.inbound.address == "a.roux@atelier.example"
    assert box.seen() == 1
    box.close()


def test_an_unreadable_letter_does_not_stop_the_next(box: Box) -> None:
    box.server.deliver(b"From: a@x.example, b@x.example\r\n\r\n\xff\xfe", f"{box.user}@pole.example")
    box.deliver("oui")
    box.mailbox.drain()
    assert [one.kind for one in box.books.letters()] == ["refused", "message"]


def test_many_letters_are_recorded_by_hundreds(box: Box) -> None:
    fill(box, 2 * BATCH + 20)
    assert box.mailbox.drain() == 2 * BATCH + 20
    assert [len(some) for some in box.books.given] == [BATCH, BATCH, 20]
    assert box.seen() == 2 * BATCH + 20


def fill(box: Box, count: int) -> None:
    with box.person() as other:
        for number in range(count):
            other.append(a_letter(f"lettre {number}", {"Message-ID": f"<{number}@x.example>"}))


def test_a_drain_that_is_told_to_stop_ends_after_a_commit_and_goes_on_where_it_was(box: Box) -> None:
    fill(box, BATCH + 20)
    stop = threading.Event()
    stop.set()
    assert box.mailbox.drain(stop) == BATCH
    box.mailbox.close()
    assert box.reader().drain() == 20
    assert len(box.books.letters()) == BATCH + 20


def test_a_folder_that_counts_anew_is_read_again_and_nothing_is_done_twice(box: Box) -> None:
    box.deliver("un")
    box.deliver("deux")
    box.mailbox.drain()
    box.mailbox.close()
    mark = box.books.mark(box.mailbox._account.place)
    assert mark
    box.books.keep([], box.mailbox._account.place, replace(mark, edition="1"))
    box.deliver("trois")
    with box.person() as other:
        list(other.fetch(mark_seen=True))
    assert box.reader().drain() == 3
    assert box.books.texts() == ["un", "deux", "trois"]


def test_two_readers_of_one_mailbox_record_each_letter_once(box: Box) -> None:
    other = box.reader()
    box.mailbox.drain()
    other.drain()
    for number in range(10):
        box.deliver(f"lettre {number}")
    assert (box.mailbox.drain(), other.drain()) == (10, 10)
    assert len(box.books.letters()) == 10
    other.close()


def test_a_new_letter_wakes_the_watch(box: Box) -> None:
    with box.watched():
        for number in range(3):
            box.deliver(f"bonjour {number}")
            assert until(lambda: len(box.books.letters()) == number + 1)  # noqa: B023  (asked at once)


def test_the_watch_tries_again_after_a_failure(box: Box) -> None:
    failures = iter([OSError("gone"), ValueError("locked")])

    def fail_twice(arrivals: list[Arrival]) -> None:
        for error in failures:
            raise error

    box.books.before = fail_twice
    box.deliver("oui")
    with box.watched():
        assert until(lambda: box.books.texts() == ["oui"])


def test_a_watch_that_waits_for_the_server_is_broken_off(box: Box) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=box.mailbox.watch, args=(stop,))
    thread.start()
    assert until(lambda: box.mailbox._box is not None)
    stop.set()
    box.mailbox.interrupt()
    thread.join(5)
    assert not thread.is_alive()


def test_a_server_that_is_not_there_is_tried_again_until_stop(tmp_path: Path) -> None:
    stop = threading.Event()
    nobody = Mailbox(ImapAccount(HOST, 1, "x", "y", "none", timeout=2), OWN, Books(tmp_path / "books"))
    thread = threading.Thread(target=nobody.watch, args=(stop,))
    thread.start()
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
