"""Answers typed into our own letter where it is quoted: found by comparing it with what we sent."""

import re
from dataclasses import replace
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.post.inbound import Inbound
from core.post.outbox import Outgoing
from core.post.threads import Thread
from core.territory.fold import fold
from dialogs.house import House
from dialogs.post.speaker import known_thread
from dialogs.wording.page import plain

RECENT = 5  # letters to this address that the one answered may be among
OURS = 85  # percent of a line that is found in our letter: mailers change spaces, quotes and links
COMPARED = 200  # characters of a line by which that is judged: the time it takes grows with their square
MARKS = 20  # words of a line that may be nothing but marks, beside those of ours that it opens with
BELOW = re.compile(
    r"\b(?:ci-?dessous|en dessous|plus bas|dans (?:le|votre) (?:texte|message|mail|courriel)|en (?:rouge|bleu|vert|gras|couleur)"
    r"|below|inline|in (?:red|blue|bold))\b",
    re.IGNORECASE,
)
SHORT = 3  # spaces: with fewer, a line is too short to be known by itself
UNMARKED = 2  # long lines of ours among somebody's words, from which their mailer has quoted us without a mark
ANSWER = 3  # letters of « oui », « non », « 12 »: ours as well, and an answer all the same
LABEL = 3  # letters of a line of ours, at least, for an answer to be typed after it


def with_typed_answers(session: Session, house: House, inbound: Inbound, now: datetime) -> Inbound:
    """The message with what was typed into the letter it answers, when it says nothing else, or says to look there.

    A digest is answered entry by entry, so the answers stay in their place.
    """
    if inbound.channel != "email" or not inbound.answered or (inbound.text.strip() and not BELOW.search(inbound.text)):
        return inbound
    thread = known_thread(session, house, inbound, now)
    lines = compared(inbound.answered, _sent(session, thread, inbound)) if thread else []
    typed = [answer for _, answer in lines if answer]
    if thread is None or not typed:
        return inbound
    place = None
    if thread.digest_id is not None:
        place = "\n".join(line for ours, answer in lines for line in (f"> {ours}".rstrip(), answer) if line.strip("> "))
    return replace(inbound, text="\n".join(filter(None, (inbound.text, *typed))), in_place=place)


def without_our_words(session: Session, house: House, inbound: Inbound, now: datetime) -> Inbound:
    """The message without the lines of our own letter that a mailer has quoted with no mark, or broken away from their marks.

    A digest keeps them: its answers are read beside its entries.
    """
    thread = known_thread(session, house, inbound, now) if inbound.channel == "email" and "\n" in inbound.text else None
    if thread is None or thread.digest_id is not None:
        return inbound
    sent = _sent(session, thread, inbound)
    said = written(inbound.text, sent)
    if said == inbound.text:
        return inbound
    return replace(inbound, text=said, signature=written(inbound.signature, sent, least=1) if inbound.signature else None)


def written(text: str, sent: str, *, least: int = UNMARKED) -> str:
    """A text without what it holds of a letter of ours, when that is so many long lines at least; pure."""
    lines = compared(text, sent)
    ours = [at for at, (line, typed) in enumerate(lines) if not typed and line.count(" ") >= SHORT]
    if len(ours) < least:
        return text
    whole = f" {_plain(sent)} "
    kept = (
        typed for at, (_, typed) in enumerate(lines) if at < ours[0] or len(typed) <= ANSWER or f" {_plain(typed)} " not in whole
    )
    return "\n".join(filter(None, kept))


def compared(quoted: str, sent: str) -> list[tuple[str, str]]:
    """Each line of a quoted letter as what we had sent and what was typed; a line of ours is never an answer. Pure."""
    ours = sorted({_plain(line) for line in sent.split("\n")} - {""}, key=len, reverse=True)
    whole, found, above, begun = _plain(sent), [], "", ""  # `begun`: the start of a line of ours that a mailer broke
    for line in (" ".join(one.split()) for one in quoted.split("\n") if sent):
        said = _plain(line)
        if not said or said in ours or _goes_on(above, said, whole):
            found.append((line, ""))
            begun = next((one for one in (f"{begun} {said}".strip(), said) if _begins(one, ours)), "")
        elif typed := _typed_after(ours, begun, line):
            found.append((line.removesuffix(typed).rstrip(), typed))
            begun = ""
        elif fuzz.partial_ratio(said[:COMPARED], whole) < OURS or said.count(" ") < SHORT:
            found.append(("", line))
            continue
        else:
            found.append((line, ""))
        above = said or above
    return found


def _begins(said: str, ours: list[str]) -> bool:
    return bool(said) and any(one.startswith(f"{said} ") for one in ours)


def _typed_after(ours: list[str], begun: str, line: str) -> str:
    """What was typed after our words; a label of a form stays with its answer, a question of ours does not."""
    words = line.split()
    for start in (begun, ""):
        so_far = f"{start} {_plain(line)}".strip()
        label = next((one for one in ours if len(one) >= LABEL and so_far.startswith(f"{one} ")), None)
        if label and label.count(" ") <= SHORT and "?" not in line:
            return line
        if label:
            opening = range(1, min(len(words), label.count(" ") + 1 + MARKS) + 1)
            last = (at for at in opening if _plain(f"{start} {' '.join(words[:at])}") == label)
            return " ".join(words[max(last, default=0) :])
    return ""


def _goes_on(above: str, said: str, whole: str) -> bool:
    """True for a piece of our line that a mailer broke; of a short one the words before it tell, for « oui » stands anywhere."""
    return said in whole if said.count(" ") >= SHORT else bool(above) and f"{above} {said}" in whole


def _plain(text: str) -> str:
    """Letters and figures only: mailers change the rest."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def _sent(session: Session, thread: Thread, inbound: Inbound) -> str:
    """Our letter that is answered: the one of its thread that its quote resembles most; empty when none is left."""
    to = (Outgoing.channel == "email", Outgoing.address == inbound.address, Outgoing.status.in_(("sent", "waiting")))
    rows = session.scalars(select(Outgoing).where(*to).order_by(Outgoing.id.desc()).limit(RECENT)).all()
    texts = [plain(row.message.blocks) for row in rows if row.message.envelope.thread == thread.id]
    return max(texts, key=lambda text: fuzz.token_set_ratio(text, inbound.answered or inbound.text), default="")
