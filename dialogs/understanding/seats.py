"""How many young people: told apart from ages, hours, years, kilometres, phones, levels and employees."""

import re

from dialogs.understanding.number_words import NUMBER_WORDS, to_number
from dialogs.understanding.text import Text

ANY = rf"\d{{1,2}}|{NUMBER_WORDS}"
COUNT = rf"(?P<n>{ANY}|une?|one)"
WHO = (
    "stagiaires? stag stgs? stages? eleves? jeunes? collegien(?:ne)?s? lyceen(?:ne)?s? etudiante?s? apprentie?s? "
    "alternante?s? gars filles? "
    "places? postes? contrats? candidate?s? ados? marmay zapranti students? pupils? trainees? interns? apprentices? "
    "bac\\s?-?pro bts cap bp cs but 3\\s?e(?:me)? 2\\s?(?:nde|de|nd) troisiemes? secondes? segpa melec assp agora"
)
PEOPLE = "(?:" + "|".join(WHO.split()) + ")"
QUALIFIED = r"(?:(?:autres?|petits?|seule?s?|nouve(?:l|lles?|aux)|bons?|futurs?)\s+)?"
NOT_TIME = r"(?!\s*(?:ans|h\b|heures?|jours?|semaines?|mois|km|mai|juin))"
# « 2 non pardon 3 élèves » is 3; « 2 ou 3 » is 2, the sure number.
CORRECTED = re.compile(rf"\b(?:{ANY}|une?)(?:[\s,.(]*(?:non|euh|pardon|plutot|enfin)\b)+[\s,.)]*{COUNT}\b{NOT_TIME}")
COUNTED = re.compile(
    rf"(?<![\d./:,-])\b{COUNT}\b(?:\s*\(\d{{1,2}}\))?(?:\s*(?:ou|a|-|or)\s*(?:{ANY}))?\s*(?:ou une )?"
    rf"{QUALIFIED}(?:/\s*)?{PEOPLE}\b"
)
TAKING = r"(?:j?pren\w*|accueill\w*|recevoir|recevons|recois|take|host)"
TAKEN_IN = re.compile(rf"\b{TAKING}\s+(?:volontiers\s+|bien\s+)?{COUNT}\b{NOT_TIME}")
PAIR = re.compile(r"\b(?:une paire|un binome|a pair|a couple)\b")
SINGLE = re.compile(r"\b(?:une? seule?|only one)\b")
BARE = re.compile(rf"^\W*(?:(?:c'est|oui|plutot|finalement)\W+)*{COUNT}\W*(?:places?|eleves?)?\W*(?:plutot|max\w*)?\W*$")
NOT_PEOPLE = re.compile(r"^\s*(?:ans|h\b|heures?|km|m2|euros?|salarie|employe|collaborateur|personnes?|fois|%|er\b)")
MOST = 60


def find_seats(text: Text) -> int | None:
    """The number of young people that the text offers to take, None when it says none."""
    folded = text.folded
    for pattern in (CORRECTED, COUNTED):
        for found in pattern.finditer(folded):
            if not NOT_PEOPLE.match(folded[found.end("n") :]) and 0 < to_number(found["n"]) <= MOST:
                return to_number(found["n"])
    if PAIR.search(folded):
        return 2
    said = TAKEN_IN.search(folded) or BARE.search(folded)
    if said:
        return to_number(said["n"]) or None
    return 1 if SINGLE.search(folded) else None
