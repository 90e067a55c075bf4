"""What a log shows of an address tells a case apart and writes to nobody."""

import pytest

from core.post.masked import masked, masked_text


@pytest.mark.parametrize(
    ("address", "shown"),
    [("marie@domaine.fr", "m…@domaine.fr"), ("7654321", "7…"), ("", "…"), ("rh+17.abc@clinique.example", "r…@clinique.example")],
)
def test_an_address_is_masked(address: str, shown: str) -> None:
    assert masked(address) == shown


def test_addresses_are_masked_wherever_they_stand_in_a_text() -> None:
    said = "550 5.1.1 <rh@clinique.example>: refused ('address': 'anne.roux@atelier.example'), mailto:x@y.example"
    assert masked_text(said) == "550 5.1.1 <r…@clinique.example>: refused ('address': 'a…@atelier.example'), mailto:x…@y.example"


def test_a_long_text_without_an_address_is_left_alone_in_no_time() -> None:
    text = "a" * 200_000
    assert masked_text(text) == text
