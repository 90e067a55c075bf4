"""What every bench of understanding starts from: the territory, the catalogue, all communes of France where they are at hand."""

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from config.catalogue_files import load_catalogue
from config.commune_files import load_communes
from config.territory_files import load_territory
from core.territory.places import Gazetteer
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Setting
from dialogs.understanding.wire import read_message, write_heard

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def communes_file() -> Path | None:
    """All communes of France: GUICHET_COMMUNES, else the reference file beside the project; None when neither is there."""
    given = Path(os.environ.get("GUICHET_COMMUNES") or ROOT.parent / "shared" / "reference" / "communes.csv")
    return given if given.is_file() else None


@cache
def gazetteer(*, all_of_france: bool = True) -> Gazetteer:
    """La Réunion, and all of France when it is at hand."""
    file = communes_file() if all_of_france else None
    return Gazetteer(load_territory("reunion"), load_communes(file) if file else ())


_answered: dict[tuple[str, str], dict[str, Any]] = {}  # by id and text: the sets that are measured overlap


@cache
def _catalogue() -> Any:
    return load_catalogue()


def questions(messages: Iterable[dict[str, Any]]) -> list[tuple[str, Setting]]:
    """The messages as `understand` takes them."""
    places = gazetteer()
    return [read_message(message, places.territory, _catalogue(), places) for message in messages]


def answers(messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What `guichet understand` answers to these messages, each asked once."""
    new = [message for message in messages if (message["id"], message["text"]) not in _answered]
    for message, question in zip(new, questions(new), strict=True):
        _answered[message["id"], message["text"]] = write_heard(message["id"], understand(*question))
    return [_answered[message["id"], message["text"]] for message in messages]
