"""Who is on duty: of several processes on one PostgreSQL, one delivers, makes the rounds and asks for messages; SQLite has one.

The right is a lock of the server's, held by a connection: it ends with the process that held it, however that ended.
"""

import logging
from contextlib import suppress

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

LOG = logging.getLogger("guichet.duty")
LOCK = 0x67756963686574  # any number, the same in every process: « guichet »


class Duty:
    """One process's claim. Not for several threads at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._alone = engine.dialect.name == "sqlite"

    def held(self) -> bool:
        """Whether this process is on duty now, taking it when nobody is. A server that does not answer: no."""
        if self._alone:
            return True
        try:
            return self._keep() if self._connection else self._take()
        except DBAPIError as error:
            LOG.warning("the database does not answer, nothing leaves meanwhile: %s", " ".join(str(error.orig).split())[:300])
            self.leave()
            return False

    def leave(self) -> None:
        """Let another process take over."""
        if self._connection:
            with suppress(SQLAlchemyError):  # a connection that is cut has no lock to give back
                self._connection.execute(text("select pg_advisory_unlock(:lock)"), {"lock": LOCK})
            self._connection.invalidate()  # closed, not put back into the pool: the lock would go with it
            self._connection.close()
            self._connection = None

    def _keep(self) -> bool:
        assert self._connection
        self._connection.execute(text("select 1"))
        return True

    def _take(self) -> bool:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if not connection.scalar(text("select pg_try_advisory_lock(:lock)"), {"lock": LOCK}):
            connection.close()
            return False
        self._connection = connection
        LOG.info("this process is on duty: it delivers and makes the rounds")
        return True
