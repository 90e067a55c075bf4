"""How many persons a message would have trained as tutors: counted, listed by their names, or spoken of one by one."""

import re

from config.pattern import Pattern
from dialogs.understanding.text import Text
from dialogs.when.number_words import NUMBER_WORDS, to_number

_DOZENS = {"huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}
_COUNT = rf"(?<![\w/.,:-])(?P<count>\d{{1,2}}|(?:{NUMBER_WORDS}|une?|one)(?![a-z])|{'|'.join(_DOZENS)})"
_WHOSE = (
    r"(?:d'entre (?:nous|eux)|d'|de |de (?:nos|mes|ses|leurs|mon|notre) "
    r"|autres? |future?s? |nouve\w{2,5} |jeunes? |of (?:us|our|my|the) ?"
    r"|new |more |other )?"
)
# Words for people of a firm, in both numbers and genders.
_STAFF = (
    r"(?:salarie|employe|agent|personne|collegue|collaborat|chef|tuteur|tutrice|maitre|compagnon|format|encadrant|responsable|technicien"
    r"|cuisini|serveu|aide|infirmi|ouvri|mecanicien|vendeu|coiffeu|assistant|secretaire|cadre|participant|inscri|place|gars|gens"
    r"|educat|animat|directeur|directrice|gerant|boulang|patissi|bouch|macon|electricien|plombier|chauffeur|magasini|comptable"
    r"|conducteur|conductrice|second|adjoint|associe|manager|monit|artisan|professionnel|candidat|people|staff"
    r"|employee|colleague|mentor|supervisor|worker|person|foremen|foreman|cook|chef|seat|spot)"
)
_YOUTHS = r"(?:altern|apprent|stagi|eleve|jeune|lyceen|colleg(?!ue)|etudiant|pupil|student|trainee)"
_COUNTED = Pattern(
    rf"(?:\b(?P<ours>nos|leurs|mes|our|my|les) )?{_COUNT} {_WHOSE}"
    rf"(?!(?:\w{{4,9}}s )?{_YOUTHS})(?:(?<=d'entre nous)|(?<=of us)|(?<=of us )|{_STAFF}[a-z-]{{0,12}}|(?(ours)[a-z]{{3}}|(?!)))"
)
_AND = Pattern(r" ?(?:,|et|and|ainsi que|plus|\+|puis) ")
_TRAINED = Pattern(r"\b(?:inscri\w{1,6}|former|forme|formes|positionner|envoyer|register|train|enrol|sign up) ")
_HEADS = Pattern(  # the size of the firm, not the number to train
    r"(?:\b(?:ses|emploi\w{1,4}|compte|comptons|effectif(?: de)?|(?:entreprise|societe|pme|structure|association|etablissement"
    r"|boite|cabinet|equipe|company|firm|team)(?: \w{2,12})? (?:de|of)|sommes une \w{3,12} de) )$"
)
_TOGETHER = Pattern(
    rf"\b(?:nous (?:sommes|serions|serons)|on (?:est|serait|sera|etait)|pour|we are|we would be|there are|a) "
    rf"(?:une (?=[a-z]{{2,7}}aine))?{_COUNT}"
    r"(?= ?(?:[.,;:!?)(\n]|$|pers|a |avec |pour |tuteur|pers|interess|of us|for |who |dans|au ))"
)
_EACH = Pattern(rf"\b(?:les|toutes les|tous les|all) {_COUNT}(?= ?(?:[.,;:!?)\n]|$))")
_AT = Pattern(rf"\b(?:viendr\w{{2,5}}|venir|viendra|serons|serions|inscrire|inscription) a {_COUNT}\b")  # « on viendrait à 3 »
_RATHER = Pattern(rf"\b(?:en fait|plutot|non|finalement|pardon)[,:]? {_COUNT}\b(?! (?:rue|h|heure|jour|semaine|mois)|h)")
_US_BOTH = Pattern(
    r"\bmoi et (?:mon|ma|un|une)\b|\b(?:mon|ma|mes|un|une) [a-z]{3,20}(?: (?:de |d')?[a-z'-]{2,20}){0,3} et moi\b"
    r"|\bmy [a-z]{3,20} and (?:i|me)\b|\bme and my\b|\btous les deux\b|\bboth of us\b"
)
_WITH_ME = Pattern(  # « deux collègues et moi », « moi et 3 collègues »
    rf"{_COUNT} {_WHOSE}(?!{_YOUTHS}){_STAFF}[a-z-]{{0,12}} et moi\b(?! je| j')|\bmoi (?:et|avec|plus|\+) "
    rf"{_COUNT.replace('count', 'others')} {_WHOSE}(?!{_YOUTHS}){_STAFF}"
)
_ONE = r"(?:mon|ma|notre|un de (?:nos|mes)|une de (?:nos|mes)|l'un de|l'une de|my|our|one of (?:our|my))"
_NO_PERSON = (
    r"(?:entreprise|societe|etablissement|structure|equipe|mairie|commune|association|boite|service|projet|demande|inscription|cfa"
    r"|offre|garage|restaurant|hotel|opco|formation|premier|company|team|activite|secteur|region|session)"
)
_SOMEONE = Pattern(
    rf"\b{_ONE} (?!{_NO_PERSON})[a-z'-]{{3,20}}(?: (?:de |d')?[a-z'-]{{2,15}}){{0,3}},? (?:\S{{1,15}} ){{0,5}}?"
    r"(?:souhait|voudr|aimer|veut|est interess|serait|pourrait|doit|suivr|suivi|particip|inscri|veu|devenir"
    r"|would|wants|could|is interested|needs)"
)
_SOMEONE_TO_TRAIN = Pattern(
    rf"\b(?:inscri\w{{1,6}}|former|forme|positionner|envoyer|register|train) (?:{_ONE}|une?) (?!{_NO_PERSON})[a-z]"
)
_MYSELF = Pattern(
    r"\bme (?:former|forme)\b|\bm'inscri|\binscri\w{1,4}[ -]moi\b|\bmoi[- ]meme\b|\b(?:for |just )(?:me|myself)\b"
    r"|\bmon inscription\b|\ba titre personnel\b|\bj'y (?:serai|participe\w{0,3})\b"
    r"|\b(?:je|j'|i)(?: ?\w{1,12}){0,3} (?:suivre|faire|passer|participer|etre forme|apprendre|devenir|attend|join|sign up"
    r"|do it|take)\b"
    r"|\bje suis (?:tres )?interesse|\bi(?:'d| would) like to (?:be|become|sign|attend|join|take)"
    r"|\bcan i (?:do|join|attend|sign)\b"
)
# Names are told by their capitals: « M. Hoarau », « Paul Renard ».
_NAME = (
    r"(?:(?:M\.|Mr|Mme|Mlle|Mrs|Ms|Monsieur|Madame)\s+[A-ZÀ-Ý][\w’'-]+(?:\s[A-ZÀ-Ý][\w’'-]+)?|[A-ZÀ-Ý][\w’'-]+\s[A-ZÀ-Ý][\w’'-]+)"
)
_NAMES = Pattern(
    r"(?:[Ii]nscri\w{1,7}|[Ff]ormer|[Pp]ositionner|[Pp]articipants?|[Nn]oms?|[Rr]egister|[Tt]utorat|[Tt]uteurs?)\b"
    rf"[^.?!\n]{{0,30}}?(?::\s{{0,3}}-?|[ -])\s?({_NAME}(?:(?:,| et| and| ainsi que|\s?\n-)\s?{_NAME}){{0,15}})"
)
_AND_ME = Pattern(rf"((?:{_NAME}(?:, | et | and )?){{1,8}}) ?(?:et|and) (?:moi|me|myself)\b")
_ME_AND = Pattern(r"\b[Mm]oi((?:\s?(?:\+|,|et|and)\s?[A-ZÀ-Ý][\w’'-]+){1,8})")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")


def find_people(text: Text, end: int) -> int | None:
    """How many persons are to be trained, from the words before `end`; None when it is not said."""
    folded = _BRACKETS.sub("", text.folded[:end])
    written = text.original[: text.origin(0, end)[1]] if end else ""
    if listed := _AT.search(folded):
        return _number(listed["count"])
    if with_me := _WITH_ME.search(folded):
        return 1 + _number(with_me["count"] or with_me["others"])
    if _US_BOTH.search(folded):
        return 2
    if listed := _AND_ME.search(written) or _ME_AND.search(written):
        return 1 + len(re.findall(_NAME if listed.re is _AND_ME.compiled else r"[A-ZÀ-Ý][\w’'-]+", listed[1]))
    if named := _NAMES.search(written):
        return len(re.findall(_NAME, named[1]))
    if said := _RATHER.search(text.folded[:end]) or _EACH.search(folded):
        return _number(said["count"])
    counted = _count(folded)
    if counted:
        return counted
    if together := _TOGETHER.search(folded):
        return _number(together["count"])
    alone = (_SOMEONE_TO_TRAIN, _SOMEONE, _MYSELF)
    return 1 if any(rule.search(folded) for rule in alone) else None


def _count(folded: str) -> int | None:
    """The first count of people, and those that it is added to: « 2 cuisiniers et 1 serveur »."""
    total, reached = 0, -1
    for found in _COUNTED.finditer(folded):
        if _HEADS.search(folded[max(0, found.start() - 40) : found.start()]) or (not total and _one_of_a_kind(folded, found)):
            continue
        if total and not _AND.fullmatch(folded[reached : found.start()]):
            break
        total, reached = total + _number(found["count"]), found.end()
    return total or None


def _one_of_a_kind(folded: str, found: re.Match[str]) -> bool:
    """« Un tuteur », « une formatrice » speak of any, unless somebody is to be enrolled."""
    return _number(found["count"]) == 1 and not _TRAINED.search(folded[max(0, found.start() - 14) : found.start()])


def _number(said: str) -> int:
    return _DOZENS[said] if said in _DOZENS else to_number(said)
