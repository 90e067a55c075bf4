"""The name that ends a message without signature: « … Solenn », « c’est Gilberte à l’accueil », « lacoste bernard 06 70… »."""

import re

from config.lexicon import read_words
from dialogs.understanding.words import Words
from dialogs.who.firms import Ground, house, office
from dialogs.who.people import KNOWN, SHAPED, Name, first_name, name_at
from dialogs.who.runs import CONNECTORS, capital, joined, shouted

_FAR = 12  # words from the end where a name may stand
_NOT_AFTER = CONNECTORS | frozenset(
    "avec par pour chez mon ma notre votre nos vos que qui monsieur madame m mme saint sainte st ste lycee college ou comme "
    "jeune stagiaire eleve fils fille apprenti apprentie demander demandez".split()
)
_PARTING = frozenset("journee soiree merci cordialement cdt cdlt bientot salutations plus avance amities".split())
_SHORTEST, _LONGEST = 3, 12  # letters of a first name that no list knows


def last_name(ground: Ground) -> Name | None:
    """The person whose name ends the message, functions and services apart; None when the last words name nobody."""
    words = ground.words
    total = len(words.list)
    for at in range(total - 1, max(-1, total - _FAR), -1):
        name = name_at(at, total, words, ground.clues) if _may_open(at, words) else None
        if name and _ends(name, ground) and _stands(name, words) and not _town(name, ground):
            return name
    return small_name(words) or _unknown(ground) or _namesake(ground)


def _may_open(at: int, words: Words) -> bool:
    before = words.list[at - 1] if at else ""
    if at and words.gaps[at] == "-" and capital(at - 1, words):
        return False  # the « Yves » of « Jean-Yves »
    return (capital(at, words) or first_name(at, words)) and (before not in _NOT_AFTER or _told(at, words))


def _told(at: int, words: Words) -> bool:
    return words.list[max(0, at - 2) : at] in (("c", "est"), ("moi", "c")) or words.list[at - 1 : at] in (
        ("signe",),
        ("cest",),
        ("voila",),
    )


def _ends(name: Name, ground: Ground) -> bool:
    """Whether only what the person does follows: « Gladys Rivière des ressources humaines »."""
    words = ground.words
    whole = ground.clues.bears(words.list[slice(*name.own)])
    namesake = len(name.own) > 1 and words.list[name.own[1] - 1] in ground.clues.firm and not whole
    return (name.sure >= KNOWN or namesake) and all(
        words.list[i] in read_words("functions")
        or words.list[i] in CONNECTORS
        or house(i, words)
        or office(i, False, len(words.list), ground)
        for i in range(name.run[1], _before_place(name.run[1], ground))
    )


def _before_place(first: int, ground: Ground) -> int:
    """Where the words end, the commune after a function left out: « Christian chef pâtissier Saint-Louis »."""
    words, total = ground.words, len(ground.words.list)
    last = next((i for i in range(total - 1, max(first, total - 4), -1) if ground.is_place(words.original(i, total))), total)
    while last - 1 > first and words.list[last - 1] in ("saint", "sainte", "st", "ste", "le", "la"):
        last -= 1
    return last if first < last < total and words.list[first] in read_words("functions") else total


def _stands(name: Name, words: Words) -> bool:
    """A whole name stands anywhere; a first name alone after a stop, or where it is told."""
    at = name.run[0]
    if name.own[1] - name.own[0] > 1 and capital(name.own[0], words):
        return at > 2
    return at > 2 and (_told(at, words) or (_apart(at, words) and capital(at, words)))


def _town(name: Name, ground: Ground) -> bool:
    """« Cabinet Audit+, Nancy »: after a name and a comma, a commune is no first name."""
    words, at = ground.words, name.run[0]
    alone = name.run[1] - at == 1 and at > 0 and words.gaps[at].strip() in (",", "+,") and capital(at - 1, words)
    return alone and ground.is_place(words.original(*name.run))


def _apart(at: int, words: Words) -> bool:
    """Whether a stop, a line end or a little picture stands before a word."""
    return bool(re.search(r"[^ '\-&/+]", words.gaps[at]))


def small_name(words: Words) -> Name | None:
    """« lacoste bernard 06 70 31 08 64 » on the last line: two small words, one of them a first name."""
    total = len(words.list)
    first = total - 1
    while first > 0 and "\n" not in words.gaps[first] and total - first < 4:
        first -= 1
    run = (first, total)
    if first < 3 or not 2 <= total - first <= 3 or "\0" not in words.text.folded[words.tokens[-1].end :]:
        return None
    plain = all(words.list[i].isalpha() and len(words.list[i]) > 2 and not _listed(i, words) for i in range(*run))
    return Name(run, run, KNOWN) if plain and any(first_name(i, words) for i in range(*run)) else None


def _unknown(ground: Ground) -> Name | None:
    """One word with a capital alone at the end, where the header names no person: « … Solenn »."""
    words = ground.words
    at = len(words.list) - 1
    polite = at > 1 and words.list[at - 1] in _PARTING
    if at < 3 or ground.clues.person or not _apart(at, words) or _listed(at, words) or ("," in words.gaps[at] and not polite):
        return None
    word = words.list[at]
    if not (word.isalpha() and _SHORTEST <= len(word) <= _LONGEST and capital(at, words)) or ground.clues.firm == {word}:
        return None
    said = words.original(at, at + 1)
    if ground.is_place(said) or shouted(words.text.original) or any(c.isupper() for c in said[1:]) or joined(at, words):
        return None
    after = words.text.folded[words.tokens[at].end :].strip(" .!\n\0-:")
    return Name((at, at + 1), (at, at + 1), SHAPED) if not after else None


def _namesake(ground: Ground) -> Name | None:
    """« FLEURIOT, 78180 » from « Serrurerie Fleuriot »: the last line opens with the family name that the firm bears."""
    words, firm = ground.words, ground.clues.firm
    at = len(words.list) - 1
    while at > 0 and "\n" not in words.gaps[at]:
        at -= 1
    if at < 3 or len(firm) < 2 or words.list[at] not in firm or _listed(at, words) or not capital(at, words):
        return None
    return Name((at, at + 1), (at, at + 1), SHAPED) if at + 1 == len(words.list) or not joined(at + 1, words) else None


def _listed(i: int, words: Words) -> bool:
    return words.list[i] in read_words("no-names", "functions", "house-words", "offices") or house(i, words)
