"""The links that open the bot and need records, one row each; an offer's and a poster's are moves of the conversation."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from dialogs.house import House
from dialogs.talk.deep_links import Purpose, deep_link

Serve = Callable[[Session, House, Inbound, str, int, datetime], bool]  # … what follows the letter, the message's id, now
# What a row answers is answered; False: it is for the conversation.
SERVED: dict[Purpose, Serve] = {}


def opened_by_link(session: Session, house: House, inbound: Inbound, message_id: int, now: datetime) -> bool:
    """Serve the link that opened the bot; False when there is none, or when the conversation takes it."""
    link = deep_link(inbound)
    serve = SERVED.get(link.purpose) if link else None
    return bool(link and serve and serve(session, house, inbound, link.rest, message_id, now))
