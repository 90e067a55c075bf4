"""`guichet files`: the tables and documents that came with letters, and the bytes of one of them for whoever is to read it."""

import argparse
import json
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from config.errors import GuichetError
from config.settings import Settings
from core.database import transaction
from core.post.files import KeptFile, kept_files
from core.post.inbox import Incoming
from guichet.opening import open_premises
from mail.parts.attached import attached


class NoSuchFile(GuichetError):
    """There is no file {id} to be taken: `guichet files` lists them"""


class NotWritten(GuichetError):
    """{file} cannot be written: {reason}"""


def show_files(settings: Settings, given: argparse.Namespace, out: TextIO) -> int:
    """Print the files that are kept, oldest first; with --save, write the bytes of one to a new file."""
    premises = open_premises(settings)
    with transaction(premises.engine) as session:
        if given.save is not None:
            _save(session, given.save, given.to)
            print(f"{given.to}", file=out)
            return 0
        files = kept_files(session)
        for one in files:
            print(json.dumps(_as_json(one), ensure_ascii=False) if given.json else _line(one), file=out)
        if not files and not given.json:
            print("Aucun fichier.", file=out)
    return 0


def _line(one: KeptFile) -> str:
    return f"{one.id:>5}  {one.kept_at:%Y-%m-%d}  {one.kind:<8} {one.size:>9}  {one.address}  {one.name}"


def _as_json(one: KeptFile) -> dict[str, object]:
    names = ("id", "kind", "name", "type", "size", "sha256", "address", "message_id", "contact_id")
    times = {name: value.isoformat() if (value := getattr(one, name)) else None for name in ("kept_at", "imported_at")}
    return {name: getattr(one, name) for name in names} | times


def _save(session: Session, id: int, to: Path | None) -> None:
    """Write one file; nothing that exists is overwritten. Raises NoSuchFile, NotWritten."""
    kept = session.get(KeptFile, id)
    letter = session.get(Incoming, kept.message_id) if kept else None
    data = attached(letter.raw, kept.part) if kept and letter else None
    if data is None or to is None:
        raise NoSuchFile(id=id)
    try:
        with to.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise NotWritten(file=to, reason=error.strerror or "") from None
