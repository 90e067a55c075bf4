"""A message that has come in, with all that dealing with it needs; what is served before any conversation takes it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from dialogs.house import House


@dataclass(frozen=True)
class Case:
    """Which message, where it is kept, and the moment of dealing with it."""

    session: Session
    house: House
    inbound: Inbound
    message_id: int
    now: datetime

    @property
    def key(self) -> str:
        """Of the answer in the outbox: a message is answered once."""
        return f"answer:{self.message_id}"
