"""Where reading begins: not with years of old letters, and not without those that came while a folder was renumbered."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.mail.boxes import Box
from tests.mail.builders import a_letter
from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack


@pytest.fixture
def box(imap: PymapStack | DovecotStack, tmp_path: Path) -> Iterator[Box]:
    one = Box(imap, tmp_path)
    yield one
    one.close()


def put(box: Box, text: str, days_ago: int, *flags: str) -> None:
    """A letter that came so many days ago."""
    when = datetime.now(UTC) - timedelta(days=days_ago)
    with box.person() as other:
        other.append(a_letter(text, {"Message-ID": f"<{abs(hash(text))}@x.example>"}), "INBOX", dt=when, flag_set=list(flags))


def test_at_the_first_reading_unread_and_recent_letters_are_taken_and_old_read_ones_left(
    box: Box, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    put(box, "ancienne lue", 400, r"\Seen")
    put(box, "non lue depuis dix jours", 10)
    put(box, "lue la semaine dernière", 5, r"\Seen")
    box.deliver("nouvelle")
    assert box.mailbox.drain() == 3
    assert box.books.texts() == ["non lue depuis dix jours", "lue la semaine dernière", "nouvelle"]
    assert "4 letters in INBOX: 3 are taken" in caplog.text and "1 are left as they are, 0 of them unread" in caplog.text
    assert len(box.flags()) == 4


def test_old_letters_that_nobody_has_read_are_left_to_people_and_never_come_back(
    box: Box, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    for days in (16, 300, 2000):
        put(box, f"non lue depuis {days} jours", days)
    put(box, "non lue depuis dix jours", 10)
    assert box.mailbox.drain() == 1
    assert box.mailbox.drain() == 0 and box.reader().drain() == 0
    assert box.books.texts() == ["non lue depuis dix jours"]
    assert "4 letters in INBOX: 1 are taken" in caplog.text and "3 are left as they are, 3 of them unread" in caplog.text
    assert box.seen() == 1


def test_with_no_days_for_unread_letters_only_what_came_lately_is_taken(box: Box) -> None:
    put(box, "non lue depuis dix jours", 10)
    put(box, "lue hier", 1, r"\Seen")
    reader = box.reader(unread_days=0)
    assert reader.drain() == 1
    assert box.books.texts() == ["lue hier"]
    reader.close()


def test_with_no_days_back_only_unread_letters_are_taken_and_then_all_that_come(box: Box) -> None:
    put(box, "lue", 0, r"\Seen")
    box.deliver("non lue")
    reader = box.reader(since_days=0)
    assert reader.drain() == 1
    put(box, "lue avant nous", 0, r"\Seen")
    assert reader.drain() == 1
    assert box.books.texts() == ["non lue", "lue avant nous"]
    reader.close()


def test_a_first_reading_that_was_killed_goes_on_with_what_it_had_chosen(box: Box) -> None:
    put(box, "ancienne lue", 400, r"\Seen")
    put(box, "non lue", 10)

    def killed(_: object) -> None:
        if killing.pop():
            raise OSError("killed")

    killing = [True, False]  # the mark is kept, the letters are not
    box.books.before = killed
    with pytest.raises(OSError, match="killed"):
        box.mailbox.drain()
    box.books.before = lambda _: None
    with box.person() as other:
        list(other.fetch(mark_seen=True))
    assert box.reader().drain() == 1
    assert box.books.texts() == ["non lue"]


def test_an_empty_mailbox_is_begun_without_a_word(box: Box, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    assert box.mailbox.drain() == 0
    assert "letters in INBOX" not in caplog.text


def test_a_mailbox_that_was_rebuilt_is_read_again_and_nothing_is_done_twice(
    dovecot: DovecotStack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    box = Box(dovecot, tmp_path)
    put(box, "ancienne lue", 400, r"\Seen")
    put(box, "ancienne non lue", 300)
    box.deliver("un")
    box.deliver("deux")
    assert box.mailbox.drain() == 2
    box.mailbox.close()
    folder = dovecot.dir / "mail" / box.user
    for file in (folder / "dovecot-uidlist", *folder.glob("dovecot.index*")):
        file.unlink()
    box.deliver("trois")
    with box.person() as other:
        other.client.uid("STORE", "1:*", "+FLAGS", r"(\Seen)")
    box.reader().drain()
    assert sorted(box.books.texts()) == ["deux", "trois", "un"]
    assert "counts its letters anew" in caplog.text
    box.close()


def test_a_mailbox_made_anew_under_us_loses_nothing(dovecot: DovecotStack, tmp_path: Path) -> None:
    box = Box(dovecot, tmp_path)
    for number in range(3):
        box.deliver(f"avant {number}")
    box.mailbox.drain()
    box.mailbox.close()
    shutil.rmtree(dovecot.dir / "mail" / box.user)
    box.deliver("après")
    reader = box.reader()
    assert reader.drain() == 1
    assert box.books.texts()[-1] == "après"
    reader.close()
    box.close()
