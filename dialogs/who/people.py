"""Names of persons as people write them: « Mme Grondin », « LE GOFF Nolwenn », « J.-C. Vitry », « Bruno et Maïté Robert »."""

from collections.abc import Sequence
from typing import NamedTuple

from config.lexicon import read_words
from dialogs.understanding.words import Words
from dialogs.who.clues import Clues
from dialogs.who.runs import Run, capital, house_word, joined, upper

TITLES = frozenset(
    "m mr mme mlle melle monsieur madame mademoiselle dr docteur me maitre pr prof professeur mrs ms miss sir "
    "adjudant sergent sgt capitaine cne lieutenant ltn commandant commandante "
    "cdt major brigadiere adjudante sergente lieutenante caporale "
    "colonel brigadier caporal gendarme".split()
)
_PARTICLES = frozenset("de du des d la le von van el ben da dos di bin ould ait".split())
_CIVIL = frozenset("m mr mme mlle monsieur madame dr".split())
_SHORT_TITLES = frozenset("m me pr ms cdt mr dr".split())
# First names that are common words when they are written small.
_COMMON = frozenset(
    "rose claire fleur aime blanche marine constant grace prune ange line junior fidele innocent desire prosper luna olive "
    "ravi come fortune marin victoire june will melody merlin roman colombe soline reine maxime charlie parfait".split()
)
_MOST = 5  # words of a name
KNOWN, LIKELY, SHAPED = 3, 2, 1  # a title, a first name or the header bears it out; an initial; two words with capitals


class Name(NamedTuple):
    """The words of a name, where they stand (the title is left out of `own`), and how sure it is one."""

    run: Run
    own: Run
    sure: int


def civil(name: Name, words: Words) -> bool:
    """Whether the title, if any, stays before a name: « Mme Grondin », and not « Adjudant »."""
    return name.run == name.own or words.list[name.run[0]] in _CIVIL


def first_name(i: int, words: Words) -> bool:
    """Whether a known first name stands here."""
    return words.list[i] in read_words("first-names")


def name_at(at: int, last: int, words: Words, clues: Clues) -> Name | None:
    """The name that opens at a word, title included; None when no person's name does."""
    own = _after_titles(at, last, words)
    if own >= last or words.list[own] in ("saint", "sainte", "st", "ste"):
        return None
    end = _couple(own, last, words, clues) or _end(own, last, words, clues)
    if end == own:
        return None
    sure = _sure(at, own, end, words, clues)
    return Name((at, end), (own, end), sure) if sure else None


def _after_titles(at: int, last: int, words: Words) -> int:
    here = at
    while here < last and here - at < 4 and _title(here, words) and (here == at or joined(here, words)):
        here += 1
        if here < last and words.list[here] in ("chef", "cheffe", "general") and words.gaps[here] == "-":
            here += 1
        if here + 1 < last and words.list[here] in ("et", "and") and _title(here + 1, words):  # « M. et Mme Grenier »
            here += 1
    return here if here == at or (here < last and _follows(here, words)) else at


def _title(i: int, words: Words) -> bool:
    word = words.list[i]
    return word in TITLES and (capital(i, words) or word not in _SHORT_TITLES)


def _follows(i: int, words: Words) -> bool:
    return joined(i, words) or words.gaps[i] in (". ", ".")


def _end(own: int, last: int, words: Words, clues: Clues) -> int:
    here = own + _registered(own, last, words)
    while here < last and here - own < _MOST and (here == own or joined(here, words)):
        if here > own and clues.firm == {words.list[here]}:  # « MICKAEL METALSUD »: the header's firm
            break
        if here > own and words.gaps[here].strip() in ("&", "+", "/"):
            break
        if here > own and words.gaps[here] == "'" and len(words.list[here]) == 1 and len(words.list[here - 1]) > 2:
            here += 1  # « Le Floc'h »
            continue
        particle = here > own and words.list[here] in _PARTICLES and _leads_to_a_name(here, last, words)
        if not particle and not _of_a_name(here, words) and not _surname(here, own, last, words):
            break
        here += 2 if particle and words.list[here + 1] in _PARTICLES else 1
    return here


def _registered(own: int, last: int, words: Words) -> int:
    """How many capitals open a family name that comes first: « LE GOFF Nolwenn », « DE LA TOUR Anne »."""
    here = own
    while here + 1 < last and here - own < 2 and words.list[here] in _PARTICLES and upper(here, words) and upper(here + 1, words):
        here += 1
    return here - own


def _leads_to_a_name(i: int, last: int, words: Words) -> bool:
    """A particle belongs to the name when a capital follows: « de Montclar », « LE BRIS », and no kind of house."""
    after = i + 1
    if after < last and capital(i, words) and capital(after, words) and joined(after, words) and words.list[i] in ("le", "la"):
        return not house_word(words.list[after])  # « Le Dû »
    if after < last and words.list[after] in _PARTICLES and joined(after, words):
        after += 1
    return after < last and joined(after, words) and _of_a_name(after, words) and not _trading(after, last, words)


def _trading(i: int, last: int, words: Words) -> bool:
    """« Nicolas d'Aqua Jardin »: what follows the particle is a firm."""
    here = i + 1
    while here < last and here - i < 3 and joined(here, words) and capital(here, words):
        if words.list[here] in read_words("house-words") or words.list[here] in read_words("houses"):
            return True
        here += 1
    return False


def _of_a_name(i: int, words: Words) -> bool:
    word = words.list[i]
    if any(c.isdigit() for c in word):
        return False
    if len(word) == 1 and capital(i, words):
        elided = i + 1 < len(words.list) and words.gaps[i + 1] == "'"
        return not elided or (word in "ond" and capital(i + 1, words))  # « O’Brien », and not « L’Ardoise »
    if first_name(i, words):
        return capital(i, words) or (len(word) > 3 and word not in _COMMON)
    return capital(i, words) and not _other(word)


def _surname(i: int, own: int, last: int, words: Words) -> bool:
    """« Valérie Moulin »: a trade or a house that ends a name after a first name."""
    if i == own or words.list[i] not in read_words("surnames") or not capital(i, words) or not first_name(i - 1, words):
        return False
    return i + 1 >= last or not joined(i + 1, words) or not capital(i + 1, words)


def _other(word: str) -> bool:
    return word in read_words("no-names", "functions", "house-words") or house_word(word)


def _couple(own: int, last: int, words: Words, clues: Clues) -> int:
    """« Bruno et Maïté Robert », « M. et Mme Grenier »: two first names or titles, one family name."""
    if own + 2 >= last or words.list[own + 1] not in ("et", "and") or not (joined(own + 1, words) and joined(own + 2, words)):
        return 0
    pair = first_name(own, words) and first_name(own + 2, words)
    end = _end(own + 2, last, words, clues)
    return end if pair and end > own + 2 else 0


def _sure(at: int, own: int, end: int, words: Words, clues: Clues) -> int:
    name = words.list[own:end]
    long = {word for word in name if len(word) > 1 and word not in _PARTICLES}
    if not any(len(word) > 1 for word in name):
        return 0
    if own > at or any(first_name(i, words) for i in range(own, end)):
        return KNOWN if _opens_well(at, own, words) or long <= clues.person else LIKELY
    if acronym(own, end, words):
        return 0
    if long and (long <= clues.person or (len(long) > 1 and _boxed(name, clues.box))):
        return KNOWN
    if len(name) > 1 and any(_initial(i, words) for i in range(own, end - 1)):
        return LIKELY
    if any((words.list[i] in _PARTICLES and not capital(i, words)) or len(words.list[i]) == 1 for i in range(own, end - 1)):
        return 0
    return SHAPED if len(long) in (2, 3) and all(capital(i, words) for i in range(own, end) if words.list[i] in long) else 0


def _initial(i: int, words: Words) -> bool:
    """A letter for a first name; a stop follows where the letter is a word as well: « A. Thiaw », and not « Ô Petits Soins »."""
    return len(words.list[i]) == 1 and capital(i, words) and ("." in words.gaps[i + 1] or words.list[i] not in "aoyd")


def acronym(own: int, end: int, words: Words) -> bool:
    """Whether letters stand before a word in the usual case: « CIS Fougères »."""
    letters = upper(own, words) and len(words.list[own]) < 5 and words.list[own] not in _PARTICLES
    return letters and own + 1 < end and not upper(own + 1, words)


def _boxed(name: Sequence[str], box: frozenset[str]) -> bool:
    """Whether the words before the @ are this name's: « s.lacaze », « jc.vitry », « pobrien »."""
    for word in name:
        others = [other for other in name if other != word]
        if word in box and any(other in box or any(other.startswith(part) and len(part) < 3 for part in box) for other in others):
            return True
        if any(other[0] + word in box for other in others):
            return True
    return False


def _opens_well(at: int, own: int, words: Words) -> bool:
    """A title, a first name at the front, or one at the end in the order of registers: « LE GOFF Nolwenn »."""
    return own > at or first_name(own, words) or upper(own, words)
