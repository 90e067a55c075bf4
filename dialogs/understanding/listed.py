"""Rows of a list that count places of one trade told above: « Brest : 2 places », « du 1er au 26 mars : 1 élève »."""

import re
from collections.abc import Sequence

from dialogs.understanding.counts import Anchor, Run, number_at
from dialogs.understanding.rows import Row
from dialogs.understanding.text import TAKEN
from dialogs.understanding.words import Words

_PLACES = frozenset(
    "place places poste postes eleve eleves stagiaire stagiaires jeune jeunes apprenti apprentis contrat contrats".split()
)
_TOLD_APART = re.compile(
    rf"{TAKEN}|\d ?(?:er)? ?(?:au|-|/)|\b(?:en|semaine|periode|site|agence|magasin|entrepot|depot|atelier)\b"
)
MOST = 20  # rows


def find_listed(words: Words, rows: Sequence[Row]) -> list[Anchor]:
    """One number for each marked row that counts places and has its own site or dates; the trade is the one told above."""
    found = [_counted(row, words) for row in [row for row in rows if row.marked][:MOST]]
    return [anchor for anchor in found if anchor]


def _counted(row: Row, words: Words) -> Anchor | None:
    if not _TOLD_APART.search(words.text.folded, row.start, row.end):
        return None
    inside = [i for i, token in enumerate(words.tokens) if row.start <= token.start < row.end]
    for i in inside[:-1]:
        count = number_at(i, words)
        if count and words.list[i + 1] in _PLACES:
            return Anchor(i, i, i + 2, count, Run(i, i, ()))
    return None
