"""When a person may be called: « après 11 h », « le matin », « pas le samedi ».

Only beside a number, behind a word that asks for a call, or as the whole answer to « à quel numéro ? »: the hours of the
stay and of the shop are other hours.
"""

import re
from typing import NamedTuple

from config.pattern import Marked, Pattern
from dialogs.understanding.text import Span, Text
from dialogs.when.date_words import WEEKDAYS

NBSP = "\u00a0"
LONGEST = 80  # characters kept
MOST = 4000  # characters read

_TIME = r"(?:\d{1,2} ?(?:h(?:eures?)?(?: ?\d{2})?(?![a-z0-9])|:\d{2})(?: ?[ap]m)?|\d{1,2} ?(?:am|pm|o'clock)|midi|noon)"
_CLOCK = (
    rf"(?:entre {_TIME}|entre \d{{1,2}}) et (?:{_TIME}|deux|\d{{1,2}}(?!\d))|(?:de )?{_TIME} ?(?:a|-) ?{_TIME}|"
    rf"(?:apres|avant|vers|des|a partir de|jusqu'a|after|before|around|until|from|at) {_TIME}|"
    rf"(?:between|from) (?:{_TIME}|\d{{1,2}}) (?:and|to) {_TIME}"
)
_PART = (
    r"(?:(?:le|les|en|dans la|dans l'|l'|tot le|en fin de|en debut de|en fin d'|en debut d'|fin d'|in the|early in the) ?)?"
    r"(?:matinees?|matins?|apres-midis?|apres midis?|soirees?|soirs?|journee|mornings?|afternoons?|evenings?)|le midi|les midis|"
    r"(?:aux|pendant les|a la) (?:heures (?:de bureau|d'ouverture|ouvrables|de repas)|pause(?: de midi)?)|"
    r"(?:during |in )?(?:office|business|working|opening) hours|any ?time|at lunch(?:time)?"
)
_WEEKDAYS = f"(?:{'|'.join(WEEKDAYS)}|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"
_DAYS = (
    rf"(?:du {_WEEKDAYS} au {_WEEKDAYS}|(?:from )?{_WEEKDAYS} to {_WEEKDAYS}|en semaine|(?:le|les|at|on)? ?week-?ends?|"
    rf"tous les jours|(?:on )?weekdays|(?:(?:le|les|on) )?{_WEEKDAYS}"
    rf"(?:(?:, ?| et | ou | ni | and | or )(?:(?:le|les|on) )?{_WEEKDAYS}){{0,5}}"
    r"(?: (?:matin|apres-midi|soir|morning|afternoon|evening)s?)?)(?! ?\d)"
)
_NOT = r"(?:(?:mais )?(?:pas|sauf|hors|excepte|jamais|but not|not|except|never) )"
_SOFT = r"(?:plutot|de preference|si possible|uniquement|seulement|preferably|ideally|only|rather)"
_ONE = rf"{_NOT}?(?:{_CLOCK}|{_PART}|{_DAYS})(?![a-z0-9])"
_RUN = rf"(?P<run>(?:{_SOFT},? )?{_ONE}(?:(?:,| et| ou| and| or)? (?:{_SOFT} )?{_ONE}){{0,3}}(?:,? {_SOFT})?)"
_END = r"(?=[ ]?(?:$|[.,;!?)\n]|svp|s'il|merci|please|thank|-|ou par |or by ))"
_FILLER = (
    r"(?:joignable|dispo(?:nible)?|je suis|a joindre|(?:r?appele[rz]|me r?appeler)(?:-moi|-nous)?|svp|c'est|appel|"
    r"merci de (?:m'|me |nous )?r?appeler|reachable|available|please|call(?: me| us)?)"
)
_AFTER_NUMBER = Marked(rf"\0(?!\0)(?P<stop>[ \n,;:(.-]{{0,4}})(?:{_FILLER}[ ,:]{{1,2}}){{0,2}}{_RUN}{_END}", "\0")
_CUE = (
    r"(?<![a-z])(?:r?appele[rz]|r?appelle|r?appel|joindre|joignez|joignables?|contacte[rz]|telephone[rz]?|coup de fil|"
    r"je suis (?:dispo|disponible|la)|call|ring|phone|reach|reached|reachable)(?![a-z])"
)
_AFTER_CUE = Marked(
    rf"{_CUE}(?P<between>[a-z0-9\0 '-]{{0,60}}?)(?:, ?| ){_RUN}{_END}",
    "appel|joi|contact|telephon|coup de fil|je suis|call|ring|phone|reach",
)
_ELSE = Pattern(r"stag|eleve|horaire|travail|ouver|ferm|accueil|heberg|apprenti|jeune|journee|semaine|pour |student|pupil|work")
_LEAD = rf"(?:(?:oui|alors|euh|ben|{_FILLER})[ ,:]{{1,2}}){{0,3}}"
_ALONE = Pattern(rf"[ \n]{{0,3}}{_LEAD}{_RUN}[ .!\n]{{0,3}}(?:svp|merci|please)?[ .!\n]{{0,3}}")

_ACCENTS = {
    "apres": "après", "midi": "midi", "preference": "préférence", "plutot": "plutôt", "excepte": "excepté", "debut": "début",
    "matinee": "matinée", "matinees": "matinées", "soiree": "soirée", "soirees": "soirées", "journee": "journée", "tot": "tôt",
}  # fmt: skip
_HOUR = re.compile(r"(\d{1,2}) ?h(?:eures?)?(?: ?(\d{2}))?(?![a-z0-9])")
_ENGLISH = re.compile(rf"\b(?:{'|'.join('monday tuesday wednesday thursday friday saturday sunday'.split())})")


class Hours(NamedTuple):
    """When to call, as it is told to others, and where the message says so."""

    text: str
    span: Span


def find_hours(text: Text, asking: str | None = None) -> Hours | None:
    """The hours for a call. `text` hides numbers and addresses; `asking` is the slot of the last question."""
    folded = text.folded[:MOST]
    found = next((match for match in _AFTER_NUMBER.finditer(folded) if _closes(match, folded)), None)
    found = found or next((match for match in _AFTER_CUE.finditer(folded) if not _ELSE.search(match["between"])), None)
    if not found and asking in ("contact", "phone") and len(folded) <= LONGEST:
        found = _ALONE.fullmatch(folded)
    return Hours(tidy(found["run"]), text.origin(*found.span("run"))) if found else None


def _closes(match: re.Match[str], folded: str) -> bool:
    """A sentence of its own behind the number says when to call only when it says nothing else."""
    if not {".", "\n"} & set(match["stop"]):
        return True
    return not folded[match.end("run") :].lstrip(" ") or folded[match.end("run") :].lstrip(" ")[0] in ".!)\n"


def tidy(run: str) -> str:
    """« apres 11h » as it is written: « après 11 h », with a blank that does not break."""
    said = re.sub(r"[a-z]+", lambda word: _ACCENTS.get(word[0], word[0]), re.sub(r"\s+", " ", run))
    said = re.sub(r"^a partir|(?<= )a partir", "à partir", said).replace("jusqu'a ", "jusqu'à ")
    said = re.sub(r"(?<![a-z])des (?=\d)", "dès ", said).replace("après midi", "après-midi")
    said = _HOUR.sub(lambda hour: f"{hour[1]}{NBSP}h" + (f"{NBSP}{hour[2]}" if hour[2] else ""), said)
    said = re.sub(r"(?<=[h\d]) a (?=\d|midi)", " à ", said)
    return _ENGLISH.sub(lambda day: day[0].capitalize(), said).replace("'", "’")[:LONGEST]
