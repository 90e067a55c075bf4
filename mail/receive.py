"""The way in: the pôle's mailbox, read in a thread; a letter is marked only when it is on record, so none is lost."""

import imaplib
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from imap_tools import BaseMailBox, ImapToolsError, MailBox, MailBoxStartTls, MailBoxUnencrypted

from core.post.inbound import Arrival
from mail.accounts import ImapAccount, tls_context
from mail.mime import MAX_BYTES
from mail.read import read_letter, refused

log = logging.getLogger(__name__)
BATCH = 50  # letters recorded by one commit
BATCH_BYTES = 32 * 1024 * 1024  # held in memory at once
IDLE_SECONDS = 30.0  # IDLE misses letters (those that arrive just before it): never trust it longer
LONGEST_WAIT = 300.0  # seconds between two tries to connect
ITEM = re.compile(rb"UID (\d+)")
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
BROKEN = (imaplib.IMAP4.error, ImapToolsError, OSError, TimeoutError)  # imaplib's abort is an error of it


@dataclass(frozen=True)
class Waiting:
    """A letter that waits in the folder: `size` in bytes, `received` when the server took it in."""

    uid: int
    size: int
    received: datetime


class Mailbox:
    """One mailbox, one connection, one thread at a time."""

    def __init__(self, account: ImapAccount, own_address: str | None, record: Callable[[list[Arrival]], None]) -> None:
        """`record` returns when the letters are committed, and raises when they are not: then they stay unread."""
        self._account = account
        self._own_address = own_address
        self._record = record
        self._box: BaseMailBox | None = None
        self._validity = b""
        self._last = 0  # the highest UID on record since the connection: people may read a new letter before us

    def drain(self) -> int:
        """Record and mark all that waits now; gives how many. Raises what `record` raises, and lost connections."""
        box = self._connected()
        done = 0
        for batch in _batches(self._waiting(box)):
            done += self._take(box, batch)
        return done

    def check(self) -> None:
        """Connect, log in and open the folder; raises an error of imaplib, of imap-tools or an OSError."""
        self._connected().client.noop()

    def watch(self, stop: threading.Event) -> None:
        """Drain, then wait for news, until `stop`; whatever breaks is tried again, from 1 s up to 5 minutes later."""
        failures = 0
        while not stop.is_set():
            try:
                self.drain()
                failures = 0
                self._await_news(stop)
            except Exception as error:  # a failed commit as well as a lost connection: the letter is still unread
                failures += 1
                log.warning("mailbox: %s %s, trying again", type(error).__name__, " ".join(str(error).split())[:300])
                self.close()
                stop.wait(min(2.0 ** (failures - 1), LONGEST_WAIT))
        self.close()

    def close(self) -> None:
        """Take leave of the server, if it still listens."""
        box, self._box = self._box, None
        if box is not None:
            with suppress(*BROKEN):
                box.client.logout()
            with suppress(*BROKEN):
                box.client.shutdown()

    def _connected(self) -> BaseMailBox:
        if self._box is None:
            box = _connect(self._account)
            try:
                box.login(self._account.user, self._account.password, None)
                # Both IDLE and MOVE may be announced only after the login.
                box.client._get_capabilities()
                box.folder.set(self._account.folder)
            except BROKEN:
                box.client.shutdown()
                raise
            validity = b"".join(one for one in box.client.untagged_responses.get("UIDVALIDITY", []) if isinstance(one, bytes))
            if validity != self._validity:
                self._validity, self._last = validity, 0
            self._box = box
        return self._box

    def _waiting(self, box: BaseMailBox) -> list[Waiting]:
        """Unseen letters, and any newer than the last one on record that somebody read before us."""
        box.client.noop()
        wanted = set(_search(box, "UNSEEN"))
        if self._last:
            wanted |= {uid for uid in _search(box, f"UID {self._last + 1}:*") if uid > self._last}
        return [one for some in _slices(sorted(wanted), 500) for one in _measure(box, some)]

    def _take(self, box: BaseMailBox, batch: list[Waiting]) -> int:
        """Fetch, record, and only then mark; a letter that vanished meanwhile is nobody's."""
        bodies = _bodies(box, [one.uid for one in batch if one.size <= MAX_BYTES])
        arrivals = [self._arrival(one, bodies.get(one.uid)) for one in batch if one.uid in bodies or one.size > MAX_BYTES]
        taken = [one.uid for one in batch if one.uid in bodies or one.size > MAX_BYTES]
        if arrivals:
            self._record(arrivals)
            _ok(box.client.uid("STORE", _set(taken), "+FLAGS.SILENT", r"(\Seen)"))
            self._last = max(self._last, *taken)
        return len(arrivals)

    def _arrival(self, one: Waiting, raw: bytes | None) -> Arrival:
        key = f"uid:{self._account.folder}:{self._validity.decode('ascii', 'replace')}:{one.uid}"
        if raw is None:
            return Arrival(refused(key, one.received, "larger than 20 MiB"), b"")
        trusted = self._account.authserv
        heard = read_letter(raw, own_address=self._own_address, received=one.received, uid_key=key, authserv=trusted)
        return Arrival(heard, raw)

    def _await_news(self, stop: threading.Event) -> None:
        """Until something happens, or 30 s, or `stop`; the caller searches again whatever the answer."""
        box = self._connected()
        if "IDLE" not in box.client.capabilities:
            stop.wait(IDLE_SECONDS)
            return
        until = time.monotonic() + IDLE_SECONDS
        with box.idle as idle:
            while not stop.is_set() and time.monotonic() < until and not idle.poll(timeout=1):
                pass


def _connect(account: ImapAccount) -> BaseMailBox:
    if account.security == "none":
        return MailBoxUnencrypted(account.host, account.port, timeout=account.timeout)
    kind = MailBox if account.security == "tls" else MailBoxStartTls
    return kind(account.host, account.port, timeout=account.timeout, ssl_context=tls_context(account.ca_file))


def _ok(answer: tuple[str, list[object]]) -> list[object]:
    if answer[0] != "OK":
        raise imaplib.IMAP4.error(str(answer[1])[:300])
    return answer[1]


def _set(uids: list[int]) -> str:
    return ",".join(map(str, uids))


def _search(box: BaseMailBox, criteria: str) -> list[int]:
    found = _ok(box.client.uid("SEARCH", criteria))
    return [int(uid) for line in found if isinstance(line, bytes) for uid in line.split()]


def _measure(box: BaseMailBox, uids: list[int]) -> Iterator[Waiting]:
    """Sizes first: a body over the limit is never fetched."""
    for line in _ok(box.client.uid("FETCH", _set(uids), "(UID RFC822.SIZE INTERNALDATE)")):
        data = line if isinstance(line, bytes) else b""
        uid, size = ITEM.search(data), SIZE.search(data)
        if uid and size:
            taken = imaplib.Internaldate2tuple(data)
            received = datetime.fromtimestamp(time.mktime(taken), UTC) if taken else datetime.now(UTC)
            yield Waiting(int(uid[1]), int(size[1]), received)


def _bodies(box: BaseMailBox, uids: list[int]) -> dict[int, bytes]:
    """Letters by UID, flags untouched; flag changes by another client come in between as lines without a body."""
    if not uids:
        return {}
    answer = _ok(box.client.uid("FETCH", _set(uids), "(UID BODY.PEEK[])"))
    found = {}
    for at, item in enumerate(answer):
        if isinstance(item, tuple) and len(item) == 2:
            after = answer[at + 1] if at + 1 < len(answer) and isinstance(answer[at + 1], bytes) else b""
            uid = ITEM.search(item[0]) or ITEM.search(after if isinstance(after, bytes) else b"")
            if uid and int(uid[1]) in uids:
                found[int(uid[1])] = bytes(item[1])
    return found


def _slices(uids: list[int], size: int) -> Iterator[list[int]]:
    return (uids[at : at + size] for at in range(0, len(uids), size))


def _batches(waiting: list[Waiting]) -> Iterator[list[Waiting]]:
    """At most 50 letters and 32 MiB at once, in the order of arrival."""
    batch: list[Waiting] = []
    for one in waiting:
        if batch and (len(batch) == BATCH or sum(each.size for each in batch) + one.size > BATCH_BYTES):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch
