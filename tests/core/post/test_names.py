"""What our letters are called by is written and read in one place."""

import pytest

from core.post.names import OurId, numbers_in, read_id, write_id


@pytest.mark.parametrize("token", [None, "1042.abcdefghij234567"])
def test_a_message_id_of_ours_is_read_as_it_was_written_in_whatever_case_it_comes_back(token: str | None) -> None:
    assert read_id(write_id(7, token, "pole.example").upper()) == OurId(7, token, "pole.example")


@pytest.mark.parametrize("other", ["<7@pole.example>", "<o7.x@pole.example>", f"<o{10**12}@pole.example>", "o7@x"])
def test_a_message_id_of_somebody_else_is_not_ours(other: str) -> None:
    assert read_id(other) is None


def test_the_numbers_of_a_subject_are_read_whatever_became_of_sign_and_space() -> None:
    assert numbers_in("Re: Stage [n° 7] [N°8] [nº\u00a09] [no 10] n° 11") == [7, 8, 9, 10]
