"""The words of a button that works at any time, typed: the same as pressing it where it was shown last."""

from dataclasses import replace
from functools import cache

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.outbox import Outgoing
from core.territory.fold import fold
from dialogs.post.notices import ASKED
from dialogs.talk.opened import ACTS
from dialogs.talk.say import lasts
from dialogs.wording.words import words_in

RECENT = 10  # messages to this address among which the button may be
LONGEST = 40  # characters of a label
SHOWN_BY = (("ask-language", "french"), ("ask-language", "english"), ("reminders", "stop_reminders"), ("reminders", "change"),
            ("reminders-stopped", "resume_reminders"), ("my-data", "erase"), ("my-data", "link"), ("my-data", "unlink"),
            ("offer-shown", "offers"),
            ("hello", "offer"), *(("help", name) for name in ("offers", "reminders", "languages", "data", "person")))  # fmt: skip


_RECENT = (
    select(Outgoing)
    .where(Outgoing.channel == bindparam("channel"), Outgoing.address == bindparam("address"))
    .order_by(Outgoing.id.desc())
    .limit(RECENT)
)


def with_typed_label(session: Session, inbound: Inbound) -> Inbound:
    """The message as the press that it stands for; unchanged when its words are no such label, or none was shown lately."""
    said = fold(inbound.text) if inbound.kind == "message" and len(inbound.text) <= LONGEST else ""
    if inbound.channel == "email" or said not in _labels():
        return inbound
    for row in session.scalars(_RECENT, {"channel": inbound.channel, "address": inbound.address}):
        for button in row.message.buttons:
            if lasts(button.id) and fold(button.label) == said and row.due_at <= inbound.received:
                return replace(inbound, press=button.id, message_id=None)
    return inbound


@cache
def _labels() -> frozenset[str]:
    """The labels of all lasting buttons, in both languages, folded."""
    asked = [(key, verb) for key, verbs in ASKED.items() for verb in verbs]
    shown = [("offer-shown", act) for act in ACTS]
    both = (words_in("fr"), words_in("en"))
    return frozenset(fold(words.label(*one)) for one in (*asked, *shown, *SHOWN_BY) for words in both)
