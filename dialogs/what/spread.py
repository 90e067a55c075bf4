"""Young people told as so many a site, « deux stagiaires, un par site »: as many offers where the message names the sites."""

from dataclasses import replace

from config.pattern import Marked
from core.pool.draft import Draft
from dialogs.understanding.text import Text
from dialogs.when.number_words import ONES
from dialogs.where.place_signs import SIGNED
from dialogs.where.places import Named, place_of

_EACH = Marked(
    r"\b(?P<n>une?|deux|trois|quatre|[1-4]|one|two)(?: (?:eleve|stagiaire|jeune|apprentie?|place|student|trainee)s?)? "
    r"(?:(?:par|dans chaque|sur chaque|pour chaque|a chaque|in each|at each|per|dans chacun\w{0,2} de (?:n|c)os) ?)"
    r"(?:site|magasin|agence|boutique|etablissement|lieu|commune|ville|atelier|antenne|depot|resto|restaurant|salon|garage|"
    r"pharmacie|ecole|creche|residence|implantation|branch|shop|store|place)s?\b",
    "par |chaque|chacun|each|per ",
)
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "one": 1, "two": 2, "un": 1, "une": 1, **ONES}


def spread(draft: Draft, text: Text, places: tuple[Named, ...]) -> tuple[Draft, ...]:
    """One draft a site where the sites named and the number of each make the total; else the draft as it is."""
    each = _EACH.search(text.folded)
    if not each or not draft.seats:
        return (draft,)
    named = [place for place in places if place.weight > SIGNED and len(place.communes) == 1]
    communes = tuple(dict.fromkeys(place.communes[0] for place in named))
    count = int(each["n"]) if each["n"].isdigit() else _NUMBERS[each["n"]]
    if len(communes) < 2 or draft.seats != count * len(communes):
        return (draft,)
    return tuple(replace(draft, seats=count, place=place_of(commune)) for commune in communes)
