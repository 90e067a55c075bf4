"""Level words and kind words of a message: « bac pro », « un 3e », « lycéens pro », « apprenti », « mini-stage »."""

from functools import cache
from typing import NamedTuple, cast

from config.lexicon import read_rows
from config.pattern import Pattern
from core.pool.draft import Kind, Level
from core.territory.ngrams import Hit, Ngrams
from dialogs.understanding.words import Words

MOST = 80  # level words read of one message
ORDER: tuple[Level, ...] = ("troisieme", "segpa", "prepa_metiers", "seconde", "cap", "bac_pro", "bts", "cs", "bp", "bma", "but")
KIND_OF_LEVEL: dict[Level, Kind] = {
    "troisieme": "observation", "segpa": "observation", "prepa_metiers": "observation", "seconde": "observation",
    "cap": "pfmp", "bac_pro": "pfmp", "cs": "pfmp", "bma": "pfmp", "bts": "sts", "bp": "apprenticeship",
}  # fmt: skip
# Words after « 3e » and « seconde » that make them a rank.
_RANKED = frozenset(
    "semaine semaines trimestre etage fois annee annees periode periodes arrondissement edition lundi mardi mercredi jeudi "
    "vendredi jour quinzaine moitie partie relance message mail place age session vague rappel demande".split()
)
_ALREADY_THERE = Pattern(r"(?:j'ai|on a|avons) (?:aussi|deja) (?:une? |\d{1,2} )?\Z")  # « j'ai aussi un apprenti, Kylian »
# « l'apprentissage ça ne m'intéresse pas », « l'alternance, c'est non »
_REFUSED = Pattern(
    r",? (?:(?:ca|sa|cela|c'est|on|nous|je|ne|me|en) |[nm]'(?:en )?){0,4}"
    r"(?:(?:interesse|convien[st]|concerne|fai[ts]|faisons|fonctionne|marche)(?:nt)? (?:pas|plus)"
    r"|pas (?:pour|possible)|non(?! ?seul))\b"
)
_NO_DAY = frozenset("par type portes porte de d pour semaine formation complete".split())  # « une journée par semaine »
_TURNS = frozenset("deux 2 trois 3 quatre 4 cinq 5 place site".split())
_CONTRACT = frozenset("apprentissage alternance".split())
_NO_CAP = frozenset("vert mechant ferrat d dagde nord sud emploi".split())
_HEADING = frozenset(
    "le met mets mettons mettre mis garde gardons tient tenons".split()
)  # « le cap sur », and not « couvreur cap sur Limoges »
_ORDINALS = frozenset("3e 3eme 3 troisieme seconde 2nde 2nd 2de 4e 4eme 3ieme 3em".split())


class LevelWord(NamedTuple):
    """What a level or kind word says."""

    levels: tuple[Level, ...]
    kind: Kind | None


@cache
def _index() -> Ngrams[LevelWord]:
    names: Ngrams[LevelWord] = Ngrams()
    for _, row in read_rows("levels"):
        levels = tuple(cast(Level, level) for level in row["levels"].split(";") if level)
        names.add(row["phrase"].split(), LevelWord(levels, cast("Kind | None", row["kind"] or None)))
    return names


def find_levels(words: Words) -> list[Hit[LevelWord]]:
    """The level and kind words, without ranks (« la 3e semaine »), box numbers (« BP 12 ») and « but » in small letters."""
    return words.once(_find_levels)


def _find_levels(words: Words) -> list[Hit[LevelWord]]:
    return [hit for hit in _index().scan(words.list)[:MOST] if _means_level(hit, words)]


def _means_level(hit: Hit[LevelWord], words: Words) -> bool:
    said = words.list[hit.first]
    follower = words.list[hit.last] if hit.last < len(words.list) else ""
    if said in _ORDINALS and hit.value.levels and follower in _RANKED:
        return words.list[hit.last + 1 : hit.last + 2] != () and words.list[hit.last + 1].isdigit()  # « un 3e semaine 6 »
    if not hit.value.levels and not hit.value.kind:  # « taxe d'apprentissage »
        return False
    if hit.value.kind == "apprenticeship" and _ALREADY_THERE.search(
        words.text.folded, max(0, words.tokens[hit.first].start - 24), words.tokens[hit.first].start
    ):
        return False
    if words.list[hit.last - 1] in ("journee", "jour") and (follower in _NO_DAY or _in_turn(hit.last, words)):
        return False
    if said in _CONTRACT and hit.value.kind and _REFUSED.match(words.text.folded, words.tokens[hit.last - 1].end):
        return False
    if said == "seconde" and words.list[hit.last : hit.last + 2] == ("de", "cuisine"):
        return False
    if said == "cap" and (follower in _NO_CAP or (follower == "sur" and _heads_for(hit.first, words))):
        return False
    if said == "bp" and follower.isdigit():
        return False
    if said == "3" and hit.last - hit.first == 2:  # « 3 e » is « 3e », « 3 élèves » is not
        return not words.gaps[hit.first + 1].strip()
    return said != "but" or words.original(hit.first, hit.last) == "BUT"


def _in_turn(at: int, words: Words) -> bool:
    """« une journée sur deux », « une journée sur site »."""
    return words.list[at : at + 1] == ("sur",) and words.list[at + 1 : at + 2] != () and words.list[at + 1] in _TURNS


def _heads_for(at: int, words: Words) -> bool:
    """« mettre le cap sur l'avenir », « Cap sur la mer »."""
    return not at or words.list[at - 1] in _HEADING or words.original(at, at + 1) == "Cap"


def in_order(levels: set[Level]) -> tuple[Level, ...]:
    """Levels from collège upwards, each once."""
    return tuple(level for level in ORDER if level in levels)


def kind_of(levels: tuple[Level, ...]) -> Kind | None:
    """The kind that levels imply: the first one that implies any."""
    return next((KIND_OF_LEVEL[level] for level in levels if level in KIND_OF_LEVEL), None)
