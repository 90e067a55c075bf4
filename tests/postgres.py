"""A private PostgreSQL on a loopback port, when Debian's binaries are there."""

import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from core.records import Base

BINARIES = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
MISSING = "PostgreSQL is not installed; as root, type: make servers"
_numbers = itertools.count(1)


def _as_postgres(*command: str) -> None:
    """initdb refuses root: then it runs as Debian's own account."""
    account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
    subprocess.run([*account, *command], check=True, capture_output=True)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def postgres_server() -> Iterator[str]:
    """Start a server; gives the URL of its databases, without their name."""
    assert BINARIES
    folder = Path(tempfile.mkdtemp(prefix="guichet-pg-", dir="/tmp"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    port, data = free_port(), str(folder / "data")
    _as_postgres(str(BINARIES / "initdb"), "-D", data, "-U", "guichet", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=50"
    options += " -c fsync=off -c full_page_writes=off"  # it never outlives a power cut: the folder goes with the tests
    _as_postgres(str(BINARIES / "pg_ctl"), "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg://guichet@127.0.0.1:{port}"
    finally:
        _as_postgres(str(BINARIES / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def fresh_database(server: str) -> str:
    """The URL of a new, empty database on this server."""
    import psycopg

    name = f"test_{next(_numbers)}"
    with psycopg.connect(server.replace("+psycopg", "") + "/postgres", autocommit=True) as connection:
        connection.execute(f'create database "{name}"')
    return f"{server}/{name}"


def emptied(engine: Engine) -> Engine:
    """The same database as the migrations left it: no row in any table, numbers from 1 again."""
    tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text(f"truncate {tables} restart identity cascade"))
    return engine
