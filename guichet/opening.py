"""Open the house: settings to territory, catalogue, database and desk. The only place where everything meets."""

from dataclasses import dataclass

from sqlalchemy import Engine

from config.catalogue_files import load_catalogue
from config.commune_files import load_communes
from config.faq import load_faq
from config.settings import Settings
from config.territory_files import load_territory
from core.database import open_engine, transaction
from core.migrations import upgrade
from core.post.tokens import secret_key
from core.territory.places import Gazetteer
from dialogs.desk import Desk
from dialogs.house import House


@dataclass(frozen=True)
class Premises:
    """An open house: its engine and desk. `close` lets the database go."""

    settings: Settings
    engine: Engine
    house: House
    desk: Desk

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def open_premises(settings: Settings) -> Premises:
    """Load and check everything, bring SQLite to today's form, and keep a key when none is set.

    Raises GuichetError: settings, territory or catalogue wrong.
    """
    territory, catalogue, faq = load_territory(settings.territory), load_catalogue(), load_faq()
    gazetteer = Gazetteer(territory, load_communes(settings.communes) if settings.communes else ())
    engine = open_engine(settings.database_url)
    if settings.database_url.startswith("sqlite"):
        upgrade(engine)
    with transaction(engine) as session:
        key = secret_key(session, settings.secret_key)
    house = House(territory, catalogue, gazetteer, faq, settings, key)
    return Premises(settings, engine, house, Desk(engine, house))
