"""Départements and regions that a message names: they are no commune, and the département tells homonyms apart."""

import re
from functools import cache
from typing import NamedTuple

from config.lexicon import read_rows
from core.territory.fold import fold
from core.territory.ngrams import Ngrams
from core.territory.places import departements_of
from dialogs.understanding.words import Words

_NUMBERED = re.compile(
    r"\((?:dpt |dept |departement )?(\d{2,3}|2[ab])\)"
    r"|\b(?:dans l(?:e|a|es|')|le|du|departement) ?(\d\d|2[ab]|97\d)\b(?! ?[a-z0-9/])"
)
_OVERSEAS = re.compile(r"\b(97[1-8])\b(?! ?\d)")
_AT = frozenset("a sur vers pres proche commune ville mairie in".split())  # « à Vienne » is the town
_TOWNS = frozenset({("vienne",), ("mayenne",), ("brie",)})  # départements named as towns are
_BEFORE_LANDS = frozenset("en la".split())


class Land(NamedTuple):
    """A département or a region named at the words [first, last); no code for a region."""

    first: int
    last: int
    code: str


@cache
def _lands() -> Ngrams[str]:
    names: Ngrams[str] = Ngrams()
    for _, row in read_rows("departements"):
        names.add(fold(row["name"]).split(" "), row.get("code") or "-")
    return names


def find_lands(words: Words) -> list[Land]:
    """The départements and regions named in words, in order; a town of the same name is left to be a town."""
    return [
        Land(hit.first, hit.last, hit.value.strip("-"))
        for hit in _lands().scan(words.list)
        if _is_land(hit.first, hit.last, words)
    ]


def _is_land(first: int, last: int, words: Words) -> bool:
    before = words.list[first - 1] if first else ""
    if words.list[first:last] in _TOWNS:
        return before in _BEFORE_LANDS or (first > 0 and words.gaps[first].endswith("("))
    if last - first > 1 or not before:
        return True
    return before not in _AT or words.list[first] in ("reunion", "mayotte", "martinique", "guadeloupe")


def find_departements(words: Words, lands: list[Land]) -> frozenset[str]:
    """The codes of the départements that the message names: by name, by number, by a postcode."""
    folded = words.text.folded
    codes = {land.code for land in lands if land.code}
    if any(len(word) in (2, 3) and word[0].isdigit() for word in words.list):
        codes.update(code.upper() for found in _NUMBERED.finditer(folded) for code in found.groups() if code)
        codes.update(_OVERSEAS.findall(folded))
    codes.update(code for word in words.list if len(word) == 5 and word.isdigit() for code in departements_of(word))
    return frozenset(codes)
