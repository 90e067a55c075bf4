"""Marks in addresses: each for one letter and one purpose, and nobody else can make one."""

from core.post.marks import mark, parcel_of
from core.post.tokens import Keyring

RING = Keyring(b"key", (b"older",))


def test_a_mark_names_its_letter_whatever_a_relay_did_to_its_case() -> None:
    assert parcel_of(RING, "b", (mark(b"key", "b", 1042).upper(),)) == 1042


def test_a_mark_of_an_older_key_is_still_good() -> None:
    assert parcel_of(RING, "s", (mark(b"older", "s", 7),)) == 7


def test_a_mark_is_good_for_its_letter_and_its_purpose_alone() -> None:
    good = mark(b"key", "b", 1042)
    assert parcel_of(RING, "s", (good,)) is None
    assert parcel_of(RING, "b", (good.replace("1042", "1043"), mark(b"other", "b", 1042), "b1.", "")) is None
    assert parcel_of(RING, "b", ("nonsense", good)) == 1042
