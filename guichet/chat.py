"""One conversation on the terminal: the same desk, the same database; `--json` for programs (one line in, one line out)."""

import itertools
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, TextIO
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import transaction
from core.pool.draft import Callback, Draft, Employer
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, finish, park, record
from dialogs.desk import Answered
from dialogs.post.reply import apology
from dialogs.talk.state import State
from dialogs.understanding.wire import write_contact
from dialogs.wording.page import plain
from guichet.clock import now_utc
from guichet.opening import Premises

LOG = logging.getLogger("guichet.chat")
LONGEST = 100_000  # characters of one line
NOTHING_YET = Answered((), State(), None, (), Employer(), Callback())
UNREADABLE = "Je n’ai pas pu lire cette ligne : "


class Chat:
    """A conversation of one contact; `now` fixes the clock."""

    def __init__(self, premises: Premises, contact: str | None, language: str | None, now: datetime | None):
        self.premises, self.language, self.now = premises, language, now
        self.contact = contact or uuid4().hex[:12]
        self.buttons: dict[str, str] = {}  # label or id, as people see it -> id
        self.failed = False  # whether a message could not be answered
        self._last = NOTHING_YET
        self._keys = (f"{self.contact}:{uuid4().hex[:8]}:{n}" for n in itertools.count(1))

    def say(self, text: str = "", press: str | None = None) -> Answered | None:
        """Say or press something; what came of it. The message is kept before it is answered, as on every channel."""
        now = self.now or now_utc()
        text = text[:LONGEST].encode(errors="replace").decode()  # a half of a surrogate pair is no character
        press = self.buttons.get(press or "", press)
        inbound = Inbound(
            "terminal",
            next(self._keys),
            self.contact,
            now,
            "press" if press else "message",
            text,
            press,
            language=self.language,
        )
        with transaction(self.premises.engine) as session:
            record(session, [Arrival(inbound, text.encode())], now)
        try:
            with transaction(self.premises.engine) as session:
                row = _row_of(session, inbound)
                answered = self.premises.desk.as_said(session).answer(session, inbound, row.id, now)
                finish(row, now)
        except Exception as error:  # as at the desk: told, the message set aside, and the talk goes on
            LOG.exception("message %s failed", inbound.key)
            return self._apology(inbound, f"{type(error).__name__}: {error}")
        self._last = answered or self._last
        shown = [button for message in answered.messages for button in message.buttons] if answered else []
        self.buttons = {key: button.id for button in shown for key in (button.label, button.id)}
        return answered

    def _apology(self, inbound: Inbound, error: str) -> Answered:
        """The words of every channel for a failure of ours; what was being talked about stands."""
        self.failed = True
        with transaction(self.premises.engine) as session:
            park(_row_of(session, inbound), error)
            message = apology(session, "terminal", inbound.address, inbound.key)
        return replace(self._last, messages=(message,), heard=None, filed=())


def _row_of(session: Session, inbound: Inbound) -> Incoming:
    return session.scalars(select(Incoming).where(Incoming.channel == "terminal", Incoming.key == inbound.key)).one()


def as_json(answered: Answered | None) -> dict[str, Any]:
    """A line of the `guichet chat --json` contract."""
    if answered is None:
        return {"messages": [], "asking": None, "intent": None, "draft": None, "filed": [], "state": "idle"}
    state, under_way = answered.state, bool(answered.drafts) and (answered.state.phase != "idle" or bool(answered.filed))
    draft = {
        "offers": [_slots(d) for d in answered.drafts],
        "organisation": asdict(answered.employer),
        "contact": write_contact(answered.callback),
    }
    asking = state.asking if state.phase != "idle" else None
    return {
        "messages": [
            {"text": plain(m.blocks), "buttons": [{"id": b.id, "label": b.label} for b in m.buttons]} for m in answered.messages
        ],
        "asking": asking,
        "intent": answered.heard.intent if answered.heard else None,
        "draft": draft if under_way else None,
        "filed": list(answered.filed),
        "state": state.phase,
    }


def _slots(draft: Draft) -> dict[str, Any]:
    slots = asdict(draft)
    slots["periods"] = [{"start": p.start.isoformat(), "end": p.end.isoformat()} for p in draft.periods]
    return slots


def serve_json(chat: Chat, lines: TextIO, out: TextIO) -> None:
    """Answer every line with one line; a line that is no turn gets a clear answer, and nothing is lost."""
    for line in lines:
        try:
            turn = json.loads(line)
            said = [turn.get("text"), turn.get("press")] if isinstance(turn, dict) else []
            if not any(isinstance(one, str) for one in said) or not all(isinstance(one, str | None) for one in said):
                raise ValueError('écrivez {"text": "…"} ou {"press": "…"}')
        except (ValueError, RecursionError) as error:
            answer = {**as_json(None), "messages": [{"text": f"{UNREADABLE}{error}", "buttons": []}]}
        else:
            answer = as_json(chat.say(said[0] or "", said[1]))
        print(json.dumps(answer, ensure_ascii=False), file=out, flush=True)


def converse(chat: Chat, lines: Iterator[str], out: TextIO = sys.stdout) -> None:
    """Talk on a terminal: an empty line shows nothing, « 1 » presses the first button, end of file ends."""
    print("Écrivez comme à un ami ; Ctrl-D pour finir.", file=out)
    for line in lines:
        text = line.strip()
        labels = list(dict.fromkeys(chat.buttons.values()))
        press = labels[int(text) - 1] if text.isdigit() and 0 < int(text) <= len(labels) else None
        show(chat.say("" if press else text, press), out)


def show(answered: Answered | None, out: TextIO) -> None:
    """Print the messages as a person would see them, buttons numbered."""
    for message in answered.messages if answered else ():
        print(f"\n{plain(message.blocks)}", file=out)
        print("".join(f"   [{n} {button.label}]" for n, button in enumerate(message.buttons, 1)), file=out)
