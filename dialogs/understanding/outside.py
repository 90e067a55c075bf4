"""Dates that are not of the stay: deadlines, the past, closures, refusals (« pas en décembre »), meetings, street names."""

import re

from dialogs.understanding.moments import Found

REACH = 60  # characters read before and after a date
_BREAK = re.compile(r"[.;!?:,()\n]|(?<![a-z])(?:mais|but|donc)(?![a-z])")
# Just before any date.
_LINKS = r"(?: (?:d[eu]|d'|en|le|la|les|the|au|pour)){0,3}"
_NEGATED = (
    r"\b(?:pas|sauf|hors|hormis|excepte|ni|jamais|except|not|non|lieu|place)\b"
    r"(?: (?:possible|dispo\w*|libres?|de (?:stagiaires?|stage|place|monde)|avant|pendant|au mois|du tout|in|of|for)){0,3}"
)
_LIMITS = (
    r"\b(?:avant|d'ici(?: a)?|jusqu'(?:a|au|en)?|depuis|by|before|since|until|till|plus tard|limite|apres|il y a|autres? que)"
)
_JUST_BEFORE = re.compile(rf"(?:(?:{_NEGATED}|{_LIMITS}){_LINKS}|\bet pas)[ \n]?$")
# Just before a single day or a month.
_EVENTS = (
    "mail|e-mail|email|courriel|message|courrier|lettre|appel|echange|conversation|entretien|reunion|rdv|rendez-vous|visite|"
    "forum|formation|convention|decret|arrete|loi|circulaire|demande|relance|annonce|rencontre|salon|reponse|repond(?:re|ez)?|"
    "retour|telephone|signature|date|portes ouvertes|assemblee|commission|bilan|inauguration|letter|call|meeting|dated|"
    "ne|nee|cree|creee|fondee?"
)
_BEFORE_A_DAY = re.compile(
    rf"(?<![a-z])(?:{_EVENTS})s?(?: [a-z']{{2,20}}){{0,2}}(?: (?:du|le|de|of|on|pour|en|date du|au)){{0,3}}[ \n]?$"
)
_STREETS = "rue|avenue|av|bd|boulevard|place|impasse|chemin|allee|quai|square|cite|ecole|residence|lotissement"
_STREET = re.compile(rf"(?<![a-z])(?:{_STREETS})(?: du| de la)?[ \n]?$")
# In the same clause.
_CLOSED = re.compile(
    r"\b(?:fermes|fermeture|fermees?|(?:on|est|sommes|serons) ferme|conges?|absente?s?|absence|indispo\w*|"
    r"complete?s?|deja pris\w*|inventaire|cloture|deadline|au plus tard|rap+el[a-z]*|recontacte[rz]|ecrivez-moi|closed|away|"
    r"(?<!la )(?<!une )(?<!notre )(?<!cette )(?<!a )(?<!de )(?<!en )ferme(?: tout)? ?$|"  # « fermé en août », not « à la ferme »
    r"l'an (?:dernier|passe)|l'annee (?:derniere|passee)|last year|(?:avons|ai|avions) (?:deja )?(?:accueilli|recu|eu|pris)|"
    r"(?:haute|basse|pleine) saison|saison(?= d[eu'])|ouverte?s?(?! a| au| aux))(?![a-z0-9])"
)
_AFTER = re.compile(
    r"[ ,]{0,2}(?:dernier|derniere|passee?|ecoulee?|last)\b| (?:a|vers|,|entre|at|,? de) ?\d{1,2} ?(?:h|:|am|pm)(?![a-z])"
    r"|[ ,]{1,2}\d{1,2} ?h(?![a-z])"
)


def is_outside(said: str, found: Found) -> bool:
    """Whether the words around a date say that it is not of the stay."""
    before = said[max(0, found.start - REACH) : found.start]
    own = said[found.start : found.end]
    if _JUST_BEFORE.search(before) or _AFTER.match(said, found.end):
        return True
    clause = before[max((cut.end() for cut in _BREAK.finditer(before)), default=0) :]
    if _CLOSED.search(clause):
        return True
    single = found.period is None or found.period.start == found.period.end
    if single and (_STREET.search(before) or own.startswith("depuis")):
        return True
    return bool((single or found.months) and not found.opens and _BEFORE_A_DAY.search(before))
