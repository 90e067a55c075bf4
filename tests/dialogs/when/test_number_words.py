"""Numbers in words: found whole, in French and in English."""

import re

import pytest

from dialogs.when.number_words import NUMBER_WORDS, to_number

SAID = (
    ("2", 2), ("deux", 2), ("two", 2), ("une", 1), ("dix-sept", 17), ("dix sept", 17), ("seize", 16), ("vingt", 20),
    ("vingt-deux", 22), ("vingt et un", 21), ("twenty-one", 21), ("trente et une", 31), ("soixante", 60),
)  # fmt: skip


@pytest.mark.parametrize(("said", "number"), SAID)
def test_a_number_is_worth_what_it_says(said: str, number: int) -> None:
    assert to_number(said) == number


@pytest.mark.parametrize("said", [said for said, number in SAID if not said.isdigit() and number > 1])
def test_a_number_is_found_whole(said: str) -> None:
    found = re.search(NUMBER_WORDS, f"pour {said} places")
    assert found and found[0] == said


def test_a_word_that_is_no_number_is_refused() -> None:
    with pytest.raises(KeyError):
        to_number("quelques")
