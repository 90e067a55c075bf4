"""Small things that many tests stand on: a database on disk, a house, a moment, an offer."""

import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from config.catalogue_files import load_catalogue
from config.faq import load_faq
from config.settings import load_settings
from config.territory import Territory
from config.territory_files import load_territory
from core.database import open_engine
from core.migrations import upgrade
from core.pool.draft import Draft, Period, Place
from core.pool.matching import NeedIndex
from core.territory.places import Gazetteer
from dialogs.house import House

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)  # Tuesday, 10:00 in La Réunion
TODAY = date(2026, 11, 24)
PORT = Place("97407", "Le Port")
FEBRUARY = (Period(date(2027, 2, 1), date(2027, 2, 19)),)


def a_database(folder: Path) -> Engine:
    """A fresh SQLite file of today's form."""
    (folder / "test.db").write_bytes(_todays_form())
    return open_engine(f"sqlite:///{folder / 'test.db'}")


@cache
def _todays_form() -> bytes:
    """The migrations run once; a closed SQLite database is one file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "test.db"
        engine = open_engine(f"sqlite:///{file}")
        upgrade(engine)
        engine.dispose()
        return file.read_bytes()


@cache
def _place(territory: str) -> tuple[Territory, Gazetteer]:
    """Read and indexed once: they are frozen."""
    given = load_territory(territory)
    return given, Gazetteer(given)


@cache
def _needs(territory: str) -> NeedIndex:
    return NeedIndex(_place(territory)[0], load_catalogue())


def a_house(territory: str = "reunion", **environ: str) -> House:
    """The example territory, with the settings given as environment variables."""
    given, gazetteer = _place(territory)
    settings = load_settings({"GUICHET_MAIL_ADDRESS": "stages@example.org", **environ}, Path("/nonexistent"))
    return House(given, load_catalogue(), gazetteer, load_faq(), settings, b"a key for tests", _needs(territory))


def a_draft(**said: object) -> Draft:
    """Two pupils of bac pro MELEC in Le Port, from 1 to 19 February 2027, but for what is said."""
    slots = {
        "kind": "pfmp",
        "levels": ("bac_pro",),
        "programmes": ("bac-pro-melec",),
        "fields": ("electricite",),
        "seats": 2,
        "periods": FEBRUARY,
        "place": PORT,
        **said,
    }
    return Draft(**slots)  # type: ignore[arg-type]
