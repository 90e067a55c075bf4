"""Dates that are not of the stay: deadlines, the past, closures, refusals (« pas en décembre »), meetings, street names."""

import re
from datetime import date
from functools import cache

from config.lexicon import read_words
from config.pattern import Pattern
from dialogs.when.date_words import WEEKDAYS
from dialogs.when.moments import Found

REACH = 60  # characters read before and after a date
_BREAK = Pattern(r"[.;!?:,()\n]|(?<![a-z])(?:mais|but|donc|(?:cette|this) (?:an|fois)|maintenant|desormais)(?![a-z])")
# Just before any date.
_LINKS = r"(?: (?:d[eu]|d'|en|le|la|les|the|au|pour|on|ce)){0,3}"
_NEGATED = (
    r"\b(?:pas|sauf|hors|hormis|excepte|ni|jamais|except|excluding|not|et non(?: plus| pas)?|non p(?:as|lus)|au lieu|"
    r"a la place|instead|exception|dehors|plus question)\b"
    r"(?: (?:possible|dispo\w*|libres?|de (?:stagiaires?|stage|place|monde)|avant|pendant|au mois|du tout|in|of|for|available))"
    r"{0,3}"
)
_LIMITS = (
    r"\b(?:avant|d'ici(?: a| la)?|jusqu'(?:a|au|en)?(?: la)?|depuis|by|before|since|until|till|plus tard(?: que)?|later than|"
    r"limite|delai|(?<!d')apres|il y a|autres? que|deadline|echeance|expire)"
)
_DUE = "limite|delai|deadline|echeance|expire"
_JUST_BEFORE = Pattern(
    rf"(?:(?:{_NEGATED}|{_LIMITS}){_LINKS}|\bet pas|\b(?:{_DUE})[a-z ]{{0,20}}"
    r"(?: ?: ?| fixee? (?:au )?| est (?:le )?| is ))[ \n]?$"
)
_STREETS = "rue|avenue|av|bd|boulevard|place|impasse|chemin|allee|quai|square|cite|ecole|residence|lotissement|stade|pont|zone"
_STREET = Pattern(rf"(?<![a-z])(?:{_STREETS})(?: du| de la| des)?[ \n]?$")
# In the same clause.
_DONE = (
    r"accueilli\w*|recu\w*|eu|pris\w*|fait|effectue\w*|realise\w*|venue?s?|passee?s?|commence\w*|depose\w*|envoye\w*|demenage|"
    r"ouvert|cree\w*|signe\w*|termine\w*|fini\w*|embauche\w*|rencontre\w*|discute|parle|echange|appele\w*"
)
_AWAY = (
    r"fermeture|fermee?s?|conges?|absente?s?|absence|indispo\w*|en vacances|en deplacement|travaux|complete?s?|inventaire|"
    r"closed|away|on holiday|chomage|arret maladie"
)
_PAST = (
    r"l'an (?:dernier|derniere|passe|passee)|last an|(?:avons|ai|avions|avait|a|ont|etait|etaient|est|sont) (?:deja |bien )?"
    rf"(?:{_DONE})|(?:aviez|avez) (?:envoye|adresse|propose|confie|place)\w*"
)
_ENGLISH_PAST = (
    r"(?:we|i|he|she|they|who) (?:hosted|had|welcomed|took|met|spoke|talked|sent|opened|moved|left|joined|started|came)"
)
_CLOSED = Pattern(
    rf"\b(?:ferm(?:es|ons|era|erons|eront|ent)|(?:on|est|sommes|serons|sera|suis|serai) ferme|"
    rf"{_AWAY.replace('fermee?s?', 'fermees?')}|deja pris\w*|cloture|"
    r"(?:termine\w{0,3}|fini(?:t|ra)) (?:son|sa|leur)|"
    r"deadline|au plus tard|rap+el[a-z]*|recontacte[rz]|ecrivez-moi|out of|"
    r"(?<!la )(?<!une )(?<!notre )(?<!cette )(?<!a )(?<!de )(?<!en )ferme(?: tout)? ?$|"  # « fermé en août », not « à la ferme »
    rf"{_PAST}|{_ENGLISH_PAST}|(?:haute|basse|pleine|grosse) saison|saison(?= d[eu'])|ouverte?s?(?! a| au| aux| pour)|"
    r"(?:je|nous|on|il|elle|tuteur|tutrice|chef|collegue) (?:par[st]\w*|partir\w*|quitt\w*|demenag\w*)|retraite)(?![a-z0-9])"
)
_WEEKDAY = "|".join(WEEKDAYS)
# The sentence speaks of a meeting, of papers, of another time; unless it comes to the young people.
# A fair, and no shop: « salon de l'étudiant », not « salon de coiffure », « salon Kinou ».
_FAIR = r"salon(?= (?:de l|des|du|d'|le |les |en |de (?!coif|the\b|beaute|esthet|tatou|massage|toilett))| ?[,.)\n]| ?$)"
_MEETING = Pattern(
    rf"\b(?:rendez-vous|rdv|stand|{_FAIR}|forum|portes ouvertes|journees? de recrutement|entretiens?|job dating|reunions?|rallye|"
    r"demandes?|dossiers?|candidatures?|inscriptions?|reponses?|cv)\b"
    r"(?:(?!pren|accueil|recev|recoi|stag|eleve|propos|place|dispo|possib|apprenti|\bok\b)[^.;!?\n]){0,45}$"
)
_IN_BRACKETS = Pattern(
    r"\b(?:pas (?:pendant|possible|dispo\w*|en|au|avant|sur|de)|sauf|hors|ferme\w*|conges?)\b[^.;!?\n(]{0,40}\($"
)
_AFTER = Pattern(
    r"[ ,]{0,2}(?:dernier|derniere|passee?|ecoulee?|last)\b|[ :=(-]{1,3}"
    r"(?:(?:c'est|ce sera|on|nous|je|l'atelier|le magasin|la boutique|est|sommes|serons|sera|suis|serai|pour|en|de) ){0,3}"
    rf"(?:{_AWAY}|exclue?s?|pas possible|not possible)(?![a-z]| (?:les? )?(?:{_WEEKDAY}))"
    rf"|[ :,(-]{{1,3}}(?:portes ouvertes|reunion|forum|{_FAIR}|job dating|inventaire)(?![a-z])"
    r"|,? (?:(?:nous|m'|me|ca|ce|cela|on) ?)?(?:est|sera|c'est|serait|etant|fait)"
    r"(?: (?:un peu|deja|beaucoup|bien|vraiment)){0,2} (?:impossible|pas possible|complique|trop|charge|exclu)"
    r"|[ ,]{1,2}(?:c'etait|etait|s'est|a ete|avait ete|fut|nous etions|j'etais)(?![a-z])"
    rf"|[ ,]{{1,2}}(?:nous avons|on a|j'ai) (?:deja )?(?:{_DONE})(?![a-z])"
)
_HOUR = Pattern(r" (?:a|vers|,|entre|at|,? de) ?\d{1,2} ?(?:h|:|am|pm)(?![a-z])|[ ,]{1,2}\d{1,2} ?h(?![a-z])")
# A last day alone, of something that goes on already: « son contrat se termine le 31 août ».
_ENDING = Pattern(
    r"\b(?:se termine\w*|fini\w*|s'arrete\w*|prend(?:ra)? fin|s'acheve\w*|ends?|"
    r"expires?|r?ouvr(?:e|ira|ons|irons))(?: (?:le|en|fin|au|debut|on|in))*[ ]$"
)
# Days counted from today are often those of a call or of a letter.
_CALLS = Pattern(
    r"(?:rap+el|appel|telephon|contact|recontact|ecri[rstv]|envo[iy]|transmet|renvo|repond|retour|tien[sd]|revien|"
    r"passe[rz]? (?:me |vous )?voir|voi[rts]|voyons|rencontr|reparl|revoi|reunion|rdv|rendez|visite|call|send|come back|get back|"
    r"lessons?|chang|sign|"
    r"valid|confirm|donne\w* (?:une |la )?reponse)"
)


_FAREWELL = Pattern(r"(?:^|[^a-z])a $")  # « à la semaine prochaine ! »
_FORMER = Pattern(
    r"\b(?:(?:avions|avais|avait|avaient|avons|ai) (?:[a-z]{3,12} )?(?:ecrit|tape|marque|dit|indique|annonce|prevu|propose|note|"
    r"parle|demande|mis|donne|convenu|fixe)|initialement|au depart|a l'origine|prevue?s? initialement|"
    r"originally|(?:i|we) (?:had )?(?:said|wrote|agreed|typed|put))"
    r"[^.;!?\n]{0,30}$|\b(?:la|le|votre|notre|nos|les|l') ?(?:stagiaire|eleve|jeune|stage)s? (?:d[e'] ?|du mois de )?$"
)


# « 41 salariés au 1er mai »
_COUNTED = Pattern(
    r"\b(?:salaries?|employes?|agents?|personnes|collaborateurs|effectifs?|adherents?|lits)(?: [a-z]{2,12}){0,2} au $"
)
_YEAR = Pattern(r"20\d\d|[/.-]\d{1,2}[/.-]\d\d|(?:[a-z] |')2[6-9]$")
_YEAR_BEFORE = Pattern(r"\b(20\d\d) ?[,(:] ?(?:[a-z]{2,10} )?$")  # « le dernier en 2024, du 5 au 30 mars »
FAR = 300  # days: a day without year that far ahead was a day of the last two months


@cache
def _before_a_day() -> re.Pattern[str]:
    """An event just before a single day or a month: « suite à votre mail du … »."""
    events = "|".join(sorted(read_words("events"), key=len, reverse=True))
    words = rf"(?<![a-z])(?:{events})s?(?: (?!stage|eleve)[a-z']{{2,20}}){{0,2}}(?: (?:du|le|de|of|on|pour|en|date du|au)){{0,3}}"
    return re.compile(rf"{words}[ \n(]{{1,2}}$")


def is_outside(said: str, found: Found) -> bool:
    """Whether the words around a date say that it is not of the stay."""
    before = said[max(0, found.start - REACH) : found.start]
    own = said[found.start : found.end]
    if _JUST_BEFORE.search(before) or _IN_BRACKETS.search(before) or _AFTER.match(said, found.end):
        return True
    clause = before[max((cut.end() for cut in _BREAK.finditer(before)), default=0) :]
    if _CLOSED.search(clause) or (found.relative and (_CALLS.search(clause) or _FAREWELL.search(before))):
        return True
    single = found.period is None or found.period.start == found.period.end
    if single and (_HOUR.match(said, found.end) or _ENDING.search(before) or _COUNTED.search(before + own[:3])):
        return True
    if single and (_STREET.search(before) or own.startswith("depuis")):
        return True
    if (single or found.months) and _MEETING.search(before):
        return True
    if found.months and _ENDING.search(before):
        return True
    return bool((single or found.months) and not found.opens and _before_a_day().search(before))


def is_gone(said: str, found: Found, received: date) -> bool:
    """Whether a day or a stay without year, of which the next is nearly a year away, is the one just past; or of a year past."""
    if not found.period or found.months or _YEAR.search(said[found.start : found.end]):
        return False
    year = _YEAR_BEFORE.search(said, max(0, found.start - REACH), found.start)
    if year and int(year[1]) < received.year:
        return True
    single = found.period.start == found.period.end
    return (found.period.start - received).days > (FAR if single else FAR + 35)


def is_former(said: str, found: Found) -> bool:
    """Whether a date is what was said before (« nous avions écrit du 8 au 26 mars ») : it counts when no other is said."""
    return bool(_FORMER.search(said[max(0, found.start - REACH) : found.start]))
