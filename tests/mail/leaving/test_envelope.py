"""The sender on the envelope names the letter, where plus addresses come back."""

from core.post.marks import parcel_of
from core.post.parcel import Block, Parcel
from core.post.tokens import Keyring
from mail.accounts import MailIdentity, sendable
from mail.leaving.envelope import return_path

PARCEL = Parcel(1042, "email", "rh@clinique.example", (Block("Bonjour"),))


def test_the_envelope_carries_a_mark_that_names_the_letter() -> None:
    sender = return_path(PARCEL, MailIdentity("stages@pole.example", "Pôle", key=b"key"))
    assert sendable(sender) and sender.startswith("stages+b1042.") and sender.endswith("@pole.example")
    assert parcel_of(Keyring(b"key"), "b", (sender.partition("+")[2].partition("@")[0],)) == 1042


def test_without_plus_addresses_or_without_room_it_is_our_plain_address() -> None:
    assert return_path(PARCEL, MailIdentity("stages@pole.example", "Pôle", plus=False, key=b"key")) == "stages@pole.example"
    long = f"{'s' * 50}@pole.example"
    assert return_path(PARCEL, MailIdentity(long, "Pôle", key=b"key")) == long
