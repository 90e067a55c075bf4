"""Rows of a list that count places of one trade told above: « Brest : 2 places », « du 1er au 26 mars : 1 élève »."""

import re
from collections.abc import Sequence

from dialogs.understanding.rows import Row
from dialogs.understanding.text import TAKEN
from dialogs.understanding.words import Words
from dialogs.what.counts import Anchor, Run
from dialogs.what.numerals import number_at

_PLACES = frozenset(
    "place places poste postes eleve eleves stagiaire stagiaires jeune jeunes apprenti apprentis contrat contrats".split()
)
_TOLD_APART = re.compile(
    rf"{TAKEN}|\d ?(?:er)? ?(?:au|-|/)|\b(?:en|semaine|periode|site|agence|magasin|entrepot|depot|atelier)\b"
)
_YOUTH = frozenset("apprenti apprentie stagiaire alternant alternante eleve etudiant etudiante".split())
_FAR = 4  # words before the trade of a row
MOST = 20  # rows


def find_listed(words: Words, rows: Sequence[Row], runs: Sequence[Run]) -> list[Anchor]:
    """One anchor for each marked row: places counted at a site or in dates of their own, or one trade told without a number."""
    marked = [row for row in rows if row.marked][:MOST]
    counted = [anchor for anchor in (_counted(row, words) for row in marked) if anchor]
    return counted if len(counted) > 1 else [anchor for anchor in (_named(row, words, runs) for row in marked) if anchor]


def _named(row: Row, words: Words, runs: Sequence[Run]) -> Anchor | None:
    """« * apprenti CAP boulanger », « - Bac pro ASSP, du 1er au 26 mars »: one place where a youth is told, else none counted."""
    inside = [run for run in runs if row.start <= words.tokens[run.first].start < row.end and run.levels]
    if len(inside) != 1:
        return None
    run = inside[0]
    opening = next(i for i, token in enumerate(words.tokens) if token.start >= row.start)
    youth = _YOUTH.intersection(words.list[opening : run.last])
    if run.first - opening > _FAR or not (
        youth or _TOLD_APART.search(words.text.folded, words.tokens[run.last - 1].end, row.end)
    ):
        return None
    return Anchor(opening, opening, run.last, 1 if youth else 0, run)


def _counted(row: Row, words: Words) -> Anchor | None:
    if not _TOLD_APART.search(words.text.folded, row.start, row.end):
        return None
    inside = [i for i, token in enumerate(words.tokens) if row.start <= token.start < row.end]
    for i in inside[:-1]:
        count = number_at(i, words)
        if count and words.list[i + 1] in _PLACES:
            return Anchor(i, i, i + 2, count, Run(i, i, ()))
    return None
