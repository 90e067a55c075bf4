"""The organisation that the text itself introduces, and its SIRET."""

import re
from collections.abc import Iterator

from stdnum.fr import siret as siret_rule

from config.lexicon import read_words
from dialogs.understanding.clues import FULL
from dialogs.understanding.firms import OPENERS, PUBLIC, SITES, Ground, Organisation, house, make
from dialogs.understanding.people import TITLES, first_name
from dialogs.understanding.runs import ARTICLES, CONNECTORS, Run, capital, content, joined
from dialogs.understanding.text import Span, Text
from dialogs.understanding.words import Words

_SIRET = re.compile(r"(?<!\d)\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{5}(?!\d)")
# Words in small letters that a firm's name may hold between its kind and its own name: « salon de coiffure Tif’Ane ».
_DESCRIPTORS = frozenset(
    "loisirs beaute coiffure tourisme retraite sante sport sports the social sociale sociaux hospitalier communal communale "
    "medical medicale dentaire veterinaire comptable comptables automobile agricole equestre primaire maternelle "
    "elementaire culturel moto plage camp soins formation avocats notaires architecture architectes analyses voyage voyages "
    "immobiliere bancaire "
    "generale vert verte creole reunionnaise de general rural departemental intercommunal artisanale artisanal secours "
    "familial familiale naval navale communes brigades d art aux en infirmier kine".split()
)
_LONGEST = 8  # words of a name
_GREETINGS = frozenset("bonjour bonsoir salut slt bjr bsr hello hi ici cc coucou alors".split())
_INTRODUCED = (
    ("nous", "sommes"), ("on", "est"), ("ici",), ("chez",), ("societe",), ("entreprise",), ("enseigne",), ("groupe",),
    ("we", "are"), ("we", "run"), ("i", "run"), ("we", "own"), ("i", "own"), ("i", "manage"), ("from",), ("je", "represente"),
    ("travaille", "pour"), ("part", "de"), ("compte", "de"), ("gerant", "de"), ("gerante", "de"), ("responsable", "de"),
    ("c", "est"),
)  # fmt: skip
_LAST = frozenset(said[-1] for said in _INTRODUCED)
# What a firm does in the sentence that it opens.
_DOES = frozenset(
    "recherche recherchent cherche cherchent souhaite souhaitent propose proposent peut peuvent pourrait accueille accueillera "
    "accueillerait accueillent grandit recrute recrutera recrutent prend prendra ouvre ouvrira dispose reconduit lance confirme "
    "organise embauche forme offre met reste renouvelle participe serait sera va would is are has can will offers wants needs "
    "welcomes hosts looks envisage compte maintient annule retire refuse".split()
)
_BRANDS = frozenset("super hyper drive".split())  # kinds that are common words when they are written small
_AREAS = frozenset("commune ville departement region communaute agglomeration metropole".split())
_STRANGERS = frozenset("lycee college cfa forum universite voisin voisine ancien ex client fils fille".split())


def find_siret(text: Text) -> tuple[str, Span] | None:
    """The first SIRET whose checksum holds (INSEE's rule, La Poste's exception included)."""
    for found in _SIRET.finditer(text.folded):
        digits = re.sub(r"\D", "", found[0])
        if siret_rule.is_valid(digits):
            return digits, text.origin(*found.span())
    return None


def find_organisation(ground: Ground) -> Organisation | None:
    """The firm that the text introduces: « nous sommes X », a house with its name, « X cherche », a name of the header."""
    found = [(_weight(run, ground, base), -run[0], run) for run, base in _introduced(ground)]
    best = max(found, default=None)
    return make(best[2], ground.words, 3) if best and best[0] > 0 else None


def find_house(ground: Ground) -> Organisation | None:
    """A kind of house with its own name: « crèche Les Ti Margouillats »."""
    run = next(_houses(ground), None)
    return make(run, ground.words) if run else None


def _introduced(ground: Ground) -> Iterator[tuple[Run, int]]:
    yield from ((run, 4) for run in _houses(ground))
    yield from ((run, 5) for run in _announced(ground))
    yield from ((run, 3) for run in _subjects(ground))
    yield from ((run, 2) for run in _trades(ground))
    yield from ((run, 1) for run in _borne_out(ground))


def _weight(run: Run, ground: Ground, base: int) -> int:
    own = content(run, ground.words)
    return base + 2 * ground.clues.speaks_for(own)


def _houses(ground: Ground) -> Iterator[Run]:
    words = ground.words
    for i in range(len(words.list) - 1):
        if not house(i, words) or _plain_use(i, words) or (words.list[i] in _BRANDS and not capital(i, words)):
            continue
        last = _extend(i + 1, words)
        if last > i + 1 and _own(i, last, ground) and not (words.list[i] in SITES and _house_within(i + 1, last, words)):
            plain = words.list[i] in ("societe", "entreprise", "enseigne", "ste") and not capital(i, words)
            yield (_after_connectors(i + 1, last, words) if plain else i, last)


def _house_within(first: int, last: int, words: Words) -> bool:
    """« l’agence de Limoges de la Caisse Rurale »: the site of a house that is named after it."""
    return any(house(i, words) and capital(i, words) and words.list[i] not in SITES for i in range(first + 1, last - 1))


def _plain_use(i: int, words: Words) -> bool:
    """« bac pro cuisine », « le garage de mon voisin »: the word is of a diploma, or of somebody else."""
    before = set(words.list[max(0, i - 2) : i])
    diploma = {"cap", "pro", "bacpro", "bts", "btsa", "option", "cs", "bp", "metiers", "bac", "mention"}
    return bool(diploma & before) or not _STRANGERS.isdisjoint(words.list[max(0, i - 3) : i])


def _own(i: int, last: int, ground: Ground) -> bool:
    """Whether what follows a kind of house is a name of its own, and no place or workmate."""
    words = ground.words
    kind, rest = words.list[i], _after_connectors(i + 1, last, words)
    if kind in SITES and (first_name(rest, words) and rest == i + 1) and not capital(i, words):
        return False
    if rest == i + 1 and words.list[rest] in _DESCRIPTORS and not capital(i, words) and last == rest + 1:
        return False
    if kind in _AREAS or (kind in PUBLIC and ground.is_place(words.original(rest, last))):
        return _itself(i, words)
    if not ground.is_place(words.original(rest, last)):
        return True
    return kind not in SITES and (capital(i, words) or rest > i + 1) and _opens(i, words)


def _itself(i: int, words: Words) -> bool:
    """« La commune de Crozon dispose… », not « dans la commune de Crozon »."""
    before = words.list[i - 1] if i else ""
    if before not in ARTICLES:
        return capital(i, words) or _opens(i, words)
    return i < 2 or _opens(i - 1, words) or words.list[i - 2] not in ("dans", "sur", "de", "a", "par", "en", "avec")


def _opens(i: int, words: Words) -> bool:
    """Whether a sentence opens here, after a greeting at most."""
    while i > 0 and not re.search(r"[.!?:\n]", words.gap(i, i)):
        i -= 1
        if words.list[i] not in _GREETINGS:
            return False
    return True


def _after_connectors(i: int, last: int, words: Words) -> int:
    while i < last - 1 and words.list[i] in CONNECTORS and not capital(i, words):
        i += 1
    return i


def _extend(at: int, words: Words) -> int:
    """The index after the last capitalised word of a name that goes on at `at`; connectors only inside."""
    return _end(at, at, words)


def _whole(first: int, words: Words) -> Run:
    """The name that opens with this word."""
    return first, _end(first + 1, first, words)


def _end(at: int, first: int, words: Words) -> int:
    last, here = at, at
    while here < len(words.list) and here - at < _LONGEST and (here == 0 or joined(here, words)):
        if _name_word(here, words) or (last > first and _number(here, words)):
            last = here + 1
        elif not _inside(here, last > first, words):
            break
        here += 1
    return last


def _inside(i: int, named: bool, words: Words) -> bool:
    """Whether a small word may stand within a name: « de la » anywhere, a description before the own name."""
    if words.list[i] in CONNECTORS:
        return words.list[i] not in ("a", "au", "aux", "en", "sur", "and") or (not named and words.list[i] in ("aux", "en"))
    return not named and _describes(i, words)


def _number(i: int, words: Words) -> bool:
    before, word = words.list[i - 1], words.list[i]
    return word.isdigit() and before not in CONNECTORS and (len(word) in (2, 3, 4) or before == "numero")


def _describes(i: int, words: Words) -> bool:
    return words.list[i] in _DESCRIPTORS or words.list[i] in read_words("houses")


def _name_word(i: int, words: Words) -> bool:
    if (words.list[i] in CONNECTORS or words.list[i] in OPENERS) and capital(i, words):
        return capital(i + 1, words)
    return capital(i, words) and words.list[i] not in read_words("no-names")


def _announced(ground: Ground) -> Iterator[Run]:
    words = ground.words
    for i in range(1, len(words.list)):
        if words.list[i - 1] not in _LAST or not _name_word(i, words) or words.gap(i, i) not in (" ", "'"):
            continue
        before = words.list[max(0, i - 2) : i]
        if not any(before[-len(said) :] == said for said in _INTRODUCED) or _plain_use(i, words):
            continue
        run = _whole(i, words)
        if _is_a_name(run, ground):
            yield run


def _is_a_name(run: Run, ground: Ground) -> bool:
    """Whether a run of capitals may be a firm: neither a person, a place, a function, nor a kind of house alone."""
    words = ground.words
    own = content(run, words)
    if not own or ground.is_place(words.original(*run)) or set(own) <= ground.clues.person:
        return False
    if first_name(run[0], words) and not _trading(own) and (len(own) == 1 or ground.clues.speaks_for(own) < FULL):
        return False
    listed = read_words("functions") | read_words("offices") | read_words("houses")
    return own[0] not in TITLES and not all(word in listed for word in own)


def _trading(own: list[str]) -> bool:
    return len(own) > 1 and not read_words("house-words").isdisjoint(own[1:])


def _subjects(ground: Ground) -> Iterator[Run]:
    """« VoltLoire grandit », « La Kuisine de Mémé à Saint-Pierre, 1 CAP », « Novatherm (chauffage) souhaite »."""
    words = ground.words
    for i in range(len(words.list)):
        if words.tokens[i].start >= ground.signature:
            return
        if words.tokens[i].start < ground.start or not _name_word(i, words) or not _opens(i, words):
            continue
        run = _after_speaker(_whole(i, words), words)
        if _acts(run, ground) and _is_a_name(run, ground) and _telling(run, ground):
            yield run


def _after_speaker(run: Run, words: Words) -> Run:
    """« Nicolas d’Aqua Jardin »: the firm of the person who speaks."""
    first, last = run
    if first_name(first, words) and last - first > 2 and words.list[first + 1] in ("d", "de", "du", "des"):
        return first + 2, last
    return run


def _acts(run: Run, ground: Ground) -> bool:
    words = ground.words
    if run[1] >= len(words.list):
        return False
    gap = words.gap(run[1], run[1]).strip(" *")
    if gap == "(" or (not gap and words.list[run[1]] in _DOES):
        return True
    before = [t.word for t in words.tokens[: run[0]] if t.start >= ground.start and t.word not in _GREETINGS]
    first = not re.search(r"[a-z]{4}", " ".join(before))
    return first and (gap[:1] in (",", ":", "-") or words.list[run[1]] == "a")


def _telling(run: Run, ground: Ground) -> bool:
    """One word alone needs the header, or capitals inside, to be a firm's name."""
    words = ground.words
    own = content(run, words)
    if len(own) > 1 or ground.clues.speaks_for(own):
        return True
    said = words.original(*run)
    return any(c.isupper() for c in said[1:]) and len(own[0]) > 3


def _trades(ground: Ground) -> Iterator[Run]:
    """« sa maison, Bastié Couverture, »: two words with capitals, the last of a trade, set apart by commas."""
    words = ground.words
    for i in range(1, len(words.list) - 1):
        if words.list[i] in read_words("house-words") and capital(i, words) and joined(i, words) and _name_word(i - 1, words):
            run = (i - 1, i + 1)
            apart = words.gap(i - 1, i - 1).strip() in (",", "(", ":", "-", '"') if i > 1 else False
            closed = i + 1 == len(words.list) or words.gap(i + 1, i + 1).strip()[:1] in (",", ")", "(", ".", '"', "-")
            if apart and closed and not _plain_use(i, words) and _is_a_name(run, ground):
                yield run


def _goes_on(i: int, words: Words) -> bool:
    """Whether a word is the middle of a name: the « André » of Saint-André."""
    return i > 0 and joined(i, words) and _name_word(i - 1, words)


def _borne_out(ground: Ground) -> Iterator[Run]:
    """Capitals anywhere that the address of the sender spells: « … rejoindre Terra Construct » from …@terraconstruct…"""
    words, clues = ground.words, ground.clues
    if not clues.domain:
        return
    for i in range(len(words.list)):
        if len(words.list[i]) > 2 and words.list[i] in clues.domain and _name_word(i, words) and not _goes_on(i, words):
            whole = _whole(i, words)
            for last in dict.fromkeys((whole[1], i if ground.is_place(words.original(*whole)) else i + 1)):
                own = content((i, last), words) if last > i else []
                if len("".join(own)) > 3 and clues.speaks_for(own) == FULL and _is_a_name((i, last), ground):
                    yield (i, last)
                    break
