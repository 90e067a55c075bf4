"""Trade words and programme names of a message: the catalogue's, with our own trade words over them."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.catalogue import Catalogue
from config.lexicon import read_rows
from core.territory.ngrams import Hit, Ngrams
from core.territory.programmes import Name, Programmes, stem
from dialogs.understanding.text import TAKEN
from dialogs.understanding.words import Words
from dialogs.what.spelling import Spelling

MOST = 80  # names read of one message
# A word that is common French names a trade only behind one of these.
_TRADE_STANDS_AFTER = frozenset(
    "en stagiaire stagiaires apprenti apprentie apprentis metier metiers filiere section rayon niveau alternant jeune jeunes "
    "cap bac pro bacpro bts btsa cs mc bp bma capa eleve eleves trainee in option".split()
)
# People who lead or keep a house, and its departments: what follows is their function, not the trade of a youth.
_FUNCTIONS = frozenset(
    "chef cheffe responsable responsables directeur directrice direction charge chargee adjoint adjointe assistant assistante "
    "gerant gerante president presidente collegue collegues manager".split()
)
_DEPARTMENTS = frozenset("service services pole departement bureau cellule".split())
_DEPARTMENT_WORK = frozenset("communication administration".split())  # families that every house has a department for
_CHORES = frozenset("entretien nettoyage visite visites livraison livraisons".split())  # « entretien des gîtes » is no house
_STREETS = frozenset("rue avenue av bd boulevard allee allees impasse chemin ruelle square".split())
_DESKS = frozenset("secretaire comptable standardiste".split())
_WHO_CLOSES = frozenset("on je j il elle qui se ne atelier magasin boutique restaurant salon garage entreprise".split())
_DIPLOMA_WORDS = frozenset("cap capa bac pro bacpro bts btsa bp cs bma 2nde seconde".split())
_SHORT = 3  # letters of an acronym
_LINKS = frozenset("de d du des la l le les et en commercial commerciale".split())
_YOUTHS = frozenset(
    "stagiaire stagiaires apprenti apprentie apprentis alternant alternante eleve eleves stage stages etudiant etudiante poste "
    "cap pro bts bp metier".split()
)


@dataclass(frozen=True)
class Lexicon:
    """The names of one catalogue, and ours; built once for a catalogue."""

    programmes: Programmes
    trades: Ngrams[Name]
    spelling: Spelling


def build_lexicon(catalogue: Catalogue) -> Lexicon:
    """Our trade words (config/lexicon/trades.csv) stand over the catalogue's; an empty family makes a word no trade at all."""
    trades: Ngrams[Name] = Ngrams()
    programmes = Programmes(catalogue)
    for _, row in read_rows("trades"):
        families = (row["families"],) if row["families"] else ()
        same = programmes.named(_stems(row["place"][1:])) if row["place"].startswith("=") else None
        name = Name(same.codes if same else (), families, hint=row["place"] == "p", common=row["place"] == "c")
        trades.add(_stems(row["word"]), name)
    ours = {words[0]: name for words, name in trades.names.items() if len(words) == 1}
    return Lexicon(programmes, trades, Spelling(programmes.words() | ours, programmes.within()))


def _stems(said: str) -> list[str]:
    return [stem(word) for word in said.split()]


def find_names(words: Words, lexicon: Lexicon) -> list[Hit[Name]]:
    """The names said, left to right, the longest first; with ours over the catalogue's, whose codes stay."""
    return words.once(_find_names, lexicon)


def _find_names(words: Words, lexicon: Lexicon) -> list[Hit[Name]]:
    stems = lexicon.spelling.stems(words.list)
    ours = {hit.first: hit for hit in lexicon.trades.scan(stems)}
    theirs = {hit.first: hit for hit in lexicon.programmes.find(stems) if not _parted(hit, words)}
    for loose in lexicon.programmes.find_loosely(stems):
        exact = theirs.get(loose.first)
        if (exact is None or exact.last < loose.last) and not (_broken(loose, words) or _parted(loose, words)):
            theirs[loose.first] = loose
    found: list[Hit[Name]] = []
    free = 0
    for at in sorted(ours.keys() | theirs.keys()):
        hit = _stronger(ours.get(at), theirs.get(at))
        if at < free or hit is None or len(found) > MOST:
            continue
        hit = _longer(hit, stems, lexicon) or hit
        if hit.value.families and (not hit.value.common or _stands(hit, found, words)):
            found.append(hit)
        free = hit.last
    return [hit for hit in found[:MOST] if not any(rule(hit, words) for rule in (_is_function, _on_street, _signs, _closes))]


def _on_street(hit: Hit[Name], words: Words) -> bool:
    """« 12 rue des Charpentiers » is an address."""
    at = hit.first - 1
    while at >= 0 and hit.first - at <= 3 and words.list[at] in _LINKS:
        at -= 1
    return 0 <= at < hit.first - 1 and words.list[at] in _STREETS


def _closes(hit: Hit[Name], words: Words) -> bool:
    """« on ferme en août » is no farm."""
    return words.list[hit.first : hit.last] == ("ferme",) and hit.first > 0 and words.list[hit.first - 1] in _WHO_CLOSES


def _signs(hit: Hit[Name], words: Words) -> bool:
    """« Julie Martin, secrétaire »: every house has one, who writes for it."""
    if words.list[hit.first] not in _DESKS or hit.last - hit.first > 1 or not hit.first:
        return False
    after = words.gaps[hit.last] if hit.last < len(words.list) else "\n"
    before = words.gaps[hit.first]
    named = TAKEN in before or words.original(hit.first - 1, hit.first)[:1].isupper()
    return named and bool({",", "\n"}.intersection(before)) and "\n" in after


def _parted(hit: Hit[Name], words: Words) -> bool:
    """« 3e ou 2nde, labo Cerba »: a comma after the level makes no « 2nde labo »."""
    after = hit.first + 1
    return words.list[hit.first] in _DIPLOMA_WORDS and after < hit.last and "," in words.gaps[after]


def _broken(hit: Hit[Name], words: Words) -> bool:
    """Whether a sentence, a line or a table cell ends inside."""
    return any(mark in words.gaps[i] for i in range(hit.first + 1, hit.last) for mark in ".;!?\n|:")


def _longer(hit: Hit[Name], stems: Sequence[str], lexicon: Lexicon) -> Hit[Name] | None:
    """« bac pro transport par câbles »: a name that opens within this one and goes on past it says it better."""
    inside = (lexicon.programmes.at(stems, first) for first in range(hit.first + 1, hit.last)) if hit.last - hit.first > 1 else ()
    own = sum(word not in _DIPLOMA_WORDS for word in stems[hit.first : hit.last])
    return next((one for one in inside if one and one.last > hit.last and one.last - one.first >= own), None)


def _stands(hit: Hit[Name], found: Sequence[Hit[Name]], words: Words) -> bool:
    """Whether common French names a trade here: behind a diploma or a pupil, or beside another name (« GPME ou CG »)."""
    at = hit.first
    if at and words.list[at - 1] in _TRADE_STANDS_AFTER:
        return True
    last = found[-1].last if found else -2
    if last == at:
        same = found[-1].value.families[:1] == hit.value.families[:1]  # « mécanique moto »
        return same or len(words.list[at]) <= _SHORT or bool(words.gaps[at].strip(" -"))  # « véhicules VTR », « GPME/CG »
    return last == at - 1 and words.list[at - 1] in ("ou", "et")


def _is_function(hit: Hit[Name], said: Words) -> bool:
    """« notre chef de cuisine », « chargée de communication », « le service communication » say who speaks or leads."""
    words = said.list
    if words[hit.first] in _FUNCTIONS and not _YOUTHS.intersection(words[max(0, hit.first - 3) : hit.first]):
        return True
    at = hit.first - 1
    while at >= 0 and hit.first - at <= 3 and words[at] in _LINKS:
        at -= 1
    if at < 0 or _YOUTHS.intersection(words[max(0, at - 2) : at]):
        return False
    if words[at] in _CHORES and hit.value.hint:
        return True
    return words[at] in _FUNCTIONS or (words[at] in _DEPARTMENTS and hit.value.families[0] in _DEPARTMENT_WORK)


def _stronger(ours: Hit[Name] | None, theirs: Hit[Name] | None) -> Hit[Name] | None:
    if ours is None or (theirs is not None and theirs.last > ours.last):
        return theirs
    if theirs is None or theirs.last < ours.last:
        return ours
    value = ours.value
    codes = tuple(dict.fromkeys((*theirs.value.codes, *value.codes)))  # ours may know the diplomas of other levels
    both = Name(codes, value.families, hint=value.hint, acronym=theirs.value.acronym, common=value.common)
    return Hit(ours.first, ours.last, both)
