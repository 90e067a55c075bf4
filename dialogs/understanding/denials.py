"""What a clause names without meaning to offer it: denied (« pas de Segpa »), asked of the youth (« titulaire du CAP »)."""

from collections.abc import Iterable
from typing import TypeVar

from core.territory.ngrams import Hit
from dialogs.understanding.words import Words

_DENIALS = frozenset("pas ni sans sauf aucun aucune hors jamais plus not no".split())
_NOT_DENIED = frozenset(
    "souci probleme forcement seulement uniquement que grave mal encore besoin de_suite idee tard tot loin chere cher".split()
)
_BREAKS = ".;!?\n:,("
_NEAR = 4  # words between a denial and what it denies
# A diploma that the youth must already hold, within three words before it.
_HOLDS = frozenset(
    "titulaire titulaires ayant possedant possede diplome diplomee diplomes obtenu valide validee detenteur poche".split()
)
_MUST = frozenset("avoir ayez ait aient".split())
_ALREADY = frozenset("deja apres".split())
_V = TypeVar("_V")


def affirmed(hits: Iterable[Hit[_V]], words: Words) -> list[Hit[_V]]:
    """The hits that are not denied."""
    return [hit for hit in hits if not _denied(hit.first, words)]


def is_required(hit: Hit[_V], words: Words) -> bool:
    """Whether a diploma is asked of the youth (« ayant déjà le CAP », « après un CAP »), not prepared in the house."""
    before = words.list[max(0, hit.first - 3) : hit.first]
    if _HOLDS.intersection(before):
        return True
    owned = before[-1:] in (("le",), ("un",), ("son",), ("leur",), ("du",), ("d",))
    return owned and bool(_ALREADY.intersection(before) or (before[-2:-1] and before[-2] in _MUST))


def _denied(first: int, words: Words) -> bool:
    for i in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if any(mark in words.gap(i + 1, i + 1) for mark in _BREAKS) or (
            words.list[i] in ("mais", "but", "un", "une") and i < first - 2
        ):
            return False
        if words.list[i] in _DENIALS or (words.list[i] == "non" and i and _is_contrast(i, words)):
            after = words.list[i + 1] if i + 1 < len(words.list) else ""
            return after not in _NOT_DENIED and not (words.list[i] == "plus" and not _ne_before(i, words))
    return False


def _is_contrast(i: int, words: Words) -> bool:
    """« et non un BTS MHR », « , non un CAP »."""
    return words.list[i - 1] in ("et", "mais") or "," in words.gap(i, i)


def _ne_before(i: int, words: Words) -> bool:
    return any(word in ("ne", "n", "prends", "prend", "prenons") for word in words.list[max(0, i - 3) : i])
