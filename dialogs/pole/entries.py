"""One entry of a digest in words: why it is there, what it is, whom to call. Digests and the answers to them share it."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from config.territory import Coordinator, Territory
from core.agenda.digests import Line
from core.agenda.matters import GAP, shortened
from core.agenda.records import Matter
from core.people.records import Contact
from core.pool.draft import Callback, Period, kind_of
from core.pool.holds import free_seats
from core.pool.matching import Match
from core.pool.records import OPEN, Offer, OfferChange
from core.territory.schools import school_of
from core.territory.workdays import local_day, local_time
from dialogs.house import House
from dialogs.wording.describe import describe, say_callback, say_class, say_programme
from dialogs.wording.period_words import say_day, say_short
from dialogs.wording.words import Words

QUOTE = 400  # characters of an employer's words that a digest shows

OF_SCHOOLS = ("held", "returned", "lapsed")  # the school is named with what came of its seats
FREE_AGAIN = ("returned", "lapsed")  # seats that a school gave back: who else might want them


def write_entry(line: Line, coordinator: Coordinator, day: date, house: House, words: Words) -> str:
    """The words of an entry, of one or two lines."""
    facts = {
        "organisation": name_of(line.offer, line.contact, words),
        "offer": _offer(line.offer, house, words) if line.offer else "",
    }
    if line.section == "new":
        if line.copied and line.offer:
            return words.line("digest-copied", person=person_name(line.offer.coordinator, house.territory), **facts)
        return words.line("digest-new", **facts) + _suits(line.offer, day, house, words)
    if line.section == "found" and line.offer:
        return _found(line.offer, line.contact, facts, words)
    if line.section == "ended" and line.change and line.offer:
        said = words.line("digest-ended", **_ending(line.change, line.offer, house, words), **facts)
        return said + (_suits(line.offer, day, house, words) if line.change.what in FREE_AGAIN else "")
    why = ", ".join(_reasons(line, coordinator, day, house, words))
    what = _matter(line.matter, line.offer, line.contact, words) if line.matter else ""
    who = who_to_call(line.offer if line.matter is None else None, line.contact, words)
    if line.matter:
        lead = f"{why} : " if why else ""
        text = f"{lead}{what}" if words.language == "fr" else f"{why}: {what}" if why else what
        about = f"\n{_offer(line.offer, house, words)}." if line.offer else ""
        return upper_first(text) + about + (f"\n{who}" if who else "")
    note = f"\n{words.line('digest-note', words=line.note)}" if line.note else ""
    suits = _suits(line.offer, day, house, words)
    return upper_first(words.line("digest-decide", why=why, who=who, **facts)).rstrip() + suits + note


def _found(offer: Offer, contact: Contact, facts: dict[str, str], words: Words) -> str:
    """An offer that was asked for: where it stands, what is free, whom to call."""
    status = "" if offer.status == "available" else upper_first(words.line(f"status-{offer.status}"))
    seats = words.line("digest-found-seats", free=free_seats(offer), held=offer.seats_held) if offer.status in OPEN else ""
    who = who_to_call(offer, contact, words)
    return words.line("digest-found", status=status or "none", seats=seats or "none", **facts) + (f"\n{who}" if who else "")


def _ending(change: OfferChange, offer: Offer, house: House, words: Words) -> dict[str, str]:
    """What ended or changed an offer, and by whom where that is not said already."""
    school = school_of(change.reason or "", house.territory)
    named = school.name if school else words.line("digest-by-school")
    told: dict[str, Any] = {"school": named} if change.what in OF_SCHOOLS else {"left": offer.seats_left}
    by = named if change.author.startswith("member:") else author_name(change.author, house.territory, words)
    return {"what": words.line(f"digest-what-{change.what}", **told), "by": "none" if change.what in OF_SCHOOLS else by}


def _suits(offer: Offer | None, day: date, house: House, words: Words) -> str:
    """The classes that an offer would suit best, on a line of their own; or that nobody here learns that."""
    if not (offer and offer.pole):
        return ""
    found = house.needs.matches(offer.draft, day)
    if not found:
        untaught = kind_of(offer.draft) in ("pfmp", "sts") and not house.needs.taught(offer.draft)
        return "\n" + words.line("digest-untaught") if untaught else ""
    classes = [_class(match, house, words) for match in found]
    return "\n" + words.line("digest-suits", classes=f" {words.line('and')} ".join(classes))


def _class(match: Match, house: House, words: Words) -> str:
    label = say_programme(match.need.programme, house.catalogue)
    priority = match.school.priority_education if match.equity and match.school.priority_education else "none"
    return words.line(
        "digest-class",
        school=match.school.name,
        programme=label if match.programme == "family" else say_class(match.need.class_name) or label,
        students=match.need.seeking,
        period=say_short(Period(match.need.start, match.need.end), words.language),
        km=-1 if match.km is None else match.km,
        priority=priority,
    )


def _reasons(line: Line, coordinator: Coordinator, day: date, house: House, words: Words) -> list[str]:
    territory, offer = house.territory, line.offer
    found = []
    if line.late:
        key = "digest-why-late-matter" if line.matter else "digest-why-late-offer"
        found.append(words.line(key, day=short_day(local_day(line.since, territory), words)))
    if line.urgent and line.matter is None and offer and offer.starts_on:
        start = words.line("digest-why-starts", day=short_day(offer.starts_on, words))
        found.append(start if offer.starts_on >= day else words.line("digest-why-started"))
    if line.asked_at:
        found.append(words.line("digest-why-asked", day=short_day(local_day(line.asked_at, territory), words)))
    if line.matter is None and offer and offer.status == "to_check":
        found.append(words.line("digest-why-to-check"))
        if offer.check_reason and words.has(f"digest-why-{offer.check_reason}"):
            twin = {"twin": offer.twin or "none"} if offer.check_reason == "twin" else {}
            found.append(words.line(f"digest-why-{offer.check_reason}", **twin))
    if line.matter is None and offer and offer.status == "to_reconfirm":
        found.append(words.line("digest-why-unconfirmed"))
    if line.back:
        found.append(words.line("digest-why-back"))
    if line.passed:
        why = (line.passed.words or "").partition(":")[2].strip()
        by = person_name(line.passed.coordinator, territory)
        found.append(words.line("digest-why-passed", person=by, why=f" ({why})" if why else ""))
    owner = line.owner or coordinator.id
    if owner != coordinator.id and owner in territory.coordinators:
        found.append(words.line("digest-why-gone-up" if line.gone_up else "digest-why-for", person=person_name(owner, territory)))
    return found


def _matter(matter: Matter, offer: Offer | None, contact: Contact, words: Words) -> str:
    organisation, text = name_of(offer, contact, words), " ".join(matter.text.split())
    if matter.kind == "unreachable":
        key, channel = "digest-matter-unreachable", matter.text.partition(":")[0]
        if channel == "stop":
            return words.line("digest-matter-stopped", organisation=organisation)
        lost = " ".join(matter.text.partition("\n")[2].split())
        if matter.text.startswith("email: challenge"):
            return words.line("digest-matter-challenge", organisation=organisation, words=lost)
        told = {"organisation": organisation, "channel": words.line("digest-channel", channel=channel)}
        return words.line(f"{key}-lost", words=lost, **told) if lost else words.line(key, **told)
    said = GAP.sub(lambda gap: f" {words.line('digest-words-between', count=int(gap[1]))} ", shortened(text, QUOTE))
    facts = {"people": matter.people or 0} if matter.kind == "training" else {}
    return words.line(f"digest-matter-{matter.kind}", organisation=organisation, words=said, **facts)


def short_entry(offer: Offer | None, matter: Matter | None, contact: Contact, house: House, words: Words) -> str:
    """An entry on one line, for the answer to an answer."""
    if matter:
        return _matter(matter, offer, contact, words)
    return f"{name_of(offer, contact, words)}, {_offer(offer, house, words)}" if offer else ""


def _offer(offer: Offer, house: House, words: Words) -> str:
    return words.line("digest-offer", offer=describe(offer.draft, house.catalogue, words, place=False), reference=offer.reference)


def name_of(offer: Offer | None, contact: Contact, words: Words) -> str:
    """« Pharmacie de la Baie, Saint-Paul »: the organisation, else the person, and the place of work."""
    organisation = offer.organisation if offer else contact.organisation
    name = (
        (organisation.name if organisation else "")
        or contact.name
        or contact.email
        or contact.phone
        or words.line("digest-somebody")
    )
    return f"{name}, {offer.draft.place.name}" if offer and offer.draft.place else name


def who_to_call(offer: Offer | None, contact: Contact, words: Words) -> str:
    """« Mme Lauret, 0262 00 00 12 »: the person named with the offer, else the one who wrote."""
    own = Callback(contact.name, contact.email, contact.phone, contact.hours)
    given = asdict(offer.callback) if offer else {}
    return say_callback(replace(own, **{name: value for name, value in given.items() if value}))


def person_name(id: str, territory: Territory) -> str:
    """A coordinator's name."""
    known = territory.coordinators.get(id)
    return known.name if known else id


def author_name(author: str, territory: Territory, words: Words) -> str:
    """Who changed something: a coordinator by name, the employer, a school, or the assistant."""
    kind, _, id = author.partition(":")
    if kind == "coordinator":
        return person_name(id, territory)
    return words.line({"contact": "digest-by-employer", "member": "digest-by-school"}.get(kind, "digest-by-assistant"))


def short_day(day: date, words: Words) -> str:
    """« mardi 24 novembre »: a day without its year."""
    return say_day(day, words.language).removesuffix(f" {day.year}").rstrip(" ,\u00a0")


def clock(moment: datetime, territory: Territory, words: Words) -> str:
    """« 8 h 42 », on the territory's clock."""
    local = local_time(moment, territory)
    return words.line("digest-time", hour=local.hour, minute=local.minute, minutes=f"{local.minute:02}")


def moment_words(moment: datetime, territory: Territory, words: Words) -> str:
    """« mardi 24 novembre à 8 h 42 »."""
    return words.line("digest-at", day=short_day(local_day(moment, territory), words), time=clock(moment, territory, words))


def quoted(lines: Sequence[str]) -> str:
    """What was not understood, a line each."""
    return "\n".join(f"«\u00a0{line[:200]}\u00a0»" for line in lines[:20])


def upper_first(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
