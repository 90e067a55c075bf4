"""`guichet retention`: what has been kept long enough, and emptying it now rather than in the night."""

from datetime import datetime, timedelta
from typing import TextIO

from sqlalchemy import Engine

from config.settings import Settings
from core.database import transaction
from core.post.retention import Overdue, empty_old, overdue
from guichet.opening import open_premises


def keep_rule(settings: Settings, now: datetime, out: TextIO, *, dry_run: bool) -> int:
    """Say what the retention rule takes at this moment, and unless it is a dry run take it, batch by batch."""
    premises, before = open_premises(settings), now - timedelta(days=settings.keep_raw_days)
    with transaction(premises.engine) as session:
        found = overdue(session, before)
    print(_told(found, settings.keep_raw_days), file=out)
    if not dry_run and found.messages:
        emptied = 0
        while done := _one_batch(premises.engine, before):
            emptied += done
        print(f"Messages vidés : {emptied}.", file=out)
    premises.close()
    return 0


def _one_batch(engine: Engine, before: datetime) -> int:
    with transaction(engine) as session:
        return empty_old(session, before)


def _told(found: Overdue, days: int) -> str:
    if not (found.oldest and found.newest):
        return f"Aucun message n’est traité depuis plus de {days} jours."
    when = f"du {found.oldest:%Y-%m-%d} au {found.newest:%Y-%m-%d}"
    what = f"messages : {found.messages}, fichiers : {found.files}, octets : {found.size}"
    return f"Traités depuis plus de {days} jours ({when}) : {what}."
