"""Place words that the gazetteer does not hold: a slip of the pen is put right, the rest is for the writer to say again."""

import re
from itertools import islice

from config.lexicon import read_words
from core.territory.fold import fold
from core.territory.places import CITY
from dialogs.understanding.heard import Doubt, Setting
from dialogs.understanding.text import TAKEN, Text
from dialogs.understanding.words import words_of
from dialogs.where.ground import Ground
from dialogs.where.place_signs import weigh
from dialogs.where.places import Location, place_of, places_of

_AT = re.compile(
    r"(?<![a-z0-9])(?:a|au|aux|sur|vers|pres de|commune de|ville de|in) ((?:l'|les |la |le )?[a-z][a-z' -]{2,40}?)"
    r"(?=[^a-z' -]|$| (?:du|pour|en|le|la|et|de|dans|avec|tel|c'est|cest|for|from|qui|un|une|on|pr)\b)"
)
_SAINT = re.compile(r"(?<![a-z0-9])((?:st|ste|saint|sainte|sin|sint)[ -][a-z]{3,12})(?![a-z0-9])")
_LEAD = re.compile(
    r"^\W*(?:(?:pardon|non|euh|alors|c'est|cest|mi le|on est|nous sommes|je suis|nou le) ?,? ?)*(?:a|au|aux|sur|vers)? ?"
)
_SURE, _SURE_IN_SMALL = 0.85, 0.90  # similarity from which a name is taken: with a capital, without one
_SHORTEST = 5  # letters
_MOST_WORDS = 6
_WEIGHED, _TRIED = 20, 3  # candidates weighed, and looked up

Candidate = tuple[str, int]


def find_unknown_place(text: Text, setting: Setting) -> Location:
    """A name nearly right is taken when it is sure; asked for a place, what cannot be placed is a doubt with the words said."""
    for said, start in _candidates(text, setting):
        close = setting.gazetteer.closest(fold(said))
        span = text.origin(start, start + len(said))
        shown = text.span(start, start + len(said))
        if len(close) == 1 and close[0][1] >= _SURE and _likely(close[0][0].population, close[0][1], shown, setting):
            return Location(place_of(close[0][0]), span=span)
        if setting.asking == "place":
            return Location(doubt=Doubt("place", shown, places_of(commune for commune, _ in close)), span=span)
    return Location()


def _likely(population: int, score: float, shown: str, setting: Setting) -> bool:
    """In small letters only a well-known name is seen through a slip."""
    if setting.asking == "place" or shown[:1].isupper() or shown.lower().startswith("s"):
        return True
    return score >= _SURE_IN_SMALL and population >= CITY


def _candidates(text: Text, setting: Setting) -> list[Candidate]:
    folded = text.folded
    found = [(m[1], m.start(1)) for m in islice(_SAINT.finditer(folded), _WEIGHED)]
    found += [(m[1].strip(" -'"), m.start(1)) for m in islice(_AT.finditer(folded), _WEIGHED)]
    found = [candidate for candidate in found if _may_be_misspelt(candidate, text, setting)][:_TRIED]
    if setting.asking == "place" and not found and len(text.tokens) <= _MOST_WORDS and "?" not in folded:
        lead = _LEAD.match(folded)
        start = lead.end() if lead else 0
        rest = folded[start:].split(TAKEN)[0].strip(" .!,")
        found += [(rest, start)] if re.search(r"[a-z]{3}", rest) else []
    return found


def _may_be_misspelt(candidate: Candidate, text: Text, setting: Setting) -> bool:
    """Neither a known name (it was weighed, and left), nor a person's, nor a common word, nor denied."""
    said, start = candidate
    name = fold(said)
    known = read_words("not-places") | read_words("first-names") | read_words("no-names")
    if len(name) < _SHORTEST or setting.gazetteer.named(name) or known.issuperset(name.split(" ")):
        return False
    words = words_of(text)
    first = next((at for at, token in enumerate(words.tokens) if token.start >= start), None)
    ground = Ground(words, setting.gazetteer, frozenset(), {}, len(text.folded))
    return first is not None and weigh(first, first + 1, ground, 0) > 0
