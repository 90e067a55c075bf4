"""A number in answer to our letter is the button that bears it on a chat: « 2 », « le 2 », « la deuxième »."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.names import read_id
from core.post.outbox import Outgoing
from dialogs.house import House
from dialogs.post.speaker import known_thread
from dialogs.talk.choices import number_said

MOST = 9  # choices
RECENT = 5  # letters to this address that the one answered may be among


def with_choice(session: Session, house: House, inbound: Inbound, now: datetime) -> Inbound:
    """The message as the button that its number names, where the letter it answers had numbered its choices."""
    if inbound.channel != "email" or inbound.press or number_said(inbound.text, MOST) is None:
        return inbound
    thread = known_thread(session, house, inbound, now)
    row = _answered(session, inbound, thread.id) if thread else None
    choices = row.message.buttons if row else ()
    number = number_said(inbound.text, len(choices))
    return replace(inbound, press=choices[number - 1].id) if number else inbound


def _answered(session: Session, inbound: Inbound, thread: int) -> Outgoing | None:
    """The letter that the references name last; without any of ours, the last one that left in the thread."""
    rows = select(Outgoing).where(Outgoing.channel == "email", Outgoing.address == inbound.address)
    rows = rows.where(Outgoing.status.in_(("sent", "waiting"))).order_by(Outgoing.id.desc()).limit(RECENT)
    ours = [row for row in session.scalars(rows) if row.message.envelope.thread == thread]
    named = [known.row for one in inbound.references if (known := read_id(one))]
    return next((row for number in reversed(named) for row in ours if row.id == number), ours[0] if ours else None)
