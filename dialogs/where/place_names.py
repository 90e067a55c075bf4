"""Which words of a message are the name of a commune: the less a name is known, the more plainly it must be written."""

import re

from config.lexicon import read_words
from config.territory import Commune
from core.territory.fold import fold
from core.territory.places import CITY, SHORTENED_FROM, departements_of
from dialogs.understanding.words import Words
from dialogs.where.ground import Ground
from dialogs.where.place_signs import AT, BARE, LINE, NEAR, OF, RUN

_CONTRACTED = {"au": "le ", "du": "le ", "aux": "les ", "des": "les "}
_ARTICLES = frozenset("le la les l".split())
_BEFORE_A_NAME = frozenset("a in commune ville mairie de d".split())
_AFTER_A_NAME = frozenset("pour pr en du le la les un une et on je nous avec cherche 1 2 3".split())
_LINKING = frozenset("sur sous en les lez aux".split())
_PLAINLY = frozenset("a au aux sur vers pres in near".split())
_SURE_ALONE, _LONG = 3000, 6  # inhabitants or letters: from here a name in small letters after « à » is taken
_KNOWN, _SPOKEN_OF = 5000, 1500  # inhabitants: a name alone in a sentence, a name after « notre équipe de »


def is_named(first: int, last: int, communes: tuple[Commune, ...], weight: float, ground: Ground) -> bool:
    """Whether these words, of that weight, are meant as a place."""
    words, gazetteer = ground.words, ground.gazetteer
    main = _main(first, last, words)
    upper = ground.capital(main)
    tied = weight >= NEAR
    if _written_as_listed(first, last, communes, words):
        return True
    common = last - main == 1 and words.list[main] in read_words("not-places")
    if followed_by_departement(last, ground, communes):
        return upper or tied or not common
    if any(gazetteer.inside(commune) for commune in communes):
        return _stands_for_a_place(first, main, ground, weight) if common else not _between(first, last, ground)
    before = words.list[first - 1] if first else ""
    largest = max(commune.population for commune in communes)
    if common and weight >= AT and (upper or ground.shouted) and largest >= _KNOWN and _with_article(before, communes):
        return True  # « filiale du François », « VILLE DU ROBERT »
    if common and not upper:
        return before == "a" and largest >= CITY and _ends_a_phrase(last, words)
    heads = weight == LINE and _closed(last, words)  # « Toul : 1 CAP », « Moulins, garage Dupuy »
    if common:
        return (weight >= AT and before in _BEFORE_A_NAME) or (heads and largest >= CITY)
    if not upper and last - main > 2 and _LINKING.intersection(words.list[main + 1 : last - 1]):
        return True  # « cap maçon chalon sur saône »: no chance
    if not upper and last - main > 1 and largest < SHORTENED_FROM:
        return before in _PLAINLY
    if last - main > 1 or largest >= CITY:
        return upper or tied or (weight > RUN and largest >= CITY and gazetteer.familiar.issuperset(words.list[main:last]))
    if not upper:
        written = len(words.list[main]) >= _LONG or (largest >= _SURE_ALONE and len(words.list[main]) > 3)
        return written and (before in _PLAINLY or (ground.shouted and tied))
    if largest >= _KNOWN and (heads or (weight == BARE and not ground.capital(first - 1))):
        return True
    if weight == OF and largest < _SPOKEN_OF:
        return False
    return (tied or _alone(first, last, words)) and not _misses_accents(main, last, communes, ground)


def agreeing(first: int, last: int, communes: tuple[Commune, ...], ground: Ground) -> tuple[Commune, ...]:
    """« au Lamentin » is Le Lamentin, « du Mans » Le Mans, « des Bords » no Bords: the article tells homonyms apart."""
    before = ground.words.list[first - 1] if first else ""
    article = _CONTRACTED.get(before)
    if not article or not communes or ground.words.gaps[first] != " ":
        return communes
    told = tuple(commune for commune in communes if fold(commune.name).startswith(article))
    if told and told != communes and (beside := following_departement(last, ground)):  # « au Lamentin en Guadeloupe »
        return tuple(commune for commune in communes if commune.departement in beside) or told
    if told or before in ("au", "du"):
        return told or communes
    return tuple(commune for commune in communes if ground.gazetteer.inside(commune))


def _with_article(before: str, communes: tuple[Commune, ...]) -> bool:
    """Whether all these communes wear the article that « du », « au » hold."""
    article = _CONTRACTED.get(before)
    return article is not None and all(fold(commune.name).startswith(article) for commune in communes)


def _written_as_listed(first: int, last: int, communes: tuple[Commune, ...], words: Words) -> bool:
    """« LAVAL-SAINT-ROMAN », « ferrière-la-grande »: three words or more, each hyphen in its place, are no chance."""
    if last - first < 3 or any(words.gaps[at] != "-" for at in range(first + 1, last)):
        return False
    said = "-".join(words.list[first:last])
    return any(fold(commune.name).replace(" ", "-").replace("'", "-") == said for commune in communes)


def _main(first: int, last: int, words: Words) -> int:
    """The index of the first word that is no article."""
    return first + 1 if last - first > 1 and words.list[first] in _ARTICLES else first


def _stands_for_a_place(first: int, main: int, ground: Ground, weight: float) -> bool:
    """A common word that names a place here: with its article (« au Port », not « port de charges »), or « à » and a capital."""
    words = ground.words
    word = words.list[main]
    before = words.list[main - 1] if main else ""
    after = words.list[main + 1] if main + 1 < len(words.list) else ""
    if after in ("de", "du", "d") and not (main + 2 < len(words.list) and words.list[main + 2].isdigit()):
        return False
    if word in ("port", "possession"):
        return before in ("au", "le", "la") or (before == "du" and ground.capital(main))
    if first < main:
        return weight >= NEAR or (ground.capital(main) and weight not in (BARE, RUN))  # « Restaurant La Montagne » is a name
    return ground.capital(main) and before == "a" and word not in read_words("first-names")


def _between(first: int, last: int, ground: Ground) -> bool:
    """« entre deux rendez-vous » is no commune."""
    return ground.words.list[first:last] == ("entre", "deux") and not ground.capital(first)


def _ends_a_phrase(last: int, words: Words) -> bool:
    """« a tours, 1 stagiaire », not « a tours de rôle »."""
    return last >= len(words.list) or words.list[last] in _AFTER_A_NAME or words.gaps[last].strip() != ""


def _alone(first: int, last: int, words: Words) -> bool:
    """Whether the name fills its piece of a line: « (Pommard) », « Fonderie Dupont, Évron », not a line of its own."""
    before = words.gaps[first] if first else "\n"
    return any(mark in before for mark in ",(|-–:/") and "\n" not in before and (last >= len(words.list) or _closed(last, words))


def _closed(last: int, words: Words) -> bool:
    """Whether a sign that ends a piece of a line follows, or another line."""
    after = words.gaps[last] if last < len(words.list) else ""
    return any(mark in after for mark in ",)|\n;.:(") or " - " in after


def _misses_accents(main: int, last: int, communes: tuple[Commune, ...], ground: Ground) -> bool:
    """« le Maire » is not Mairé where the writer does use accents."""
    said = ground.words.original(main, last)
    if not ground.accented or said.isupper() or last - main > 1:
        return False
    written = [re.split(r"[ '’-]", commune.name.lower()) for commune in communes]
    return all(said.lower() not in parts and fold(said) in map(fold, parts) for parts in written)


def followed_by_departement(last: int, ground: Ground, communes: tuple[Commune, ...]) -> bool:
    """« Saint-Louis (68) », « Saint-Louis, Haut-Rhin », « Saint-Louis 68300 »: the next words are the commune's own."""
    words = ground.words
    if last >= len(words.list) or "\n" in words.gaps[last]:
        return False
    code = following_departement(last, ground)
    return bool(code) and any(commune.departement in code for commune in communes)


def told_apart(communes: tuple[Commune, ...], last: int, ground: Ground) -> tuple[Commune, ...]:
    """One of several homonyms: that of the département told beside it, else told elsewhere in the message; none if untold."""
    for codes in (following_departement(last, ground), ground.departements):
        told = tuple(commune for commune in communes if commune.departement in codes)
        if told:
            settled = ground.gazetteer.settle(told)
            return (settled,) if settled else told
    return ()


def following_departement(last: int, ground: Ground) -> tuple[str, ...]:
    """The départements that the words right after a name tell; none when they tell something else."""
    words = ground.words
    if last >= len(words.list) or words.gaps[last].strip(" ,(-") or "\n" in words.gaps[last]:
        return ()
    for at in range(last, min(last + 3, len(words.list))):
        if at in ground.lands:
            return (ground.lands[at].code,) if ground.lands[at].code else ()
        word = words.list[at]
        if len(word) == 5 and word.isdigit():
            return departements_of(word)
        if (word.isdigit() and len(word) in (2, 3)) or word in ("2a", "2b"):
            opened, closed = words.gaps[at], words.gaps[at + 1] if at + 1 < len(words.list) else ""
            return (word.upper(),) if at == last and "(" in opened and ")" in (closed or ")") else ()
        if word not in ("dans", "en", "le", "la", "l", "les", "du", "de", "departement"):
            return ()
    return ()
