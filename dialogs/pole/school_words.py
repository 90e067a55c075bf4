"""« Pris », « 2 pris », « rendu »: what a school answers about seats held for it. Pure; what is not certain is left unread."""

import re
from dataclasses import dataclass

from core.territory.fold import fold
from dialogs.pole.order_words import COUNT, count_in

WE = r"(?:nous|on|je)\s"
_TAKEN = rf"(?:(?:c'est|tout|{WE}les)\s)?(?:pris|prises?|prends?|prenons|place|placee?s?|trouvee?s?)|oui|les\s{COUNT}"
_SOME = (
    rf"(?P<first>{COUNT})\s(?:places?\s)?(?:pris|prises?|pourvues?|placee?s?|eleves?(?:\splacee?s?)?)|"
    rf"(?:pris|prises?|{WE}(?:en\s)?(?:prends?|prenons)|place)\s(?P<last>{COUNT})(?:\splaces?)?"
)
_BACK = rf"(?:c'est\s|places?\s)?rendue?s?|{WE}(?:les\s)?(?:rends?|rendons)|non(?:\smerci)?|personne|pas\sbesoin|aucune?|zero"
_REST = r"[\s,.!;:]*(?:merci.*|cordialement.*|bonne journee.*)?"
_ALL = re.compile(rf"(?:bonjour[\s,.!]*)?(?:{_TAKEN}){_REST}")
_PART = re.compile(rf"(?:bonjour[\s,.!]*)?(?:{_SOME}){_REST}")
_NONE = re.compile(rf"(?:bonjour[\s,.!]*)?(?:{_BACK}){_REST}")
LONGEST = 300  # characters of an answer that settles seats


@dataclass(frozen=True)
class Settled:
    """So many of the seats are taken; None: all of them. 0: they are given back."""

    taken: int | None


def settled_by(text: str) -> Settled | None:
    """What an answer settles; None when it says something else."""
    lines = [" ".join(fold(line).replace("’", "'").split()) for line in text.splitlines() if line.strip()]
    said = " ".join(lines)[:LONGEST] if len(text) <= LONGEST else ""
    said = re.sub(r"\b(c|l|n|d) (?=\w)", r"\1'", said)
    if part := _PART.fullmatch(said):
        return Settled(count_in(part["first"] or part["last"]))
    if _ALL.fullmatch(said):
        return Settled(None)
    return Settled(0) if _NONE.fullmatch(said) else None
