"""The answers proposed with a question, as data: what an option's id says of the draft, and which one a short answer picks."""

import re
from datetime import date
from typing import cast

from core.pool.draft import Draft, Kind, Period, Place
from core.territory.fold import fold

POLITE = frozenset(
    "bonjour bonsoir merci svp s il vous plait cordialement le la l les numero no n choix reponse je veux voudrais".split()
)
ORDINALS = {
    "premier": 1,
    "premiere": 1,
    "un": 1,
    "first": 1,
    "one": 1,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "deux": 2,
    "two": 2,
}
ORDINALS |= {"troisieme": 3, "third": 3, "trois": 3, "three": 3, "dernier": 3, "derniere": 3, "last": 3}
MORE_ORDINALS = {"quatrieme": 4, "fourth": 4, "quatre": 4, "four": 4, "cinquieme": 5, "fifth": 5, "cinq": 5, "five": 5}
LAST = ("dernier", "derniere", "last")
# Words that may stand around a number that picks: « pour moi ce sera la 2 », « option 2, bien à vous », « the second one ».
AROUND = POLITE | frozenset(
    "madame monsieur hello option proposition solution possibilite point ce c est sera serait ca pour moi nous on plutot donc"
    " prends choisis retiens prefere prefererais mon notre bien a vous sincerement bonne journee d avance oui ok"
    " the please thanks thank you number choice answer it is i we choose prefer best regards kind one yes".split()
)
NUMBER = re.compile(r"(\d{1,2})(?:er|ere|e|eme|nd|nde|st|rd|th)?")
LONGEST = 300  # characters of an answer that is only a choice
NAME = 4  # words of a signature


def change_of(option: str) -> Draft | None:
    """`place=97411=Saint-Denis`, `programme=cap-cuisine`, `kind=pfmp`: what choosing it says; None for anything else."""
    slot, _, value = option.partition("=")
    match slot:
        case "place":
            insee, _, name = value.partition("=")
            return Draft(place=Place(insee, name))
        case "programme":
            return Draft(programmes=(value,))
        case "dates":
            start, end = (day_of(part) for part in value.partition("=")[::2])
            return Draft(periods=(Period(start, end),)) if start and end and start <= end else None
        case "kind":
            return Draft(kind=cast(Kind, value))
    return None


def day_of(text: str) -> date | None:
    """An ISO day; None for what a button of ours never says."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def number_said(said: str, count: int) -> int | None:
    """The one of `count` numbered choices that an answer picks, from 1: « 2 », « 2. », « le 2 », « la deuxième », « last ».

    Courtesy and a name below do not count; any other word makes it an answer of its own, and None.
    """
    found: int | None = None
    for line in said[: LONGEST + 1].split("\n") if len(said) <= LONGEST else ():
        given = [word for word in re.findall(r"[a-z0-9]+", fold(line)) if word not in AROUND or word in ORDINALS]
        if not given or (found is not None and _is_name(line)):
            continue
        if found is not None or (number := _number(given, count)) is None:
            return None
        found = number
    return found if found is not None and 1 <= found <= count else None


def said_alone(said: str) -> str:
    """The one line that a short letter is about, without courtesy and the name below; empty when there are several, or none."""
    found = ""
    for line in said.split("\n") if len(said) <= LONGEST else ():
        courtesy = all(word in AROUND for word in re.findall(r"[a-z0-9]+", fold(line)))
        if courtesy or (found and _is_name(line)):
            continue
        if found:
            return ""
        found = line
    return found


def _number(given: list[str], count: int) -> int | None:
    if given[0] in ("un", "one") and len(given) == 1:
        return 1
    given = [word for word in given if word not in ("un", "one")]  # « the second one »
    if len(given) != 1:
        return None
    if given[0] in LAST:
        return count
    number = NUMBER.fullmatch(given[0])
    return int(number[1]) if number else (ORDINALS | MORE_ORDINALS).get(given[0])


def _is_name(line: str) -> bool:
    words = line.replace("-", " ").split()
    return len(words) <= NAME and all(word.strip(".,").isalpha() and word[0].isupper() for word in words)
