"""Sentences of employers and the commune where the work is; empty: none, or for the writer to say."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from config.commune_files import load_communes
from core.territory.places import Gazetteer
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Setting
from tests.dialogs.understanding.hearing import a_setting

HERE = Path(__file__).parent
FRANCE = HERE.parents[2].parent / "shared" / "reference" / "communes.csv"


def sentences() -> list[tuple[str, str]]:
    with (HERE / "places.csv").open(encoding="utf-8", newline="") as file:
        return [(row["insee"], row["text"].replace(" ¶ ", "\n")) for row in csv.DictReader(file, delimiter=";")]


@cache
def setting(communes: Path) -> Setting:
    setting = a_setting()
    return replace(setting, gazetteer=Gazetteer(setting.territory, load_communes(communes)))


def place(text: str, communes: Path) -> str:
    """The codes of the places of all offers, in order."""
    drafts = understand(text, replace(setting(communes), meant="offer")).offers
    return " ".join(dict.fromkeys(draft.place.insee for draft in drafts if draft.place))


@pytest.mark.parametrize(("insee", "text"), sentences())
def test_the_place_of_work_is_told_among_the_communes_of_these_sentences(insee: str, text: str) -> None:
    assert place(text, HERE / "elsewhere.csv") == insee


@pytest.mark.skipif(not FRANCE.exists(), reason="needs the communes of France, ../shared/reference/communes.csv")
def test_the_place_of_work_is_told_among_all_the_communes_of_france() -> None:
    told = [(text, place(text, FRANCE)) for _, text in sentences()]
    assert told == [(text, insee) for insee, text in sentences()]
