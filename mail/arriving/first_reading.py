"""Where reading begins: in a folder never read before, and in one whose numbers count no more (another UIDVALIDITY)."""

import logging
from datetime import UTC, datetime, timedelta

from imap_tools import AND, BaseMailBox

from core.post.bookmarks import Mark
from mail.accounts import ImapAccount
from mail.arriving.fetch import search
from mail.arriving.uids import compact

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
    """The mark to start from: what came lately waits, read or not; what is older is people's, and is left as it is.

    Lately is `since_days` before now, for a letter that nobody has read `unread_days`; or before the last reading when the
    folder was read under another UIDVALIDITY: what is on record from then is known by its key and not done again.
    """
    now = datetime.now(UTC)
    start = before.at if before else now
    since, unread_since = start - timedelta(days=account.since_days), start - timedelta(days=account.unread_days)
    there, unread = search(box, "ALL"), search(box, "UNSEEN")
    recent = _received(box, since) if before or account.since_days else []
    fresh = {*_received(box, unread_since)} & {*unread} if before or account.unread_days else set()
    waiting = {*fresh, *recent} & {*there}
    if before:
        log.warning(
            "mailbox: %s counts its letters anew (UIDVALIDITY): those since %s are read again", account.folder, since.date()
        )
    if there:
        log.info(
            "mailbox: %d letters in %s: %d are taken (received since %s, or unread and received since %s), "
            "%d are left as they are, %d of them unread",
            len(there), account.folder, len(waiting), since.date(), unread_since.date(),
            len(there) - len(waiting), len({*unread} & {*there} - waiting),
        )  # fmt: skip
    return Mark(edition_of(box), max(there, default=0), now, left=compact(waiting))


def _received(box: BaseMailBox, since: datetime) -> list[int]:
    """The UIDs of what the server took in on that day or later."""
    return search(box, str(AND(date_gte=since.date())))
