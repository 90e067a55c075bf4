"""Names that are nearly right: a few candidates by sound, by their beginning or their end, and only those compared."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from core.territory.names import bare
from core.territory.sounds import sound

FLOOR = 0.70  # the least similarity worth showing
FEW = 600  # names: so few are all compared
_SHORT = 8  # letters: of a name no longer, two letters at each end are looked at as well, of a longer one four only
_SHORTEST_CUT = 4  # letters left of a name that was cut short
_MOST_CUT = 200  # names with the same beginning that are compared
_SWAPPED = 0.92  # similarity at least of a name with two letters swapped
_COMMON = ("saint ", "sainte ")  # beginnings that thousands share


class Nearness:
    """The keys of some names, indexed when the first slip is met: most messages hold none."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Keep the keys; nothing is computed yet."""
        self._keys = tuple(dict.fromkeys(keys))

    def like(self, name: str, limit: int = 12) -> list[tuple[str, float]]:
        """The keys most like `name` with their similarity (0.7 to 1), best first."""
        if len(self._keys) <= FEW:
            return self._scored(name, self._best(name, self._keys))[:limit]
        scored = self._scored(name, [*self._sounding(name), *self.beginning(name), *self._best(name, self._sharing_an_end(name))])
        if not scored:  # a slip at each end: the long way round
            scored = self._scored(name, self._best(name, self._keys))
        return scored[:limit]

    def beginning(self, name: str) -> list[str]:
        """The keys that go on where `name` stops; none when it is too short or they are too many to tell."""
        if len(name) < _SHORTEST_CUT:
            return []
        first = bisect_left(self._sorted, name)
        last = bisect_left(self._sorted, name + "{")
        return self._sorted[first:last] if last - first <= _MOST_CUT else []

    def _scored(self, name: str, keys: Iterable[str]) -> list[tuple[str, float]]:
        heard = sound(name)
        scored = [(key, similarity(name, key, heard)) for key in dict.fromkeys(keys)]
        return sorted((pair for pair in scored if pair[1] >= FLOOR), key=lambda pair: -pair[1])

    def _best(self, name: str, keys: Iterable[str]) -> list[str]:
        return [key for key, _, _ in process.extract(name, keys, scorer=fuzz.ratio, score_cutoff=FLOOR * 100, limit=24)]

    def _sounding(self, name: str) -> list[str]:
        return self._by_sound.get(sound(name), [])

    def _sharing_an_end(self, name: str) -> list[str]:
        stem = _stem(name)
        ends = (_letters(stem), *_ends(stem, 4), *(_ends(stem, 2) if len(stem) <= _SHORT else ()))
        return [key for end in ends for key in self._by_end.get(end, ())]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._keys)

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for key in self._keys:
            index.setdefault(sound(key), []).append(key)
        return index

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for key in self._keys:
            stem = _stem(key)
            for end in (_letters(stem), *_ends(stem, 4), *(_ends(stem, 2) if len(stem) <= _SHORT + 1 else ())):
                index.setdefault(end, []).append(key)
        return index


def _stem(key: str) -> str:
    """The letters of a key that tell it from others: without blanks, article and « saint »."""
    for common in _COMMON:
        key = key.removeprefix(common)
    return bare(key).replace(" ", "")


def _letters(stem: str) -> str:
    """The letters in order of the alphabet: those swapped are all there."""
    return "~" + "".join(sorted(stem))


def _ends(stem: str, letters: int) -> tuple[str, ...]:
    """Its first and last letters: a slip leaves one of them whole."""
    return (stem[:letters], stem[-letters:] + "$") if len(stem) > letters else (stem,)


def similarity(name: str, key: str, heard: str | None = None) -> float:
    """How alike two keys are (0..1), articles apart; swapped letters, the same sound and a cut end count for less."""
    ratio = fuzz.ratio(name, key) / 100
    short_name, short_key = bare(name), bare(key)
    if (short_name, short_key) != (name, key):
        ratio = max(ratio, fuzz.ratio(short_name, short_key) / 100)
    slips = OSA.distance(short_name, short_key)
    alike = max(ratio, 1 - slips / max(len(short_name), len(short_key), 1))
    if slips == 1 and len(short_name) == len(short_key) and sorted(short_name) == sorted(short_key):
        alike = max(alike, _SWAPPED)
    if (heard or sound(name)) == sound(key):
        alike = max(alike, (1 + ratio) / 2)
    elif len(short_name) >= _SHORTEST_CUT and short_key.startswith(short_name):
        alike = max(alike, 0.80 + 0.15 * len(short_name) / len(short_key))
    return round(alike, 4)
