"""Trade words and programme names of a message: the catalogue's, with our own trade words over them."""

from dataclasses import dataclass

from config.catalogue import Catalogue
from config.lexicon import read_rows
from core.territory.ngrams import Hit, Ngrams
from core.territory.programmes import Name, Programmes, stem
from dialogs.understanding.words import Words

# A word that is common French names a trade only behind one of these.
_TRADE_STANDS_AFTER = frozenset(
    "en stagiaire stagiaires apprenti apprentie apprentis metier metiers filiere section rayon niveau alternant jeune jeunes "
    "cap bac pro bacpro bts btsa cs mc bp bma capa eleve eleves trainee in".split()
)


@dataclass(frozen=True)
class House:
    """A word for a kind of house (« garage », « crèche »): its family, or none."""

    family: str


@dataclass(frozen=True)
class Lexicon:
    """The names of one catalogue, and ours; built once for a catalogue."""

    programmes: Programmes
    trades: Ngrams[Name]


def build_lexicon(catalogue: Catalogue) -> Lexicon:
    """Our trade words (config/lexicon/trades.csv) stand over the catalogue's; an empty family makes a word no trade at all."""
    trades: Ngrams[Name] = Ngrams()
    for _, row in read_rows("trades"):
        families = (row["families"],) if row["families"] else ()
        trades.add([stem(word) for word in row["word"].split()], Name((), families, hint=row["place"] == "p"))
    return Lexicon(Programmes(catalogue), trades)


def find_names(words: Words, lexicon: Lexicon) -> list[Hit[Name]]:
    """The names said, left to right, the longest first; with ours over the catalogue's, whose codes stay."""
    return words.once(_find_names, lexicon)


def _find_names(words: Words, lexicon: Lexicon) -> list[Hit[Name]]:
    stems = [stem(word) for word in words.list]
    ours = {hit.first: hit for hit in lexicon.trades.scan(stems)}
    theirs = {hit.first: hit for hit in lexicon.programmes.find(words.list)}
    found: list[Hit[Name]] = []
    at = 0
    while at < len(stems):
        hit = _stronger(ours.get(at), theirs.get(at))
        if hit and (not hit.value.common or (at and words.list[at - 1] in _TRADE_STANDS_AFTER)):
            found.append(hit)
        at = hit.last if hit else at + 1
    return [hit for hit in found if hit.value.families]


def _stronger(ours: Hit[Name] | None, theirs: Hit[Name] | None) -> Hit[Name] | None:
    if ours is None or (theirs is not None and theirs.last > ours.last):
        return theirs
    if theirs is None or theirs.last < ours.last:
        return ours
    both = Name(theirs.value.codes, ours.value.families, hint=ours.value.hint, acronym=theirs.value.acronym)
    return Hit(ours.first, ours.last, both)
