"""Programmes by the names that employers give them; wordless: words in, codes and families out, no sentence is read here."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from config.catalogue import Catalogue, Programme
from core.pool.draft import Level
from core.territory.fold import fold
from core.territory.ngrams import Hit, Ngrams

DIPLOMAS: tuple[Level, ...] = ("cap", "bac_pro", "bts", "cs", "bp", "bma", "but")
_WORD = re.compile(r"[a-z0-9]+")
_BRACKET = re.compile(r" ?\([^)]*\)")
_OPTION = re.compile(r", option (?:([a-d]) )?(.+)")
_LEVEL_PREFIX = re.compile(r"^(?:bac pro agricole|bac pro|seconde pro|capa|cap|btsa|bts|bp|cs|bma|but|dtms) (?:agricole )?")
_TRADE_PREFIX = re.compile(
    r"^(?:metiers?(?: et arts)?|technicien|techniques|installateur depanneur|monteur|conducteur|operateur|agent|constructeur) "
    r"(?:de la|de l|des|du|de|d|en) (?:installations? |ouvrages? |reseaux de |l )?"
)
_MAKER_PREFIX = re.compile(r"^(?:technicien|technicienne|operateur|constructeur|ouvrages) (?=[a-z]+ [a-z])")
_ENDINGS = (("iere", "ier"), ("ere", "er"), ("euse", "eur"), ("ienne", "ien"), ("trice", "teur"), ("onne", "on"))
# Words of an offer that a label or alias also holds: alone they name no trade.
COMMON = frozenset(
    "rapide routes route salon photo auto securite surveillance siege couverture qualite mesure parc communication "
    "transport gestion accueil production plateau regie edition service services vente maintenance mode commerce commercial "
    "animation animaux cheval chats chiens viande meuble emballage livraison demenagement gaz tri web lea bit mai rea "
    "voitures piano fleurs banque energie numerique patrimoine sanitaire distribution paysage bois mer vin peche forme "
    "hotel spa hygiene ric roc pic iris mise imprime procede impression collections enveloppe caisse apprenti apprentie "
    "cycles remi mama salle rayon bureau accueillir administration installation facade vegetal energies structure systemes "
    "moteurs bar pain banches traitement 2 roues nature stylisme etude etudes amenagement accueillant exploitant finition "
    "finitions ascenseur autocar bus avion bailleur banane anana brochage camera canne chat chauffage chaussure chevau "
    "chien ciel collection composite concierge confection cuir dechet decor decoupe demantelement dentelle design dessert "
    "encadrement enseigne environnement equitation extincteur facteur fermeture foot football foret forge fournil froid "
    "gateau gravure guide hebergement huitre instrumentation irrigation isolation laser ligne linge lunette marin maritime "
    "marine maternelle mediateur mediation methode moteur moule mutuelle naval negociation nucleaire nutrition officine "
    "papeterie parpaing perruque plaisance poisson portail polyculture poterie proprete prospection prototypage recyclage "
    "regulation rideau routage routier sac signaletique soin solaire sondage sonorisation staff standard sterilisation "
    "systeme tailleur tapisserie telecom terrassement textile toiture tole tonneau topo transit vanille verrerie video "
    "voile voirie yacht batiment pierre flou stock chimie hydraulique pneumatique publicite muc lad sapver capa".split()
)
_SHORT = 3  # letters: an acronym of three letters or fewer names a trade only beside a diploma, a class or another name


_FUNCTION_WORDS = frozenset("de d du des la le les l en et a au aux pour par sur ou option".split())


def content(words: Sequence[str]) -> tuple[str, ...]:
    """The words without articles and prepositions: « technique du tour en boulangerie » is « technique tour boulangerie »."""
    return tuple(word for word in words if word not in _FUNCTION_WORDS)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without plural and in the masculine, roughly: « boulangères » and « boulanger » are one."""
    if len(word) > 3 and word[-1] in "sx":
        word = word[:-1]
    if len(word) > 5 and word[-1] == "e":
        for feminine, masculine in _ENDINGS:
            if word.endswith(feminine):
                return word[: -len(feminine)] + masculine
    return word


class Name(NamedTuple):
    """What a name stands for: programme codes (best first for each level), families; `hint` is weaker than an alias."""

    codes: tuple[str, ...]
    families: tuple[str, ...]
    hint: bool = False
    acronym: bool = False
    common: bool = False


class Programmes:
    """The names of one catalogue, indexed once."""

    def __init__(self, catalogue: Catalogue):
        """Aliases and labels of each programme, then the aliases that name several, then hints where nothing else stands."""
        self.catalogue = catalogue
        self._names: Ngrams[Name] = Ngrams()
        self._options = _options(catalogue)
        self._acronyms = _acronyms(catalogue)
        gathered: dict[tuple[str, ...], list[str]] = {}
        for programme in catalogue.programmes.values():
            for words in _spellings(programme):
                gathered.setdefault(words, []).append(programme.code)
        for alias, codes in catalogue.ambiguous.items():
            words = _stems(alias)
            gathered[words] = list(dict.fromkeys([*codes, *gathered.get(words, ())]))
        for words, named in _weak_names(catalogue):
            if words not in gathered:
                families = tuple(dict.fromkeys(programme.family for programme in named))
                self._names.add(words, Name(tuple(one.code for one in named), families, common=len(words) == 1))
        for words, found in gathered.items():
            self._names.add(words, self._name(words, found))
        self._loose: Ngrams[Name] = Ngrams()
        for words, name in self._names.names.items():
            if len(words) > 1 and len(told := content(words)) > 1:
                self._loose.add(told, name)
        for hint in catalogue.hints:
            self._hint(_stems(hint.word), hint.family, hint.programmes)

    def _name(self, words: tuple[str, ...], codes: Iterable[str]) -> Name:
        known = [self.catalogue.programmes[code] for code in dict.fromkeys(codes) if code in self.catalogue.programmes]
        diplomas = [programme for programme in known if programme.level in DIPLOMAS]
        diplomas.sort(key=lambda programme: programme.label.startswith("Seconde pro"))  # a whole diploma before its first year
        families = tuple(dict.fromkeys(p.family for p in known if p.family != "general"))
        alone = len({p.level for p in known}) == 1 and bool(diplomas) and len(words) == 1
        acronym = alone and 3 <= len(words[0]) <= 6 and words[0] in self._acronyms
        common = len(words) == 1 and (words[0] in COMMON or len(words[0]) <= _SHORT)
        return Name(tuple(p.code for p in diplomas), families, acronym=acronym, common=common)

    def _hint(self, words: tuple[str, ...], family: str, codes: tuple[str, ...]) -> None:
        if words not in self._names.names and family:
            diplomas = tuple(code for code in codes if code in self.catalogue.programmes)
            self._names.add(words, Name(diplomas, (family,), hint=True, common=words[0] in COMMON))

    def find(self, stems: Sequence[str]) -> list[Hit[Name]]:
        """The names in the stems of folded words, the longest first at each place."""
        return self._names.scan(stems)

    def find_loosely(self, stems: Sequence[str]) -> list[Hit[Name]]:
        """The names of two content words or more whatever the small words between; first and last are of `stems`."""
        places = [i for i, word in enumerate(stems) if word not in _FUNCTION_WORDS]
        hits = self._loose.scan([stems[i] for i in places])
        return [Hit(places[hit.first], places[hit.last - 1] + 1, hit.value) for hit in hits]

    def named(self, stems: Sequence[str]) -> Name | None:
        """The name that these stems are."""
        return self._names.names.get(tuple(stems))

    def at(self, stems: Sequence[str], first: int) -> Hit[Name] | None:
        """The longest name that opens at this stem."""
        return self._names.at(stems, first)

    def words(self) -> dict[str, Name]:
        """The names of one word."""
        return {name[0]: value for name, value in self._names.names.items() if len(name) == 1}

    def within(self) -> frozenset[str]:
        """The words of the longer names: « notarial », which is no slip of the pen for « notariat »."""
        return frozenset(word for name in self._names.names if len(name) > 1 for word in name)

    def at_level(self, name: Name, level: str) -> str | None:
        """The programme of that level that the name stands for, the usual one first; None when there is none."""
        same = next((code for code in name.codes if self.catalogue.programmes[code].level == level), None)
        return same or next((twin for code in name.codes if (twin := self._twin(code, level))), None)

    def _twin(self, code: str, level: str) -> str | None:
        """The option of that level with the same letter: the CAP beside « BTS Maintenance des véhicules, option … »."""
        body = _body(self.catalogue.programmes[code])
        letter = next((letter for letter, _, one in self._options.get(body, ()) if one == code), None)
        stays = _LEVEL_PREFIX.sub("", body)
        twins = self._options.get(f"{level.replace('_', ' ')} {stays}", ()) if letter else ()
        return next((twin for one, _, twin in twins if one == letter), None)

    def option(self, code: str, said: Sequence[str]) -> str:
        """The programme that « option » and the folded words after it make of this one; itself when they tell none apart."""
        siblings = self._options.get(_body(self.catalogue.programmes[code]), ())
        if len(siblings) < 2 or not said:
            return code
        if len(said[0]) == 1:
            lettered = {letter: sibling for letter, _, sibling in siblings}
            return lettered.get(said[0], code)
        told = [one for _, words, one in siblings if stem(said[0]) in words or said[0] in self.catalogue.programmes[one].aliases]
        return told[0] if len(told) == 1 else code

    def is_default(self, name: Name, said: Sequence[str], codes: Sequence[str], others: Iterable[str]) -> bool:
        """Whether a name stands for several options of one diploma, or is its initials (« FED »), and another name tells one."""
        if len(codes) != 1:
            return False
        body = _body(self.catalogue.programmes[codes[0]])
        siblings = {one for _, _, one in self._options.get(body, ())}
        whole = len(siblings.intersection(name.codes)) > 1 or (siblings and tuple(said) == (_letters(body),))
        return bool(whole and siblings.intersection(others))

    def options(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether two groups of programmes are options of the same diplomas, and not the same ones."""
        one, other = set(first), set(second)
        bodies = ({_body(self.catalogue.programmes[code]) for code in codes} for codes in (one, other))
        return not one & other and next(bodies) == next(bodies)

    def same(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Whether two groups of programmes are of the same families and levels."""
        one, other = tuple(first), tuple(second)
        return set(self.families(one)) == set(self.families(other)) and set(self.levels(one)) == set(self.levels(other))

    def families(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The families of these programmes, each once, in order."""
        return tuple(dict.fromkeys(self.catalogue.programmes[code].family for code in codes))

    def levels(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The levels of these programmes, each once, in order."""
        return tuple(dict.fromkeys(self.catalogue.programmes[code].level for code in codes))


_folded = lru_cache(maxsize=2_000)(fold)  # of labels, which are asked for several times each: never of a message


def _body(programme: Programme) -> str:
    return _folded(programme.label).partition(", option")[0]


def _letters(body: str) -> str:
    """« fed » for « fluides, énergies, domotique »."""
    return "".join(word[0] for word in content(_WORD.findall(_LEVEL_PREFIX.sub("", body))))


def _options(catalogue: Catalogue) -> dict[str, tuple[tuple[str, tuple[str, ...], str], ...]]:
    """For each diploma with options: letter, words and code of each; where labels give no letters, they follow the alphabet."""
    found: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for programme in catalogue.programmes.values():
        if match := _OPTION.search(_folded(programme.label)):
            rows = found.setdefault(_body(programme), [])
            rows.append((match[1] or "abcdef"[min(len(rows), 5)], _stems(match[2]), programme.code))
    return {body: tuple(rows) for body, rows in found.items()}


@lru_cache(maxsize=4_000)
def _stems(text: str) -> tuple[str, ...]:
    return tuple([stem(word) for word in _WORD.findall(fold(text))])


def _spellings(programme: Programme) -> Iterable[tuple[str, ...]]:
    """Aliases, then the label and its parts: without level, option, brackets, « métiers de la »."""
    for alias in programme.aliases:
        words = _stems(alias)
        yield words
        if words[0] == "2nde":
            yield from ((year, *rest) for year in ("2nde", "2de", "seconde") for rest in (words[1:], ("pro", *words[1:])))
    label = _folded(programme.label)
    plain = _BRACKET.sub("", label)
    if label.startswith("seconde pro"):  # told whole, it is the first year, and not the bac pro of the same name
        whole = _stems(plain)
        yield from ((year, *whole[1:]) for year in ("2nde", "2de", "seconde"))
    former = re.findall(r"\(ex ([^)]*)\)", label)
    for text in [plain, *former, *re.findall(r"\(([a-z0-9]{3,6})\)", label)]:
        yield from _shorter(text)


def _weak_names(catalogue: Catalogue) -> list[tuple[tuple[str, ...], list[Programme]]]:
    """Beginnings and initials of labels, where one diploma of each level only has them."""
    found: dict[tuple[str, ...], list[Programme]] = {}
    for programme in catalogue.programmes.values():
        if programme.level in DIPLOMAS:
            for words in {*_openings(programme), _initials(programme)} - {()}:
                found.setdefault(words, []).append(programme)
    return [(words, named) for words, named in found.items() if len({one.level for one in named}) == len(named)]


def _openings(programme: Programme) -> Iterable[tuple[str, ...]]:
    """« arts du service » of « Arts du service et commercialisation en restauration », where no other name is the same."""
    label = _LEVEL_PREFIX.sub("", _BRACKET.sub("", _folded(programme.label)))
    opening = label.partition(" et ")[0].partition(",")[0]
    names = (_stems(opening), _stems(_TRADE_PREFIX.sub("", opening)))
    return [name for name in names if opening != label and len(content(name)) > 1]


def _initials(programme: Programme) -> tuple[str, ...]:
    """« CGEH » for Conduite et gestion de l'entreprise hippique: read beside a diploma only, and never a French word."""
    label = re.sub(r" ?\([^)]*\)|,.*|/[a-z]+", "", _folded(programme.label))
    letters = "".join(word[0] for word in content(_LEVEL_PREFIX.sub("", label).replace(":", " ").split()))
    return (letters,) if 2 <= len(letters) <= 6 and letters.isalpha() and letters not in _WORDS_OF_INITIALS else ()


def _shorter(text: str) -> Iterable[tuple[str, ...]]:
    text = _LEVEL_PREFIX.sub("", text)
    body, _, option = text.partition(", option ")
    option = re.sub(r"^[a-d] ", "", option)
    for part in (text, body, option) if option else (body,):
        words = _stems(part)
        if words and not (len(words) == 1 and words[0] in COMMON and part is not body):
            yield words
            shorter = (_stems(_TRADE_PREFIX.sub("", part)), _stems(_MAKER_PREFIX.sub("", part)))
            yield from (name for name in shorter if len(name) > 1)  # « son », « bar », « eau » alone are common French


def _acronyms(catalogue: Catalogue) -> frozenset[str]:
    """Words of letters: in brackets after a label, or said letter by letter since they hold one vowel at most, or listed."""
    programmes = catalogue.programmes.values()
    bracketed = {word.lower() for p in programmes for word in re.findall(r"\(([A-Za-z0-9]{3,6})\)", p.label)}
    aliases = {alias for p in programmes for alias in p.aliases if re.fullmatch(r"[a-z0-9]{3,6}", alias)}
    spelled = {alias for alias in aliases if len(re.findall(r"[aeiouy]", alias)) <= 1}
    return frozenset(bracketed | spelled | _LISTED) - _WORDS


# Words that initials also make.
_WORDS_OF_INITIALS = frozenset(
    "me te se ce ne de le la les du un en et ou au a as ai es est on il tu mi ma ta sa mes tes ses ces pa pe po pas par pro sur "
    "si ca cas car cap bac bts ami ans an mai age mc cs bp gt lp cfa tp et er re ere nd eme or to in".split()
)
_LISTED = frozenset("melec agora assp aepa aepe sapat iccer cgea orgo aaga ecms atmfc cshcr arcu imtb osrcl mfer trpm".split())
_WORDS = frozenset("clim cuir flou parc bois foot staff snack haccp cesf btsa mama remi stid".split())
