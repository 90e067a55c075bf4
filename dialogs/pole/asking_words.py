"""What coordinators ask in words: « offres élec février Le Port », « fiche Carrefour », « manques mars », « tableau ». Pure.

The words after it are read as an employer's are.
"""

import re
from dataclasses import dataclass
from typing import Literal

What = Literal["offers", "card", "gaps", "figures", "table"]
_OF = "de|d'|en|pour|du"
_HEADS: dict[What, str] = {
    "offers": rf"(?:(?:toutes\s|voir\s|liste\s)?(?:les|des|quelles)\s)?offres?(?:\s(?:{_OF}|disponibles?|ouvertes?))*",
    "card": r"(?:la\s)?fiche(?:\s(?:de\sl'|de\sla|de|d'|du|entreprise))*",
    "gaps": rf"(?:(?:(?:les|des|quels)\s)?manques?|(?:qu'est-ce\squi|que|quoi)\smanque(?:-t-il)?)(?:\s(?:{_OF}))*",
    "figures": rf"(?:(?:les|nos)\s)?chiffres?(?:\s(?:{_OF}))*",
    "table": r"(?:le\s|un\s|envoyez(?:-moi)?\sle\s)?tableau(?:\s(?:de|d'|des|en|pour|du|excel|offres))*",
}
_QUESTION = {what: re.compile(rf"(?:{head})(?:\s|$)(?P<words>.*)", re.DOTALL) for what, head in _HEADS.items()}


@dataclass(frozen=True)
class Question:
    """What is asked for, and the words that narrow it, as they were written."""

    what: What
    words: str = ""


def question_in(piece: str, plain: str) -> Question | None:
    """The question of a line; `plain` is the line folded, character for character. A card wants a name."""
    for what, pattern in _QUESTION.items():
        if found := pattern.match(plain):
            words = piece[found.start("words") :].strip(" .!?\u00a0")
            return Question(what, words) if words or what != "card" else None
    return None
