"""Addresses signed for one letter: the sender on its envelope, by which it names itself when it comes back (VERP); « stop »."""

import re

from core.post.marks import mark
from core.post.parcel import Parcel
from mail.accounts import MailIdentity

# What relays say that hold the login to one sender: of MAIL, or only at RCPT or after the letter.
SENDER = re.compile(
    r"sender (?:address |verify )?(?:rejected|refused|denied|failed)|not owned by|send as this sender|sendasdenied"
    r"|(?:invalid|unknown|unauthori[sz]ed) sender|5\.7\.60|5\.1\.[78]\b",
    re.IGNORECASE,
)


def refuses_sender(answer: str) -> bool:
    """Whether a relay's words accuse the sender of the envelope: it may take our plain address where a signed one is refused."""
    return bool(SENDER.search(answer))


def return_path(parcel: Parcel, sender: MailIdentity) -> str:
    """MAIL FROM: `local+b1042.<mac>@domain`; our plain address where plus addresses do not come back or no key is given."""
    return sender.tagged(mark(sender.key, "b", parcel.id)) if sender.plus and sender.key else sender.address


def unsubscribe(parcel: Parcel, sender: MailIdentity) -> str:
    """The List-Unsubscribe of a letter: a signed address, or a signed subject; a mail program sends it without a word."""
    if not sender.key:
        return f"<mailto:{sender.address}?subject=STOP>"
    signed = mark(sender.key, "s", parcel.id)
    tagged = sender.tagged(signed) if sender.plus else sender.address
    return f"<mailto:{tagged}?subject=STOP{f'%20{signed}' if tagged == sender.address else ''}>"
