"""The parts of a message: its body and its signature, and which words already mean something else (addresses, numbers)."""

import re

from config.lexicon import read_words
from config.pattern import Marked
from dialogs.understanding.text import TAKEN, Span, Text

EMAIL = Marked(r"[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}", "@")
LINK = Marked(r"(?:https?://|www\.)[^\s>]{1,300}", "://|www.")
_CLOSING = re.compile(
    r"(?:^|\n)[ \t>]{0,5}(?:bien |tres |tres bien |sinceres? )?"
    r"(?:cordialement|cdlt|cdt|cordiales? salutations|salutations"
    r"|sincerement|respectueusement|amicalement|a bientot|bonne journee"
    r"|bonne reception|bien a vous|dans l'attente|merci d'avance"
    r"|merci par avance|merci(?! de n.imprimer)|best regards|kind regards|regards|sincerely|thanks"
    r"|--(?![- ]{0,60}(?:debut|forwarded|original|transfer|(?:e-?)?mail|message|courriel)))"
    r"[^\n]{0,60}(?:\n|$)"
)
_PLAIN_CLOSING = re.compile(r"cordial|cdl?t|salutations|regards|--|bien a vous")
_INLINE = Marked(
    r"\b(?:cordialement|cdlt|cdt|salutations|bien a vous)[ ,.!]{1,4}(?=[a-z])",
    "cordialement|cdlt|cdt|salut|bien a vous",
)
# A name after a closing in the last sentence: « … on prend 2 élèves. Bonne journée Jean ».
_TAIL = Marked(
    r"\b(?:cordialement|cdlt|cdt|salutations|b(?:onne|elle) (?:journee|soiree)|a (?:bientot|plus)|d'avance|signe"
    r"|(?:merci|thanks) ?[,.!-])"
    r"[ ,.!-]{1,3}([a-z][a-z '-]{1,60})[ .!]{0,3}$",
    "cordialement|cdlt|cdt|salutations|journee|soiree|a bientot|a plus|avance|signe|merci|thanks",
)
_ELSEWHERE = re.compile(r"autre (?:adresse|mail|courriel|boite)[^@]{0,20}$")
# A line end, or what ends a sentence: not behind « M. », « Mme. », « St. », « Dr. », « Ets. » or an initial.
_UNIT_END = re.compile(
    r"[\n.!?](?:(?<=\n)\n*|(?<![ .(\n][a-z].)(?<![ .(\n-]m[re].)(?<!\bmme.)(?<!\bst.)(?<!\bdr.)(?<!\bets.)[.!?]*(?=[ \n]|$))"
)
_MOST_UNITS = 14  # sentences and lines looked at from the end of a message
_LONGEST_UNIT = 14  # words of a line that may sign
_WORD = re.compile(r"[a-z0-9]+")
# What is said to somebody, and not signed.
_SPEAKS = frozenset(
    "je j nous on vous il elle ils elles qui que qu est sont ai as avons avez ont peut peux pouvons cherche cherchons prends "
    "prend prenons souhaite souhaitons recherche recherchons veux veut voudrais merci ne pas si mais car donc i we you they is "
    "sera seront serait etait sont leur leurs son sa ses fait font faire va vont doit doivent dit avait aura auront voila voici "
    "are our can will would have your my this ce cet cette ca c y notre votre nos vos mon ma mes".split()
)
_GREETINGS = frozenset("bonjour bonsoir salut slt bjr bsr hello hi dear coucou cc madame monsieur mesdames messieurs".split())
_NOTES = re.compile(
    r"ce message|ce mail|ce courriel|cet e-?mail|pensez a|envoye (?:de|depuis)|sent from|this (?:e-?mail|message)|p\.?s\b|ps ?:"
    r"|get outlook|merci de n.imprimer|n.imprimez|avis de confid|confidentiality|please consider"
    r"|avant d.imprimer|le contenu de ce"
)
_SQUARE = re.compile(
    r"(?<![\w/.])(?P<square>\d{1,3}(?: ?(?:bis|ter))?,? place)(?: de la| de l'| de| du| des| d')? ?(?P<name>[a-z]{3,30})"
)
_NO_SQUARES = frozenset("bac cap bts troisieme seconde segpa stage stages eleve apprenti licence mai mars".split())
_ADDRESS = re.compile(
    r"\d{1,4} ?(?:bis|ter)?,? (?:rue|avenue|av|bd|chemin|route|boulevard|impasse|allee|place|quai|cours|lot)|\d{5}\b"
)


def signature_start(text: Text) -> int:
    """Where the signature begins in the folded text; its length when there is none."""
    folded = text.folded
    starts = [m.end() for m in _CLOSING.finditer(folded) if m.end() > len(folded) * 0.3 or _PLAIN_CLOSING.search(m[0])]
    inline = [m.end() for m in _INLINE.finditer(folded)]
    starts = [start for start in starts if folded[start:].strip()] or starts
    if not starts:
        return inline[-1] if inline else len(folded)
    return starts[-1] if not inline or inline[-1] <= starts[-1] else min(starts[-1], inline[-1])


def sign_off(text: Text, closing: int) -> list[Span]:
    """The sentences and lines, in order, that sign: all after a closing, else the last short ones that tell nothing."""
    units = _units(text.folded)
    kept: list[Span] = []
    for start, end in reversed(units[1:][-_MOST_UNITS:]):
        said = text.folded[start:end].strip(" \n-_*>")
        if start < closing and any(re.search("[a-z]{3}", text.folded[slice(*unit)]) for unit in kept if unit[0] >= closing):
            break
        if _NOTES.match(said) or _NOTES.match(text.folded, _line(text.folded, start)):
            kept = []
        elif start >= closing or (_signs(said) and not _tells(text, start, end)):
            kept.append((start, end))
        else:
            break
    tail = _TAIL.search(text.folded)
    return kept[::-1] if kept or not tail else [tail.span(1)]


def _line(folded: str, at: int) -> int:
    """Where the words of the line open: a notice of several sentences is one."""
    start = folded.rfind("\n", 0, at) + 1
    return start + len(folded[start:at]) - len(folded[start:at].lstrip(" -_*>"))


def _units(folded: str) -> list[Span]:
    found, start = [], 0
    for match in _UNIT_END.finditer(folded):
        if folded[start : match.start()].strip():
            found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(folded))] if folded[start:].strip() else found


def _signs(said: str) -> bool:
    words = _WORD.findall(said)
    if not words:
        return True
    if said.endswith(":"):
        return False
    longest = 2 * _LONGEST_UNIT if "|" in said or re.search(r"\d{5}", said) else _LONGEST_UNIT
    if words[0] in _GREETINGS or len(words) > longest or said.startswith("•"):
        return False
    if words[0].isdigit() and not _ADDRESS.match(said) and TAKEN not in said:
        return False
    spoken = [word for word in words[1:] if word in _SPEAKS]
    initial = len(words[0]) == 1 and said[1:2] == "."
    return not spoken and (initial or words[0] == "merci" or words[0] not in _SPEAKS)


def _tells(text: Text, start: int, end: int) -> bool:
    """Whether a line is a sentence by its small words, functions and services apart."""
    words = [
        (m[0], text.span(start + m.start(), start + m.start() + 1).isupper()) for m in _WORD.finditer(text.folded[start:end])
    ]
    known = read_words("functions", "offices", "houses", "house-words")
    small = [word for word, tall in words if not tall and len(word) > 2 and word.isalpha() and word not in known]
    if not read_words("deeds").isdisjoint(small):
        return True
    most = 6 if TAKEN in text.folded[start:end] or re.search(r"\d{5}", text.folded[start:end]) else 3
    return len(small) > most and words[0][0] not in read_words("functions")


def squares(text: Text) -> list[Span]:
    """« 4 place Drouet », « 12 place de la Mairie »: the number and the word of an address, which count no young people."""
    found = _SQUARE.finditer(text.folded)
    return [text.origin(*m.span("square")) for m in found if _titled(text, m) and m["name"] not in _NO_SQUARES]


def _titled(text: Text, found: re.Match[str]) -> bool:
    """Whether the name has a capital and is no acronym: « 2 place CAP » counts places."""
    said = text.span(*found.span("name"))
    return said[:1].isupper() and not said[1:2].isupper()


def addresses(text: Text) -> list[tuple[str, Span]]:
    """E-mail addresses as written, with their place in the original."""
    found = [m for m in EMAIL.finditer(text.folded) if not _ELSEWHERE.search(text.folded[max(0, m.start() - 40) : m.start()])]
    return [(text.span(*m.span()), text.origin(*m.span())) for m in found]


def links(text: Text) -> list[Span]:
    """Web addresses."""
    return [text.origin(*m.span()) for m in LINK.finditer(text.folded)]
