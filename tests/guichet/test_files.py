"""`guichet files`: what came with letters is listed, and one is written as it came."""

import io
import json
from argparse import Namespace
from pathlib import Path

import pytest

from config.settings import Settings
from guichet.files import NoSuchFile, NotWritten, show_files
from tests.dialogs.post.test_files import TABLE
from tests.guichet.tables import after_a_table


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A database in which a letter with a table was dealt with."""
    return after_a_table(tmp_path)


def shown(settings: Settings, **given: object) -> str:
    out = io.StringIO()
    assert show_files(settings, Namespace(**{"json": False, "save": None, "to": None, **given}), out) == 0
    return out.getvalue()


def test_files_are_listed_for_people_and_for_programs(settings: Settings) -> None:
    assert shown(settings).split() == ["1", "2026-11-24", "table", str(len(TABLE)), "a.roux@atelier.example", "places.csv"]
    one = json.loads(shown(settings, json=True))
    assert (one["id"], one["kind"], one["size"], one["imported_at"]) == (1, "table", len(TABLE), None)


def test_a_file_is_written_as_it_came_and_nothing_is_overwritten(settings: Settings, tmp_path: Path) -> None:
    shown(settings, save=1, to=tmp_path / "new.csv")
    assert (tmp_path / "new.csv").read_bytes() == TABLE
    with pytest.raises(NotWritten):
        shown(settings, save=1, to=tmp_path / "new.csv")
    with pytest.raises(NoSuchFile):
        shown(settings, save=2, to=tmp_path / "other.csv")
