"""What a mailbox offers, for `guichet doctor`: nothing in it is read, marked or moved."""

from contextlib import suppress
from dataclasses import dataclass

from mail.accounts import ImapAccount
from mail.arriving.connect import BROKEN, connect, hang_up
from mail.arriving.tidy import can_move


@dataclass(frozen=True)
class Mailroom:
    """What was found: IDLE or polling, whether letters can be moved, and which of the folders named are still to be made."""

    idle: bool
    moves: bool
    absent: tuple[str, ...]


def look_at(account: ImapAccount) -> Mailroom:
    """Connect, log in, open the folder and look. Raises MailboxClosed, in words, and what imaplib raises."""
    box = connect(account)
    try:
        wanted = [folder for folder in (account.done, account.refused) if folder]
        absent = tuple(folder for folder in dict.fromkeys(wanted) if not box.folder.exists(folder))
        return Mailroom("IDLE" in box.client.capabilities, can_move(box), absent)
    finally:
        with suppress(*BROKEN):
            box.client.logout()
        hang_up(box)
