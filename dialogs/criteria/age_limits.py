"""Ages in numbers (« pas plus de 17 ans », « 18-20 ans »): a limit that no rule of work asks for is a forbidden criterion."""

import re
from itertools import islice

from config.pattern import Pattern
from dialogs.understanding.text import Span

_MOST = 20  # ages looked at, of each kind
_IN_WORDS = {
    "seize": 16,
    "dix-sept": 17,
    "dix-huit": 18,
    "dix-neuf": 19,
    "vingt-deux": 22,
    "vingt-cinq": 25,
    "vingt": 20,
    "trente": 30,
}
_AGE = rf"(?:[1-6]\d|{'|'.join(_IN_WORDS)})"
_N = rf"(?P<n>{_AGE})"
_M = rf"(?P<m>{_AGE})"
_YEARS = r" ?(?:ans?\b|years?\b|yo\b|yrs?\b)"
_NO_MORE = Pattern(
    r"\b(?:pas|pa|jamais|aucune?|sans|evite[rz]?|evitons|refus\w{1,5}|personne)\b[^.;!?\n\d]{0,40}?"
    r"(?:\bplus (?:de|d'|que)|\+ ?(?:de|d')?|\bau[ -]dessus de|\bau[ -]dela de|\bplus (?:vieux|ages?|vieille) (?:que|de))"
    rf" ?(?:les )?{_N} ?ans\b(?! (?:de|d'))"
    rf"|\b(?:no|not|nobody|none)\b[^.;!?\n\d]{{0,30}}?\b(?:older than|over|above) {_M}(?![\d ]{{0,2}}(?:kg|km|pounds))"
)
_BEYOND = Pattern(
    rf"\b(?:au[ -]dessus de|au[ -]dela de|(?:de)?passe|plus de) {_N} ?ans\b[^.;!?\n\d]{{0,15}}?"
    r"\b(?:pas la peine|non|inutile|s'abstenir|trop|ca ne|passez votre|(?:sera|est) (?:ecarte|refuse)e?)\b"
)
_AT_MOST = Pattern(
    rf"\b{_N}{_YEARS} ?[(,]? ?(?:max\w*|au plus|grand max\w*|uniquement|seulement|pas plus|and under|or under)\b"
    rf"|\b(?:max\w*|jusqu'a|age limite|limite d'age|limite a|up to|maximum age)[ :]{{1,3}}{_M}{_YEARS}"
)
_RANGE = Pattern(rf"\b{_N}(?:{_YEARS})? ?(?:et|a|-|/|ou|to|and) ?{_M}{_YEARS}")
_UNDER = Pattern(rf"\b(?:moins de|under|younger than|- de) {_N}(?!\d)(?:{_YEARS})?")
_OVER = Pattern(
    r"(?:\A|[.,;:!?\n(]|\b(?:jeunes?|eleves?|stagiaires?|apprentie?s?|quelqu'un|personnes?|gars|faut|veux|veut|voulons|cherche|uniquement"
    rf"|ayant|age)\b)[ ]?(?:de |d'|qui ait |avec )?plus de {_N}{_YEARS}(?! (?:de|d'|que))"
)
_LEAST = Pattern(rf"\b(?:{_N}{_YEARS} (?:min\w*|au moins|revolus)|(?:au moins|min\w*) {_M}{_YEARS})(?! (?:de|d'))")
_REQUIRES = Pattern(
    r"\b(?:uniquement|seulement|exclusivement|exigee?|obligatoire|imperati\w{1,6}|only|svp|please|faut|doit|veux|veut|voulons|cherch\w{1,5}"
    r"|recherch\w{1,5}|preference|prefer\w{0,4}|must|want|plutot|que des)\b"
)
_SPEAKS_OF_AGE = Pattern(r"\bans?\b|\dans\b|\b(?:over|under|older|above|years?|yo|yrs?)\b|\bmoins de \d|- de \d")
# A reason in the law, or years that are nobody's age limit.
_LAWFUL = Pattern(
    r"\b(?:loi|legale?|legaux|nuit|engins?|permis|conduite|conduire|debit|alcools?|bar|dangereu\w{1,2}|reglement\w{0,8}|machines?|licence"
    r"|trancheuse|agrement|derogation|regle|travaux|caces|law|bar licence|assurance|night|driving)\b"
)
_NO_AGE = Pattern(r"\b(?:experience|metier|depuis|existe|anciennete|garantie|carriere|since|il y a|ouvert)\b")
_DESCRIBES = Pattern(r"\b(?:il a|elle a|ils ont|elles ont|ont entre|a entre|mon fils|ma fille)[^.;!?\n]{0,12}\Z")
_LEGAL_LIMITS = (29, 30)  # apprenticeship ends there: code du travail, L6222-1
_LEGAL_RANGES = {(16, 29), (16, 30), (15, 29), (15, 30), (18, 29), (18, 30)}


def find_age_limits(folded: str) -> list[Span]:
    """The folded characters of each age limit that has no reason of law in its sentence; ages of the school years are none."""
    if not _SPEAKS_OF_AGE.search(folded):
        return []
    found = [*_plain_limits(folded), *_needing_a_frame(folded)]
    return [span for span in found if not _excused(folded, span)]


def _plain_limits(folded: str) -> list[Span]:
    limits = (match for pattern in (_NO_MORE, _BEYOND, _OVER, _AT_MOST) for match in islice(pattern.finditer(folded), _MOST))
    spans = [limit.span() for limit in limits if 15 <= _years(limit) <= 60 and _years(limit) not in _LEGAL_LIMITS]
    spans += [m.span() for m in islice(_LEAST.finditer(folded), _MOST) if _years(m) not in (14, 15, 16, 18)]
    return spans + [m.span() for m in islice(_RANGE.finditer(folded), _MOST) if _is_limit(m, folded)]


def _is_limit(match: re.Match[str], folded: str) -> bool:
    """« entre 17 et 19 ans »; the rules of work speak of those between 16 and 18, who are a limit only if they are asked for."""
    low, high = _number(match["n"]), _number(match["m"])
    if high <= 18 and not _REQUIRES.search(sentence_at(folded, match.span())):
        return False
    return 16 <= low < high <= 60 and (low, high) not in _LEGAL_RANGES


def _needing_a_frame(folded: str) -> list[Span]:
    return [
        m.span()
        for m in islice(_UNDER.finditer(folded), _MOST)
        if _years(m) <= 26 and _REQUIRES.search(sentence_at(folded, m.span()))
    ]


def _excused(folded: str, span: Span) -> bool:
    said = sentence_at(folded, span)
    return bool(_LAWFUL.search(said) or _NO_AGE.search(said) or _DESCRIBES.search(folded[max(0, span[0] - 40) : span[0]]))


def sentence_at(folded: str, span: Span) -> str:
    """The sentence around some folded characters, 200 characters each side at most."""
    before = re.split(r"[.;!?](?=\s)|\n", folded[max(0, span[0] - 200) : span[0]])[-1]
    after = re.split(r"[.;!?](?=\s|\Z)|\n", folded[span[1] : span[1] + 200])[0]
    return before + folded[span[0] : span[1]] + after


def _years(match: re.Match[str]) -> int:
    """The age of a match, whichever of its two places holds it."""
    return _number(next(said for said in match.groupdict().values() if said))


def _number(said: str) -> int:
    return _IN_WORDS.get(said) or int(said)
