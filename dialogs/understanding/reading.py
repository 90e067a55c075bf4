"""What a message names before its offers are read: firm, person, numbers, places; each then hidden from the other rules."""

import re
from collections.abc import Callable
from typing import NamedTuple

from core.pool.draft import Callback, Employer
from core.territory.fold import fold
from dialogs.understanding.heard import Evidence, Setting
from dialogs.understanding.layout import addresses, links, sign_off, signature_start, squares
from dialogs.understanding.text import Span, Text
from dialogs.understanding.words import words_of
from dialogs.where.places import BARE, Named, find_places
from dialogs.who.bare import bare_name, person_case
from dialogs.who.contact import SIGNED, Person, find_person, full_name, fuller, person_of
from dialogs.who.firms import BORNE_OUT, LIKELY, Ground, Organisation
from dialogs.who.hours import find_hours
from dialogs.who.houses import find_house
from dialogs.who.last_words import last_name, small_name
from dialogs.who.organisation import find_organisation, find_siret
from dialogs.who.phones import find_phones
from dialogs.who.runs import ARTICLES
from dialogs.who.sender import Sender, is_person, read_sender, settle
from dialogs.who.signed import Signed, read_signed

_CREOLE_SAINT = re.compile(r"^sin[nt]? ")  # « Sin-Leu »


class Reading(NamedTuple):
    """A message with what it names. `text` hides addresses and numbers, `body` the signature, the person and the places too."""

    text: Text
    body: Text
    signature: int
    places: tuple[Named, ...]
    organisation: Employer | None
    contact: Callback | None
    evidence: tuple[Evidence, ...]
    hours: str | None = None


def read(prepared: Text, setting: Setting) -> Reading:
    """Find what a message names, most telling shapes first: addresses, then numbers, then names, then places."""
    emails = addresses(prepared)
    text = prepared.without([*(span for _, span in emails), *links(prepared)])
    siret = find_siret(text)
    text = text.without([siret[1]] if siret else [])
    phones = find_phones(text, setting.territory.phone_regions)
    text = text.without(span for _, span in phones)
    is_place = _is_place(setting)
    sender = read_sender(setting.sender_name, setting.sender_email, is_place) if setting.asking is None else Sender()
    signature = signature_start(text)
    words = words_of(text)
    ground = Ground(words, sender.clues, is_place, signature, _start(prepared, setting))
    signed = read_signed(ground, sign_off(text, signature))
    person = _person(ground, signed, [span for _, span in phones])
    sender = settle(sender, person.name if person else None)
    organisation = _asked_organisation(ground, setting) or _organisation(ground, signed, sender)
    unnamed = text.without([person.span] if person else [])
    places = find_places(words_of(unnamed), setting.gazetteer, signature)
    if setting.asking == "organisation":  # « Garage Ligne Paradis » is asked for as a name, not as a place
        places = [place for place in places if place.weight > BARE]
    hours = find_hours(text, setting.asking)
    hidden = [place.span for place in places] + squares(text) + _from(text, signature) + ([hours.span] if hours else [])
    spans = [("contact.email", span) for _, span in emails[:1]] + [("contact.phone", span) for _, span in phones[:1]]
    spans += [("organisation.siret", siret[1])] if siret else []
    spans += [("contact.name", person.span)] if person else []
    spans += [("organisation.name", organisation.span)] if organisation else []
    return Reading(
        text=text,
        body=unnamed.without(hidden),
        signature=signature,
        places=tuple(places),
        organisation=_employer(organisation, siret, sender),
        contact=_callback(person or _asked_person(text, setting), emails, phones, sender, setting),
        evidence=tuple(show(prepared, slot, span) for slot, span in spans),
        hours=hours.text if hours else None,
    )


def _start(prepared: Text, setting: Setting) -> int:
    """Where the text begins after its subject."""
    subject = (setting.subject or "").strip()[:300]
    return len(subject) + 1 if subject and prepared.original.startswith(subject + "\n") else 0


def _is_place(setting: Setting) -> Callable[[str], bool]:
    return lambda name: bool(setting.gazetteer.named(_CREOLE_SAINT.sub("saint ", fold(name))))


def _person(ground: Ground, signed: Signed, phones: list[Span]) -> Person | None:
    """Who is announced, or stands beside the number; else who signs."""
    said = find_person(ground, phones)
    mine = person_of(signed.person, ground.words, SIGNED) if signed.person else None
    best = max((person for person in (said, mine) if person), key=lambda person: person.strength, default=None)
    small = small_name(ground.words)
    if best and small and fold(best.name) in ground.words.list[slice(*small.run)]:
        return person_of(small, ground.words, best.strength)
    if best:
        return full_name(best, ground)
    last = last_name(ground)
    return person_of(last, ground.words, SIGNED) if last else None


def _organisation(ground: Ground, signed: Signed, sender: Sender) -> Organisation | None:
    """The firm signed; one that only stands there gives way to the header's, and to one that the text introduces."""
    if signed.firm and set(re.findall(r"[a-z0-9]+", fold(signed.firm.name))) - ARTICLES < sender.clues.firm:
        return None  # the header says more: « Lambert » of « Chantier naval Lambert »
    if signed.firm and (signed.firm.sure >= BORNE_OUT or (signed.firm.sure >= LIKELY and not sender.firm)):
        return signed.firm
    if sender.firm:
        return None
    return find_organisation(ground) or signed.firm


def _from(text: Text, signature: int) -> list[Span]:
    return [text.origin(signature, len(text.folded))] if signature < len(text.folded) else []


def _asked_organisation(ground: Ground, setting: Setting) -> Organisation | None:
    if setting.asking != "organisation":
        return None
    house, name = find_house(ground), bare_name(ground.words.text, ground.words)
    return house or (Organisation(name, (0, len(name))) if name else None)


def _asked_person(text: Text, setting: Setting) -> Person | None:
    if setting.asking not in ("contact", "person", "name", "phone"):
        return None
    name = bare_name(text, words_of(text))
    if not name or not is_person(name) or len(name.split()) > 3:
        return None
    return Person(person_case(name), (0, len(name)), 1)


def _employer(found: Organisation | None, siret: tuple[str, Span] | None, sender: Sender) -> Employer | None:
    name = found.name if found else sender.firm
    return Employer(name, siret[0] if siret else None) if name or siret else None


def _callback(
    person: Person | None, emails: list[tuple[str, Span]], phones: list[tuple[str, Span]], sender: Sender, setting: Setting
) -> Callback | None:
    """Who is named; for want of one, the sender when it is a person. An answer to a question says only what it says."""
    name = fuller(person.name, sender.person) if person else sender.person
    email = emails[0][0] if emails else None
    phone = phones[0][0] if phones else None
    if setting.asking is None:
        email = email or setting.sender_email
    return Callback(name, email, phone) if name or email or phone else None


def show(text: Text, slot: str, span: Span) -> Evidence:
    """The characters that gave a slot."""
    return Evidence(slot, span[0], span[1], text.original[span[0] : span[1]])
