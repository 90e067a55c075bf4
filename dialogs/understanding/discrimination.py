"""Selection criteria that the law forbids for a placement (code du travail, L1132-1), found by phrase in context."""

from functools import cache

from config.lexicon import read_cues, read_rows
from dialogs.understanding.text import TAKEN, Span, Text, prepare

MOST = 6  # criteria reported of one message


def find_criteria(text: Text) -> list[tuple[str, Span]]:
    """Each forbidden criterion once, with the words that say it.

    The breaches of discrimination.csv come first, as they stand; then, once lawful phrases (« H/F », legal ages) are passed
    over, the patterns of criteria.csv. What is only to be asked about is not reported.
    """
    found: dict[str, Span] = {}
    for criterion, phrase in _rows("breach"):
        at = text.folded.find(phrase)
        if at >= 0:
            found.setdefault(criterion, text.origin(at, at + len(phrase)))
    folded = _without_lawful(text.folded)
    for cue, match in read_cues("criteria").matches(folded):
        if cue.label != "lawful":
            found.setdefault(cue.label, text.origin(*match.span()))
    return [(criterion, span) for criterion, span in found.items() if not _vaguer(criterion, span, found)][:MOST]


def _vaguer(criterion: str, span: Span, found: dict[str, Span]) -> bool:
    """« éviter les filles, elles tombent enceintes »: the words of a vaguer criterion that a narrower one holds too."""
    return criterion in ("sex", "origin") and any(
        other != criterion and held[0] < span[1] and span[0] < held[1] for other, held in found.items()
    )


def _without_lawful(folded: str) -> str:
    for phrase in _lawful():
        folded = folded.replace(phrase, TAKEN * len(phrase))
    for cue, _ in read_cues("criteria").matches(folded):
        if cue.label == "lawful":
            folded = cue.pattern.sub(lambda match: TAKEN * len(match[0]), folded)
    return folded


@cache
def _rows(verdict: str) -> tuple[tuple[str, str], ...]:
    rows = [row for _, row in read_rows("discrimination") if row["verdict"] == verdict]
    return tuple((row["criterion"], prepare(row["phrase"]).folded) for row in rows)


@cache
def _lawful() -> tuple[str, ...]:
    """Lawful phrases and phrases to ask about, of two words at least: a shorter one would hide too much."""
    return tuple(phrase for _, phrase in (*_rows("lawful"), *_rows("ask")) if len(phrase.split()) > 2)
