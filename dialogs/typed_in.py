"""Answers typed into our own letter where it is quoted: found by comparing it with what we sent."""

import re
from dataclasses import replace
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.outbox import Outgoing
from core.territory.fold import fold
from dialogs.house import House
from dialogs.page import plain
from dialogs.speaker import known_thread

RECENT = 5  # letters to this address that the one answered may be among
OURS = 85  # percent of a line that is found in our letter: mailers change spaces, quotes and links
BELOW = re.compile(
    r"\b(?:ci-?dessous|en dessous|plus bas|dans (?:le|votre) (?:texte|message|mail|courriel)|en (?:rouge|bleu|vert|gras|couleur)"
    r"|below|inline|in (?:red|blue|bold))\b",
    re.IGNORECASE,
)
SHORT = 3  # spaces: with fewer, a line is too short to be known by itself
LABEL = 3  # letters of a line of ours, at least, for an answer to be typed after it


def with_typed_answers(session: Session, house: House, inbound: Inbound, now: datetime) -> Inbound:
    """The message with what was typed into the letter it answers, when it says nothing else, or says to look there."""
    if inbound.channel != "email" or not inbound.answered or (inbound.text.strip() and not BELOW.search(inbound.text)):
        return inbound
    sent = _sent(session, house, inbound, now)
    typed = answered_lines(inbound.answered, sent) if sent else []
    return replace(inbound, text="\n".join(filter(None, (inbound.text, *typed)))) if typed else inbound


def answered_lines(quoted: str, sent: str) -> list[str]:
    """The lines of a quoted letter that go on where ours ended, or that are not ours; pure. A line of ours is never an answer."""
    ours = sorted({_plain(line) for line in sent.split("\n")} - {""}, key=len, reverse=True)
    whole, found, above = _plain(sent), [], ""
    for line in quoted.split("\n"):
        said = _plain(line)
        if not said or said in ours or _goes_on(above, said, whole):
            above = said or above
            continue
        label = next((one for one in ours if len(one) >= LABEL and said.startswith(f"{one} ")), None)
        if label:
            found.append(_after(label, line))
        elif fuzz.partial_ratio(said, whole) < OURS or said.count(" ") < SHORT:
            found.append(" ".join(line.split()))
        else:
            above = said
    return found


def _after(label: str, line: str) -> str:
    """What was typed after our words; a label of a form stays with its answer, a question of ours does not."""
    words = line.split()
    if label.count(" ") <= SHORT and "?" not in line:
        return " ".join(words)
    last = max((at for at in range(1, len(words) + 1) if _plain(" ".join(words[:at])) == label), default=0)
    return " ".join(words[last:])


def _goes_on(above: str, said: str, whole: str) -> bool:
    """True for a piece of our line that a mailer broke; of a short one the words before it tell, for « oui » stands anywhere."""
    return said in whole if said.count(" ") >= SHORT else bool(above) and f"{above} {said}" in whole


def _plain(text: str) -> str:
    """Letters and figures only: mailers change the rest."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def _sent(session: Session, house: House, inbound: Inbound, now: datetime) -> str:
    """Our letter that is answered: the one of its thread that its quote resembles most."""
    thread = known_thread(session, house, inbound, now)
    if thread is None or thread.digest_id is not None:  # a coordinator's answers are read entry by entry
        return ""
    to = (Outgoing.channel == "email", Outgoing.address == inbound.address, Outgoing.status.in_(("sent", "waiting")))
    rows = session.scalars(select(Outgoing).where(*to).order_by(Outgoing.id.desc()).limit(RECENT)).all()
    texts = [plain(row.message.blocks) for row in rows if row.message.envelope.thread == thread.id]
    return max(texts, key=lambda text: fuzz.token_set_ratio(text, inbound.answered or ""), default="")
