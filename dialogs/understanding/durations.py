"""How long, and when not: durations in weeks, dates left open, days closed."""

import re

from dialogs.understanding.calendar_words import ANY_WEEKDAY, NUMBER, weekday_number
from dialogs.understanding.number_words import to_number

UNITS = r"semaines?|sem|smn|sm|smaines?|weeks?|mois|months?|jours?|jrs?|days?|quinzaines?"
DURATION = re.compile(
    rf"\b(?P<n>{NUMBER}|quinze)\s*(?:a\s+(?:{NUMBER})\s*)?(?P<u>{UNITS})\b(?!\s*(?:apres|avant|plus tard|de preavis|/|sur|par))"
)
NOT_A_STAY = re.compile(r"\b(?:il y a|depuis|dans|sous|ago|premieres?|dernieres?|chaque)\s*$")
OPEN_DATES = (
    r"toute l'annee", r"quand (?:vous|ils|tu|elle|il) (?:voul\w*|veut|veulent|souhait\w*)", r"a convenir", r"n'importe quand",
    r"dates? (?:flexibles?|libres?|au choix|ouvertes?|a (?:definir|fixer|votre convenance))", r"all year", r"any ?time", r"whenever",
    r"n'importe quel(?:le)? (?:moment|date|semaine|periode)", r"(?:suis|sommes|est|reste|on est) (?:tres )?flexibles?", r"to be agreed",
    r"flexibles? sur les dates", r"peu importe (?:les dates|quand)", r"a (?:votre|la) convenance", r"selon vos dates", r"tout le temps",
    r"flexible dates", r"dates? flexible", r"cale[rz] les dates", r"comme (?:vous voulez|ca vous arrange)",
)  # fmt: skip
FLEXIBLE = re.compile(rf"\b(?:{'|'.join(OPEN_DATES)})\b")
_DAYS = rf"(?:{ANY_WEEKDAY})s?"
CLOSED = re.compile(
    rf"\b(?:pas|sauf|hors|ferme\w*|closed|except|not)\s+(?:on\s+)?(?:les?\s+)?(?P<days>{_DAYS}(?:\s*(?:,|et|ni|ou|and)\s*(?:le\s+)?{_DAYS})*)"
)


def closed_days(folded: str) -> tuple[int, ...]:
    """The weekdays to leave out, Monday is 0: « pas le lundi », « fermé dimanche et lundi »."""
    days = [weekday_number(day) for found in CLOSED.finditer(folded) for day in re.findall(ANY_WEEKDAY, found["days"])]
    return tuple(dict.fromkeys(days))


def leaves_open(folded: str) -> bool:
    """Whether the writer leaves the dates to us: « dates à convenir », « quand vous voulez »."""
    return bool(FLEXIBLE.search(folded))


def take_duration(folded: str) -> tuple[int | None, str]:
    """The duration said, in weeks (15 days are 2, a month is 4), and the text without it."""
    for found in DURATION.finditer(folded):
        if not NOT_A_STAY.search(folded[max(0, found.start() - 20) : found.start()]):
            weeks = _weeks(15 if found["n"] == "quinze" else to_number(found["n"]), found["u"])
            if weeks:
                return weeks, folded[: found.start()] + " " * len(found[0]) + folded[found.end() :]
    return None, folded


def _weeks(count: int, unit: str) -> int | None:
    if unit.startswith(("s", "w")):
        return count if count < 53 else None
    if unit.startswith("m"):
        return count * 4 if count < 10 else None
    if unit.startswith("q"):
        return 2 * count
    return None if count < 5 else 2 if count in (14, 15) else round(count / 5)
