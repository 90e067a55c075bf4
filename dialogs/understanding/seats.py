"""How many young people: told apart from ages, hours, years, kilometres, phones, levels and employees."""

import re

from dialogs.understanding.number_words import NUMBER_WORDS, to_number
from dialogs.understanding.text import Text

_COUNT = rf"(?P<n>\d{{1,2}}|{NUMBER_WORDS}|une?|one)"
_PEOPLE = (
    r"(?:stagiaires?|stag|stg|stgs|stages?|eleves?|jeunes?|collegiens?|collegiennes?|lyceens?|lyceennes?|etudiante?s?|apprentie?s?|apprentis?|"
    r"alternante?s?|gars|filles?|places?|postes?|contrats?|candidate?s?|ados?|marmay|zapranti|students?|pupils?|trainees?|interns?|apprentices?|"
    r"bac ?-?pro|bacpro|bts|cap|bp|cs|but|3 ?e(?:me)?|2 ?(?:nde|de|nd)|troisiemes?|secondes?|segpa|melec|assp|agora|personnes? en stage)"
)
_FIX = r"(?:[\s,.(]*(?:non|euh|pardon|plutot|enfin)[\s,.)]*(?:pardon|non|plutot)?[\s,]*)"
AGAIN = re.compile(rf"\b(?:\d{{1,2}}|{NUMBER_WORDS}|une?){_FIX}+{_COUNT}\b(?!\s*(?:ans|h\b|heures|mai|juin))")
BEFORE_PEOPLE = re.compile(rf"(?<![\d./:,-])\b{_COUNT}\b(?:\s*\(\d{{1,2}}\))?(?:\s*(?:ou|a|-|or)\s*(?:\d{{1,2}}|{NUMBER_WORDS}))?\s*(?:ou une )?"
                           rf"(?:(?:autres?|petits?|seule?s?|nouve(?:l|lles?|aux)|bons?|futurs?)\s+)?(?:/\s*)?{_PEOPLE}\b")  # fmt: skip
TAKE = re.compile(rf"\b(?:pren\w*|jpren\w*|accueill\w*|recevoir|recevons|recois|take|host)\s+(?:volontiers\s+|bien\s+)?{_COUNT}\b"
                  rf"(?!\s*(?:ans|h\b|heures?|jours?|semaines?|mois|km))")  # fmt: skip
PAIR = re.compile(r"\b(?:une paire|un binome|a pair|a couple)\b")
ONLY = re.compile(rf"\b(?:une? seule?|only one)\b(?:\s+(?:place|eleve|stagiaire))?|^\W*(?:(?:c'est|oui|plutot|finalement)\W+)*{_COUNT}\W*(?:places?|eleves?)?\W*(?:plutot|max\w*)?\W*$")
NOT_PEOPLE = re.compile(r"^\s*(?:ans|h\b|heures?|km|m2|euros?|salarie|employe|collaborateur|personnes?(?! en stage)|fois|%|er\b)")


def find_seats(text: Text) -> int | None:
    """The number of young people that the text offers to take, None when it says none; « 2 ou 3 » is 2, the sure number."""
    folded = text.folded
    for pattern in (AGAIN, BEFORE_PEOPLE):
        for found in pattern.finditer(folded):
            if not NOT_PEOPLE.match(folded[found.end("n") :]) and 0 < _value(found["n"]) <= 60:
                return _value(found["n"])
    if PAIR.search(folded):
        return 2
    for pattern in (TAKE, ONLY):
        found = pattern.search(folded)
        if found:
            said = found.groupdict().get("n")
            return _value(said) if said else 1
    return None


def _value(said: str) -> int:
    return to_number(said)
