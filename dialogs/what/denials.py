"""What a clause names without meaning to offer it: denied (« pas de Segpa »), asked of the youth (« titulaire du CAP »)."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from config.pattern import Marked, Pattern
from core.territory.ngrams import Hit
from dialogs.understanding.words import Words

_DENIALS = frozenset("pas ni sans sauf aucun aucune hors jamais plus not no".split())
_NOT_DENIED = frozenset(
    "souci probleme forcement seulement uniquement que grave mal encore de_suite idee tard tot loin chere cher".split()
)
_BREAKS = frozenset(".;!?\n:,(")
_ENDS = frozenset(".;!?\n,)")
# « (bac STI2D ou MELEC) », « (issu d'un CAP) »: where the youth comes from.
_BRACKETS = Marked(r"\((?:bac (?!pro\b)|issue? d|apres |anciene? |ancienne )[^()\n]{0,80}\)", "(")
# « j'ai un CAP, un BP et 20 ans de métier », « je suis passée par un bac pro »: what the writer holds.
_MINE = Marked(
    r"\b(?:j'ai (?:moi-meme |deja |passe )?(?:un|mon)|suis (?:moi-meme |aussi )?passee? par une?) "
    r"(?:cap|bp|bep|bac|bts|cs)\b(?:(?!,? (?:je |j'|on |nous |donc ))[^.:;!?\n]){0,60}",
    "j'ai |suis ",
)
# « mêmes dates que les CAP »: of another offer.
_LIKENESS = Marked(r"\bmemes? (?:dates?|periodes?|semaines?) qu[e'][^.;!?\n,]{2,40}", "meme")
# « notre apprentie termine son CAP en juin »: what somebody holds soon.
_FINISHES = Marked(
    r"\b(?:termine\w{0,3}|fini(?:t|ra)|acheve\w{0,2}) (?:son|sa|leur|une?) [^.;!?\n,]{2,25}?(?= et | puis |[.;!?\n,]|$)",
    "termine|finit|finira|acheve",
)
_NEAR = 4  # words between a denial and what it denies
# A diploma that the youth must already hold, within three words before it.
_HOLDS = frozenset(
    "titulaire titulaires ayant possedant possede diplome diplomee diplomes obtenu valide validee detenteur poche".split()
)
_MUST = frozenset("avoir ayez ait aient".split())
_HOSTS = frozenset(
    "peux peut pourrais pourrait pourrions pouvons voudrais voudrait voudrions aimerais aimerait aimerions veux veut voulons "
    "souhaite souhaitons souhaiterais pour d comment envie".split()
)  # « je peux avoir un 3e » offers, « avoir un CAP serait bien » asks
_ALREADY = frozenset("deja apres".split())
_OWNED = frozenset("deja le un une son leur du d de la l au moins obtenu".split())
_SORRY = Pattern(
    r"[ .,;:!-]{1,6}(?:pardon|oups|non pardon|euh non|erreur|je veux dire|je voulais dire|enfin non|desolee?|non(?=,))(?!\w)"
)
_ANSWERED_NO = Pattern(r" ?\? ?(?:ah |ben |eh ben |finalement )?non\b")  # « élève ASSP ? non, 2nde »
_START = attrgetter("start")
_V = TypeVar("_V")


def affirmed(hits: Iterable[Hit[_V]], words: Words) -> list[Hit[_V]]:
    """The hits that are neither denied nor taken back (« BTS Photonique… pardon, BTS Électrotechnique »)."""
    kept = [hit for hit in hits if not _denied(hit.first, words)]
    return [hit for hit in kept if not _taken_back(hit, kept, words)]


def _taken_back(hit: Hit[_V], hits: list[Hit[_V]], words: Words) -> bool:
    end = words.tokens[hit.last - 1].end
    if _ANSWERED_NO.match(words.text.folded, end):
        return True
    return bool(_SORRY.match(words.text.folded, end)) and any(hit.last < after.first <= hit.last + 5 for after in hits)


def is_required(hit: Hit[_V], words: Words) -> bool:
    """Whether a diploma is asked of the youth (« ayant déjà le CAP », « après un CAP »), not prepared in the house."""
    at = hit.first - 1
    while at >= 0 and hit.first - at <= 4 and words.list[at] in _OWNED and not _ends_at(at + 1, words):
        at -= 1
    if at < 0 or _ends_at(at + 1, words):
        return False
    held = words.list[at]
    already = bool(_ALREADY.intersection(words.list[at : hit.first])) and hit.first - at > 1
    if held == "diplome" and words.list[at - 1 : at] in (("le",), ("un",), ("ce",), ("du",), ("futur",), ("de",)):
        return False
    must = held in _MUST and not _HOSTS.intersection(words.list[max(0, at - 2) : at])
    return held in _HOLDS or must or already


def _ends_at(at: int, words: Words) -> bool:
    return not (_ENDS | {":", "|"}).isdisjoint(words.gaps[at])


def requirements(levels: list[Hit[_V]], words: Words) -> list[range]:
    """The words that say what the youth must already hold: from such a diploma to the end of its sentence."""
    found = [*words.once(_told_of_people)]
    for level in levels:
        if is_required(level, words):
            end = level.last
            while end < len(words.list) and _ENDS.isdisjoint(words.gaps[end]):
                end += 1
            found.append(range(level.first, end))
    return found


def _told_of_people(words: Words) -> tuple[range, ...]:
    """The words that say where a youth comes from, or what the writer holds."""
    return tuple(
        _words_in(match, words) for form in (_BRACKETS, _MINE, _LIKENESS, _FINISHES) for match in form.finditer(words.text.folded)
    )


def _words_in(match: re.Match[str], words: Words) -> range:
    first = bisect_left(words.tokens, match.start(), key=_START)
    return range(first, bisect_left(words.tokens, match.end(), lo=first, key=_START))


def _denied(first: int, words: Words) -> bool:
    for i in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if not _BREAKS.isdisjoint(words.gaps[i + 1]) or (words.list[i] in ("mais", "but", "un", "une") and i < first - 2):
            return False
        if words.list[i] in _DENIALS or (words.list[i] == "non" and i and _is_contrast(i, words)):
            after = words.list[i + 1] if i + 1 < len(words.list) else ""
            if words.list[i] == "jamais" and i and words.list[i - 1] == "si":  # « si jamais vous avez un 3e »
                return False
            if after.isdigit() and any(word.isdigit() for word in words.list[max(0, i - 2) : i]):  # « 1 et pas 2 »
                return False
            more = words.list[i] == "plus" and not (_ne_before(i, words) or _no_more(i, words))
            return after not in _NOT_DENIED and not more
    return False


def _is_contrast(i: int, words: Words) -> bool:
    """« et non un BTS MHR », « , non un CAP »."""
    return words.list[i - 1] in ("et", "mais") or "," in words.gaps[i]


def _no_more(i: int, words: Words) -> bool:
    """« on ne prend que le CAP, plus le bac pro »: no more of it."""
    said = words.list[max(0, i - 9) : i]
    return "," in words.gaps[i] and not {"ne", "n"}.isdisjoint(said) and not {"que", "qu"}.isdisjoint(said)


def _ne_before(i: int, words: Words) -> bool:
    return any(word in ("ne", "n", "prends", "prend", "prenons") for word in words.list[max(0, i - 3) : i])
