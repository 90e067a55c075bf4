"""The desk: each message heard is answered in one transaction: facts collected, decision taken, effects kept, words posted."""

import logging
import re
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from core.agenda.proposals import Wish
from core.carry_out import Circumstances, carry_out
from core.database import Damaged, converter, transaction
from core.people.acquaintance import Doorstep, meet, remember
from core.people.records import Contact
from core.pool.commands import Filed, FileOffer
from core.pool.draft import Callback, Draft, Employer
from core.pool.history import Author
from core.post.inbound import Inbound
from core.post.inbox import Incoming, fail, finish, next_waiting, park
from core.post.masked import masked_text
from core.post.outbox import Message
from core.post.quotas import note_answer
from dialogs.arrivals.asked_for import with_offer_asked_for
from dialogs.arrivals.numbered import with_choice
from dialogs.arrivals.reception import receive_otherwise
from dialogs.arrivals.restraint import keep_silent, restrain, take_leave
from dialogs.arrivals.stopping import welcome_back
from dialogs.arrivals.typed_in import with_typed_answers, without_our_words
from dialogs.arrivals.typed_label import with_typed_label
from dialogs.collect import collect_facts
from dialogs.house import House
from dialogs.listen import listen
from dialogs.post.files import beside_files, receive_files
from dialogs.post.reply import apologise, post_reply
from dialogs.proof.proposals import Put, concerning, doubting, put_forward, set_apart
from dialogs.proof.settlement import settle_proposals, still_open
from dialogs.talk.diary import diary_of
from dialogs.talk.facts import Facts
from dialogs.talk.say import Say, Turn
from dialogs.talk.slash import in_words
from dialogs.talk.state import State, keep_state, load_state
from dialogs.talk.tell import Telling, tell
from dialogs.talk.turn import take_turn
from dialogs.understanding.heard import Heard
from dialogs.wording.words import words_in

LOG = logging.getLogger("guichet.desk")
WORD = re.compile(r"[^\W\d_]{2,}")
ENOUGH = 4  # words from which a message tells its language


@dataclass(frozen=True)
class Answered:
    """What one message led to: for the terminal, which shows it, and for tests."""

    messages: tuple[Message, ...]
    state: State
    heard: Heard | None
    drafts: tuple[Draft, ...]  # being put together, or what was filed by this turn
    employer: Employer
    callback: Callback
    filed: tuple[str, ...] = ()


class Desk:
    """Answers what waits in the inbox. One writer on SQLite; several may share a PostgreSQL."""

    def __init__(self, engine: Engine, house: House):
        self.engine, self.house = engine, house

    def work(self, now: datetime, limit: int = 40) -> int:
        """Answer the oldest waiting message of each conversation, in one commit for all; how many were taken.

        A message that fails is undone alone, counted, and tried again later; it never blocks the others.
        """
        try:
            return self._answer_together(now, limit)
        except Exception as error:  # whose fault it is shows when each stands alone
            LOG.info("answering one by one: %s", masked_text(f"{type(error).__name__}: {error}"[:200]))
            return self._answer_one_by_one(now, limit)

    def as_said(self, session: Session) -> "Desk":
        """The desk with what coordinators have said of their days."""
        return Desk(self.engine, self.house.as_said(session))

    def _answer_together(self, now: datetime, limit: int) -> int:
        with transaction(self.engine) as session:
            rows = next_waiting(session, now, limit, read=True)
            today = self.as_said(session) if rows else self
            for row in rows:
                today.answer(session, row.inbound, row.id, now)
            for row in rows:
                finish(row, now)
            return len(rows)

    def _answer_one_by_one(self, now: datetime, limit: int) -> int:
        """The same, each undone alone when it fails."""
        with transaction(self.engine) as session:
            rows = next_waiting(session, now, limit)
            today = self.as_said(session) if rows else self
            for row in rows:
                today._answer_or_count(session, row, now)
            return len(rows)

    def _answer_or_count(self, session: Session, row: Incoming, now: datetime) -> None:
        try:
            with session.begin_nested():
                self.answer(session, row.inbound, row.id, now)
                finish(row, now)
        except Damaged as error:
            LOG.error("message %s of %s is set aside: %s", row.id, row.channel, masked_text(str(error)))
            park(row, str(error))
            apologise(session, self.house, row, now)
        except Exception as error:
            LOG.exception("message %s of %s failed", row.id, row.channel)
            fail(row, f"{type(error).__name__}: {error}", now)
            if row.status == "parked":
                apologise(session, self.house, row, now)

    def answer(self, session: Session, inbound: Inbound, message_id: int, now: datetime) -> Answered | None:
        """Answer one message; None when it gets no dialogue (a robot, a bounce, a coordinator, one letter too many)."""
        inbound = self._as_meant(session, inbound, now)
        if receive_otherwise(session, self.house, inbound, message_id, now):
            return None
        contact = meet(session, Doorstep(inbound.channel, inbound.address, inbound.name), now)
        state = load_state(contact.state, converter())
        heard = listen(inbound, state, self.house)
        language = _language(contact, inbound, heard)
        with session.no_autoflush:  # nothing that is read here was just written
            facts = collect_facts(session, self.house, contact, inbound, state=state, now=now)
        files = receive_files(session, self.house, contact, inbound, message_id, now=now)
        at = Circumstances(contact, Author(f"contact:{contact.id}", now, inbound.channel, message_id), self.house.territory)
        facts = _as_proved_then(facts, heard, state)
        settled = settle_proposals(session, self.house, inbound, state, facts, at=at)
        turn = Turn(state, say=settled.says) if settled.says else take_turn(state, heard, facts, words_in(language))
        turn = beside_files(turn, state, files)
        restraint = restrain(session, self.house, inbound, turn, now)
        turn, wishes = set_apart(concerning(doubting(turn, inbound), facts), facts)
        turn = welcome_back(turn, heard, facts)
        if restraint.leave == "silence":
            keep_silent(session, turn, inbound, at)
            return None
        turn = take_leave(turn, facts) if restraint.leave == "last" else turn
        outcomes = tuple(carry_out(session, command, at) for command in turn.do)
        remember(contact, _said_of_themselves(turn, state), language, proved=facts.trusted or not facts.offers)
        filed = tuple(outcome.reference for outcome in outcomes if isinstance(outcome, Filed))
        turn = replace(turn, state=replace(turn.state, filed=filed, filed_at=now)) if filed else turn
        contact.state = keep_state(turn.state, converter())
        put = Put(thread=settled.thread) if settled.says else self._put_forward(session, wishes, facts, inbound, at)
        by = Telling(words_in(language), self.house.catalogue, facts.today, inbound.channel)
        told, diary = tell(outcomes, by), diary_of(outcomes, by, self.house.territory)
        says, key = (*_order(turn, (*told, *files)), *put.says), f"answer:{message_id}"
        messages = post_reply(session, self.house, contact, inbound, says, key=key, now=now, thread=put.thread, events=diary)
        if restraint.exchange:
            note_answer(session, key, inbound.address, restraint.exchange, now)
        return _answered(messages, turn, heard, filed)

    def _as_meant(self, session: Session, inbound: Inbound, now: datetime) -> Inbound:
        """The message without our own words, numbers and labels as the buttons they name, a campaign’s « oui » as an offer."""
        inbound = without_our_words(session, self.house, in_words(inbound), now)
        inbound = with_typed_answers(session, self.house, inbound, now)
        inbound = with_choice(session, self.house, inbound, now)
        inbound = with_typed_label(session, inbound)
        return with_offer_asked_for(session, self.house, inbound, now)

    def _put_forward(self, session: Session, wishes: tuple[Wish, ...], facts: Facts, inbound: Inbound, at: Circumstances) -> Put:
        """Ask for the word that wishes need; else repeat the question of the thread that puts one."""
        if wishes:
            return put_forward(session, self.house, wishes, facts, inbound, at=at)
        return still_open(session, self.house, inbound, at.contact, at.author.now)


def _language(contact: Contact, inbound: Inbound, heard: Heard) -> str:
    """The wish said in words; else the message's own when it is long enough to tell; else what was known; else the profile's."""
    if heard.wish in ("language_fr", "language_en"):
        return heard.wish.removeprefix("language_")
    if len(WORD.findall(inbound.text)) >= ENOUGH:
        return heard.language
    return contact.language or ("en" if (inbound.language or "fr").startswith("en") else "fr")


def _as_proved_then(facts: Facts, heard: Heard, state: State) -> Facts:
    """What is read anew weighs as it did when it came: a later proof does not vouch for it."""
    unproved = heard.again is not None and state.doubted and not state.doubted.proved
    return replace(facts, trusted=False, vouched=False) if unproved else facts


def _said_of_themselves(turn: Turn, before: State) -> Callback:
    """What is worth remembering of the contact; a card of somebody else says nothing of them."""
    if before.card.phone or turn.state.card.phone:
        return Callback()
    filed = next((command.callback for command in turn.do if isinstance(command, FileOffer)), None)
    return filed or (turn.state.callback if turn.state.callback != Callback() else before.callback)


def _order(turn: Turn, told: tuple[Say, ...]) -> tuple[Say, ...]:
    return (*turn.say, *told, *((turn.ask,) if turn.ask else ()))


def _answered(messages: tuple[Message, ...], turn: Turn, heard: Heard, filed: tuple[str, ...]) -> Answered:
    commands = [command for command in turn.do if isinstance(command, FileOffer)]
    drafts = tuple(command.draft for command in commands) or turn.state.drafts
    employer = commands[0].employer if commands else turn.state.employer
    callback = commands[0].callback if commands else turn.state.callback
    return Answered(messages, turn.state, heard, drafts, employer, callback, filed)
