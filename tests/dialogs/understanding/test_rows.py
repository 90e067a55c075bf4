"""Lines, bullets and numbers of lists; a number that counts is no mark."""

import pytest

from dialogs.understanding.rows import find_rows
from dialogs.understanding.text import prepare


def rows(said: str) -> list[tuple[str, bool]]:
    text = prepare(said)
    return [(text.folded[row.start : row.end].strip(), row.marked) for row in find_rows(text)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("• un 3e\n• deux 2nde", [("un 3e", True), ("deux 2nde", True)]),
        ("voici : • un 3e • deux 2nde", [("voici :", False), ("un 3e", True), ("deux 2nde", True)]),
        ("1- un 3e\n2- une 2nde", [("un 3e", True), ("une 2nde", True)]),
        ("1 - un 3e\n2 - une 2nde", [("un 3e", True), ("une 2nde", True)]),
        ("2 CAP cuisine\n1 BP coiffure", [("2 cap cuisine", False), ("1 bp coiffure", False)]),
        ("2- un 3e", [("2- un 3e", False)]),
        ("bonjour\n\n- un 3e", [("bonjour", False), ("un 3e", True)]),
        ("", []),
    ],
)
def test_the_rows_of_a_message(said: str, expected: list[tuple[str, bool]]) -> None:
    assert rows(said) == expected
