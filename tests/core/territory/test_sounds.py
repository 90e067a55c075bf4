"""What sounds alike has one sound; what does not keeps its own."""

import pytest

from core.territory.sounds import sound


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("saussay", "sossai"), ("saint denis", "stdeni"), ("quimper", "kimper"), ("phalsbourg", "falsbourg"),
        ("le havre", "havre"), ("marseille", "marseile"), ("lille", "lile"), ("nantes", "nante"),
    ],
)  # fmt: skip
def test_spellings_heard_alike_have_one_sound(first: str, second: str) -> None:
    assert sound(first) == sound(second)


@pytest.mark.parametrize(
    ("first", "second"), [("cannes", "caen"), ("reims", "rennes"), ("sens", "sains"), ("pau", "pia"), ("villeneuve", "vilneuve")]
)
def test_names_heard_apart_have_their_own(first: str, second: str) -> None:
    assert sound(first) != sound(second)


def test_nothing_sounds_like_nothing() -> None:
    assert (sound(""), sound("h"), sound("le")) == ("", "", "le")
