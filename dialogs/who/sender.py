"""The sender of the header: a person, a firm, both (« Sandrine – SportNature »), or a desk of a firm (« RH Hôtel X »)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from config.lexicon import read_words
from core.territory.fold import fold
from dialogs.understanding.text import prepare
from dialogs.understanding.words import Words, words_of
from dialogs.who.clues import FULL, NO_CLUES, Clues, box_of, domain_of
from dialogs.who.firms import LIKELY, Ground, Organisation, firm_in, house, make, nowhere, office
from dialogs.who.people import KNOWN, SHAPED, Name, acronym, civil, first_name, name_at
from dialogs.who.runs import CONNECTORS, Run, capital, content, pieces, upper

_LONGEST = 120  # characters of a sender's name that are read
_ADDRESS = re.compile(r"\S+@\S+")
_SHORT = re.compile(r"(?<=\w{3})\. ")  # « Boulang. Pi Catalan »
_VIA = re.compile(r"\s+(?:from|via|at|chez|de chez)\s+")


@dataclass(frozen=True)
class Sender:
    """Who the header names: a person, a firm, and the clues that both give for the reading of the text."""

    person: str | None = None
    firm: str | None = None
    clues: Clues = NO_CLUES
    doubtful: bool = False  # the person may as well be a firm: two words that no list knows


def read_sender(name: str | None, address: str | None, is_place: Callable[[str], bool] = nowhere) -> Sender:
    """The person and the firm of a header; neither when it is a bare address or a function."""
    clues = Clues(domain=domain_of(address), box=box_of(address))
    said = _VIA.sub(" – ", _SHORT.sub(" ", _ADDRESS.sub(" ", (name or "")[:_LONGEST])))
    words = words_of(prepare(said))
    if not words.list or "_" in said or re.fullmatch(r"\S+\.\S+", said.strip()):
        return Sender(clues=clues)
    ground = Ground(words, clues, is_place)
    found, firm = _both(ground)
    person = words.original(*(found.run if civil(found, words) else found.own)) if found else None
    doubtful = found is not None and found.sure == SHAPED
    known = frozenset[str]() if doubtful else _folded(person)
    if found and not firm and _founded(found, ground):
        firm = person
    return Sender(person, firm, replace(clues, person=known, firm=_folded(firm), opening=_opening(firm)), doubtful)


def _founded(name: Name, ground: Ground) -> bool:
    """« Camille Roche », bonjour@camilleroche…: the firm bears its founder's name."""
    own = content(name.own, ground.words)
    return "".join(own) == ground.clues.domain and ground.clues.box.isdisjoint(own)


def settle(sender: Sender, person: str | None) -> Sender:
    """A sender that may be either is the firm when somebody else signs: « Extincteurs Pujo », signed R. Darrigade."""
    either = sender.doubtful and " " in (sender.person or "")
    if not either or not person or _folded(person) & _folded(sender.person):
        return sender
    return replace(sender, person=None, firm=sender.firm or sender.person)


def _folded(name: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", fold(name or ""))) - CONNECTORS


def _opening(firm: str | None) -> str:
    return next((word for word in re.findall(r"[a-z0-9]+", fold(firm or "")) if word not in CONNECTORS), "")


def _both(ground: Ground) -> tuple[Name | None, str | None]:
    words = ground.words
    runs = pieces(0, len(words.list), words)
    person: Name | None = None
    firm: str | None = None
    for run in runs:
        start = _after_desk(run, ground)
        name = _person((start, run[1]), ground) if start == run[0] else None
        found = None if name else _firm((start, run[1]), ground, bool(person) or len(runs) > 1, start > run[0])
        if name and not person:
            person = name
        elif found and not firm:
            firm = found.name
    return person, firm


def _after_desk(run: Run, ground: Ground) -> int:
    """The word after a desk's own: « RH », « Accueil », « Service jeunesse », « Direction des soins du »."""
    words = ground.words
    here = run[0]
    while here < run[1] and office(here, here == run[0], run[1], ground):
        here += 1
        while here < run[1] and words.list[here] in CONNECTORS and not capital(here, words):
            here += 1
    return here


def _person(run: Run, ground: Ground) -> Name | None:
    words = ground.words
    if words.list[run[0]] in read_words("functions") and run[1] - run[0] > 1 and first_name(run[0] + 1, words):
        run = (run[0] + 1, run[1])  # « Chef Samir »
    if _spelt(run, ground):
        bare = not ground.clues.domain and not any(first_name(i, words) for i in range(*run))
        return Name(run, run, SHAPED if bare else KNOWN)  # « Cannage Fiac », cannage.fiac@…: a person, or a firm
    name = name_at(run[0], run[1], words, ground.clues)
    if name is None or ("&" in words.original(*run) and name.sure < KNOWN):
        return _alone(run, ground)
    if "&" in words.original(*run) and not ground.clues.box and first_name(run[0], words):
        return Name((run[0], run[0] + 1), (run[0], run[0] + 1), KNOWN)  # « Cathy Toilettes & Cie »
    whole = name.run[1] == run[1]
    if not whole:
        rest = (name.run[1], run[1])
        return name if name.sure >= KNOWN and not ground.clues.box and _calling(rest, words) else None
    if name.sure == SHAPED and _boxed(run, ground):
        return None
    if name.sure == SHAPED and (ground.clues.desk() or ground.clues.speaks_for(content(run, words)) == FULL):
        return None
    return name


def _spelt(run: Run, ground: Ground) -> bool:
    """« NGUYEN Thi Mai », mai.nguyen@…: the address spells the name, and nothing else."""
    said = ground.words.list[slice(*run)]
    trade = any(word in read_words("house-words", "functions") or house(run[0] + i, ground.words) for i, word in enumerate(said))
    trade = trade or acronym(run[0], run[1], ground.words)
    return len(ground.clues.box) > 1 and ground.clues.box <= set(said) and len(said) < 5 and not trade


def _boxed(run: Run, ground: Ground) -> bool:
    """« Livré Vit », livrevit972@…: a box named as a whole is a firm's; a person's has a dot or an initial."""
    whole = "".join(ground.words.list[slice(*run)])
    return len(whole) > 4 and whole in ground.clues.box


def _alone(run: Run, ground: Ground) -> Name | None:
    """One word that no list knows, on a channel without addresses: a nickname, « Gilou »."""
    words = ground.words
    if ground.clues.box or run[1] - run[0] != 1 or house(run[0], words) or run[0] or words.list[run[0]].isdigit():
        return None
    listed = words.list[run[0]] in read_words("no-names", "functions", "house-words", "offices")
    return None if listed else Name(run, run, SHAPED)


def _calling(run: Run, words: Words) -> bool:
    """What follows a first name on a profile tells the trade: « Thierry Elec », « Kader façades », « Willy Garage PL »."""
    first = words.list[run[0]]
    return not capital(run[0], words) or first in read_words("house-words") or house(run[0], words) or _trade(run, words)


def _trade(run: Run, words: Words) -> bool:
    """What follows a first name is a trade and no family name: « Thierry Elec », « Karim du garage »."""
    return all(
        words.list[i] in read_words("house-words", "functions") or words.list[i] in CONNECTORS | _WAYS or house(i, words)
        for i in range(*run)
    )


_WAYS = frozenset("nord sud est ouest pro plus".split())


def _firm(run: Run, ground: Ground, beside: bool, desk: bool) -> Organisation | None:
    """A firm's name; beside a person it needs more than the name of a trade: « Julie – ostéo équin »."""
    words = ground.words
    if run[0] >= run[1]:
        return None
    if ground.clues.box and house(run[0], words) and capital(run[0], words) and run[1] - run[0] > 1 and not beside:
        return make(run, words)  # « Ateliers municipaux »: all the name that a letter's sender has
    if ground.clues.box and not beside and not desk and _described(run, words):
        return make(run, words)
    found = firm_in(run, ground)
    if found is None or (beside and _trade(run, words) and not any(upper(i, words) for i in range(*run))):
        return None
    if found.sure >= LIKELY or beside or desk or ground.clues.desk() or _boxed(run, ground):
        return found
    return found if not first_name(run[0], words) and run[1] - run[0] > 1 else None


def _described(run: Run, words: Words) -> bool:
    """« Unité locale d’enseignement », « Affaires maritimes »: a capital, then small words: no person writes a name so."""
    small = [i for i in range(run[0] + 1, run[1]) if not capital(i, words) and words.list[i] not in CONNECTORS]
    listed = words.list[run[0]] in read_words("no-names", "functions")
    return capital(run[0], words) and bool(small) and not listed and not first_name(run[0], words)


def is_person(name: str) -> bool:
    """Whether a name is a person's: a first name or a title in it, or two plain words, and nothing of a firm's."""
    return read_sender(name, None).person is not None
