"""Whatever becomes of a letter on its way, or is made of it, it is read or refused, in the contract's form."""

import time

import pytest

from bench.letters_fuzz import measure, mutants, seeds
from bench.letters_hostile import HOSTILE
from bench.letters_judge import read


def test_spoiled_letters_are_read_or_refused() -> None:
    timing = measure((f"mutant {at}", raw) for at, raw in enumerate(mutants(seeds(), 400, seed=7)))
    assert timing.broken == []


@pytest.mark.parametrize("name", HOSTILE)
def test_letters_made_to_harm_are_read_or_refused_within_seconds(name: str) -> None:
    started = time.process_time()
    assert measure(iter([(name, HOSTILE[name]())])).broken == []
    assert time.process_time() - started < 5  # a tenth of it, where nothing else runs


def test_the_same_seed_spoils_the_same_letters() -> None:
    letters = [b"From: a@b.example\n\nOui.\n" * 5]
    assert list(mutants(letters, 20, seed=3)) == list(mutants(letters, 20, seed=3))


def test_what_is_read_of_a_letter_is_bounded() -> None:
    heard = read(HOSTILE["1 MB of words"]())
    assert len(heard.text) <= 64 * 1024
    assert len(read(HOSTILE["bounce of 10,000 recipients"]()).bounces) <= 50
