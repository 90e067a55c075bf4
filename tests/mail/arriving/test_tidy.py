"""What becomes of letters on record: folders in a mailbox of our own, nothing at all in one shared with people."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mail.boxes import Box
from tests.mail.builders import a_letter
from tests.mail.servers import PymapStack
from tests.mail.system_servers import DovecotStack

BROKEN = b"From: a@x.example, b@x.example\r\nMessage-ID: <broken@x.example>\r\n\r\n\xff"
CAPABILITIES = {"moves": "", "uidplus": "imap_capability = IMAP4rev1 IDLE UIDPLUS", "neither": "imap_capability = IMAP4rev1"}


@pytest.fixture(scope="module", params=["moves", "uidplus", "neither"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, DovecotStack]]:
    with DovecotStack(more=CAPABILITIES[request.param]) as one:
        yield request.param, one


def expunge_by_hand(box: Box) -> None:
    """A letter that a person has marked as deleted, and may yet want back."""
    box.deliver("à garder")
    with box.person() as other:
        other.client.uid("STORE", "1:*", "+FLAGS", r"(\Seen \Deleted)")


def test_letters_go_to_their_folders_and_what_people_marked_as_deleted_is_kept(
    server: tuple[str, DovecotStack], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    able, dovecot = server
    box = Box(dovecot, tmp_path, done="Traitées", refused="Refusées", since_days=0)
    expunge_by_hand(box)
    box.deliver("un")
    box.server.deliver(BROKEN, f"{box.user}@pole.example")
    assert box.mailbox.drain() == 2
    box.deliver("deux")
    assert box.mailbox.drain() == 1
    if able == "neither":
        assert box.texts_in("INBOX")[:2] == ["à garder", "un"] and box.seen() == 4
        assert caplog.text.count("neither MOVE nor UIDPLUS") == 1  # once a connection
    else:
        assert box.texts_in("INBOX") == ["à garder"]
        assert box.texts_in("Traitées") == ["un", "deux"]
        assert len(box.texts_in("Refusées")) == 1
        assert all(r"\Seen" in flags for flags in box.flags("Traitées"))
    box.close()


def test_letters_recorded_just_before_a_kill_are_moved_after_it(imap: PymapStack | DovecotStack, tmp_path: Path) -> None:
    box = Box(imap, tmp_path)
    box.deliver("un")
    box.deliver("deux")
    box.mailbox.drain()
    box.mailbox.close()
    account = box.mailbox._account
    mark = box.books.mark(account.place)
    assert mark
    box.books.keep(
        [], account.place, replace(mark, taken=f"{mark.last - 1}:{mark.last}")
    )  # as a process that was killed after its commit leaves it
    reader = box.reader(done="Traitees")
    assert reader.drain() == 0
    assert (box.texts_in("INBOX"), box.texts_in("Traitees")) == ([], ["un", "deux"])
    reader.close()
    again = box.reader(done="Traitees")
    assert again.drain() == 0  # doing it twice does no harm, and it is noted
    again.close()
    kept = box.books.mark(account.place)
    assert kept and kept.taken == ""
    box.close()


def test_a_folder_that_cannot_be_made_keeps_no_letter_from_being_read(
    dovecot: DovecotStack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    box = Box(dovecot, tmp_path, done="a//b\x01" * 100)
    for text in ("un", "deux"):
        box.deliver(text)
        assert box.mailbox.drain() == 1
    assert box.books.texts() == ["un", "deux"]
    assert caplog.text.count("letters on record stay in INBOX") == 1
    box.close()


def test_in_a_shared_mailbox_nothing_is_marked_moved_or_kept_of_what_is_not_ours(
    imap: PymapStack | DovecotStack, tmp_path: Path
) -> None:
    box = Box(imap, tmp_path, shared=True)
    box.deliver("pour nous")
    box.deliver("pour la secrétaire", To="secretariat@pole.example")
    with box.person() as other:
        other.client.uid("STORE", "2", "+FLAGS", r"(\Flagged)")
    before = box.flags()
    assert box.mailbox.drain() == 1
    box.deliver("encore", To="x@y.example", Cc="Pôle <stages@pole.example>")
    assert box.mailbox.drain() == 1
    assert box.books.texts() == ["pour nous", "encore"]
    assert [set(flags) - {r"\Recent"} for flags in box.flags()[:2]] == [set(flags) - {r"\Recent"} for flags in before]
    assert box.seen() == 0 and len(box.flags()) == 3
    box.mailbox.close()
    assert box.reader().drain() == 0
    box.close()


def test_a_folder_of_a_shared_mailbox_is_ours_as_a_whole(dovecot: DovecotStack, tmp_path: Path) -> None:
    box = Box(dovecot, tmp_path, shared=True, folder="Stages")
    with box.person() as other:
        other.folder.create("Stages")
        other.append(a_letter("déposé ici", To="secretariat@pole.example"), "Stages", flag_set=[r"\Seen"])
    assert box.mailbox.drain() == 1
    assert box.flags("Stages") == [(r"\Seen", r"\Recent")] or box.flags("Stages") == [(r"\Seen",)]
    box.close()
