"""Waiting by IDLE on real servers: no letter is overlooked, whenever it came, and a dead line is noticed at once."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mail.arriving.connect import connect, hang_up
from mail.arriving.fetch import search
from mail.arriving.idle import await_news, forget_news, has_news
from tests.mail.boxes import Box, until
from tests.mail.certificates import self_signed
from tests.mail.proxies import Relay, straight_to
from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack

LONG = 60.0  # seconds that nobody waits here


@pytest.fixture(params=["pymap", "dovecot", "dovecot by TLS"])
def box(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Box]:
    if request.param != "dovecot by TLS":
        one = Box(request.getfixturevalue(request.param), tmp_path)
        yield one
        one.close()
        return
    certificate = self_signed(tmp_path / "tls.pem")
    with DovecotStack(certificate) as server:
        one = Box(server, tmp_path, security="tls", port=server.imaps_port, ca_file=str(certificate))
        yield one
        one.close()


def test_a_letter_that_came_before_idle_is_told_by_it(box: Box) -> None:
    if isinstance(box.server, PymapStack):
        pytest.skip("pymap does not tell at the beginning of IDLE what came before it")
    opened = connect(box.mailbox._account)
    for number in range(10):
        forget_news(opened.client)
        known = len(search(opened, "ALL"))
        box.deliver(f"lettre {number}")
        began = time.monotonic()
        await_news(opened.client, threading.Event(), LONG)
        assert time.monotonic() - began < LONG / 2
        assert len(search(opened, "ALL")) == known + 1
    hang_up(opened)


def test_a_letter_that_another_answer_has_told_is_no_longer_waited_for(box: Box) -> None:
    opened = connect(box.mailbox._account)
    forget_news(opened.client)
    box.deliver("entre deux")
    assert until(lambda: opened.client.noop()[0] == "OK" and has_news(opened.client))
    began = time.monotonic()
    await_news(opened.client, threading.Event(), LONG)
    assert time.monotonic() - began < LONG / 2
    hang_up(opened)


def test_without_news_it_ends_in_time_and_the_connection_serves_on(box: Box) -> None:
    opened = connect(box.mailbox._account)
    forget_news(opened.client)
    await_news(opened.client, threading.Event(), 0.2)
    assert search(opened, "ALL") == []
    stop = threading.Event()
    stop.set()
    await_news(opened.client, stop, LONG)
    assert search(opened, "ALL") == []
    hang_up(opened)


def test_a_line_that_is_cut_is_noticed_at_once(imap: PymapStack | DovecotStack, tmp_path: Path) -> None:
    box = Box(imap, tmp_path)
    with Relay(straight_to(lambda: imap.imap_port)) as relay:
        opened = connect(box.reader(port=relay.port)._account)
        forget_news(opened.client)
        threading.Timer(0.3, relay.cut).start()
        began = time.monotonic()
        with pytest.raises((opened.client.error, OSError)):
            await_news(opened.client, threading.Event(), LONG)
        assert time.monotonic() - began < LONG / 2
    box.close()


def test_without_idle_the_mailbox_is_looked_at_again_and_again(tmp_path: Path) -> None:
    with DovecotStack(more="imap_capability = IMAP4rev1 UIDPLUS") as server:
        box = Box(server, tmp_path, poll_seconds=0.1)
        with box.watched():
            for number in range(3):
                box.deliver(f"lettre {number}")
                assert until(lambda: len(box.books.letters()) == number + 1)  # noqa: B023  (asked at once)
        box.close()
