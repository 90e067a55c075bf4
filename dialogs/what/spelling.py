"""Trade words misspelt by one letter (« patisier », « mecanitien », « electrisien »): weaker than words that are known.

Deletions of one letter are indexed once, so that a word costs a few dictionary accesses, and nothing when it was met before.
"""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from config.lexicon import read_words
from core.territory.programmes import Name

SHORTEST = 6  # letters of a trade word: shorter ones are one letter away from too much French
_KEPT = 20_000  # words remembered


class Spelling:
    """The trade words of a lexicon, found again through one wrong, missing, doubled or swapped letter past the first."""

    def __init__(self, names: Mapping[str, Name]):
        """The names of one word; only trades are found again, no kinds of house and no common French."""
        families = {word: name.families for word, name in names.items() if not name.hint and not name.common}
        self._families = families
        self._met = {word: word for word in (*names, *read_words("no-trades"))}
        self._by_deletion: dict[str, list[str]] = {}
        for word, named in families.items():
            if named and len(word) >= SHORTEST and word.isalpha():
                for cut in (word, *_deletions(word)):
                    self._by_deletion.setdefault(cut, []).append(word)

    def right(self, word: str) -> str:
        """The trade word that this one misspells, or the word itself."""
        if len(word) < SHORTEST - 1:
            return word
        met = self._met.get(word)
        if met is None:
            met = self._nearest(word)
            if len(self._met) < _KEPT:
                self._met[word] = met
        return met

    def _nearest(self, word: str) -> str:
        if not word.isalpha() or len(word) > 24:
            return word
        cuts = (word, *_deletions(word))
        near = {
            known for cut in cuts for known in self._by_deletion.get(cut, ()) if OSA.distance(word, known, score_cutoff=1) <= 1
        }
        families = {self._families[known] for known in near}
        return min(near) if len(families) == 1 else word


def _deletions(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]
