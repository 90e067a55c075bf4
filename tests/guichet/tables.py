"""A database in which a letter with a table was dealt with."""

from pathlib import Path

from config.settings import Settings, load_settings
from core.database import transaction
from core.post.inbound import Arrival
from core.post.inbox import record
from guichet.opening import open_premises
from tests.builders import NOW
from tests.dialogs.post.test_files import SAID, TABLE, with_files
from tests.mail.builders import read


def after_a_table(folder: Path, **environ: str) -> Settings:
    """The settings of that database, which is in the folder; `environ` says more."""
    given = load_settings({"GUICHET_DATABASE_URL": f"sqlite:///{folder / 'g.db'}", **environ}, folder)
    premises, raw = open_premises(given), with_files(SAID, ("places.csv", "text/csv", TABLE))
    with transaction(premises.engine) as session:
        record(session, [Arrival(read(raw), raw)], NOW)
    premises.desk.work(NOW)
    premises.close()
    return given
