"""Letters at which the server breaks off (Dovecot does, when it cannot read one): found out, put off, the others go on."""

import imaplib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mail.arriving.uids import compact

log = logging.getLogger(__name__)
PUT_OFF = 600.0  # seconds until such a letter is asked for again
TWICE = 2  # once may be the line's fault


class Suspects:
    """What is known of them on one mailbox; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._doubtful: set[int] = set()  # asked for together when it broke: from now on one by one
        self._broke: dict[int, int] = {}
        self._until: dict[int, float] = {}

    def put_off(self) -> set[int]:
        """Letters not to be asked for now."""
        return {uid for uid, until in self._until.items() if until > self._clock()}

    def groups(self, uids: list[int], size: int) -> Iterator[list[int]]:
        """So many letters at a time, in the order given, each doubtful one alone."""
        group: list[int] = []
        for uid in uids:
            alone = uid in self._doubtful
            if group and (alone or len(group) == size):
                yield group
                group = []
            group.append(uid)
            if alone:
                yield group
                group = []
        if group:
            yield group

    @contextmanager
    def asking(self, uids: list[int], *, whole: bool = True) -> Iterator[None]:
        """These letters are asked for in the block: whether the line breaks meanwhile is remembered.

        Without `whole`, only facts of them are asked for: an answer then clears nobody.
        """
        try:
            yield
        except (imaplib.IMAP4.abort, OSError):
            self._doubtful.update(uids)
            if len(uids) == 1:
                self._accuse(uids[0])
            raise
        if not whole:
            return
        self._doubtful.difference_update(uids)
        for uid in uids:
            self._broke.pop(uid, None)
            self._until.pop(uid, None)

    def _accuse(self, uid: int) -> None:
        self._broke[uid] = self._broke.get(uid, 0) + 1
        if self._broke[uid] >= TWICE:
            self._until[uid] = self._clock() + PUT_OFF
            log.error("mailbox: the server breaks off at letter %s, put off for %.0f minutes", compact([uid]), PUT_OFF / 60)
