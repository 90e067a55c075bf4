"""How the name of a commune is written on a postcard, in a chat, on a form: one key for all of them."""

import re

from core.territory.fold import fold

_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_SHORTENED = ((" s/s ", " sous "), (" s/", " sur "), (" s. ", " saint "), (".", " "), ("/", " "))
LINKS = frozenset("de d du des la le les l en sur sous aux au a et lez pres saint sainte".split())
SAINTS = frozenset({"saint", "sainte"})
# Words that open so many names that alone they name nothing
TOO_COMMON = frozenset(
    "saint sainte mont monts val vals bois ville pont ponts port ports notre grand grande petit petite vieux vieille neuf bourg "
    "roche roches croix fort chateau ferme moulin eglise puy mas haut haute hauts bas basse beau belle bon bonne mesnil font "
    "champ champs cour cours plan pin terre tour trois deux sept".split()
)
_ARTICLE = re.compile(r"^(?:les?|la|l) (?=\S)")
_NUMBERED = re.compile(r"^(paris|lyon|marseille) (\d{1,2}) ?(?:er|e|eme|ieme|nd)?(?: arr(?:ondissement|dt)?\.?)?$", re.ASCII)
_ORDINAL = re.compile(r"^(\d{1,2}) ?(?:er|e|eme|ieme|nd)? arr(?:ondissement|dt)?\.? (?:de )?(paris|lyon|marseille)$", re.ASCII)
# The cities cut in arrondissements: INSEE code, how many, INSEE code before the first.
CITIES = {"paris": ("75056", 20, 75100), "lyon": ("69123", 9, 69380), "marseille": ("13055", 16, 13200)}


def key(folded: str) -> str:
    """The key of a folded name: « st » and « s. » are « saint », « s/ » is « sur », full stops and strokes are blanks."""
    if "." in folded or "/" in folded:
        folded = f" {folded}"
        for written, meant in _SHORTENED:
            folded = folded.replace(written, meant)
        folded = " ".join(folded.split())
    if "st" not in folded:
        return folded
    return " ".join(_ABBREVIATIONS.get(word, word) for word in folded.split(" "))


def spellings(name: str) -> tuple[str, ...]:
    """The keys of a name as data write it: « Salazie / Hell-Bourg » are two."""
    return tuple(key(fold(part)) for part in name.split(" / "))


def bare(name_key: str) -> str:
    """The key without its article (le, la, les, l’)."""
    return _ARTICLE.sub("", name_key)


def arrondissement(folded: str) -> str | None:
    """The INSEE code of the city that « Lyon 3e » or « 8e arrondissement de Marseille » names, if it has that many."""
    found = _NUMBERED.match(folded)
    if found:
        city, number = found[1], int(found[2])
    elif found := _ORDINAL.match(folded):
        city, number = found[2], int(found[1])
    else:
        return None
    insee, count, _ = CITIES[city]
    return insee if 1 <= number <= count else None


def city_of(insee: str) -> str:
    """The INSEE code of the commune: an arrondissement's code (75112) gives its city's (75056)."""
    if insee.isdigit():
        for city, count, before in CITIES.values():
            if before < int(insee) <= before + count:
                return city
    return insee
