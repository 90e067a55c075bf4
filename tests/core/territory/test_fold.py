"""Words that differ only in dress are the same."""

import pytest

from core.territory.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Saint-Benoît ", "saint benoit"),
        ("L’Étang-Salé", "l etang sale"),
        ("L'Étang\u00a0Salé", "l etang sale"),
        ("Victor Schœlcher", "victor schoelcher"),
        ("ÎLE", "ile"),
        ("Entre–Deux", "entre deux"),
        ("e\u0301te\u0301", "ete"),
        ("", ""),
    ],
)
def test_case_accents_dashes_and_apostrophes_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded
