"""The clock. Every other floor is told what time it is."""

from datetime import UTC, datetime


def now_utc() -> datetime:
    """This moment, aware and in UTC."""
    return datetime.now(UTC)
