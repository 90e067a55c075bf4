"""How the commands read their values; a bad one is told in one line."""

import argparse
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from config.closest import nearest
from config.errors import SettingsInvalid
from core.territory.fold import fold


def moment(text: str) -> datetime:
    """An ISO 8601 moment with its offset."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no ISO 8601 moment, such as 2026-11-23T09:00:00+04:00") from None
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text!r} has no offset: write 2026-11-23T09:00:00+04:00")
    return found


def number(text: str) -> int:
    """The number of a record, as lists show it."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of a message")
    return int(text)


def file(text: str) -> Path:
    """A file that exists."""
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"there is no file {text}")
    return Path(text)


def day(text: str) -> date:
    """An ISO 8601 day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, such as 2026-11-23") from None


def known(option: str, said: str | None, words: Iterable[str]) -> str | None:
    """A word of the option, None when it was left out. Raises SettingsInvalid, with what may have been meant."""
    words = tuple(words)
    if said is None or said in words:
        return said
    raise SettingsInvalid(where=option, reason=f"« {said} » est inconnu, vouliez-vous dire {_either(nearest(said, words))} ?")


def named(option: str, said: str, names: dict[str, str]) -> str:
    """The id that these words name: an id, or a part of one name only. Raises SettingsInvalid when none or several fit."""
    if said in names:
        return said
    fits = [id for id, name in names.items() if fold(said) in fold(name)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise SettingsInvalid(where=option, reason=f"« {said} » en désigne plusieurs, vouliez-vous dire {_either(fits)} ?")
    known(option, said, names)
    return said


def _either(words: list[str]) -> str:
    quoted = [f"« {word} »" for word in words]
    return " ou ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
