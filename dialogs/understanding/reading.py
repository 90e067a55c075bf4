"""What a message names before its offers are read: firm, person, numbers, places; each then hidden from the other rules."""

from dataclasses import dataclass

from core.pool.draft import Callback, Employer
from dialogs.understanding.bare import bare_name, person_case
from dialogs.understanding.contact import Person, find_person, is_person
from dialogs.understanding.heard import Evidence, Setting
from dialogs.understanding.layout import addresses, links, signature_start
from dialogs.understanding.organisation import Organisation, find_house, find_organisation, find_siret, is_firm
from dialogs.understanding.phones import find_phones
from dialogs.understanding.places import BARE, Named, find_places
from dialogs.understanding.signed import find_signed
from dialogs.understanding.text import Span, Text
from dialogs.understanding.words import Words, words_of


@dataclass(frozen=True)
class Reading:
    """A message with what it names. `text` hides addresses and numbers, `body` the signature, the person and the places too."""

    text: Text
    body: Text
    signature: int
    places: tuple[Named, ...]
    organisation: Employer | None
    contact: Callback | None
    evidence: tuple[Evidence, ...]


def read(prepared: Text, setting: Setting) -> Reading:
    """Find what a message names, most telling shapes first: addresses, then numbers, then names, then places."""
    emails = addresses(prepared)
    text = prepared.without([*(span for _, span in emails), *links(prepared)])
    siret = find_siret(text)
    text = text.without([siret[1]] if siret else [])
    phones = find_phones(text, setting.territory.phone_regions)
    text = text.without(span for _, span in phones)
    signature = signature_start(text)
    words = words_of(text)
    person = find_person(words, signature, [span for _, span in phones])
    organisation = _asked_organisation(words, setting) or find_organisation(words, signature)
    unnamed = text.without([person.span] if person else [])
    places = find_places(words_of(unnamed), setting.gazetteer, signature)
    if setting.asking == "organisation":  # « Garage Ligne Paradis » is asked for as a name, not as a place
        places = [place for place in places if place.weight > BARE]
    signed = find_signed(unnamed.without(place.span for place in places), signature)
    organisation = signed if signed and is_firm(signed.name) else organisation or signed
    hidden = [place.span for place in places] + _from(text, signature)
    spans = [("contact.email", span) for _, span in emails[:1]] + [("contact.phone", span) for _, span in phones[:1]]
    spans += [("organisation.siret", siret[1])] if siret else []
    spans += [("contact.name", person.span)] if person else []
    spans += [("organisation.name", organisation.span)] if organisation else []
    return Reading(
        text=text,
        body=unnamed.without(hidden),
        signature=signature,
        places=tuple(places),
        organisation=_employer(organisation, siret, setting),
        contact=_callback(person or _asked_person(text, setting), emails, phones, setting),
        evidence=tuple(show(prepared, slot, span) for slot, span in spans),
    )


def _from(text: Text, signature: int) -> list[Span]:
    return [text.origin(signature, len(text.folded))] if signature < len(text.folded) else []


def _asked_organisation(words: Words, setting: Setting) -> Organisation | None:
    if setting.asking != "organisation":
        return None
    house, name = find_house(words), bare_name(words.text, words)
    return house or (Organisation(name, (0, len(name))) if name else None)


def _asked_person(text: Text, setting: Setting) -> Person | None:
    if setting.asking not in ("contact", "person", "name", "phone"):
        return None
    name = bare_name(text, words_of(text))
    if not name or not is_person(name) or len(name.split()) > 3:
        return None
    return Person(person_case(name), (0, len(name)), 1)


def _employer(found: Organisation | None, siret: tuple[str, Span] | None, setting: Setting) -> Employer | None:
    name = found.name if found else None
    sender = setting.sender_name
    if sender and is_firm(sender) and setting.asking is None:
        name = sender
    return Employer(name, siret[0] if siret else None) if name or siret else None


def _callback(
    person: Person | None, emails: list[tuple[str, Span]], phones: list[tuple[str, Span]], setting: Setting
) -> Callback | None:
    """Who is named; for want of one, the sender when it is a person. An answer to a question says only what it says."""
    name = person.name if person else None
    email = emails[0][0] if emails else None
    phone = phones[0][0] if phones else None
    if setting.asking is None:
        sender = setting.sender_name
        name = name or (sender if sender and is_person(sender) else None)
        email = email or setting.sender_email
    return Callback(name, email, phone) if name or email or phone else None


def show(text: Text, slot: str, span: Span) -> Evidence:
    """The characters that gave a slot."""
    return Evidence(slot, span[0], span[1], text.original[span[0] : span[1]])
