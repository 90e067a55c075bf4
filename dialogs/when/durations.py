"""How long: « 3 smn », « 15 jours », « un mois et demi », in weeks."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from config.pattern import Pattern
from dialogs.when.moments import MOST

_ABOUT = "dizaine de|huitaine de|quinzaine de|vingtaine de"
_MORE = r"(?:(?: a | ou |-| - | to | or |/| et (?=\d)| and (?=\d))(?P<more>\d{1,2}))?"  # of « 2 à 3 semaines » the sure two
_DURATION = Pattern(
    rf"(?<![\d/.:,a-z-])(?:(?P<about>{_ABOUT}) (?=jour)|(?P<count>\d{{1,3}}|une?|a|one){_MORE}[ -]?)"
    r"(?P<unit>semaine|jour|mois|quinzaine(?! d[e']))(?P<half> et demie?| 1/2| and a half)?(?![a-z])"
)
_NOT_BEFORE = Pattern(
    r"(?:\b(?:dans|sous|il y a|depuis|toute?s les|chaque|plus de|moins de|apres|preavis d[e']|au bout d[e']|ca fait|delai d[e']|"
    r"within|in|every|d'ici|premiere?s|derniere?s|prochaine?s|ces|ouverte?s?|avant|ages? d[e']|agee?s? d[e']|enceinte d[e']|"
    r"(?:enfant|bebe|nourrisson|tout.petit)s? d[e']|semaine d[e']|conges?(?: [a-z]{4,10})? d[e']|essai d[e']|arret d[e']|"
    r"(?:jour|fois|heure|\dh|\d h|hour|twice|once|an)s?|dans les|"
    r"depass[a-z]*|exced[a-z]*|(?:inferieur|superieur)[a-z]* a|au[ -]dela d[e']|"
    r"(?:arret|absente?s?|conges?|fermee?s?) (?:pour|pendant)|restee?s?|perdu|attendu|il y a (?:de cela|environ|deja|bien))|"
    r"\ble|\bdelai(?: d[e'] ?[a-z]{3,12})? ?:?)[ \n]$|"
    r"\b(?:decal|repouss|avanc|recul|report|retard|prolong)[a-z]*[^.;,!?\n]{0,30} d[e'] ?$"
)
_NOT_AFTER = Pattern(
    r" ?(?:/|sur \d|sur deux|(?:et (?:le |la )?(?:[a-z]{3,9} )?)?l'autre|"
    r"par |per |avant|apres|plus tard|plus tot|d'avance|a l'avance|d'experience|d'anciennete|de preavis|de delai|"
    r"de retard|d'essai|ago|de conges?|de vacances|before|after|of notice|in advance|early|d'arret|de fermeture|pres(?![a-z])|"
    r"(?:au|en|a l'|de) ?(?:cfa|centre|cours|ecole|formation)(?![a-z])|a \d{1,2} an)"
)
_RHYTHM = Pattern(r"\b(?:rythme|alternance)[^.;\n]{0,25}$")
# « 2 j chez nous 3 j au lycée », « une semaine entreprise, une semaine CFA »: turns between the house and the school.
_SCHOOL = r"(?:lycee|ecole|cfa|centre|cours|mfr)"
_HOUSE = r"(?:chez (?:nous|moi)|avec (?:nous|moi)|(?:en |a l'|l')?(?:entreprise|atelier|chantier|boutique|magasin)|ici)"
_SIDES = rf"(?:{_HOUSE}|(?:au |en |a l'|de )?{_SCHOOL})"
_NEXT = r" ?(?:,|/|-|et|puis|\+)? ?"
_TURNS = Pattern(rf" {_SIDES}{_NEXT}(?:\d{{1,2}}|une?)[ -]?(?:semaine|jour|mois)s? {_SIDES}(?![a-z])")
_TURNED = Pattern(rf"(?:semaine|jour|mois)s? {_SIDES}{_NEXT}$")
_SIDE = Pattern(rf" {_SIDES}(?![a-z])")
_LONGEST = 52


class Duration(NamedTuple):
    """Characters [start, end) of the plain text that say how long, in weeks."""

    start: int
    end: int
    weeks: int


def find_durations(said: str) -> Iterator[Duration]:
    """Durations of a stay: of « 2 à 3 semaines » the sure two; a year and more has no weeks."""
    if not any(unit in said for unit in ("jour", "semaine", "mois", "quinzaine")):
        return
    for match in islice(_DURATION.finditer(said), MOST):
        before = said[max(0, match.start() - 40) : match.start()]
        if _NOT_BEFORE.search(before) or _NOT_AFTER.match(said, match.end()) or _RHYTHM.search(before):
            continue
        if _TURNS.match(said, match.end()) or (_TURNED.search(before) and _SIDE.match(said, match.end())):
            continue
        count = _count(match["about"] or match["count"])
        weeks = _weeks(count, match["unit"]) + (2 if match["half"] and match["unit"] == "mois" else 0)
        if 0 < weeks < _LONGEST - 4:
            yield Duration(match.start(), match.end(), weeks)


def _count(said: str) -> int:
    if said.isdigit():
        return int(said)
    return {"dizaine de": 10, "huitaine de": 8, "quinzaine de": 15, "vingtaine de": 20}.get(said, 1)


def _weeks(count: int, unit: str) -> int:
    if unit == "jour":
        return {8: 1, 14: 2, 15: 2}.get(count, round(count / 5))
    return count * {"semaine": 1, "mois": 4, "quinzaine": 2}[unit]
