"""How the commands read their values; a bad one is told in one line."""

import argparse
from datetime import date, datetime
from pathlib import Path


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
