"""Files that come with a letter: kept for a person and told so, or refused and told why; never opened, never obeyed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from core.agenda.matters import put_before
from core.people.records import Contact
from core.pool.draft import Draft
from core.pool.filing import person_of
from core.post.files import KeptFile, keep_files, weigh_file
from core.post.inbound import Inbound
from dialogs.house import House
from dialogs.talk.say import Say, Turn
from dialogs.talk.state import State
from dialogs.talk.tell import say_person
from dialogs.wording.words import Words, words_in

# What is said to words that were not understood: needless when a table came and says the rest.
UNCLEAR = frozenset(
    "hello hello-mail welcome lost-idle not-understood not-understood-idle unsure-mail unsure-again mail-understood "
    "mail-understood-line mail-missing mail-how".split()
)
PLAIN = 2  # of trade, seats and dates: so much makes an offer of the words beside a table
SHOWN = 10  # names of files that are told
KILO = 1024


def receive_files(
    session: Session, house: House, contact: Contact, inbound: Inbound, message_id: int, *, now: datetime
) -> tuple[Say, ...]:
    """Keep the tables and documents of a letter, put them before the coordinator; what the sender hears of all its files."""
    if inbound.channel != "email" or not inbound.attachments:
        return ()
    refused = tuple(_refusals(inbound))
    kept = keep_files(session, inbound, message_id, contact.id, now)
    if not kept:
        return refused
    words = words_in("fr")
    told = "\n".join(words.line("file-line", name=one.name, size=_size(one.size, words)) for one in kept)
    person = put_before(session, contact, "file", told, territory=house.territory, now=now)
    return (files_kept(kept, say_person(person_of(house.territory, person.id))), *refused)


def receive_coordinators_files(session: Session, inbound: Inbound, message_id: int, now: datetime) -> tuple[Say, ...]:
    """Keep what a coordinator sends; they need nobody to be told."""
    kept = keep_files(session, inbound, message_id, None, now)
    return (*((Say("file-kept-own", _names(one.name for one in kept)),) if kept else ()), *_refusals(inbound))


def files_kept(kept: list[KeptFile], person: str) -> Say:
    """The acknowledgement: of a table by name, of other documents."""
    key = "file-kept-table" if any(one.kind == "table" for one in kept) else "file-kept"
    return Say(key, {**_names(one.name for one in kept), "person": person})


def beside_files(turn: Turn, before: State, says: tuple[Say, ...]) -> Turn:
    """The turn without its questions about words that only announced the files: « ci-joint notre tableau »."""
    kept = any(say.key.startswith("file-kept") for say in says)
    said = {say.key for say in (*turn.say, *((turn.ask,) if turn.ask else ()))}
    if not kept or turn.do or before.drafts or not said <= UNCLEAR or any(_told(draft) >= PLAIN for draft in turn.state.drafts):
        return turn
    return replace(turn, state=replace(before, idle_turns=0), say=(), ask=None)


def _refusals(inbound: Inbound) -> Iterable[Say]:
    """One sentence a reason."""
    why = [(file.name, weigh_file(file)[1]) for file in inbound.attachments]
    for reason in dict.fromkeys(reason for _, reason in why if reason):
        yield Say("file-refused", {**_names(name for name, its in why if its == reason), "why": reason})


def _names(names: Iterable[str]) -> dict[str, object]:
    found = list(names)
    return {"names": ", ".join(f"«\u00a0{name}\u00a0»" for name in found[:SHOWN]), "count": len(found)}


def _size(size: int, words: Words) -> str:
    return words.line("file-size", kilo=max(1, round(size / KILO)))


def _told(draft: Draft) -> int:
    trade = draft.kind or draft.levels or draft.programmes or draft.fields
    return bool(trade) + bool(draft.seats) + bool(draft.periods or draft.weeks or draft.flexible)
