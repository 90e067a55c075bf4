"""The sender on a letter's envelope: signed for this one letter, so that it names itself when it comes back (VERP)."""

from core.post.marks import mark
from core.post.parcel import Parcel
from mail.accounts import MailIdentity


def return_path(parcel: Parcel, sender: MailIdentity) -> str:
    """MAIL FROM: `local+b1042.<mac>@domain`; our plain address where plus addresses do not come back or no key is given."""
    return sender.tagged(mark(sender.key, "b", parcel.id)) if sender.plus and sender.key else sender.address
