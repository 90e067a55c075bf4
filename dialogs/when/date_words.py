"""The words of the calendar as people type them: months, weekdays, units, and what stands before a month."""

MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

# Spellings that are a month wherever they stand.
SURE = {
    "janvier": "janvier", "january": "janvier", "fevrier": "fevrier", "february": "fevrier", "avril": "avril",
    "april": "avril", "mai": "mai", "juin": "juin", "june": "juin", "juillet": "juillet", "july": "juillet",
    "aout": "aout", "august": "aout", "septembre": "septembre", "september": "septembre", "octobre": "octobre",
    "october": "octobre", "novembre": "novembre", "november": "novembre", "decembre": "decembre", "december": "decembre",
    "janvie": "janvier", "zanvie": "janvier", "fevrie": "fevrier", "zwin": "juin", "zwiye": "juillet", "jwiye": "juillet",
    "septanm": "septembre", "oktob": "octobre", "novanm": "novembre", "desanm": "decembre",
}  # fmt: skip
# Spellings that are a month only beside a number, a preposition or another month.
LIKELY = {
    "mars": "mars", "march": "mars", "mar": "mars", "may": "mai", "janv": "janvier", "jan": "janvier", "jnv": "janvier",
    "fev": "fevrier", "fevr": "fevrier", "feb": "fevrier", "avr": "avril", "apr": "avril", "jun": "juin",
    "juil": "juillet", "juill": "juillet", "jul": "juillet", "jui": "juin", "aug": "aout", "aou": "aout", "sept": "septembre",
    "sep": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre",
}  # fmt: skip
# Weekdays cut short, before a day: « Mon 8 March », « du jeu. 11 au … ».
SHORT_WEEKDAYS = {
    "mon": "lundi", "tue": "mardi", "tues": "mardi", "wed": "mercredi", "mer": "mercredi", "thu": "jeudi", "thur": "jeudi",
    "thurs": "jeudi", "jeu": "jeudi", "fri": "vendredi", "sat": "samedi", "sam": "samedi", "sun": "dimanche",
}  # fmt: skip
# English months: the day may follow.
ENGLISH = frozenset(
    "january february march april may june july august september october november december feb apr aug jun jul".split()
)
ORDINALS = frozenset("er st nd rd th premier 1er first".split())
LINKS = frozenset("a au et ou puis and or to mais non plutot en pardon euh enfin c est".split())  # between two months
BEFORE_MONTH = frozenset(
    "en de d du fin mi debut deb courant courent pour avant apres des jusqu depuis in of from until mid early late end "
    "since entre between mois month mwa sur pas ni sauf hors during fn prochain milieu courant an".split()
)
# After a « d » or a « l » that lost its apostrophe.
ELIDED = frozenset("avril aout octobre ici an annee ete hiver automne ecole etablissement".split())
# After « sept », a thing that is counted: seven pupils, not September.
COUNTED = frozenset(
    "semaine semaines sem smn week weeks jour jours j days mois months an ans heure heures h eleve eleves stagiaire "
    "stagiaires stg place places jeune jeunes personne personnes poste postes apprenti apprentis salaries students".split()
)
UNITS = {
    **dict.fromkeys(
        "semaine semaines sem sems smn smns smne smnes smaine smaines week weeks semaien semain semains sm semen semenn".split(),
        "semaine",
    ),
    **dict.fromkeys("jour jours jrs jr day days".split(), "jour"),
    **dict.fromkeys("mois month months mwa".split(), "mois"),
    **dict.fromkeys("an ans annee annees year years".split(), "an"),
    **dict.fromkeys("deb debut early beginning".split(), "debut"),
    **dict.fromkeys("mi mid milieu middle".split(), "mi"),
    **dict.fromkeys("fin fn end late".split(), "fin"),
    **dict.fromkeys("quinzaine quinzaines fortnight fortnights".split(), "quinzaine"),
    **dict.fromkeys("pendant pdt pdant pendan".split(), "pendant"),
    "avt": "avant", "qd": "quand", "kan": "quand", "vs": "vous", "ns": "nous", "tte": "toute",
    "apartir": "a partir", "jusquau": "jusqu'au",
    "apre": "apres", "rantre": "rentree", "rantree": "rentree", "vacance": "vacances", "vac": "vacances",
    "lun": "lundi", "monday": "lundi", "tuesday": "mardi", "wednesday": "mercredi", "thursday": "jeudi",
    "friday": "vendredi", "ven": "vendredi", "saturday": "samedi", "sunday": "dimanche", "dim": "dimanche",
    "mondays": "lundi", "tuesdays": "mardi", "wednesdays": "mercredi", "thursdays": "jeudi", "fridays": "vendredi",
    "saturdays": "samedi", "sundays": "dimanche", **{f"{day}s": day for day in WEEKDAYS},
}  # fmt: skip
