"""Dates that are not of the stay: deadlines, the past, closures, refusals (« pas en décembre »), meetings, street names."""

import re
from functools import cache

from config.lexicon import read_words
from dialogs.understanding.date_words import WEEKDAYS
from dialogs.understanding.moments import Found

REACH = 60  # characters read before and after a date
_BREAK = re.compile(r"[.;!?:,()\n]|(?<![a-z])(?:mais|but|donc)(?![a-z])")
# Just before any date.
_LINKS = r"(?: (?:d[eu]|d'|en|le|la|les|the|au|pour|on|ce)){0,3}"
_NEGATED = (
    r"\b(?:pas|sauf|hors|hormis|excepte|ni|jamais|except|excluding|not|et non|non pas|lieu|place|instead|exception|dehors|"
    r"plus question)\b"
    r"(?: (?:possible|dispo\w*|libres?|de (?:stagiaires?|stage|place|monde)|avant|pendant|au mois|du tout|in|of|for|available))"
    r"{0,3}"
)
_LIMITS = (
    r"\b(?:avant|d'ici(?: a| la)?|jusqu'(?:a|au|en)?(?: la)?|depuis|by|before|since|until|till|plus tard(?: que)?|later than|"
    r"limite|delai|apres|il y a|autres? que|deadline|echeance|expire)"
)
_JUST_BEFORE = re.compile(rf"(?:(?:{_NEGATED}|{_LIMITS}){_LINKS}|\bet pas)(?: ?: ?| fixee? | est | is )?[ \n]?$")
_STREETS = "rue|avenue|av|bd|boulevard|place|impasse|chemin|allee|quai|square|cite|ecole|residence|lotissement|stade|pont|zone"
_STREET = re.compile(rf"(?<![a-z])(?:{_STREETS})(?: du| de la| des)?[ \n]?$")
# In the same clause.
_DONE = (
    r"accueilli\w*|recu\w*|eu|pris\w*|fait|effectue\w*|realise\w*|venue?s?|passee?s?|commence\w*|depose\w*|envoye\w*|demenage|"
    r"ouvert|cree\w*|signe\w*|termine\w*|fini\w*|embauche\w*|rencontre\w*|discute|parle|echange|appele"
)
_AWAY = (
    r"fermeture|fermee?s?|conges?|absente?s?|absence|indispo\w*|en vacances|en deplacement|travaux|complete?s?|inventaire|"
    r"closed|away|on holiday|chomage|arret maladie"
)
_PAST = (
    r"l'an (?:dernier|derniere|passe|passee)|last an|(?:avons|ai|avions|avait|a|ont|etait|etaient|est|sont) (?:deja |bien )?"
    rf"(?:{_DONE})|(?:we |i )(?:hosted|had|welcomed|took|met|spoke|talked|sent|opened|moved)"
)
_CLOSED = re.compile(
    rf"\b(?:fermes|(?:on|est|sommes|serons|sera|suis|serai) ferme|{_AWAY.replace('fermee?s?', 'fermees?')}|deja pris\w*|cloture|"
    r"deadline|au plus tard|rap+el[a-z]*|recontacte[rz]|ecrivez-moi|out of|"
    r"(?<!la )(?<!une )(?<!notre )(?<!cette )(?<!a )(?<!de )(?<!en )ferme(?: tout)? ?$|"  # « fermé en août », not « à la ferme »
    rf"{_PAST}|(?:haute|basse|pleine|grosse) saison|saison(?= d[eu'])|ouverte?s?(?! a| au| aux| pour)|"
    r"(?:je|nous|on|il|elle|tuteur|tutrice|chef|collegue) (?:par[st]\w*|partir\w*|quitt\w*|demenag\w*)|retraite)(?![a-z0-9])"
)
_WEEKDAY = "|".join(WEEKDAYS)
_AFTER = re.compile(
    r"[ ,]{0,2}(?:dernier|derniere|passee?|ecoulee?|last)\b| (?:a|vers|,|entre|at|,? de) ?\d{1,2} ?(?:h|:|am|pm)(?![a-z])"
    r"|[ ,]{1,2}\d{1,2} ?h(?![a-z])|[ :=(-]{1,3}(?:(?:c'est|ce sera|on|nous|je|l'atelier|le magasin|la boutique|est|sommes|"
    rf"serons|sera|suis|serai|pour|en|de) ){{0,3}}(?:{_AWAY}|exclue?s?|pas possible|not possible)"
    rf"(?![a-z]| (?:les? )?(?:{_WEEKDAY}))"
    r"| (?:est|sera|c'est|serait) (?:(?:un peu|deja|trop) ){0,2}(?:impossible|complique|trop tot|trop tard|charge)(?![a-z])"
)
# Days counted from today are often those of a call or of a letter.
_CALLS = re.compile(
    r"(?:rap+el|appel|telephon|contact|recontact|ecri[rstv]|envo[iy]|transmet|renvo|repond|retour|tien[sd]|revien|"
    r"passe[rz]? (?:me |vous )?voir|voi[rts]|voyons|rencontr|reunion|rdv|rendez|visite|call|send|come back|get back|sign|"
    r"valid|confirm|donne\w* (?:une |la )?reponse)"
)


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
    if _JUST_BEFORE.search(before) or _AFTER.match(said, found.end):
        return True
    clause = before[max((cut.end() for cut in _BREAK.finditer(before)), default=0) :]
    if _CLOSED.search(clause) or (found.relative and _CALLS.search(clause)):
        return True
    single = found.period is None or found.period.start == found.period.end
    if single and (_STREET.search(before) or own.startswith("depuis")):
        return True
    return bool((single or found.months) and not found.opens and _before_a_day().search(before))
