"""What the desk knows of the place it stands in: territory, catalogue, gazetteer, answers, keys. Given once, frozen."""

from dataclasses import dataclass

from config.catalogue import Catalogue
from config.faq import Answer
from config.settings import Settings
from config.territory import Territory
from core.territory.places import Gazetteer


@dataclass(frozen=True)
class House:
    """One pôle's counter, as configured. `key` signs mail tokens."""

    territory: Territory
    catalogue: Catalogue
    gazetteer: Gazetteer
    faq: tuple[Answer, ...]
    settings: Settings
    key: bytes
