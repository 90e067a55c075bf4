"""Where reading begins: in a folder never read before, and in one whose numbers count no more (another UIDVALIDITY)."""

import logging
from datetime import UTC, datetime, timedelta

from imap_tools import AND, BaseMailBox

from core.post.bookmarks import Mark
from mail.accounts import ImapAccount
from mail.fetch import search
from mail.uids import compact

log = logging.getLogger(__name__)


def edition_of(box: BaseMailBox) -> str:
    """The UIDVALIDITY of the folder that was just opened: UIDs mean nothing beyond it."""
    said = box.client.untagged_responses.get("UIDVALIDITY", [])
    return b"".join(one for one in said if isinstance(one, bytes)).decode("ascii", "replace")


def is_another(box: BaseMailBox, mark: Mark) -> bool:
    """Whether the folder is no longer the one of this mark: another UIDVALIDITY, or numbers given out anew."""
    following = [int(one) for one in box.client.untagged_responses.get("UIDNEXT", []) if isinstance(one, bytes) and one.isdigit()]
    return mark.edition != edition_of(box) or any(one <= mark.last for one in following)


def begin(box: BaseMailBox, account: ImapAccount, before: Mark | None) -> Mark:
    """The mark to start from: what nobody has read waits, and what came lately; what is older was dealt with by people.

    Lately is `since_days` before now, or before the last reading when the folder was read under another UIDVALIDITY: what
    is on record from then is known by its key and not done again.
    """
    now = datetime.now(UTC)
    since = (before.at if before else now) - timedelta(days=account.since_days)
    there = search(box, "ALL")
    recent = search(box, str(AND(date_gte=since.date()))) if before or account.since_days else []
    waiting = ({*search(box, "UNSEEN"), *recent}) & set(there)
    if before:
        log.warning(
            "mailbox: %s counts its letters anew (UIDVALIDITY): those since %s are read again", account.folder, since.date()
        )
    if there:
        log.info(
            "mailbox: %d letters in %s: %d are taken (unread, or received since %s), %d are left as they are",
            len(there), account.folder, len(waiting), since.date(), len(there) - len(waiting),
        )  # fmt: skip
    return Mark(edition_of(box), max(there, default=0), now, left=compact(waiting))
