"""When the writer leaves the dates to us (cues of config/lexicon/open-dates.csv), and the weekdays on which the house is shut."""

import re

from config.lexicon import read_cues
from config.pattern import Pattern, holds
from dialogs.when.date_words import WEEKDAYS

_DATES = ("date", "period", "calendrier", "creneau", "planning", "semaine")
_DAY = "|".join(WEEKDAYS)
_DAYS = rf"(?P<days>(?:{_DAY})(?:(?:, ?| et | ni | ou | and )(?:les? )?(?:{_DAY})){{0,6}})"
_WHOLE = r"(?! ?(?:matin|apres|soir|midi|\d|morning|afternoon))"
_SHUT = "pas|sauf|hors|hormis|ferme[a-z]*|fermeture|repos|relache|closed|except|not"
_CLOSED = (
    Pattern(rf"(?<![a-z])(?:{_SHUT})(?: (?:on|ouverts?|hebdo[a-z]*|travaille[a-z]*|:))?(?: (?:les?|du|on))? {_DAYS}{_WHOLE}"),
    Pattern(
        rf"(?<![a-z]){_DAYS}{_WHOLE}(?:,| :| =)? "
        r"(?:(?:on|nous|c'est|je|la boutique|le magasin|le restaurant|est|sont|sommes|suis) ){0,3}(?:ferme|repos|closed)"
    ),
)


def leaves_open(said: str) -> bool:
    """Whether the writer leaves the dates to us: « dates à convenir »; « ouvert toute l’année », « salaire à convenir » no."""
    found = [(cue.label, match) for cue, match in read_cues("open-dates").matches(said)]
    others = [match for label, match in found if label == "else"]
    return any(not any(_undone(match, other) for other in others) for label, match in found if label == "open")


def _undone(found: re.Match[str], other: re.Match[str]) -> bool:
    """Of two things said to be open, the nearer counts: « horaires flexibles, dates à convenir »."""
    if other.end() <= found.start() or found.end() <= other.start():
        return False
    return other.start() >= found.start() or not found[0].startswith(_DATES)


def closed_days(said: str) -> tuple[int, ...]:
    """The weekdays to leave out, Monday is 0: « pas le lundi », « fermé dimanche et lundi »; half days are no closure."""
    if not holds(said, WEEKDAYS):
        return ()
    found = [match["days"] for pattern in _CLOSED for match in pattern.finditer(said)]
    days = [WEEKDAYS.index(day) for days in found for day in re.findall("|".join(WEEKDAYS), days)]
    return tuple(dict.fromkeys(days))
