"""How many young people: told apart from ages, hours, years, kilometres, phones, levels and employees."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from config.pattern import Marked, Pattern
from dialogs.understanding.text import Span, Text
from dialogs.what.recounts import find_instead, find_only, without_old
from dialogs.when.corrections import plainly, takes_back
from dialogs.when.date_words import MONTHS

MOST = 60  # young people: a larger number counts something else
_READ = 40  # numbers looked at
# « 2 ou 3 » counts for 2, the sure number; « un(e) », « quatre (4) » are one number.
_OR = r"(?: ?(?:ou|a|-|or|to|/) ?(?:\d{1,2}|une)\b)?"
_ENGLISH_ONE = r"an?(?= (?:\w+ ){0,4}(?:student|trainee|pupil|apprentice|intern)\b)"
_ONE = rf"une?|one|in(?= (?:zapranti|zelev|marmay|jenn|jene|jeune|stagiaire|eleve)\b)|{_ENGLISH_ONE}"
_COUNT = (
    rf"(?:(?<![\w./:,-])(?<!l')|(?<=\bd)(?=\d))(?P<n>\d{{1,2}}|{_ONE})(?:\(e\)|\.e|/une?|-e)?(?![\w%€])(?: ?\(\d{{1,2}}\))?{_OR}"
)
_WHO = (
    r"stag(?!es?\b)\w{0,8} stgs? stgrs? eleves? jeunes? collegien(?:ne)?s? lyceen(?:ne)?s? etudiante?s? apprentie?s? appr "
    r"aprentis? alternante?s? gars filles? garcons? places? contrats? candidate?s? candidatures? ados? mineure?s? "
    r"marmay?s? zapranti zelev jenn jene students? pupils? trainees? interns? apprentices? diplomee?s? bac\s?-?pro bacpros? "
    r"bts cap bp cs but 3\s?e(?:me)? 2\s?(?:nde|de|nd) troisiemes? secondes? segpas? melec assp agora terminales?"
)
_JOBS = "postes? (?:d'|de |en )(?:appren|altern|stag)"  # other posts are of grown-ups
_PEOPLE = rf"(?:(?:{'|'.join(_WHO.split())})(?![a-z])|{_JOBS})"
_QUALIFIED = (
    r"(?:(?:autres?|petite?s?|seule?s?|nouve(?:l|lles?|aux)|bons?|futurs?|grands?|young|more|other|observation|vocational) )"
    r"{0,2}"
)
_TIME = "h\\b|heure|jour|semaine|mois|an\\b|minute|km|m2|euro|€|%|fois|date|mail|sal|employe|collab|periode"
_NOT_TIME = rf"(?! ?(?:{_TIME}|{'|'.join(MONTHS)}))"
_NOT_A_PERSON = (
    "(?! (?:rendez|rdv|reponse|convention|attestation|mail|appel|message|tuteur|formation|reunion|entretien|document|"
    "dossier|copie|exemplaire|visite|groupe|classe|forum|information|stand|stage|petit mot|mois|peu|bon|grand|premier|offre))"
)
_TAKE = (
    r"(?:j?(?:re)?prend\w*|j?pren|prenons|pran|accueill\w*|accuei\w*|recev\w*|recois|recoit|accept\w*|embauch\w*|recrut\w*|propos\w*|"
    r"offr\w*|cherch\w*|besoin d[e']|retien\w*|form\w{2,4}|mettre|take|host|welcome|have room for|need)"
)
_TAKE_MARKS = (
    "pren|pran|accue|recev|recoi|accept|embauch|recrut|propos|offr|cherch|besoin|retien|form|mettre|take|host|welcome|"
    "have room|need"
)
_AT_ONCE = (
    "par (?:une?\\b|periode|session|atelier|service|semaine)|cette an|cette fois|a la fois|"
    "en meme temps|au lieu d[e']|maxi?(?:mum)?|seulement|uniquement|only"
)
_ADVERBS = "volontiers|bien|encore|aussi|jusqu'a|environ|au plus|en|nous"
_FORMS = (
    Pattern(rf"{_COUNT} ?(?:ou une )?{_QUALIFIED}(?:/ ?)?{_PEOPLE}"),
    Marked(rf"\b{_TAKE}(?: (?:{_ADVERBS})){{0,3}}(?: |(?<=')){_COUNT}{_NOT_TIME}{_NOT_A_PERSON}", _TAKE_MARKS),
    Marked(rf"{_COUNT} (?:{_AT_ONCE})(?![a-z])", "par |cette |la fois|meme temps|au lieu|max|seulement|uniquement| only"),
    Marked(  # « ce sera 1 et pas 2 »
        rf"\b(?:sera|serait|c'est|plutot|finalement|donc|prend\w{{0,3}}) {_COUNT} (?:et )?(?:pas|non|non pas) "
        rf"(?:\d{{1,2}}|une?)\b{_NOT_TIME}",
        "pas |non ",
    ),
    Marked(rf"{_COUNT} stages (?:a|pour) (?:des |les |nos |de )?(?:jeunes |futurs )?{_PEOPLE}", " stages "),
    Marked(r"\b(?P<n>une?) personne (?:en (?:appren|altern|contrat)|pour|au (?:cap|bp|bac|bts))", " personne "),
    Marked(r"(?<!\d )\b(?P<n>poste) d'(?:apprenti|alternant)(?!s)", "poste d'"),
    Marked(r"(?:^|[.!?:\n]) ?(?P<n>\d{1,2}) postes?(?= ?(?:[.,;!\n]|$))", " poste"),
    Marked(rf"{_COUNT} en (?!20\d\d|{'|'.join(MONTHS)})[a-z]{{3}}", " en "),
    Pattern(rf"(?:stages?|stagiaires?|places?|jeunes|eleves|pupils|students) ?(?:pour|:|x|=) ?{_COUNT}(?= ?(?:[.,;!\n]|$))"),
)
_GROUP = "une paire|un binome|une dizaine|une douzaine|a pair|a couple|(?:tous |toutes )?les 2(?= (?:eleves|stagiaires|jeunes))"
_PAIR = Marked(rf"\b(?P<n>{_GROUP})\b", "paire|binome|zaine|a pair|a couple|les 2")
_SINGLE = Marked(r"\b(?P<n>une? seule?|only one|just one)\b", " seul| one")
_LEAD = r"[^\w]{0,5}(?:(?:c'est|oui|non|plutot|finalement|disons|alors|ben|pour) ?[,.]? ?){0,3}"
_BARE = Pattern(rf"{_LEAD}{_COUNT}[ .!]{{0,3}}(?:places?|eleves?|max\w*|plutot)?[ .!]{{0,3}}")
_ORDINAL = Marked(
    r"\bune? (?P<n>deuxieme|second|seconde|troisieme|2e|2eme|3e|3eme) "
    r"(?:postes?|places?|stagiaires?|eleves?|apprentie?s?|alternante?s?)\b",
    "deuxieme|second|troisieme| 2e| 3e",
)
_GROUPS = {"deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "troisieme": 3, "3e": 3, "3eme": 3} | {
    "paire": 2,
    "binome": 2,
    "pair": 2,
    "couple": 2,
    "2": 2,
    "dizaine": 10,
    "douzaine": 12,
}
# Young people of another time, or already there.
_NOT_BEFORE = Pattern(
    r"(?:\b(?:dont|deja|au lieu d[eu']|et (?:non|pas)|pas|plus d[e']|depuis|classes? d[e']|groupes d[e']|"
    r"(?:avons|avions|avait|avaient|ai|a) (?:deja )?(?:eu|recu|pris|accueilli))|tous les|instead of) ?$"
)
_NOT_AFTER = Pattern(
    r"(?:(?!comme |contre |au lieu |et pas |pas )[^.;,!?\n]){0,25}"
    r"\b(?:l'an (?:dernier|passe)|l'an derniere|last an|last year|derniere?\b)"
    r"| ?(?:recue?s? a (?:l|s)|diplomee?s? (?:chez|l|en)|ont (?:reussi|obtenu|eu |ete (?:recu|embauch)))"
)
_CREW = Pattern(r"\b(?:j'ai|on a|on est|nous avons|avec|mes|nos|sommes) $")  # « j'ai 7 gars »: those of the house
# « cherche apprenti », without a number, is one.
_WANTED = Marked(
    r"(?:^|\n) ?(?P<n>apprentie?|stagiaire|alternante?|eleve|collegien(?:ne)?) [^.;!?\n]{0,60}"
    r"\b(?:recherchee?|ok|possible|acceptee?|bienvenue?)\b",
    "recherche|ok|possible|accepte|bienvenu",
)
_NO_NUMBER = Marked(
    r"\b(?:cherch|recherch|recrut|embauch|prend|pren|accueill|besoin d)(?:e|es|ons|s|ent|')? ?(?:actuellement |rapidement )?"
    r"(?P<n>apprentie?|aprenti|appr(?=[ .])|jeune|garcon ou fille|fille ou garcon|"
    r"stagiaire|alternante?|eleve|etudiante?)(?:\(e\)|\.e|-e|/e)?(?![\w(])",
    "cherch|recrut|embauch|pren|accueill|besoin",
)


class Number(NamedTuple):
    """A number of young people, and the characters of the original that say it."""

    value: int
    start: int
    end: int


def find_seats(text: Text) -> int | None:
    """The number of young people that the text offers to take, None when it says none."""
    numbers = find_numbers(text)
    return numbers[0].value if numbers else None


def find_numbers(text: Text, taken: Iterable[Span] = ()) -> list[Number]:
    """Every number of young people; where only verbs and bare words tell, less sure forms are read. `taken` is left out."""
    return text.without(taken).once(_find_numbers)


def _find_numbers(text: Text) -> list[Number]:
    plain = without_old(text.once(plainly))
    said = plain.folded
    found = [match for form in _FORMS[:1] for match in _counts(form, said)]
    found = found or [match for form in (_ORDINAL, _PAIR, *_FORMS[1:]) for match in _counts(form, said)]
    bare = _BARE.fullmatch(said) if len(said) < 60 and not found else None
    found = found or ([bare] if bare else _counts(_SINGLE, said)) or _counts(_NO_NUMBER, said) or _counts(_WANTED, said)
    kept: list[re.Match[str]] = []
    for match in sorted(found, key=lambda one: one.start("n")):
        if kept and takes_back(said[kept[-1].end() : match.start("n")]):
            kept.pop()
        if not kept or kept[-1].end("n") <= match.start("n"):
            kept.append(match)
    instead = find_only(said) or (find_instead(said, kept[0].end()) if kept else None)
    kept = [instead, *kept[1:]] if instead else kept
    return [Number(_value(match["n"]), *plain.origin(match.start("n"), match.end("n"))) for match in kept]


def _counts(form: Pattern | Marked, said: str) -> list[re.Match[str]]:
    return [
        match for match in islice(form.finditer(said), _READ) if 0 < _value(match["n"]) <= MOST and not _elsewhere(said, match)
    ]


def _elsewhere(said: str, match: re.Match[str]) -> bool:
    before = said[max(0, match.start("n") - 30) : match.start("n")]
    if _CREW.search(before) and re.match(r"\d{1,2} (?:gars|filles|garcons|jeunes)", match[0]):
        return True
    return bool(_NOT_BEFORE.search(before) or _NOT_AFTER.match(said, match.end()))


def _value(said: str) -> int:
    if said.isdigit():
        return int(said)
    return _GROUPS.get(said.rpartition(" ")[2], 1)
