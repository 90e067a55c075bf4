"""When the writer leaves the dates to us, and the weekdays on which the house is closed."""

import re

from dialogs.understanding.date_words import WEEKDAYS

_LOOSE = (
    "flexibles?|libres?|souples?|ouvertes?|au choix|modulables?|ajustables?|indifferente?s?|votre convenance|la convenance|"
    "a (?:definir|fixer|determiner|voir|discuter|caler|preciser|convenir|votre [a-z]{3,12}|la convenance|adapter)"
)
_ABOUT = "(?:sur|pour|quant aux?|concernant) (?:les |la )?(?:dates?|periodes?)"
_OPEN_DATES = (
    "toute l'an(?:nee)?",
    "quand (?:vous|ils|elles|tu|elle|il|on|ca) (?:voul[a-z]*|veu[a-z]*|souhait[a-z]*|p(?:ouv|eu)[a-z]*|(?:vous )?arrange[a-z]*)",
    "on s'(?:adapte|adaptera|arrange|arrangera)", "nous (?:nous )?(?:adaptons|adapterons)", "je m'adapte(?:rai)?",
    "selon (?:vos|leurs|les) (?:besoins|possibilites|disponibilites|contraintes|souhaits|plannings?)",
    "(?:au fil|tout au long) de l'an", "sans (?:date|periode) (?:precise|fixe)", "les dates? (?:que|qui) vous",
    "pas de (?:dates?|periodes?) (?:precise|fixe|particuliere)s?", "dates? (?:sont |est )?(?:a|au) [a-z]{3,12} (?:ensemble|avec)",
    "(?:a vous|vous) de (?:voir|choisir|dire|proposer|decider)", "n'importe quand",
    "n'importe quel(?:le)?s? (?:moment|dates?|semaines?|periodes?|mois)", "a (?:tout|n'importe quel) moment",
    f"(?:dates?|periodes?)(?: de stage)? (?:(?:est|sont|restent?|reste) )?(?:(?:tres|assez|plutot|tout a fait) )?(?:{_LOOSE})",
    "a convenir", "a (?:votre|la|leur) convenance", f"(?:flexibles?|souples?) {_ABOUT}",
    "(?:suis|sommes|est|reste|restons|serons) (?:tres |assez |plutot )?(?:flexibles?|souples?)",
    "peu importe (?:les? |la )?(?:dates?|quand|periodes?|moment)", "(?:toutes|toute) (?:les )?(?:periodes?|dates?)(?! de)",
    "selon (?:vos|leurs|les) (?:dates|periodes|calendriers?)", "selon (?:votre|le|leur) calendrier",
    "(?:aux|les) dates (?:du lycee|de l'ecole|du college|de l'etablissement|qui vous|que vous)",
    "comme (?:vous voulez|ca vous arrange)", "cale[rz]? les dates", "quand bon vous semble", "au moment qui vous",
    "pas de (?:preference|contrainte) (?:de|sur les|pour les|quant aux) (?:dates?|periodes?)",
    "all (?:year|an)(?: round| long)?", "any ?time", "whenever", "any (?:dates?|semaine|mois|period|time)", "to be agreed",
    "flexible (?:on |with |about )?(?:the |our )?dates?",
    "dates? (?:are |is )?(?:flexible|open|to be (?:agreed|discussed|defined))",
)  # fmt: skip
_ALONE = r"\A[^a-z]{0,3}(?:on est |je suis |tres )?(?:flexible|souple)s?[^a-z]{0,3}\Z"
_FLEXIBLE = re.compile(rf"(?<![a-z])(?:{'|'.join(_OPEN_DATES)})(?![a-z])|{_ALONE}")
_OPENING_HOURS = re.compile(r"(?:ouverte?s?|ouvrons|open|7 ?j[a-z]* ?(?:/|sur) ?7|recrut\w+)(?: [a-z0-9/]{1,12}){0,3} $")
_DAY = "|".join(WEEKDAYS)
_DAYS = rf"(?P<days>(?:{_DAY})(?:(?:, ?| et | ni | ou | and )(?:les? )?(?:{_DAY})){{0,6}})"
_WHOLE = r"(?! ?(?:matin|apres|soir|midi|\d|morning|afternoon))"
_SHUT = "pas|sauf|hors|hormis|ferme[a-z]*|fermeture|repos|relache|closed|except|not"
_CLOSED = (
    re.compile(rf"(?<![a-z])(?:{_SHUT})(?: (?:on|ouverts?|hebdo[a-z]*|travaille[a-z]*|:))?(?: (?:les?|du|on))? {_DAYS}{_WHOLE}"),
    re.compile(
        rf"(?<![a-z]){_DAYS}{_WHOLE}(?:,| :| =)? "
        r"(?:(?:on|nous|c'est|je|la boutique|le magasin|le restaurant|est|sont|sommes|suis) ){0,3}(?:ferme|repos|closed)"
    ),
)


def leaves_open(said: str) -> bool:
    """Whether the writer leaves the dates to us: « dates à convenir »; « ouvert toute l’année » does not."""
    return any(not _OPENING_HOURS.search(said[max(0, found.start() - 40) : found.start()]) for found in _FLEXIBLE.finditer(said))


def closed_days(said: str) -> tuple[int, ...]:
    """The weekdays to leave out, Monday is 0: « pas le lundi », « fermé dimanche et lundi »; half days are no closure."""
    found = [match["days"] for pattern in _CLOSED for match in pattern.finditer(said)]
    days = [WEEKDAYS.index(day) for days in found for day in re.findall("|".join(WEEKDAYS), days)]
    return tuple(dict.fromkeys(days))
