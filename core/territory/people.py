"""Whom a coordinator means by « le Sud », « Fanny », « le CFA », « Mme Exemple-Est »: names as people say them."""

from config.territory import Coordinator, Function, Territory
from core.territory.fold import fold

SMALL = frozenset(
    "le la les l a au aux de du des pour m mme monsieur madame pole stages stage coordonnateur coordinatrice".split()
)
# What each function is called besides the name of its role.
CALLED: dict[Function, tuple[str, ...]] = {
    "academy": ("academie", "rectorat", "drafpic", "pilotage"),
    "cfa": ("cfa", "apprentissage"),
    "handicap": ("handicap",),
    "mlds": ("mlds",),
    "training": ("tuteurs", "formation tuteurs", "formation"),
}


def people_named(said: str, territory: Territory) -> tuple[Coordinator, ...]:
    """Those whom these words may mean, the closest meaning only: an id, else a pôle or function, else parts of a name.

    A pôle's name means its coordinator, not the deputies. Nobody: ().
    """
    wanted = frozenset(fold(said).split()) - SMALL
    people = territory.coordinators.values()
    if not wanted:
        return ()
    for meaning in (_ids, _places, _names):
        found = tuple(one for one in people if meaning(one, wanted, territory))
        if found:
            return found
    return ()


def _ids(one: Coordinator, wanted: frozenset[str], territory: Territory) -> bool:
    return frozenset(fold(one.id).split()) == wanted


def _places(one: Coordinator, wanted: frozenset[str], territory: Territory) -> bool:
    if any(frozenset(fold(name).split()) == wanted for name in CALLED.get(one.function, ())):
        return True
    pole = territory.poles.get(one.pole)
    return pole is not None and pole.coordinator_id == one.id and frozenset(fold(pole.name).split()) - SMALL == wanted


def _names(one: Coordinator, wanted: frozenset[str], territory: Territory) -> bool:
    return wanted <= frozenset(fold(one.name).split())
