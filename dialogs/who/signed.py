"""The signature: who signs and for which firm, from the pieces of its lines in any order."""

from collections.abc import Iterator
from typing import NamedTuple

from config.lexicon import read_words
from dialogs.understanding.text import Span
from dialogs.understanding.words import Words
from dialogs.who.firms import BORNE_OUT, OPENERS, SURE, WEAK, Ground, Organisation, firm_in, house, office, own_name
from dialogs.who.people import KNOWN, SHAPED, Name, name_at
from dialogs.who.people import LIKELY as LIKELY_NAME
from dialogs.who.runs import ARTICLES, CONNECTORS, Run, capital, joined, pieces, shouted

# Words of politeness before a name on the same line: « Merci d’avance, Odile », « Bonne journée Régis ».
_POLITE = frozenset(
    "merci cordialement cdt cdlt bien tres a vous bientot plus tard bonne bonnes bon belle journee soiree reception semaine we "
    "week end fin d avance par salutations sinceres cordiales cordial meilleures respectueusement amicalement thanks thank you "
    "best kind warm regards wishes sincerely yours many cheers avec nos mes excuses remerciements et de tout coeur fetes "
    "continuation lecture dans l attente votre retour reponse au plaisir vite mille beaucoup bcp amities le la les sportivement "
    "signe signee pour p o po moi c est".split()
)
_LEADS = CONNECTORS | {"chez", "from", "at", "pour", "of", "par"}


class Signed(NamedTuple):
    """Who signs, for which firm, and where the first of them stands in the folded text."""

    person: Name | None = None
    firm: Organisation | None = None
    start: int | None = None


class _Piece(NamedTuple):
    """What some words of a signature may be: a person, a firm, or either."""

    run: Run
    name: Name | None = None
    firm: Organisation | None = None


def read_signed(ground: Ground, units: list[Span]) -> Signed:
    """The person and the firm of a signature; a name that may be either is told by what stands beside it."""
    found = [piece for unit in units for piece in _read(unit, ground)]
    person = _person(found, ground)
    firm = _firm([piece for piece in found if piece is not person], person, ground)
    starts = [piece.run[0] for piece in (person, firm) if piece]
    return Signed(
        person.name if person else None,
        firm.firm if firm else None,
        ground.words.tokens[min(starts)].start if starts else None,
    )


def _person(found: list[_Piece], ground: Ground) -> _Piece | None:
    """The first whose name is sure; for want of one, the first that has the shape of a name, if the header names nobody."""
    named = [piece for piece in found if piece.name]
    sure = [piece for least in (KNOWN, LIKELY_NAME) for piece in named if piece.name and piece.name.sure >= least]
    if sure or ground.clues.person:
        return sure[0] if sure else None
    unlike = (piece for piece in named if not ground.clues.bears(ground.words.list[slice(*piece.run)]))
    return next((piece for piece in unlike if not piece.firm or piece.firm.sure < BORNE_OUT), None)


def _firm(found: list[_Piece], person: _Piece | None, ground: Ground) -> _Piece | None:
    """The surest firm, the first of equals; one that nothing bears out counts below a person, where the header names none."""
    best = max((piece.firm.sure for piece in found if piece.firm), default=0)
    first = next((piece for piece in found if piece.firm and piece.firm.sure == best), None)
    if first is None or (best < SURE and shouted(ground.words.text.original)):
        return None
    if best > WEAK:
        return first
    if person is None or ground.clues.firm:
        return None
    after = next((piece for piece in found if piece.firm and piece.run[0] >= person.run[1]), None)
    before = [piece for piece in found if piece.firm and piece.run[1] == person.run[0]]  # the line just before
    return after or (before[-1] if before else None)


def _read(unit: Span, ground: Ground) -> Iterator[_Piece]:
    words = ground.words
    inside = [i for i, token in enumerate(words.tokens) if unit[0] <= token.start < unit[1]]
    if not inside:
        return
    first, last = _after_politeness(inside[0], inside[-1] + 1, words), inside[-1] + 1
    thanked = first > inside[0] and words.list[first - 1] == "merci" and first < last and joined(first, words)
    for run in pieces(first, last, words):
        yield from (piece for piece in _parts(run, ground) if not thanked or _senders(piece, ground))


def _senders(piece: _Piece, ground: Ground) -> bool:
    """« merci Nathalie » is said to somebody, unless the header bears the name."""
    return piece.name is None or not (ground.clues.person | ground.clues.firm).isdisjoint(ground.words.list[slice(*piece.run)])


def _after_politeness(first: int, last: int, words: Words) -> int:
    here = first
    while here < last and words.list[here] in _POLITE and not (here > first and "\n" in words.gaps[here]):
        here += 1
    while here > first and _opens_a_name(here - 1, words):
        here -= 1
    return here


def _opens_a_name(i: int, words: Words) -> bool:
    """« Au Pain Péi », « Les Tréteaux », « A. Thiaw »: a small word with a capital before another."""
    word = words.list[i]
    return capital(i, words) and capital(i + 1, words) and (word in ARTICLES | OPENERS or len(word) == 1)


def _parts(run: Run, ground: Ground) -> Iterator[_Piece]:
    """A piece read from the left: a person, what the person does, and the firm where it is done."""
    words, clues = ground.words, ground.clues
    start = _after_function(run, ground)
    name = name_at(start, run[1], words, clues) if start < run[1] else None
    if name and start > run[0] and name.sure < KNOWN:
        name = None
    if name is None:
        firm = firm_in((start, run[1]), ground) if start < run[1] else None
        if firm and (start == run[0] or firm.sure > WEAK):
            yield _Piece((start, run[1]), None, firm)
        return
    rest = _after_function((name.run[1], run[1]), ground)
    whole = firm_in((start, run[1]), ground)
    if whole and _outweighs(whole, name, rest, run, ground):
        yield _Piece((start, run[1]), None, whole)
        return
    either = whole if name.run[1] == run[1] and name.sure < KNOWN else None
    yield _Piece(name.run, name, either)
    firm = firm_in((rest, run[1]), ground) if rest < run[1] else None
    if firm and (firm.sure > WEAK or name.sure >= KNOWN):
        yield _Piece((rest, run[1]), None, firm)


def _outweighs(whole: Organisation, name: Name, rest: int, run: Run, ground: Ground) -> bool:
    """Whether a firm bears a person's name: « Martin Charpente », « Terra Construct »; « Jean Payet, gérant » is none."""
    if name.run[1] == run[1]:
        return name.sure == SHAPED and whole.sure >= BORNE_OUT
    direct = rest == name.run[1]
    if not direct or whole.sure < BORNE_OUT or name.own[0] > name.run[0]:
        return False
    return name.own[1] - name.own[0] < 2 or not house(rest, ground.words) or not own_name((rest, run[1]), ground)


def _after_function(run: Run, ground: Ground) -> int:
    """The word after a function and its small words: « directrice de l’ », « Responsable RH », « service enfance »."""
    here, last = run
    while here < last and _of_a_function(here, here == run[0], ground, last):
        here += 1
    return here


def _of_a_function(i: int, opens: bool, ground: Ground, last: int) -> bool:
    words = ground.words
    word = words.list[i]
    if house(i, words) and own_name((i, last), ground):
        return False
    if word in read_words("functions") or office(i, opens, last, ground):
        return True
    if word in _LEADS:
        return not capital(i, words)
    return not opens and not capital(i, words) and not word.isdigit()
