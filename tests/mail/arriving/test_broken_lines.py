"""Lines that break, servers that restart, letters that a server does not give: nothing is lost, nothing is twice."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mail.arriving.fetch import BATCH
from mail.arriving.receive import Mailbox
from tests.mail.boxes import Box, until
from tests.mail.builders import a_letter
from tests.mail.proxies import Relay, straight_to
from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack


def drain_until(reader: Mailbox, done: Callable[[], bool], tries: int = 200) -> int:
    """Drain again and again, whatever breaks; how many times it broke."""
    broken = 0
    for _ in range(tries):
        if done():
            break
        try:
            reader.drain()
        except Exception:
            broken += 1
            reader.close()
    return broken


def test_a_line_cut_at_any_byte_loses_no_letter_and_reads_none_twice(imap: PymapStack | DovecotStack, tmp_path: Path) -> None:
    box = Box(imap, tmp_path, done="Traitees")
    words = [f"lettre {number} " + "x" * 300 for number in range(BATCH + 20)]  # two commits
    with box.person() as other:
        for one in words:
            other.append(a_letter(one, {"Message-ID": f"<{abs(hash(one))}@x.example>"}))
    with Relay(straight_to(lambda: imap.imap_port)) as relay:
        relay.budgets = list(range(120, 170_000, 4111 if isinstance(imap, DovecotStack) else 34_000))  # pymap's login is slow
        reader = box.reader(port=relay.port)
        broken = drain_until(reader, lambda: not relay.budgets)
        drain_until(reader, lambda: len(box.books.letters()) == len(words))
        reader.drain()
        reader.close()
    assert broken >= 4
    assert sorted(box.books.texts()) == sorted(words)
    assert (box.texts_in("INBOX"), sorted(box.texts_in("Traitees"))) == ([], sorted(words))
    box.close()


def test_a_server_that_restarts_is_found_again(tmp_path: Path) -> None:
    with DovecotStack() as server:
        box = Box(server, tmp_path)
        with box.watched(10):
            for number in range(3):
                box.deliver(f"lettre {number}")
                assert until(lambda: len(box.books.letters()) == number + 1, 30)  # noqa: B023  (asked at once)
                server.stop()
                server.start()
            box.deliver("enfin")
            assert until(lambda: box.books.texts()[-1] == "enfin", 30)
        box.close()


def test_a_letter_that_the_server_cannot_read_hides_no_other_and_is_asked_for_again(
    dovecot: DovecotStack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    box = Box(dovecot, tmp_path)
    for text in ("un", "deux", "trois"):
        box.deliver(text)
    (damaged,) = [
        file for file in (dovecot.dir / "mail" / box.user / "new").iterdir() if b"deux" in file.read_bytes().splitlines()[-1]
    ]
    damaged.chmod(0)
    drain_until(box.mailbox, lambda: box.books.texts() == ["un", "trois"], 6)
    assert box.books.texts() == ["un", "trois"]
    assert "the server breaks off at letter 2" in caplog.text
    assert box.mailbox.drain() == 0
    box.mailbox.close()
    moved = next((dovecot.dir / "mail" / box.user).glob(f"*/{damaged.name.split(':')[0]}*"))
    moved.chmod(0o600)
    assert box.reader().drain() == 1  # at the latest when it is started again
    assert box.books.texts() == ["un", "trois", "deux"]
    box.close()


def test_letters_are_read_while_another_client_flags_them(dovecot: DovecotStack, tmp_path: Path) -> None:
    box = Box(dovecot, tmp_path)
    with box.person() as other:
        for number in range(300):
            other.append(a_letter(f"lettre {number}", {"Message-ID": f"<{number}@x.example>"}))
        stop = threading.Event()

        def flag() -> None:
            while not stop.is_set():
                for sign in "+-":
                    other.client.uid("STORE", "1:*", f"{sign}FLAGS", r"(\Flagged \Answered)")

        thread = threading.Thread(target=flag)
        thread.start()
        assert box.mailbox.drain() == 300
        stop.set()
        thread.join(10)
    assert box.books.texts() == [f"lettre {number}" for number in range(300)]
    box.close()
