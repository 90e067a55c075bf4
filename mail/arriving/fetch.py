"""What is asked of an open folder: which letters there are, how large, and their bytes; no flag is touched by it."""

import imaplib
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from imap_tools import BaseMailBox

from mail.arriving.uids import compact, slices
from mail.parts.limits import MAX_BYTES
from mail.parts.sender import RECIPIENTS

BATCH = 200  # letters recorded by one commit
BATCH_BYTES = 32 * 1024 * 1024  # held in memory at once
LONGEST_HEAD = 256 * 1024  # bytes of a header that are looked at
ITEM = re.compile(rb"UID (\d{1,10})")
SIZE = re.compile(rb"RFC822\.SIZE (\d{1,19})")
FIELDS = " ".join((*RECIPIENTS, "In-Reply-To", "References"))
MEASURES = "UID RFC822.SIZE INTERNALDATE"
Item = tuple[int, bytes, bytes | None]  # UID, what is said of the letter, and the part that was asked for


@dataclass(frozen=True)
class Waiting:
    """A letter that waits in the folder: `size` in bytes, `received` when the server took it in.

    `head` holds the lines that say to whom it goes, where these were asked for.
    """

    uid: int
    size: int
    received: datetime
    head: bytes = b""


def answered(answer: tuple[str, list[object]]) -> list[object]:
    """What the server answers to a command; raises imaplib's error when it refuses."""
    if answer[0] != "OK":
        raise imaplib.IMAP4.error(str(answer[1])[:300])
    return answer[1]


def search(box: BaseMailBox, criteria: str) -> list[int]:
    """The UIDs of the letters that fit, ascending."""
    found = answered(box.client.uid("SEARCH", criteria))
    return sorted({int(uid) for line in found if isinstance(line, bytes) for uid in line.split()})


def measure(box: BaseMailBox, uids: list[int], *, heads: bool = False) -> list[Waiting]:
    """Sizes first: a body over the limit is never fetched. With `heads`, to whom each letter goes as well.

    What is gone, or what the server does not give, is left out.
    """
    asked = f"({MEASURES} BODY.PEEK[HEADER.FIELDS ({FIELDS})]<0.{LONGEST_HEAD}>)" if heads else f"({MEASURES})"
    waiting: dict[int, Waiting] = {}
    for uid, said, head in _fetch(box, uids, asked):
        size = SIZE.search(said)
        if size:  # a change of flags by another client comes in between as an item without size
            taken = imaplib.Internaldate2tuple(said)
            received = datetime.fromtimestamp(time.mktime(taken), UTC) if taken else datetime.now(UTC)
            waiting[uid] = Waiting(uid, int(size[1]), received, head or b"")
    return [waiting[uid] for uid in uids if uid in waiting]


def bodies(box: BaseMailBox, uids: list[int], limit: int = MAX_BYTES) -> dict[int, bytes]:
    """Letters by UID, none longer than the limit by more than a byte; those that the server does not give are left out."""
    return _parts(box, uids, f"BODY.PEEK[]<0.{limit + 1}>")


def heads(box: BaseMailBox, uids: list[int]) -> dict[int, bytes]:
    """The headers alone, of letters too large to be read."""
    return _parts(box, uids, f"BODY.PEEK[HEADER]<0.{LONGEST_HEAD}>")


def _parts(box: BaseMailBox, uids: list[int], part: str) -> dict[int, bytes]:
    wanted = set(uids)
    return {uid: data for uid, _, data in _fetch(box, uids, f"(UID {part})") if data is not None and uid in wanted}


def _fetch(box: BaseMailBox, uids: list[int], asked: str) -> Iterator[Item]:
    if not uids:
        return
    try:
        answer = answered(box.client.uid("FETCH", compact(uids), asked))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:  # one letter that the server cannot read must not hide the others
        for some in slices(uids, 1) if len(uids) > 1 else []:
            yield from _fetch(box, some, asked)
        return
    yield from _items(answer)


def _items(answer: list[object]) -> Iterator[Item]:
    """imaplib gives an item with a part as a pair followed by what stands after the part; the UID may stand on either side."""
    for at, item in enumerate(answer):
        if isinstance(item, tuple) and len(item) == 2:
            after = answer[at + 1] if at + 1 < len(answer) else b""
            said, part = item[0] + b" " + (after if isinstance(after, bytes) else b""), item[1]
        elif isinstance(item, bytes) and not (at and isinstance(answer[at - 1], tuple)):
            said, part = item, None
        else:
            continue
        uid = ITEM.search(said)
        if uid:
            yield int(uid[1]), said, part


def batches(waiting: Iterable[Waiting], limit: int = MAX_BYTES) -> Iterator[list[Waiting]]:
    """At most 200 letters and 32 MiB at once, in the order given."""
    batch: list[Waiting] = []
    held = 0
    for one in waiting:
        size = min(one.size, limit)
        if batch and (len(batch) == BATCH or held + size > BATCH_BYTES):
            yield batch
            batch, held = [], 0
        batch.append(one)
        held += size
    if batch:
        yield batch
