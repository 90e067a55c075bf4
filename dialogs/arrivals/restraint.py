"""Answers to letters are rationed: past the quota a letter is put before a person, and only what takes something back is done."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.matters import put_before
from core.carry_out import Circumstances, carry_out
from core.pool.commands import ChangeOffer, CloseOffer, FileOffer, Stop, Unfile
from core.pool.filing import person_of
from core.post.exchange import PATIENCE, Exchange, Leave, Limits, fingerprint, heard_print, may_answer, topic_of, weigh
from core.post.inbound import Inbound
from core.post.names import numbers_in
from core.post.outbox import Outgoing
from core.post.quotas import answers_given, note_answer
from core.territory.routing import contact_for
from dialogs.house import House
from dialogs.post.speaker import is_proved, known_thread
from dialogs.talk.facts import Facts
from dialogs.talk.say import Say, Turn
from dialogs.talk.tell import say_person
from dialogs.understanding.hear import is_reply

FILING = (FileOffer, ChangeOffer)  # a firm may send the same sentence with other dates: that is no repetition
TAKING_BACK = (CloseOffer, Stop, Unfile)  # done in any case: to wait would do harm
KNOWN_PATIENCE = 10  # times the quota for a coordinator who answers a digest of thirty entries one by one
SHOWN = 600  # characters of a letter that a coordinator is shown


@dataclass(frozen=True)
class Restraint:
    """The exchange that an answer would make, and whether it may be made; without an exchange nothing is counted."""

    leave: Leave = "answer"
    exchange: Exchange | None = None


def restrain(session: Session, house: House, inbound: Inbound, turn: Turn, now: datetime) -> Restraint:
    """Whether the answer that this turn makes to a letter may leave. Chats are not rationed."""
    said = (turn.say, turn.ask and (turn.ask.key, turn.ask.facts), turn.do)
    files = any(isinstance(command, FILING) for command in turn.do)
    return _ration(session, house, inbound, (repr(said), "" if files else heard_print(inbound.text)), now=now)


def _ration(
    session: Session, house: House, inbound: Inbound, both: tuple[str, str], *, now: datetime, patience: int = PATIENCE
) -> Restraint:
    if inbound.channel != "email":
        return Restraint()
    thread = known_thread(session, house, inbound, now)
    proved = is_proved(session, house, inbound, now)
    given = answers_given(session, inbound.address, now, proved=proved)
    topic = topic_of(thread.subject if thread else inbound.subject)
    subject = inbound.subject or ""
    replies = bool(inbound.tokens) or inbound.quoted or is_reply(subject) or bool(numbers_in(subject))
    new = weigh(given, Exchange(topic, both[1], fingerprint(both[0]), proved=proved), inbound.received if replies else None)
    limits = Limits(house.settings.mail_answers_hour, house.settings.mail_answers_day)
    return Restraint(may_answer(given, new, limits, now, patience), new)


def take_leave(turn: Turn, facts: Facts) -> Turn:
    """The last answer for now says so, and who reads on."""
    known = next(iter(facts.offers), None)
    person = known.coordinator if known else person_of(facts.territory, contact_for("academy", facts.territory, facts.today).id)
    return replace(turn, say=(*turn.say, Say("last-answer", {"person": say_person(person)})))


def keep_silent(session: Session, turn: Turn, inbound: Inbound, at: Circumstances) -> None:
    """No answer: what takes something back is done, everything else waits for a person with the words of the letter."""
    for command in turn.do:
        if isinstance(command, TAKING_BACK):
            carry_out(session, command, at)
    words = " ".join(inbound.text.split())[:SHOWN] or (inbound.subject or "")[:SHOWN]
    put_before(session, at.contact, "overflow", words, territory=at.territory, now=at.author.now)


def withhold(
    session: Session, house: House, inbound: Inbound, key: str, now: datetime, *, patience: int = KNOWN_PATIENCE
) -> bool:
    """Judge an answer that was just posted, and take it back when it is one too many; whether it stays."""
    row = session.scalar(select(Outgoing).where(Outgoing.key == key))
    if row is None:
        return False
    both = (repr([block.text for block in row.message.blocks]), heard_print(inbound.text))
    restraint = _ration(session, house, inbound, both, now=now, patience=patience)
    if restraint.leave == "silence":
        row.status, row.error = "cancelled", "one answer too many"
    elif restraint.exchange:
        note_answer(session, key, inbound.address, restraint.exchange, now)
    return restraint.leave != "silence"
