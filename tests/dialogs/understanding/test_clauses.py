"""Two offers in a message are two, and one offer told at length is one."""

import pytest

from dialogs.understanding.clauses import split_clauses
from dialogs.understanding.names import build_lexicon
from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from tests.dialogs.understanding.hearing import a_setting

LEXICON = build_lexicon(a_setting().catalogue)


def count(said: str) -> int:
    text = prepare(said)
    return len(split_clauses(words_of(text), LEXICON, len(text.folded)))


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        ("2 CAP cuisine du 1er au 26 février et 1 bac pro CSR du 5 au 30 avril", 2),
        ("2 en cuisine et 1 en mécanique", 2),
        ("4 élèves de 3e en décembre, 2 élèves de 2nde en juin", 2),
        ("1 bac pro melec du 8 au 26 février et 2 bac pro melec du 5 au 30 avril", 2),
        ("je prends 2 élèves : un CAP cuisine et un bac pro CSR", 2),
        ("un CAP ou un bac pro cuisine", 1),
        ("2 élèves de bac pro ou CAP cuisine", 1),
        ("je suis un électricien et je prends un 3e", 1),
        ("3 stagiaires en bac pro commerce pendant 4 semaines", 1),
        ("bonjour", 1),
        ("", 1),
    ],
)
def test_a_number_before_another_trade_opens_another_offer(said: str, clauses: int) -> None:
    assert count(said) == clauses


def test_a_message_has_ten_offers_at_most() -> None:
    assert count(" ".join(f"{n} CAP cuisine, {n} bac pro commerce," for n in range(1, 20))) == 10
