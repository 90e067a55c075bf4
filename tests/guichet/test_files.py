"""`guichet files`: what came with letters is listed, and one is written as it came."""

import io
import json
from argparse import Namespace
from pathlib import Path

import pytest

from config.settings import Settings, load_settings
from core.database import transaction
from core.post.inbound import Arrival
from core.post.inbox import record
from guichet.files import NoSuchFile, NotWritten, show_files
from guichet.opening import open_premises
from tests.builders import NOW
from tests.dialogs.test_files import SAID, TABLE, with_files
from tests.mail.builders import read


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A database in which a letter with a table was dealt with."""
    given = load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{tmp_path / 'g.db'}"}, tmp_path)
    premises, raw = open_premises(given), with_files(SAID, ("places.csv", "text/csv", TABLE))
    with transaction(premises.engine) as session:
        record(session, [Arrival(read(raw), raw)], NOW)
    premises.desk.work(NOW)
    premises.close()
    return given


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
