"""Trade words misspelt by one letter (« patisier ») or by ear (« electrissien »): weaker than words that are known.

Deletions of one letter are indexed once, so that a word costs a few dictionary accesses, and nothing when it was met before.
"""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from config.lexicon import read_words
from core.territory.programmes import Name, stem

SHORTEST = 6  # letters of a trade word: shorter ones are one letter away from too much French
_WITHIN, _LONG = 6, 7  # letters of a word that only stands within longer names, and of the one that misspells it
_KEPT = 20_000  # words remembered
_SOUND = re.compile(r"ph|eau|au|ai|ei|e[nm](?![aeiouy])|sc(?=[eiy])|ss|c(?=[eiy])|ti(?=[eo])|qu|ck|[zcqhy]|([a-z])\1")
_SOUNDS = {
    "ph": "f", "eau": "o", "au": "o", "ai": "e", "ei": "e", "en": "an", "em": "an", "sc": "s", "ss": "s", "ti": "s", "z": "s",
    "qu": "k", "ck": "k", "q": "k", "h": "", "y": "i",
}  # fmt: skip


class Spelling:
    """The trade words of a lexicon, found again through one wrong, missing or swapped letter past the first, or by ear."""

    def __init__(self, names: Mapping[str, Name], within: Iterable[str] = ()):
        """The names of one word, of which trades are found again and no kinds of house; words `within` longer names."""
        families = {
            word: name.families for word, name in names.items() if not name.hint and (not name.common or len(word) >= _LONG)
        }
        inside = [word for word in within if word not in names]
        self._families = families
        self._met = {word: word for word in (*names, *inside, *read_words("no-trades"))}
        self._by_deletion: dict[str, list[str]] = {}
        self._by_ear: dict[str, list[str]] = {}
        known = [word for word, named in families.items() if named and len(word) >= SHORTEST]
        for word in (*known, *(word for word in inside if len(word) >= _WITHIN)):
            if word.isalpha():
                self._by_ear.setdefault(heard(word), []).append(word)
                for cut in (word, *_deletions(word)):
                    self._by_deletion.setdefault(cut, []).append(word)

    def stems(self, words: Iterable[str]) -> list[str]:
        """The stem of each word, put right."""
        return [self.right(stem(word)) for word in words]

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
        if not near and len(word) > _LONG:
            near = {known for known in self._by_ear.get(heard(word), ()) if known[0] == word[0]}
        trades = {known for known in near if self._families.get(known)}
        near = trades or (near if len(word) >= _LONG else set())
        families = {self._families.get(known, ()) for known in near}
        return min(near, key=lambda known: (OSA.distance(word, known), known)) if len(families) == 1 else word


def heard(word: str) -> str:
    """A word roughly as it sounds: « electrissien » and « electricien » are one."""
    return _SOUND.sub(_sound, word)


def _sound(found: re.Match[str]) -> str:
    said = found[0]
    if said == "c":
        return "s" if found.string[found.end() : found.end() + 1] in ("e", "i", "y") else "k"
    return _SOUNDS.get(said, said[0])


def _deletions(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]
