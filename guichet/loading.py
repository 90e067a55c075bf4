"""What every message is read by, loaded once: the territory, the catalogue, the communes. No database, no network."""

import gc

from config.catalogue import Catalogue
from config.catalogue_files import load_catalogue
from config.commune_files import load_communes
from config.settings import Settings
from config.territory import Territory
from config.territory_files import load_territory
from core.territory.places import Gazetteer


def load(settings: Settings) -> tuple[Territory, Catalogue, Gazetteer]:
    """What is loaded stays: it is not searched for garbage, neither while it grows nor at a message.

    Raises GuichetError: territory, catalogue or communes wrong.
    """
    gc.disable()
    try:
        territory, catalogue = load_territory(settings.territory), load_catalogue()
        gazetteer = Gazetteer(territory, load_communes(settings.communes) if settings.communes else ())
        gc.freeze()
    finally:
        gc.enable()
    return territory, catalogue, gazetteer
