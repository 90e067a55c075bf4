"""Place words that the gazetteer does not hold: a slip of the pen is put right, the rest is for the writer to say again."""

import re

from core.territory.fold import fold
from dialogs.understanding.heard import Doubt, Setting
from dialogs.understanding.places import Location, place_of, places_of
from dialogs.understanding.text import TAKEN, Text

_AT = re.compile(
    r"(?<![a-z0-9])(?:a|au|aux|sur|vers|pres de|commune de|ville de) ((?:l'|les |la |le )?[a-z][a-z' -]{2,40}?)"
    r"(?=[^a-z' -]|$| (?:du|pour|en|le|la|et|de|dans|avec|tel|c'est|cest)\b)"
)
_SAINT = re.compile(r"(?<![a-z0-9])((?:st|ste|saint|sainte|sin|sint)[ -][a-z]{3,12})(?![a-z0-9])")
_LEAD = re.compile(
    r"^\W*(?:(?:pardon|non|euh|alors|c'est|cest|mi le|on est|nous sommes|je suis|nou le) ?,? ?)*(?:a|au|aux|sur|vers)? ?"
)
_SURE = 0.85
_MOST_WORDS = 6


def find_unknown_place(text: Text, setting: Setting) -> Location:
    """A name nearly right is taken when it is sure; asked for a place, what cannot be placed is a doubt with the words said."""
    for said, start in _candidates(text, setting):
        close = setting.gazetteer.closest(fold(said))
        span = text.origin(start, start + len(said))
        shown = text.span(start, start + len(said))
        if len(close) == 1 and close[0][1] >= _SURE:
            return Location(place_of(close[0][0]), span=span)
        if setting.asking == "place":
            return Location(doubt=Doubt("place", shown, places_of(commune for commune, _ in close)), span=span)
    return Location()


def _candidates(text: Text, setting: Setting) -> list[tuple[str, int]]:
    folded = text.folded
    found = [(m[1], m.start(1)) for m in _SAINT.finditer(folded)]
    found += [(m[1].strip(" -'"), m.start(1)) for m in _AT.finditer(folded) if _capital(text, m.start(1))]
    if setting.asking == "place" and not found and len(text.tokens) <= _MOST_WORDS and "?" not in folded:
        lead = _LEAD.match(folded)
        start = lead.end() if lead else 0
        rest = folded[start:].split(TAKEN)[0].strip(" .!,")
        found += [(rest, start)] if re.search(r"[a-z]{3}", rest) else []
    return found[:3]


def _capital(text: Text, start: int) -> bool:
    return text.span(start, start + 1).isupper()
