"""Builders for the tests of understanding: La Réunion, its catalogue, and a Monday of November."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from config.catalogue_files import load_catalogue
from config.territory_files import load_territory
from core.territory.places import Gazetteer
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Heard, Setting

RECEIVED = datetime.fromisoformat("2026-11-23T09:00:00+04:00")


@cache
def a_setting() -> Setting:
    territory = load_territory("reunion")
    return Setting(RECEIVED, territory, load_catalogue(), Gazetteer(territory))


def hear(text: str, **circumstances: Any) -> Heard:
    return understand(text, replace(a_setting(), **circumstances))
