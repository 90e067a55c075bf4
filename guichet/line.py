"""What an open channel is: its ways in, and its way out."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from core.post.inbound import Arrival
from core.post.parcel import Carrier

T = TypeVar("T")
Record = Callable[[list[Arrival]], Awaitable[None]]


class WayIn(Protocol):
    """A channel's ear or door."""

    async def listen(self, stop: asyncio.Event) -> None:
        """Record what comes until `stop`."""

    async def drain(self) -> int:
        """Record all that waits now; how many messages."""


@dataclass(frozen=True)
class Line:
    """One open channel: others come to its `doors`, in every process; its `ears` go and ask, in the process on duty alone."""

    name: str
    carrier: Carrier
    close: Callable[[], Awaitable[None]]
    ears: tuple[WayIn, ...] = ()
    doors: tuple[WayIn, ...] = ()


class Clerical(Protocol):
    """Work on the database from a channel's own thread: one transaction, done next; returns when it is committed."""

    def __call__(self, work: Callable[[Session], T]) -> T:
        """What the work gives."""
