"""The person to call back whom the text names: announced (« demandez X »), beside a phone number, or speaking for himself."""

import re
from typing import NamedTuple

from config.lexicon import read_words
from core.territory.fold import fold
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words
from dialogs.who.firms import Ground, house
from dialogs.who.people import KNOWN, TITLES, Name, civil, first_name, name_at
from dialogs.who.runs import capital, joined, upper

ANNOUNCED, BESIDE, SELF, SIGNED = 9, 8, 7, 6
_CUES = frozenset(
    "contact contacter contactez contactes joindre joignez appeler appelez appelle appel rappeler rappelez demander demandez "
    "adresser adressez interlocuteur interlocutrice celles call ask reach voir voyez tel telephone telephoner "
    "attention ecrire ecrivez suivie suivi successeur remplacant remplacante interlocutrices".split()
)
_NEED_WITH = frozenset("voir voyez".split())  # « voir avec X », « voir Mme X », not « voir X »
_MINE = frozenset("je j ai avons on essaie essaye essayer ete".split())  # « j’essaie de joindre X »: the writer calls
_FROM_NOW = frozenset("mais desormais maintenant dorenavant now".split())
_ANSWERABLE = frozenset("referent referente responsable correspondant correspondante personne tuteur tutrice".split())
_KIN = frozenset("collegue collegues mari femme fille fils frere soeur epouse epoux directement moi".split())
_FAR, _CLOSE = 9, 3  # words from the announcement to a name, and to a word that no list knows
_I_AM = (
    ("je", "m", "appelle"), ("moi", "c", "est"), ("je", "suis"), ("my", "name", "is"), ("i", "am"), ("i", "m"), ("this", "is"),
    ("it", "s"), ("c", "est"), ("moi", "c"), ("cest",), ("ici",), ("je", "me", "nomme"), ("c",),
)  # fmt: skip
_I_AM_ENDS = frozenset(said[-1] for said in _I_AM)
_ANYWHERE = frozenset((("je", "m", "appelle"), ("my", "name", "is"), ("je", "me", "nomme"), ("moi", "c", "est")))
_BEFORE_SELF = frozenset(
    "bonjour bonsoir salut slt bjr bsr hello hi coucou cc moi et oui alors bonswar donc voila ben euh ok re yo allo wesh "
    "salam bonzour".split()
)
_BESIDE = frozenset("au tel telephone portable port mobile gsm joignable est c num numero a le sur".split())
_AFTER_PHONE = re.compile(r"[\0 ]{0,30}(?:[-(,:]|demander|demandez|c'est|\.)?[ (]{0,3}")
_INSIDE = frozenset("de d du des la les le chez a aux".split())
_NEAR = 24  # characters between a name and its number


class Person(NamedTuple):
    """A name found, and where; `strength` orders several."""

    name: str
    span: Span
    strength: int


def find_person(ground: Ground, phones: list[Span]) -> Person | None:
    """The best-supported name: announced as the contact, beside a phone number, or said of oneself."""
    people = list(_people(ground, phones))
    return max(people, key=lambda person: person.strength, default=None)


def full_name(person: Person, ground: Ground) -> Person:
    """« appelez Alain » is Alain Bastié where the message names him in full."""
    words = ground.words
    if " " in person.name or "-" in person.name:
        return person
    for at in range(len(words.list) - 1):
        if words.list[at] == fold(person.name) and capital(at, words) and capital(at + 1, words):
            name = name_at(at, len(words.list), words, ground.clues)
            if name and name.own[1] - name.own[0] > 1:
                return Person(_cased(words.original(*name.own)), person.span, person.strength)
    return person


def person_of(name: Name, words: Words, strength: int) -> Person:
    """A person of these words, in the case that people write names in."""
    said = words.original(*(name.run if civil(name, words) else name.own))
    return Person(_cased(said), words.span(*name.run), strength)


def fuller(name: str, sender: str | None) -> str:
    """The sender's name where it is the same person's and says more: « H. Le Moigne » from Hervé Le Moigne."""
    said, header = _parts(name), _parts(sender or "")
    if not said & header or " " not in (sender or "").strip():
        return name
    if re.search(r" d(?:e |u |es |['’])", name) and name.split(maxsplit=1)[0] in (sender or "").split():
        return sender or name  # « Killian de Terres d'Azur »: the header tells where the name ends
    same = all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in header) for word in said)
    short = len(said) < len(header) or any(len(word) == 1 for word in said)
    return sender if sender and same and short else name


def _parts(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", fold(name))) - TITLES


def _cased(said: str) -> str:
    parts = [part for part in said.replace("\n", " ").split(" ") if part]
    shaped = [p.capitalize() if p.isupper() and len(p) > 2 and p.isalpha() else p for p in parts]
    small = len(parts) <= 3 and said == said.lower()
    return " ".join("-".join(w[:1].upper() + w[1:] for w in p.split("-")) if small else p for p in shaped)


def _people(ground: Ground, phones: list[Span]) -> "list[Person]":
    words = ground.words
    found: list[Person] = []
    cued = not _CUES.isdisjoint(words.list) or "\0" in words.text.folded
    free = 0
    for at in _openings(words):
        if at < free or not (cued or _by_itself(at, words)):
            continue
        name = _name(at, ground)
        strength = _strength(at, name, ground, phones) if name else 0
        if name and strength:
            found.append(person_of(name, words, strength))
        free = name.run[1] if name else 0
    return found


def _openings(words: Words) -> list[int]:
    """The words that a name may open with: a capital, a first name, a title."""
    firsts, capitals = read_words("first-names"), words.capitals
    return [at for at, word in enumerate(words.list) if capitals[at] or word in firsts or word in TITLES]


def _by_itself(at: int, words: Words) -> bool:
    """Whether a word may open a name without a cue or a number anywhere: a first name, a title, or after « ici », « c'est »."""
    return first_name(at, words) or words.list[at] in TITLES or (at > 0 and words.list[at - 1] in _I_AM_ENDS)


def _name(at: int, ground: Ground) -> Name | None:
    """A name that opens here; one word with a capital that no list knows may be one where it is announced."""
    words = ground.words
    name = name_at(at, len(words.list), words, ground.clues)
    if name is None and capital(at, words) and not _other(at, words):
        return Name((at, at + 1), (at, at + 1), 0)
    return name


def _other(i: int, words: Words) -> bool:
    listed = words.list[i] in read_words("no-names", "functions", "house-words", "offices")
    return listed or house(i, words) or any(c.isdigit() for c in words.list[i])


def _strength(at: int, name: Name, ground: Ground, phones: list[Span]) -> int:
    words = ground.words
    if at and words.list[at - 1] in ("saint", "sainte", "st", "ste", "lycee", "college", "rue", "ecole", "cfa"):
        return 0
    if _replaced(at, words):
        return 0
    if _announced(at, name, words) or _replaces(at, name, words):
        return ANNOUNCED
    if name.sure >= KNOWN and not _within_a_name(at, words) and _before_phone(name, words, phones):
        return BESIDE
    if _after_phone(name, words) or _told_with_number(at, name, words, phones):
        return BESIDE
    return SELF if _of_oneself(at, name, words) else 0


def _announced(at: int, name: Name, words: Words) -> bool:
    """Whether « demandez », « contact : », « joindre son tuteur, »… leads to this word within its sentence."""
    here, far = at, _FAR if name.sure else _CLOSE
    if not name.sure and upper(at, words):
        return False
    while here > 0 and at - here < far:
        if not _leads_on(here, at, words):
            return False
        here -= 1
        if words.list[here] in _CUES:
            return _announces(here, at, words)
    return False


def _replaced(at: int, words: Words) -> bool:
    """« le contact n’est plus M. X », « à la place de X », « X remplace Y »: who is no longer to be called."""
    before = [word for word in _sentence_before(at, words)[-5:] if word not in TITLES]
    if before[-2:] in (["est", "plus"], ["est", "pas"], ["et", "non"], ["et", "pas"], ["sera", "plus"]):
        return True
    return before[-3:] in (["la", "place", "de"], ["la", "place", "d"]) or before[-2:] in (["lieu", "de"], ["lieu", "d"])


def _replaces(at: int, name: Name, words: Words) -> bool:
    """« le contact n’est plus X mais Y », « notre référente est désormais Y »: who is to be called from now on."""
    if name.sure < KNOWN or not at or words.list[at - 1] not in _FROM_NOW:
        return False
    before = _sentence_before(at, words)
    return not _CUES.isdisjoint(before) or not _ANSWERABLE.isdisjoint(before)


def _leads_on(here: int, at: int, words: Words) -> bool:
    """Whether the reading may go back over the gap before a word: no sentence end, a comma only after what a person is."""
    gap = words.gaps[here].strip(" '\"-")
    before = words.list[here - 1]
    if capital(here, words) and here < at and words.list[here] not in _CUES and not _reference(here, words):
        return False
    if not gap or (gap == "." and len(before) <= 3):
        return True
    if gap.strip("\0 ") == ":":
        return True
    told = before in read_words("functions") or before in _KIN
    return gap.strip("\0 ") in (",", "(", "") and (told or "\0" in gap)


def _reference(i: int, words: Words) -> bool:
    """« pour l’offre OF-2027-00127 »: the number of an offer names nobody."""
    return words.list[i] == "of" and i + 1 < len(words.list) and words.list[i + 1].isdigit()


def _announces(cue: int, at: int, words: Words) -> bool:
    word = words.list[cue]
    between = words.list[cue + 1 : at]
    before = _sentence_before(cue, words)
    if word in ("celles",):
        return "coordonnees" in before
    if word in _NEED_WITH and between[:1] != ("avec",) and (between or words.list[at] not in TITLES):
        return False
    if word in ("suivie", "suivi") and between[:1] != ("par",):
        return False
    if word == "attention" and before[-1:] != ["l"]:
        return False
    if word in ("demander", "demandez", "appel", "appelle") and between[:1] in (("a",), ("au",), ("de",), ("du",)):
        return False
    if word == "contact" and between and between[0] in ("avec", "de", "du") and not {"prendre", "prenez"} & set(before):
        return False
    if word in ("tel", "telephone") and "\0" not in words.text.folded[words.tokens[cue].end : words.tokens[at].start]:
        return False
    if word == "appelle" and before[-1:] in (["m"], ["s"]):  # « je m'appelle X », and not « il s'appelle X »
        return before[-1:] == ["m"]
    return not _MINE & set(before[-5:]) or "vous" in before[-3:]


def _sentence_before(i: int, words: Words) -> list[str]:
    start = i
    while start > 0 and i - start < 12 and not re.search(r"[!?\n]", words.gaps[start]):
        if "." in words.gaps[start] and words.list[start - 1] not in TITLES:  # « M. Delage »
            break
        start -= 1
    return list(words.list[start:i])


def _told_with_number(at: int, name: Name, words: Words, phones: list[Span]) -> bool:
    """« C’est Josian au 0262 38 45 17 »: a name that no list knows, told with its number."""
    after = words.list[name.run[1] : name.run[1] + 1]
    return words.list[max(0, at - 2) : at] == ("c", "est") and after == ("au",) and _before_phone(name, words, phones)


def _within_a_name(at: int, words: Words) -> bool:
    """« La Table de Gaston 0262… », « Boucherie Anselme 0262… »: the first name ends a firm's."""
    if at and joined(at, words) and house(at - 1, words) and capital(at - 1, words):
        return True
    return at > 1 and words.list[at - 1] in _INSIDE and capital(at - 2, words) and joined(at, words) and joined(at - 1, words)


def _before_phone(name: Name, words: Words, phones: list[Span]) -> bool:
    _, end = words.span(*name.run)
    for start, _ in phones:
        between = words.text.original[end:start] if 0 <= start - end <= _NEAR else "\n\n"
        if between.count("\n") < 2 and set(re.findall(r"[a-z0-9]+", between.lower())) - {"é", "t"} <= _BESIDE | {"tél", "l", "n"}:
            return True
    return False


def _after_phone(name: Name, words: Words) -> bool:
    """« 0692 30 12 86 (Dominique) », « 0692 41 77 03 Dédé » at the end."""
    first, last = name.run
    folded = words.text.folded
    taken = folded.rfind("\0", max(0, words.tokens[first].start - 16), words.tokens[first].start)
    if taken < 0 or not _AFTER_PHONE.fullmatch(folded, taken, words.tokens[first].start):
        return False
    closes = not folded[words.tokens[last - 1].end :].strip(" .!)\n")
    return closes or (name.sure >= KNOWN and folded[words.tokens[last - 1].end :].lstrip(" ")[:1] in (")", ".", ",", "\n"))


def _of_oneself(at: int, name: Name, words: Words) -> bool:
    """« je m’appelle X », « ici X », « c’est X du garage »; not « c’est Mathis qui… »."""
    if not at or words.list[at - 1] not in _I_AM_ENDS:
        return False
    before = _sentence_before(at, words)
    at_home = _of_a_house(name.run[1], words) and before[-2:] != ["je", "suis"]
    if name.sure < KNOWN and not at_home and not any(tuple(before[-len(said) :]) == said for said in _ANYWHERE):
        return False
    after = words.list[name.run[1]] if name.run[1] < len(words.list) else ""
    for said in _I_AM:
        if tuple(before[-len(said) :]) == said:
            lead = before[: -len(said)]
            return (said in _ANYWHERE or set(lead) <= _BEFORE_SELF) and after not in ("qui", "que", "a", "est")
    return False


def _of_a_house(i: int, words: Words) -> bool:
    """« c’est Momo du Kebab d’Or »: whoever is of a house is somebody."""
    if words.list[i : i + 1] not in (("du",), ("de",), ("des",), ("d",)):
        return False
    at = i + 1 + (words.list[i + 1 : i + 2] in (("la",), ("l",)))
    return at < len(words.list) and house(at, words)
