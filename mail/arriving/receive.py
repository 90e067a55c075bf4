"""The way in by IMAP: what was read is remembered with the letters themselves, in one commit, so that none is lost or read twice.

What people do to a letter (read, flag, move it here) changes nothing; a letter is marked or moved only once it is on record.
"""

import imaplib
import logging
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from imap_tools import BaseMailBox

from core.post.bookmarks import Mark
from core.post.inbound import Arrival
from mail.accounts import ImapAccount
from mail.arriving import fetch
from mail.arriving.connect import BROKEN, LoginRefused, connect, hang_up, interrupt, one_line
from mail.arriving.first_reading import begin, is_another
from mail.arriving.idle import await_news, forget_news, has_news
from mail.arriving.ours import fingerprint, is_for_us, too_large
from mail.arriving.suspects import Suspects
from mail.arriving.tidy import can_move, put_away
from mail.arriving.uids import compact, expand
from mail.read import read_letter

log = logging.getLogger(__name__)
AT_ONCE = 500  # letters whose sizes are asked for by one command
IDLE_SECONDS = 30.0  # then all is looked at again, whatever IDLE says
BRIEFLY = 1.0  # the first time: some servers do not tell what came between the last search and IDLE
LONGEST_WAIT, LOCKED_OUT = 300.0, 60.0  # seconds between two tries to connect; at least, after a refused login
RESTLESS = 3  # times that a server may speak of news and have none


class Ledger(Protocol):
    """Where letters are kept, and how far the mailbox has been read."""

    def mark(self, place: str) -> Mark | None:
        """How far this place has been read; None when it never was."""

    def keep(self, arrivals: list[Arrival], place: str, mark: Mark) -> None:
        """Commit letters and mark together; raises when neither is kept."""


class Mailbox:
    """One mailbox, one connection, one thread at a time."""

    def __init__(self, account: ImapAccount, own_address: str | None, ledger: Ledger) -> None:
        self._account = account
        self._own_address = own_address
        self._ledger = ledger
        self._box: BaseMailBox | None = None
        self._mark: Mark | None = None
        self._tidied = False  # since the mark was kept
        self._suspects = Suspects(time.monotonic)
        self._tidies = True  # until the server refuses; then after the next connection

    def drain(self, stop: threading.Event | None = None) -> int:
        """Record all that waits now, in order, or until `stop`; how many. Raises what `keep` raises, and lost connections."""
        box, mark = self._connected()
        self._put_away(box)
        box.client.noop()
        forget_news(box.client)
        new = [uid for uid in fetch.search(box, f"UID {mark.last + 1}:*") if uid > mark.last]
        wanted = sorted({*expand(mark.left), *new})
        missed = self._suspects.put_off() & {*wanted}
        done = 0
        for group in self._suspects.groups([uid for uid in wanted if uid not in missed], AT_ONCE):
            for batch in fetch.batches(self._ours(box, group, missed), self._account.max_bytes):
                done += self._take(box, batch, missed)
                if stop is not None and stop.is_set():
                    return done
        self._conclude(wanted, missed)
        return done

    def watch(self, stop: threading.Event) -> None:
        """Drain, then wait for news, until `stop`; whatever breaks is tried again, from 1 s up to 5 minutes later."""
        failures = restless = 0
        patience = BRIEFLY
        while not stop.is_set():
            try:
                took, news = self.drain(stop), self._news()
                failures = 0
                restless = restless + 1 if news and not took else 0
                if took:  # after letters come letters
                    patience = BRIEFLY
                elif not news or restless > RESTLESS:
                    self._await_news(stop, patience)
                    patience = IDLE_SECONDS
            except Exception as error:  # a failed commit as well as a lost connection: the letter still waits
                failures, patience = failures + 1, BRIEFLY
                wait = min(2.0 ** min(failures - 1, 10), LONGEST_WAIT)
                wait = max(wait, LOCKED_OUT) if isinstance(error, LoginRefused) else wait
                if not stop.is_set():
                    log.warning("mailbox, trying again in %.0f s: %s", wait, one_line(error))
                self.close()
                stop.wait(wait)
        self.close()

    def interrupt(self) -> None:
        """From another thread: break off what waits for the server."""
        if self._box is not None:
            interrupt(self._box)

    def close(self) -> None:
        """Take leave of the server, if it still listens."""
        if self._mark and self._tidied:
            with suppress(Exception):  # it is only a note that nothing is left to tidy
                self._keep([], self._mark)
        box, self._box = self._box, None
        if box is not None:
            with suppress(*BROKEN):
                box.client.logout()
            hang_up(box)

    def _connected(self) -> tuple[BaseMailBox, Mark]:
        if self._box is None or self._mark is None:
            self.close()
            self._mark = None
            self._box, self._tidies = connect(self._account), True
            if (self._account.done or self._account.refused) and not can_move(self._box):
                log.warning("mailbox: the server offers neither MOVE nor UIDPLUS: letters stay in %s", self._account.folder)
            before = self._ledger.mark(self._account.place)
            if before is None or is_another(self._box, before):
                self._suspects = Suspects(time.monotonic)
                self._keep([], begin(self._box, self._account, before))
            else:
                self._mark = before
        assert self._mark
        return self._box, self._mark

    def _keep(self, arrivals: list[Arrival], mark: Mark) -> None:
        self._ledger.keep(arrivals, self._account.place, mark)
        self._mark, self._tidied = mark, False

    def _ours(self, box: BaseMailBox, uids: list[int], missed: set[int]) -> list[fetch.Waiting]:
        """Of a shared mailbox, only what is for us: the rest is neither fetched nor kept."""
        with self._suspects.asking(uids, whole=False):
            found = fetch.measure(box, uids, heads=self._account.shared)
        missed |= self._still_there(box, {*uids} - {one.uid for one in found})
        if not self._account.shared:
            return found
        own, folder = self._own_address or "", self._account.folder
        return [one for one in found if is_for_us(one.head, own_address=own, folder=folder)]

    def _take(self, box: BaseMailBox, batch: list[fetch.Waiting], missed: set[int]) -> int:
        """Fetch, record with the mark, and only then tidy. A letter that vanished meanwhile is nobody's."""
        limit = self._account.max_bytes
        with self._suspects.asking([one.uid for one in batch]):
            letters = fetch.bodies(box, [one.uid for one in batch if one.size <= limit], limit)
            heads = fetch.heads(box, [one.uid for one in batch if one.size > limit])
        got = {
            one.uid: self._arrival(one, letters.get(one.uid), heads) for one in batch if one.uid in letters or one.uid in heads
        }
        missed |= self._still_there(box, {one.uid for one in batch} - {*got})
        assert self._mark
        mark, refused = self._mark, [uid for uid, one in got.items() if one.inbound.kind == "refused"]
        self._keep(
            list(got.values()),
            replace(
                mark,
                last=max(mark.last, batch[-1].uid),
                left=compact(({*expand(mark.left)} - {one.uid for one in batch}) | missed),
                taken=mark.taken if self._account.shared else compact({*expand(mark.taken), *got} - {*refused}),
                refused=mark.refused if self._account.shared else compact({*expand(mark.refused), *refused}),
                at=datetime.now(UTC),
            ),
        )
        self._put_away(box)
        return len(got)

    def _conclude(self, wanted: list[int], missed: set[int]) -> None:
        """All that waited is dealt with, also what was not for us or vanished; only what the server did not give stays."""
        assert self._mark
        last, left = max([self._mark.last, *wanted]), compact(missed)
        if (last, left) != (self._mark.last, self._mark.left):
            self._keep([], replace(self._mark, last=last, left=left, at=datetime.now(UTC)))

    def _still_there(self, box: BaseMailBox, uids: set[int]) -> set[int]:
        """Letters that the server holds and does not give: they are asked for again."""
        left = {*fetch.search(box, f"UID {compact(uids)}")} & uids if uids else set()
        if left:
            log.warning("mailbox: the server does not give letters %s, trying again", compact(left))
        return left

    def _arrival(self, one: fetch.Waiting, raw: bytes | None, heads: dict[int, bytes]) -> Arrival:
        if raw is None:
            head, limit = heads[one.uid], self._account.max_bytes
            return Arrival(too_large(head, one.size, one.received, self._own_address, limit), b"")
        heard = read_letter(
            raw,
            own_address=self._own_address,
            received=one.received,
            uid_key=fingerprint(raw),
            authserv=self._account.authserv,
            max_bytes=self._account.max_bytes,
        )
        return Arrival(heard, raw)

    def _put_away(self, box: BaseMailBox) -> None:
        """Tidy what is on record; this is noted by the next commit, for doing it again does no harm."""
        mark = self._mark
        if mark is None or not (mark.taken or mark.refused) or not self._tidies or self._account.shared:
            return
        try:
            put_away(box, expand(mark.taken), self._account.done)
            put_away(box, expand(mark.refused), self._account.refused)
            self._mark, self._tidied = replace(mark, taken="", refused=""), True
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:  # a folder that is full or forbidden must not keep letters from being read
            self._tidies = False
            log.warning("mailbox: letters on record stay in %s: %s", self._account.folder, one_line(error))

    def _news(self) -> bool:
        return self._box is not None and has_news(self._box.client)

    def _await_news(self, stop: threading.Event, seconds: float) -> None:
        """Until something happens, or so many seconds, or `stop`; the caller searches again whatever the answer."""
        box, _ = self._connected()
        forget_news(box.client)
        if "IDLE" in box.client.capabilities:
            await_news(box.client, stop, seconds)
        else:
            stop.wait(self._account.poll_seconds)
