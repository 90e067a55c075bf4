"""How people write the name of a commune when they do not write it as INSEE does: one function a kind of slip.

Each takes a source of chance and a name; it returns the name with one slip of its kind, or None where there is no room for one.
"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

Slip = Callable[[Random, str], str | None]

_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")  # the letters of a French keyboard
_SOUNDS = (
    ("ph", "f"), ("eau", "o"), ("au", "o"), ("ai", "é"), ("ei", "é"), ("qu", "k"), ("an", "en"), ("en", "an"), ("ain", "in"),
    ("in", "ain"), ("y", "i"), ("ç", "ss"), ("ch", "sh"), ("ou", "oo"), ("th", "t"), ("c", "k"), ("k", "c"),
)  # fmt: skip
_WRONG_ACCENTS = {"é": "è", "è": "é", "ê": "é", "à": "a", "â": "à", "ô": "o", "î": "i", "ç": "c", "e": "é", "a": "â"}
_LINKS = (
    ("-sur-", " s/ "),
    ("-sur-", "/"),
    ("-sous-", " s/s "),
    ("-lès-", " les "),
    ("-en-", " "),
    ("Saint-", "S. "),
    ("-", "."),
)
_INNER = re.compile(r"(?<=[A-Za-zÀ-ÿ])[a-zà-ÿ]")  # a letter that opens no word


def _inner(chance: Random, name: str, wanted: str = "") -> int | None:
    """The place of one inner letter, one of those `wanted` if any are."""
    places = [found.start() for found in _INNER.finditer(name) if not wanted or name[found.start()] in wanted]
    return chance.choice(places) if places else None


def plain(name: str) -> str:
    """The name without its accents."""
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def drop(chance: Random, name: str) -> str | None:
    at = _inner(chance, name) if len(name) > 4 else None
    return None if at is None else name[:at] + name[at + 1 :]


def double(chance: Random, name: str) -> str | None:
    at = _inner(chance, name)
    return None if at is None else name[:at] + name[at] + name[at:]


def swap(chance: Random, name: str) -> str | None:
    at = _inner(chance, name)
    if at is None or at + 1 >= len(name) or not name[at + 1].isalpha() or name[at] == name[at + 1]:
        return None
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def hit_beside(chance: Random, name: str) -> str | None:
    at = _inner(chance, name, "".join(_ROWS)) if len(name) > 4 else None
    if at is None:
        return None
    row = next(row for row in _ROWS if name[at] in row)
    place = row.index(name[at])
    return name[:at] + chance.choice(row[max(place - 1, 0) : place] + row[place + 1 : place + 2]) + name[at + 1 :]


def accent(chance: Random, name: str) -> str | None:
    if plain(name) != name and chance.random() < 0.5:
        return plain(name)
    at = _inner(chance, name, "".join(_WRONG_ACCENTS))
    return None if at is None else name[:at] + _WRONG_ACCENTS[name[at]] + name[at + 1 :]


def hyphen(chance: Random, name: str) -> str | None:
    return re.sub(r"[-']", " ", name) if "-" in name else None


def article(chance: Random, name: str) -> str | None:
    short = re.sub(r"^(?:L[ae]s? |L')", "", name)
    return short if short != name else None


def saint(chance: Random, name: str) -> str | None:
    found = re.search(r"\bSaint(e?)-", name)
    if not found:
        return None
    said = chance.choice(("St", "St.", "st", "ST")) + found[1]
    return name[: found.start()] + said + chance.choice("- ") + name[found.end() :]


def hiss(chance: Random, name: str) -> str | None:
    if "ss" in name:
        return name.replace("ss", chance.choice(("s", "c")), 1)
    at = _inner(chance, name, "s")
    return None if at is None else name[:at] + chance.choice(("ss", "z")) + name[at + 1 :]


def by_ear(chance: Random, name: str) -> str | None:
    written = [(old, new) for old, new in _SOUNDS if old in name[1:]]
    if not written:
        return None
    old, new = chance.choice(written)
    return name[0] + name[1:].replace(old, new, 1)


def cut(chance: Random, name: str) -> str | None:
    return name[: -chance.randint(1, max(1, len(name) // 4))].rstrip(" -'") if len(name) > 5 else None


def case(chance: Random, name: str) -> str | None:
    return chance.choice((name.lower(), name.upper(), name.swapcase()))


def join(chance: Random, name: str) -> str | None:
    return re.sub(r"[-' ]", "", name) if re.search(r"[-' ]", name) else None


def abbreviate(chance: Random, name: str) -> str | None:
    usual = [(long, short) for long, short in _LINKS if long in name]
    if not usual:
        return None
    long, short = chance.choice(usual)
    return name.replace(long, short, 1)


SLIPS: dict[str, Slip] = {
    "dropped letter": drop, "doubled letter": double, "swapped letters": swap, "neighbouring key": hit_beside,
    "accent": accent, "hyphen lost": hyphen, "article lost": article, "St, Ste": saint, "s, ss, z": hiss,
    "by ear": by_ear, "cut short": cut, "case": case, "joined words": join, "abbreviation": abbreviate,
}  # fmt: skip
