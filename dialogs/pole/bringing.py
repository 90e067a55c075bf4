"""A coordinator or a school brings an employer's offer, told on the phone or forwarded: read, put in a recap, filed at « oui ».

The contact comes from the words or from the letter that is passed on, never from who passes it on; who brought it is kept.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.brought import Brought, brought_in
from core.people.acquaintance import Doorstep, join_organisation, meet
from core.people.records import Contact
from core.pool.commands import Filed, FileOffer, Unfile
from core.pool.draft import Callback, Draft, Employer, kind_of
from core.pool.filing import UNDO, file_offer, unfile
from core.pool.history import Author
from core.post.outbox import cancel_key
from core.post.parcel import Block
from core.post.threads import Link, Thread, hear_letter, open_thread
from dialogs.arrivals.case import Case
from dialogs.house import House
from dialogs.post.letter import post_to_contact
from dialogs.talk.say import Say
from dialogs.understanding.hear import understand
from dialogs.understanding.heard import Heard, Setting
from dialogs.understanding.text import prepare
from dialogs.wants.assent import find_assent
from dialogs.wants.wish import find_wish
from dialogs.wording.describe import describe, say_callback
from dialogs.wording.words import words_in

WORDS = words_in("fr")
ENOUGH, SURE = 3, 1  # what may be lacking in a letter of its own, and in one that answers something else
LONGEST, MOST = 8_000, 20  # characters of a message about what is brought; messages
NEEDED = ("employer", "trade", "place")  # without these nothing can be filed
SLOTS = ("kind", "levels", "programmes", "fields", "seats", "periods", "weeks", "flexible", "place")


@dataclass(frozen=True)
class Bearer:
    """Who brings it: as changes name them, by name, and the mailbox."""

    author: str
    name: str
    email: str


@dataclass(frozen=True)
class Read:
    """What the words say: offers, for whom, whom to call; what is still needed."""

    offers: tuple[Draft, ...]
    employer: Employer
    callback: Callback
    accessible: bool | None
    lacking: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether it can be filed."""
        return not set(self.lacking) & set(NEEDED)


def bring(case: Case, link: Link | None, bearer: Bearer) -> tuple[Thread, tuple[Block, ...]] | None:
    """Go on with what this thread brings, or begin with what a letter says of an employer's offer; None when it does neither."""
    brought = brought_in(case.session, link.thread.id) if link and link.good else None
    if link is not None and brought is not None and brought.author == bearer.author:
        hear_letter(link.thread, case.inbound)
        return link.thread, _go_on(case, brought, bearer)
    forwarded = case.inbound.forwarded
    said = f"{forwarded.text}\n{case.inbound.text}" if forwarded else case.inbound.text
    brought = Brought(
        author=bearer.author, message_id=case.message_id, words=[said[:LONGEST]], opened_at=case.now, references=[],
        sender_name=forwarded.name if forwarded else None, sender_email=forwarded.email if forwarded else None,
    )  # fmt: skip
    read = _read(brought, bearer, case.house)
    if read is None or len(read.lacking) > (ENOUGH if link is None else SURE):
        return None
    subject = WORDS.line("brought-subject", employer=read.employer.name or "none")
    thread = open_thread(case.session, bearer.email.lower(), subject, case.now)
    thread.apart, brought.thread_id = True, thread.id
    case.session.add(brought)
    hear_letter(thread, case.inbound)
    return thread, _recap(read, case.house)


def _read(brought: Brought, bearer: Bearer, house: House) -> Read | None:
    """What is brought; None when it is no offer."""
    setting = Setting(
        brought.opened_at, house.territory, house.catalogue, house.gazetteer, "email", brought.sender_name, brought.sender_email
    )
    first, *later = brought.words
    heard = understand(first, setting)
    if heard.intent != "offer" or not heard.offers:
        return None
    for said in later:
        heard = _completed(heard, understand(said, replace(setting, meant="update_offer")))
    employer, callback = heard.organisation or Employer(), _callback(heard, brought, bearer)
    return Read(heard.offers, employer, callback, heard.accessible, _lacking(heard.offers, employer, callback))


def _completed(heard: Heard, more: Heard) -> Heard:
    """What was said, with what completes or corrects it; of several offers only days and place are meant for all."""
    change = more.offers[0] if more.offers else Draft()
    slots = SLOTS if len(heard.offers) == 1 else ("periods", "weeks", "place")
    said = {name: value for name in slots if (value := getattr(change, name)) not in (None, (), False)}
    if "periods" in said:
        said["flexible"] = change.flexible
    offers = tuple(replace(one, **said) for one in heard.offers)
    contact = replace(heard.contact or Callback(), **{k: v for k, v in vars(more.contact or Callback()).items() if v})
    return replace(heard, offers=offers, contact=contact, organisation=more.organisation or heard.organisation)


def _callback(heard: Heard, brought: Brought, bearer: Bearer) -> Callback:
    said = heard.contact or Callback()
    email = said.email or brought.sender_email
    own = email is not None and email.lower() == bearer.email.lower()
    return replace(said, name=said.name or brought.sender_name, email=None if own or email is None else email.lower())


def _lacking(offers: tuple[Draft, ...], employer: Employer, callback: Callback) -> tuple[str, ...]:
    lacks = {
        "employer": not employer.name,
        "trade": any(not (kind_of(one) or one.programmes or one.fields) for one in offers),
        "place": any(one.place is None for one in offers),
        "dates": any(not one.periods and not one.flexible for one in offers),
        "contact": not (callback.phone or callback.email),
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def _recap(read: Read, house: House) -> tuple[Block, ...]:
    offers = [Block(describe(one, house.catalogue, WORDS), "item", n) for n, one in enumerate(read.offers, 1)]
    lacking = ", ".join(WORDS.line("brought-lacking", what=name) for name in read.lacking)
    contact = say_callback(read.callback)
    return (
        Block(WORDS.line("brought-recap", employer=read.employer.name or "none", contact=contact or "none")),
        *offers,
        *((Block(WORDS.line("brought-lacks", what=lacking)),) if lacking else ()),
        Block(WORDS.line("brought-how" if read.whole else "brought-complete")),
    )


def _go_on(case: Case, brought: Brought, bearer: Bearer) -> tuple[Block, ...]:
    """« Oui » files it, « non » drops it, « annuler » undoes it; other words complete or correct it."""
    said = prepare(case.inbound.text)
    if brought.settled_at is not None:
        undo = find_wish(said) == "cancel" and brought.references and case.now - brought.settled_at < UNDO
        return (_unfile(case, brought) if undo else Block(WORDS.line("brought-settled")),)
    assent = find_assent(said)
    if assent is False:
        brought.settled_at = case.now
        return (Block(WORDS.line("brought-dropped")),)
    read = _read(brought, bearer, case.house)
    if assent and read is not None and read.whole:
        return _file(case, brought, bearer, read)
    if not assent:
        brought.words = [*brought.words, case.inbound.text[:LONGEST]][:MOST]
        read = _read(brought, bearer, case.house)
    return _recap(read, case.house) if read else (Block(WORDS.line("brought-unread")),)


def _file(case: Case, brought: Brought, bearer: Bearer, read: Read) -> tuple[Block, ...]:
    session, house, now = case.session, case.house, case.now
    contact = _contact(session, read.callback, now)
    first = read.offers[0].place
    organisation = join_organisation(session, contact, read.employer, first.insee if first else None, now)
    organisation.vetted_at = organisation.vetted_at or now  # whoever brings it knows them
    author = Author(bearer.author, now, "email", case.message_id)
    filed = [
        file_offer(session, FileOffer(draft, read.employer, read.callback, read.accessible), contact, author, house.territory)
        for draft in read.offers
    ]
    brought.settled_at, brought.contact_id, brought.references = now, contact.id, [one.reference for one in filed]
    told = _tell_employer(case, brought, bearer, contact, filed)
    said = [f"{one.reference}\u00a0: {describe(one.draft, house.catalogue, WORDS)}" for one in filed]
    lines = [Block(one, "item", n) for n, one in enumerate(said, 1)]
    status = "outside" if filed[0].pole is None else filed[0].status
    head = WORDS.line("brought-filed", count=len(filed), employer=organisation.name, status=status)
    return (Block(head), *lines, Block(WORDS.line("brought-told" if told else "brought-untold"), "small"))


def _contact(session: Session, callback: Callback, now: datetime) -> Contact:
    """Who speaks for the employer: known by their mailbox or phone, else new."""
    if callback.email:
        contact = meet(session, Doorstep("email", callback.email, callback.name), now)
    else:
        known = select(Contact).where(Contact.phone == callback.phone, Contact.phone.is_not(None)).order_by(Contact.id).limit(1)
        contact = session.scalar(known) or Contact(first_seen=now)
        session.add(contact)
    contact.name, contact.phone = contact.name or callback.name, contact.phone or callback.phone
    contact.hours = contact.hours or callback.hours
    session.flush()
    return contact


def _tell_employer(case: Case, brought: Brought, bearer: Bearer, contact: Contact, filed: list[Filed]) -> bool:
    """Their first letter says how the pôle got the address and how to refuse; it leaves when « annuler » is over."""
    words = words_in(contact.language)
    offers = "\n".join(f"{one.reference}\u00a0: {describe(one.draft, case.house.catalogue, words)}" for one in filed)
    territory = case.house.territory
    facts = {"bearer": bearer.name, "offers": offers, "controller": territory.controller, "dpo": territory.dpo}
    if contact.stopped_at is not None:
        return False
    says = (Say("notice-brought", facts),)
    return post_to_contact(case.session, case.house, contact, says, key=f"brought:{brought.id}", due=case.now + UNDO)


def _unfile(case: Case, brought: Brought) -> Block:
    contact = case.session.get_one(Contact, brought.contact_id)
    author = Author(brought.author, case.now, "email", case.message_id)
    unfile(case.session, Unfile(tuple(brought.references)), contact, author)
    cancel_key(case.session, f"brought:{brought.id}")
    brought.references = []
    return Block(WORDS.line("brought-undone"))
