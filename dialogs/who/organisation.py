"""The organisation that the text itself introduces, and its SIRET."""

import re
from collections.abc import Iterator
from itertools import islice

from config.lexicon import read_words
from dialogs.understanding.text import Span, Text
from dialogs.understanding.words import Words
from dialogs.who.clues import FULL
from dialogs.who.firms import Ground, Organisation, calling, house, make
from dialogs.who.houses import GREETINGS, houses_of, name_word, opens, plain_use, whole_name
from dialogs.who.people import TITLES, first_name
from dialogs.who.runs import CONNECTORS, Run, capital, content, house_word, joined, shouted

_PEOPLE = frozenset("salaries salarie personnes employes collaborateurs agents people staff".split())
_OPENING = 40  # words before which a message still opens
_MOST = 40  # names weighed in one message
_SIRET = re.compile(r"\d(?<!\d\d)\d\d[ .]?\d{3}[ .]?\d{3}[ .]?\d{5}(?!\d)")
_INTRODUCED = (
    ("nous", "sommes"), ("on", "est"), ("ici",), ("chez",), ("societe",), ("entreprise",), ("enseigne",),
    ("we", "are"), ("we", "run"), ("i", "run"), ("we", "own"), ("i", "own"), ("i", "manage"), ("from",), ("je", "represente"),
    ("travaille", "pour"), ("part", "de"), ("compte", "de"), ("gerant", "de"), ("gerante", "de"), ("responsable", "de"),
    ("c", "est"), ("je", "dirige"), ("je", "tiens"), ("je", "gere"),
)  # fmt: skip
_OF = frozenset("de du d des l la les chez".split())
_LAST = frozenset(said[-1] for said in _INTRODUCED)


def find_siret(text: Text) -> tuple[str, Span] | None:
    """The first SIRET whose checksum holds (INSEE's rule, La Poste's exception included)."""
    for found in _SIRET.finditer(text.folded):
        digits = re.sub(r"\D", "", found[0])
        if _is_siret(digits):
            return digits, text.origin(*found.span())
    return None


def _is_siret(digits: str) -> bool:
    from stdnum import luhn  # at the first number only: it brings in much, and most letters have none
    from stdnum.fr import siret

    return luhn.is_valid(digits) or siret.is_valid(digits)  # the second for La Poste, whose SIRET have a sum of their own


def find_organisation(ground: Ground) -> Organisation | None:
    """The firm that the text introduces: « nous sommes X », a house with its name, « X cherche », a name of the header."""
    found = [(_weight(run, ground, base), -run[0], run) for run, base in islice(_introduced(ground), _MOST)]
    if shouted(ground.words.text.original):
        found = [one for one in found if ground.clues.speaks_for(content(one[2], ground.words)) == FULL]
    best = max(found, default=None)
    return make(best[2], ground.words, 3) if best and best[0] > 0 else None


def _introduced(ground: Ground) -> Iterator[tuple[Run, int]]:
    yield from ((run, 4) for run in houses_of(ground))
    yield from ((run, 5) for run in _announced(ground))
    yield from ((run, 4) for run in _of_the_sender(ground))
    yield from ((run, 3) for run in _subjects(ground))
    yield from ((run, 3) for run in _sized(ground))
    yield from ((run, 2) for run in _trades(ground))
    yield from ((run, 1) for run in _borne_out(ground))


def _weight(run: Run, ground: Ground, base: int) -> int:
    own = content(run, ground.words)
    return base + 2 * ground.clues.speaks_for(own)


def _announced(ground: Ground) -> Iterator[Run]:
    words = ground.words
    for i in range(1, len(words.list)):
        if words.list[i - 1] not in _LAST | _OF or not name_word(i, words) or words.gaps[i] not in (" ", "'"):
            continue
        before = words.list[max(0, i - 2) : i]
        if not any(before[-len(said) :] == said for said in _INTRODUCED) and not _charge(i, words):
            continue
        if plain_use(i, words):
            continue
        run = _after_speaker(whole_name(i, words), ground)
        speaks = run[1] - run[0] == 1 and run[1] < len(words.list) and words.list[run[1]] in _OF  # « c'est Thi de… »
        if _is_a_name(run, ground) and not speaks:
            yield run


def _of_the_sender(ground: Ground) -> Iterator[Run]:
    """« garage kastel a metz », from Bruno Kastel: a kind of house and the sender's name, in small letters."""
    words = ground.words
    for i in range(len(words.list) - 1):
        name = words.list[i + 1]
        mine = name in ground.clues.person and len(name) > 3 and not first_name(i + 1, words)
        if mine and house(i, words) and joined(i + 1, words) and not capital(i + 1, words) and not plain_use(i, words):
            yield i, i + 2


def _charge(i: int, words: Words) -> bool:
    """« le trésorier de l'Aéroclub des Gaves », « directrice de Novatherm »: what one is of a firm."""
    here = i
    while here > 0 and i - here < 3 and words.list[here - 1] in _OF:
        here -= 1
    return 0 < here < i and words.list[here - 1] in read_words("functions")


def _is_a_name(run: Run, ground: Ground) -> bool:
    """Whether a run of capitals may be a firm: neither a person, a place, a function, nor a kind of house alone."""
    words = ground.words
    own = content(run, words)
    if not own or ground.is_place(words.original(*run)) or set(own) <= ground.clues.person:
        return False
    spoken = run[0] > 1 and words.list[run[0] - 1] in _OF and first_name(run[0] - 2, words)  # « Sophie de Fleur de Sel »
    if (
        first_name(run[0], words)
        and not (spoken and len(own) > 1)
        and not _trading(own)
        and (len(own) == 1 or ground.clues.speaks_for(own) < FULL)
    ):
        return False
    listed = read_words("functions", "offices", "houses")
    return own[0] not in TITLES and not all(word in listed for word in own)


def _trading(own: list[str]) -> bool:
    return len(own) > 1 and not read_words("house-words").isdisjoint(own[1:])


def _subjects(ground: Ground) -> Iterator[Run]:
    """« VoltLoire grandit », « La Kuisine de Mémé à Saint-Pierre, 1 CAP », « Novatherm (chauffage) souhaite »."""
    words = ground.words
    for i in range(len(words.list)):
        if words.tokens[i].start >= ground.signature:
            return
        if words.tokens[i].start < ground.start or house_word(words.list[i]) or not name_word(i, words) or not opens(i, words):
            continue
        run = _after_speaker(whole_name(i, words), ground)
        if _acts(run, i, ground) and _is_a_name(run, ground) and _telling(run, ground):
            yield run


def _after_speaker(run: Run, ground: Ground) -> Run:
    """« Nicolas d’Aqua Jardin »: the firm of the person who speaks."""
    words, here = ground.words, run[0]
    while here < run[1] and (first_name(here, words) or words.list[here] in ground.clues.person):
        here += 1
    if here == run[0] and _somebody_of(run, words):
        here += 1
    if run[0] < here < run[1] - 1 and words.list[here] in ("d", "de", "du", "des"):
        here += 1
        while here < run[1] - 1 and words.list[here] in CONNECTORS and not capital(here, words):
            here += 1
        return here, run[1]
    return run


def _somebody_of(run: Run, words: Words) -> bool:
    """« c’est Momo du Kebab d’Or »: one word that no list knows, of a kind of house with a capital."""
    first, here = run[0], run[0] + 1
    while here < run[1] and words.list[here] in ("d", "de", "du", "des", "la", "l"):
        here += 1
    told = words.list[max(0, first - 2) : first] == ("c", "est") or words.list[max(0, first - 1) : first] == ("ici",)
    return told and first + 1 < here < run[1] and not house(first, words) and house(here, words) and capital(here, words)


def _acts(run: Run, first: int, ground: Ground) -> bool:
    words = ground.words
    if run[1] >= len(words.list):
        return False
    gap = words.gaps[run[1]].strip(" *")
    if gap == "(" or (not gap and words.list[run[1]] in read_words("deeds")):
        return True
    if first > _OPENING:
        return False
    before = [t.word for t in words.tokens[:first] if t.start >= ground.start and t.word not in GREETINGS]
    return not re.search(r"[a-z]{4}", " ".join(before)) and (gap[:1] in (",", ":", "-") or words.list[run[1]] == "a")


def _telling(run: Run, ground: Ground) -> bool:
    """One word alone needs the header, or capitals inside, to be a firm's name."""
    words = ground.words
    own = content(run, words)
    if len(own) > 1 or ground.clues.speaks_for(own):
        return True
    said = words.original(*run)
    if any(c.isupper() for c in said[1:]) and len(own[0]) > 3:
        return True
    does = run[1] < len(words.list) and words.list[run[1]] in read_words("deeds") and joined(run[1], words)
    return does and len(own) == 1 and len(own[0]) > 4 and not first_name(run[0], words) and not calling(run, words)


def _trades(ground: Ground) -> Iterator[Run]:
    """« sa maison, Bastié Couverture, »: two words with capitals, the last of a trade, set apart by commas."""
    words = ground.words
    for i in range(1, len(words.list) - 1):
        if words.list[i] in read_words("house-words") and capital(i, words) and joined(i, words) and name_word(i - 1, words):
            run = (i - 1, i + 1)
            apart = words.gaps[i - 1].strip() in (",", "(", ":", "-", '"') if i > 1 else False
            closed = i + 1 == len(words.list) or words.gaps[i + 1].strip()[:1] in (",", ")", "(", ".", '"', "-")
            if apart and closed and not plain_use(i, words) and _is_a_name(run, ground):
                yield run


def _sized(ground: Ground) -> Iterator[Run]:
    """« un apprenti pour Terres d'Azur (12 salariés) »: a name whose people are counted."""
    words = ground.words
    for i, word in enumerate(words.list):
        if word in _PEOPLE and i > 1 and words.list[i - 1].isdigit() and "(" in words.gaps[i - 1]:
            last = first = i - 1
            while first > 0 and last - first < 8 and (first == last or joined(first, words)) and _of_a_firm(first - 1, words):
                first -= 1
            while first < last and not name_word(first, words):
                first += 1
            if first < last and _is_a_name((first, last), ground):
                yield first, last


def _of_a_firm(i: int, words: Words) -> bool:
    return name_word(i, words) or words.list[i] in ("d", "de", "du", "des", "et")


def _goes_on(i: int, words: Words) -> bool:
    """Whether a word is the middle of a name: the « André » of Saint-André."""
    return i > 0 and joined(i, words) and name_word(i - 1, words)


def _borne_out(ground: Ground) -> Iterator[Run]:
    """Capitals anywhere that the address of the sender spells: « … rejoindre Terra Construct » from …@terraconstruct…"""
    words, clues = ground.words, ground.clues
    if not clues.domain:
        return
    for i in range(len(words.list)):
        if len(words.list[i]) > 2 and words.list[i] in clues.domain and name_word(i, words) and not _goes_on(i, words):
            whole = whole_name(i, words)
            for last in dict.fromkeys((whole[1], i if ground.is_place(words.original(*whole)) else i + 1)):
                own = content((i, last), words) if last > i else []
                part = last == i + 1 < whole[1] and not clues.domain.startswith(
                    words.list[i]
                )  # the « Yonne » of « Yonne Câbles »
                if not part and len("".join(own)) > 3 and clues.speaks_for(own) == FULL and _is_a_name((i, last), ground):
                    yield (i, whole[1]) if _goes_further(last, whole[1], ground) else (i, last)
                    break


def _goes_further(first: int, last: int, ground: Ground) -> bool:
    """« Lagon Évasion » from …@lagon-plongee…: words that go on after those of the address, where they name nothing else."""
    words = ground.words
    if first >= last or not joined(first, words) or words.list[first] in CONNECTORS | {"a", "au", "aux", "en", "sur"}:
        return False
    return not ground.is_place(words.original(first, last)) and not first_name(first, words)
