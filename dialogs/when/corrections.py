"""Second thoughts inside a message: « 2 non pardon 3 élèves », « du 5 au 30 mai, euh non avril », « pas février, mars »."""

import re

from config.pattern import Pattern, holds
from dialogs.understanding.text import Edit, Text
from dialogs.when.dates import DATE, MONTH, MONTH_PART, YEAR
from dialogs.when.plain import say_plainly

_WORDS = (
    "euh|heu|hum|non|pardon|oups|plutot|ou plutot|enfin|en fait|je veux dire|je voulais dire|desolee?|excusez|"
    "erreur|correction|sorry|i mean|rather|no|ah|oh|oops|wait|actually|finalement|lire|au temps pour moi|autant pour moi|"
    "je me (?:suis )?trompee?|my mistake|mince|zut|attendez"
)
_SORRY = rf"(?:[ ,.;()-]{{1,4}}(?:{_WORDS})(?![a-z])){{1,4}}[ ,.;:()-]{{1,4}}"
# No second thought without one of these: most messages have none, and are left as they are.
_SORRY_MARKS = tuple(
    "euh,heu,hum,non,pardon,oups,plutot,enfin,en fait,veux dire,voulais dire,desole,excusez,erreur,correction,sorry,i mean,"
    "rather, no , ah , oh ,oops,wait,actually,finalement,lire,pour moi,trompe,mistake,mince,zut,attendez".split(",")
)
_AGAIN = r"(?:(?:en|c'est|plutot|du mois de|de) ){0,2}"
_NOT_THIS = rf"(?<![a-z])pas (?:(?:en|pour|de|au mois de|d') ?)?{MONTH_PART}"
_BUT_THAT = rf"(?:, ?|,? (?:mais|plutot|c'est) )(?:(?:plutot|en|c'est|mais) ){{0,3}}(?={MONTH_PART})"
_NUMBER = r"(?<![\d/.:,-])\d{1,2}"
_UNIT = "(?:semaine|mois|jour)"
_DAY = rf"(?:{DATE}|\d{{1,2}})"
_INSTEAD = r"(?:,? (?:et non(?: pas| plus)?|et pas|et plus|plutot que|au lieu|a la place|instead of|not)(?: d[eu]| le| on)*)"
# What is taken back, each with the marks without which it is not sought.
_PATTERNS: tuple[tuple[tuple[str, ...], Pattern], ...] = (
    (
        ("lieu", "place", "instead", "et non", "et pas", "et plus", "plutot", "not "),
        Pattern(rf"[ ,(]{{0,2}}{_INSTEAD} {_DAY}(?: (?:au|to) {_DAY})?\)?(?= ?(?:[,.;)\n]|$|fin|jusqu|au))"),
    ),
    (("pass",), Pattern(rf"pass[a-z]{{1,5}} d[e'] ?\d{{1,2}}(?: {_UNIT})? a (?=\d{{1,2}} {_UNIT})")),
    (_SORRY_MARKS, Pattern(rf"(?<![a-z]){MONTH}{YEAR}?{_SORRY}{_AGAIN}(?={MONTH})")),
    (("pas ",), Pattern(_NOT_THIS + _BUT_THAT)),
    (_SORRY_MARKS, Pattern(rf"(?<![a-z])(?P<before>du|au|le|from|to|on) {_DAY}{_SORRY}{_AGAIN}(?=(?P=before) {_DAY})")),
    (_SORRY_MARKS, Pattern(rf"{_NUMBER}{_SORRY}(?=\d{{1,2}}(?![\d/:.]))")),
    (_SORRY_MARKS, Pattern(rf"{_NUMBER} {_UNIT}{_SORRY}(?=\d{{1,2}} {_UNIT})")),
)
_A_DURATION = re.compile(rf" (?:pour|pendant|sur|et) \d{{1,2}} {_UNIT}")
# « mars est remplacé par avril », « le 3 mai devient le 10 »
_REPLACED = Pattern(
    r" ?(?:est |sont |a ete |is |are )?"
    r"(?:remplacee?s? par|devien(?:t|nent|dra)|becomes?|replaced (?:by|with)|change(?:e|ee)?s? (?:en|pour))"
    r"(?: le| la| du| celle du)? ?"
)
_WHOLE_SORRY = Pattern(rf"{_SORRY}(?:c'est |plutot |en )*")
# « du 3 au 21, non, le 3 est trop tôt, disons du 9 au 27 »: the reason stands between.
_REASONED = Pattern(
    rf"[^a-z0-9]{{1,5}}(?:{_WORDS})[ ,.!:]{{1,3}}[^.;!?\n]{{3,50}}[,.;:] ?"
    r"(?:disons|plutot|mettons|prenons|prenez|partons sur|on dit|on part sur|ce sera|ca sera|let's say|make it|alors|donc)"
    r"[ ,:]{1,2}(?:plutot |pour )?"
)


def plainly(text: Text) -> Text:
    """The text with its numbers and time words in one spelling, and without what its writer took back."""
    return correct(say_plainly(text))


def correct(plain: Text) -> Text:
    """The text without what its writer took back."""
    for marks, pattern in _PATTERNS:
        if holds(plain.folded, marks):
            edits: list[Edit] = [(found.start(), found.end(), "") for found in pattern.finditer(plain.folded)]
            plain = plain.rewritten(edits)
    return plain


def takes_back(between: str) -> bool:
    """Whether the words between two values say that the second replaces the first."""
    if len(between) < 60 and _WHOLE_SORRY.fullmatch(_A_DURATION.sub("", between)):
        return True
    return len(between) < 90 and bool(_REASONED.fullmatch(between) or _REPLACED.fullmatch(between))
