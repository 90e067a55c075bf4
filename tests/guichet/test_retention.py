"""`guichet retention`: the rehearsal changes nothing, the other does it, and again there is nothing to do."""

import io
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from config.settings import Settings
from core.database import transaction
from core.post.files import kept_files
from core.post.inbox import Incoming
from guichet.opening import open_premises
from guichet.retention import keep_rule
from tests.builders import NOW
from tests.guichet.tables import after_a_table

LATER = NOW + timedelta(days=31)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A database in which a letter with a table was dealt with; it keeps letters for 30 days."""
    return after_a_table(tmp_path, GUICHET_KEEP_RAW_DAYS="30")


def said(settings: Settings, now: datetime, *, dry_run: bool) -> str:
    out = io.StringIO()
    assert keep_rule(settings, now, out, dry_run=dry_run) == 0
    return out.getvalue()


def kept(settings: Settings) -> tuple[bool, int]:
    """Whether the letter still has its bytes, and how many files are kept."""
    premises = open_premises(settings)
    with transaction(premises.engine) as session:
        found = bool(session.get_one(Incoming, 1).raw), len(kept_files(session))
    premises.close()
    return found


def test_a_rehearsal_tells_how_many_and_how_old_and_changes_nothing(settings: Settings) -> None:
    told = said(settings, LATER, dry_run=True)
    assert told.startswith(
        "Traités depuis plus de 30 jours (du 2026-11-24 au 2026-11-24) : messages : 1, fichiers : 1, octets : "
    )
    assert kept(settings) == (True, 1)


def test_what_was_kept_long_enough_is_emptied_once(settings: Settings) -> None:
    assert said(settings, LATER, dry_run=False).endswith("Messages vidés : 1.\n")
    assert kept(settings) == (False, 0)
    assert said(settings, LATER, dry_run=False) == "Aucun message n’est traité depuis plus de 30 jours.\n"


def test_what_is_younger_is_kept(settings: Settings) -> None:
    assert said(settings, NOW + timedelta(days=29), dry_run=False) == "Aucun message n’est traité depuis plus de 30 jours.\n"
    assert kept(settings) == (True, 1)
