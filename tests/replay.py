"""Replay a conversation written as a transcript on the real desk, and write down what was said and done.

    # a comment, kept
    = GUICHET_COORDINATORS_TELEGRAM=yes                    a setting of the house, for the whole of it
    & 9741173G Mme Payet | payet@lycee.example             a correspondent of a school
    @ telegram 2026-11-24T05:04:00+04:00 Jean-Marc        who speaks from now on, and the moment
    @ email 2026-11-24T09:00:00+04:00 rh@clinique.example Nathalie Lebon | Stagiaires 2027
    @ email 2026-11-24T09:00:00+04:00 rh@clinique.example Nathalie Lebon | Stagiaires | answers dg@clinique.example
                                                           the token of our last letter to somebody else; `| anew`: none
    @ clock 2026-12-01T09:05:00+04:00                      time passes: what is due is done
    > what the person writes; [Oui] presses a button; (contact +262692000027) and (location -21.17 55.29) are gestures
      (card +262692000028 Jean Payet) is somebody else's contact; (photo), (voice), (sticker), (document)… may bear a
      caption; (photo of 42) belongs to album 42; (edit: what was written) what it is made; (press o.still.X) any button;
      (blocks) and (unblocks) are what Telegram tells of a person who shuts the bot or opens it again
    < what they are answered, further lines indented, [buttons] at the end
    << somebody@example.org : a letter to somebody else
    ! what was done: offers whose status, seats or route changed, matters opened

`python -m tests.replay FILE…` writes the transcripts again from their `@`, `#` and `>` lines.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from core.agenda.records import Matter
from core.database import transaction
from core.people.members import Member, keep_member
from core.pool.records import Offer
from core.post.bot_name import keep_bot_name
from core.post.inbound import Arrival, Channel, Inbound
from core.post.inbox import record
from core.post.outbox import Outgoing
from dialogs.desk import Desk
from dialogs.pole.rounds import make_rounds
from dialogs.wording.page import plain
from mail.written.forward import answered_words, is_forward, quoted_letter
from mail.written.reply import cut_quotes
from tests.builders import a_database, a_house

GESTURE = re.compile(r"\((contact|location|card) ([^)]*)\)")
MEDIA = re.compile(r"\((photo|voice|video|video_note|audio|document|sticker)(?: of (\d+))?\) ?(.*)", re.DOTALL)
EDIT = re.compile(r"\(edit: (.+?)\) (.*)", re.DOTALL)
PRESS = re.compile(r"\[(.+)\]|\(press (.+)\)")


@dataclass
class Stage:
    """The desk of a transcript, who speaks, and what was already written down."""

    engine: Engine
    desk: Desk
    speaker: Inbound = field(default_factory=lambda: Inbound("telegram", "", "1", datetime.now(UTC)))
    said: set[int] = field(default_factory=set)
    buttons: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    holds: str | None = None  # whose letter is answered: the speaker's own unless said
    written: dict[str, str] = field(default_factory=dict)  # what was written -> its message
    number: int = 0
    pool: dict[str, str] = field(default_factory=dict)
    matters: int = 0

    def turn_to(self, line: str) -> Iterator[str]:
        channel, moment, *who = line.split(" ", 2)
        now = datetime.fromisoformat(moment).astimezone(UTC)
        if channel == "clock":
            self.speaker = replace(self.speaker, received=now)
            with transaction(self.engine) as session:
                make_rounds(session, self.desk.house, now)
            yield from self.show()
            return
        name, subject, answered = [*(who[0] if who else "").split(" | "), "", ""][:3]
        self.holds = None if answered == "anew" else answered.removeprefix("answers ") or name.partition(" ")[0]
        address, _, person = name.partition(" ") if channel == "email" else (name, "", name)
        kind: Channel = "email" if channel == "email" else "telegram"
        self.speaker = Inbound(kind, "", address, now, name=person or None, subject=subject or None)

    def hear(self, text: str) -> Iterator[str]:
        self.number += 1
        with transaction(self.engine) as session:
            record(session, [Arrival(self._inbound(text), text.encode())], self.speaker.received)
        while self.desk.work(self.speaker.received):
            pass
        yield from self.show()

    def _inbound(self, text: str) -> Inbound:
        one = replace(self.speaker, key=str(self.number), text=text, message_id=f"<m{self.number}@client.example>")
        if one.channel == "email":
            cut = cut_quotes(text)  # an answer may be typed between quoted lines
            one = replace(one, text=cut.text, quoted=cut.quoted, in_place=cut.in_place)
            if cut.rest:
                one = replace(one, answered=answered_words(cut.rest))
            if cut.rest and is_forward(one.subject or ""):
                one = replace(one, forwarded=quoted_letter(cut.rest))
            held = self.tokens.get(self.holds or "")
            return replace(one, tokens=(held,) if held else ())
        if edited := EDIT.fullmatch(text):
            self.written[edited[2]] = self.written[edited[1]]
            return replace(one, kind="edited", text=edited[2], message_id=self.written[edited[1]])
        self.written[text] = one.message_id or ""
        if pressed := PRESS.fullmatch(text):
            id = pressed[2] or self.buttons.get(pressed[1], "no such button")
            return replace(one, kind="press", text="", press=id, reply_handle=f"q{self.number}")
        if text in ("(blocks)", "(unblocks)"):
            return replace(one, kind="blocked" if text == "(blocks)" else "unblocked", text="")
        if media := MEDIA.fullmatch(text):
            return replace(one, kind="media", reason=media[1], album=media[2], text=media[3])
        return _gesture(one, text)

    def show(self) -> Iterator[str]:
        with transaction(self.engine) as session:
            rows = (
                select(Outgoing)
                .where(Outgoing.due_at <= self.speaker.received, Outgoing.status == "waiting")
                .order_by(Outgoing.id)
            )
            for row in session.scalars(rows):
                if row.id not in self.said:
                    self.said.add(row.id)
                    yield from self._write(row)
            yield from self._done(session.scalars(select(Offer).order_by(Offer.id)), list(session.scalars(select(Matter))))

    def _write(self, row: Outgoing) -> Iterator[str]:
        message = row.message
        if message.envelope.token:
            self.tokens[row.address] = message.envelope.token
        mine = row.address == self.speaker.address
        if mine:
            self.buttons = {button.label: button.id for button in message.buttons} or self.buttons
        text = plain(message.blocks) + "".join(f" [{button.label}]" for button in message.buttons if message.channel != "email")
        if message.envelope.subject:
            text = f"Objet : {message.envelope.subject}\n{text}"
        head = "< " if mine else f"<< {row.address} : "
        yield (head + text).replace("\n", "\n  ")

    def _done(self, offers: Iterator[Offer], matters: list[Matter]) -> Iterator[str]:
        for offer in offers:
            where = f"{offer.pole or '-'} {offer.coordinator}"
            held = f" réservées:{offer.seats_held}" if offer.seats_held else ""
            now = f"{offer.reference} {offer.status} {offer.check_reason or ''} {where} places:{offer.seats_left}{held}"
            if self.pool.get(offer.reference) != now:
                self.pool[offer.reference] = now
                yield "! " + re.sub(" +", " ", now)
        for matter in matters[self.matters :]:
            yield f"! {matter.kind} -> {matter.coordinator}"
        self.matters = len(matters)


def _gesture(one: Inbound, text: str) -> Inbound:
    """A card or a place shared from the phone, as the bot reads it; words otherwise."""
    gesture = GESTURE.fullmatch(text)
    if gesture is None:
        return one
    kind, (first, *rest) = gesture[1], gesture[2].split()
    if kind == "location":
        return replace(one, kind="location", text="", latitude=float(first), longitude=float(rest[0]))
    card = kind == "card"
    return replace(one, kind="contact", text=" ".join(rest) if card else "", phone=first, reason="card" if card else None)


def replay(transcript: str, folder: Path) -> str:
    """The transcript as the desk would hold it today: comments, speakers and what they say are kept, the rest is written anew."""
    engine = a_database(folder)
    with transaction(engine) as session:
        keep_bot_name(session, "stages_exemple_bot")
    lines = list(spoken(transcript))
    settings = dict(line[2:].split("=", 1) for line in lines if line.startswith("= "))
    stage, out = Stage(engine, Desk(engine, a_house(**settings))), []
    for line in lines:
        out.append(line)
        if line.startswith("@ "):
            out += stage.turn_to(line[2:])
        elif line.startswith("& "):
            register(engine, line[2:])
        elif line.startswith("> "):
            out += stage.hear(line[2:].replace("\n  ", "\n"))
    engine.dispose()
    return "\n".join(re.sub(r" +(?=\n|$)", "", line) for line in out) + "\n"


def register(engine: Engine, line: str) -> None:
    """A school's correspondent is known."""
    school, _, rest = line.partition(" ")
    name, _, email = rest.partition(" | ")
    with transaction(engine) as session:
        keep_member(session, Member(school=school, name=name, email=email, added_at=datetime.now(UTC)))


def spoken(transcript: str) -> Iterator[str]:
    """The lines that are given: comments, speakers, and what people say (continued on indented lines)."""
    entries: list[str] = []
    for line in transcript.splitlines():
        if line.startswith("  ") and entries:
            entries[-1] += "\n" + line
        elif line.strip():
            entries.append(line)
    return (entry for entry in entries if entry.startswith(("#", "= ", "& ", "@ ", "> ")))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(name)
            path.write_text(replay(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
