"""The words of time, as patterns over folded text: months with their short forms, durations, repairs, and what is no stay."""

import re
from collections.abc import Callable

from dialogs.understanding.number_words import NUMBER_WORDS, to_number

FORMS = {
    1: "janvier|janv|jan|january", 2: "fevrier|fevr|fev|february|feb|fevier", 3: "mars|march", 4: "avril|avr|april", 5: "mai|may",
    6: "juin|june", 7: "juillet|juil|july", 8: "aout|august", 9: "septembre|sept|september", 10: "octobre|oct|october",
    11: "novembre|nov|november", 12: "decembre|dec|december",
}  # fmt: skip
_ANY = "|".join(sorted((form for forms in FORMS.values() for form in forms.split("|")), key=len, reverse=True))
_NUMBERS = {form: number for number, forms in FORMS.items() for form in forms.split("|")}
NUMBER = rf"\d{{1,2}}|{NUMBER_WORDS}|une?|one"


def MONTH(name: str) -> str:  # noqa: N802  (reads as part of a pattern)
    """A month, named as a group."""
    return rf"(?P<{name}>{_ANY})\b\.?"


def DAY(name: str) -> str:  # noqa: N802  (reads as part of a pattern)
    """A day of the month, with its weekday or without."""
    return rf"(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+)?(?P<{name}>[1-9]|[12]\d|3[01]|0[1-9])(?:er|st|nd|rd|th)?(?![\d/:h])"


def YEAR(name: str) -> str:  # noqa: N802  (reads as part of a pattern)
    """A year of this century, named as a group."""
    return rf"(?P<{name}>20\d\d)"


def month_number(said: str) -> int:
    """1 to 12 from a month's name or number; ValueError beyond."""
    if said.isdigit():
        if not 1 <= int(said) <= 12:
            raise ValueError(said)
        return int(said)
    return _NUMBERS[said]


def number_of(said: str) -> int:
    """Digits or words."""
    return to_number(said)


_RANGE = rf"(?P<head>\b(?:du|de|le)?\s*\d{{1,2}}(?:er)?(?:\s+(?:{_ANY}))?\s*(?:au|a|-)\s*\d{{1,2}}(?:er)?\s+)(?P<old>{_ANY})\b"
_SORRY = r"[\s,.(]*(?:(?:euh|heu|non|pardon|plutot|enfin|je veux dire|en fait)[\s,.)]*)+(?:en\s+)?"


def _repaired(found: re.Match[str]) -> str:
    said = f"{found['head']}{found['new']}"
    return said + " " * (len(found[0]) - len(said))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


# Corrections inside the message, made before anything is read.
REPAIRS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(_RANGE + _SORRY + rf"(?P<new>{_ANY})\b"), _repaired),
    (re.compile(rf"\b(?:et |mais |plutot )?(?:pas|ni|sauf|hors|except|not)\s+(?:en\s+|au\s+mois\s+de\s+|le\s+|du\s+|in\s+)?(?:\d{{1,2}}\s*(?:au\s*\d{{1,2}}\s*)?)?(?:debut\s+|fin\s+)?(?:{_ANY})\b"), _blank),
    (re.compile(r"\bet (?:pas|non) (?:du|le|de) \d{1,2}\b(?:\s+au\s+\d{1,2})?"), _blank),
)  # fmt: skip
# Dates that are not of the stay: deadlines, the past, founding years, opening hours.
OUT = tuple(re.compile(pattern) for pattern in (
    rf"\b(?:avant|d'ici|jusqu'au|jusqu'en|before|by|depuis|since|par rapport a|lors du|reponse)\s+(?:le\s+|la\s+|fin\s+|the\s+)?(?:\d{{1,2}}(?:er)?\s+)?(?:{_ANY})\b(?:\s+20\d\d)?",
    rf"\b(?:{_ANY})\s+(?:dernier|passe|last)\b", r"\bsemaine\s+(?:derniere|passee)\b",
    r"\b\d{1,2}\s*h(?:eures?)?\s*(?:\d\d)?\s*(?:-|a|et)\s*\d{1,2}\s*h(?:\d\d)?",
))  # fmt: skip
DURATION = re.compile(
    rf"\b(?P<n>{NUMBER}|quinze)\s*(?:a\s+(?:{NUMBER})\s*)?(?P<u>semaines?|sem|smn|sm|smaines?|weeks?|mois|months?|jours?|jrs?|days?|quinzaines?)\b"
    r"(?!\s*(?:apres|avant|plus tard|de preavis|/|sur|par))"
)
_SKIP = re.compile(r"\b(?:il y a|depuis|dans|sous|ago|premieres?|dernieres?|chaque)\s*$")
FLEXIBLE = re.compile(
    r"\b(?:toute l'annee|quand (?:vous|ils|tu|elle|il) (?:voul\w*|veut|veulent|souhait\w*)|dates? (?:a convenir|flexibles?|libres?|au choix|ouvertes?|a (?:definir|fixer|votre convenance))|"
    r"a convenir|n'importe quand|n'importe quel(?:le)? (?:moment|date|semaine|periode)|(?:suis|sommes|est|reste|on est) (?:tres )?flexibles?|flexibles? sur les dates|peu importe (?:les dates|quand)|"
    r"a (?:votre|la) convenance|selon vos dates|tout le temps|any ?time|all year|whenever|flexible dates|dates? flexible|to be agreed|caler? les dates|calez les dates|comme (?:vous voulez|ca vous arrange))\b"
)
_WEEKDAYS = {name: number for number, names in enumerate(
    ("lundi|lundis|monday", "mardi|mardis|tuesday", "mercredi|mercredis|wednesday", "jeudi|jeudis|thursday", "vendredi|vendredis|friday",
     "samedi|samedis|saturday", "dimanche|dimanches|sunday")) for name in names.split("|")}  # fmt: skip
_DAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
CLOSED = re.compile(rf"\b(?:pas|sauf|hors|ferme\w*|closed|except|not)\s+(?:on\s+)?(?:le\s+|les\s+)?((?:{_DAY})(?:\s*(?:,|et|ni|ou|and)\s*(?:le\s+)?(?:{_DAY}))*)")


def closed_days(folded: str) -> tuple[int, ...]:
    """The weekdays to leave out, Monday is 0: « pas le lundi », « fermé dimanche et lundi »."""
    days = [_WEEKDAYS[day] for found in CLOSED.finditer(folded) for day in re.findall(_DAY, found[1])]
    return tuple(dict.fromkeys(days))


def weeks_of(folded: str) -> tuple[int | None, str]:
    """The duration said, in weeks (15 days are 2, a month is 4), and the text without it."""
    for found in DURATION.finditer(folded):
        if _SKIP.search(folded[: found.start()][-20:]):
            continue
        count = 15 if found["n"] == "quinze" else to_number(found["n"])
        unit = found["u"]
        rest = folded[: found.start()] + " " * len(found[0]) + folded[found.end() :]
        if unit.startswith(("sem", "smn", "sm", "week")):
            return (count, rest) if 0 < count < 53 else (None, folded)
        if unit.startswith(("mois", "month")):
            return (count * 4, rest) if count < 10 else (None, rest)
        if unit.startswith("quinz"):
            return 2 * count, rest
        if count >= 5:
            return (2 if count in (14, 15) else round(count / 5)), rest
    return None, folded


