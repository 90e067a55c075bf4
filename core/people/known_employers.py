"""All employers that we know, so that the twin of one more is found at once: by number, phone, mail, street, name."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.records import Contact, Organisation
from core.people.twins import COMMON, Likeness, Verdict, judge, likeness

BEGINNING = 3  # letters of a word by which names are looked up: most slips come later
MOST = 60  # candidates compared: a word that more bear tells nothing


class KnownEmployers:
    """Employers as they are compared, by number of record."""

    def __init__(self) -> None:
        """Nobody yet."""
        self.by_id: dict[int, Likeness] = {}
        self._found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, one: Likeness) -> None:
        """One more, or what is newly known of one."""
        before = self.by_id.get(one.id)
        self.by_id[one.id] = one
        had = set(_handles(before)) if before else set()
        for kind, handle in _handles(one):
            if (kind, handle) not in had:
                self._found[kind][handle].append(one.id)

    def twin_of(self, one: Likeness) -> tuple[Verdict, Likeness | None]:
        """The employer that this one is, or may be: what is sure before what is not, the oldest first."""
        doubtful: Likeness | None = None
        for id in self._candidates(one):
            verdict = judge(one, self.by_id[id])
            if verdict == "same":
                return "same", self.by_id[id]
            if verdict == "maybe" and doubtful is None:
                doubtful = self.by_id[id]
        return ("maybe", doubtful) if doubtful else ("other", None)

    def _candidates(self, one: Likeness) -> list[int]:
        found: dict[int, None] = {}
        for kind, handle in _handles(one):
            ids = self._found[kind].get(handle, ())
            if kind != "name" or len(ids) <= MOST:
                found.update(dict.fromkeys(ids))
        return sorted(found)


def _handles(one: Likeness) -> list[tuple[str, str]]:
    """By what a record is found: beginnings of its words that are not common, or all of these together."""
    found = [("siret", one.siret), ("siren", one.siren)] if one.siret else []
    found += [("phone", phone) for phone in one.phones] + [("email", email) for email in one.emails]
    for words in one.names if one.insee else ():
        rare = [word for word in words if word not in COMMON]
        found += [("name", f"{one.insee} {word[:BEGINNING]}") for word in rare]
        found += [("name", f"{one.insee} {word[1 : BEGINNING + 1]}~") for word in rare if len(word) > BEGINNING + 1]
        found.append(("whole", f"{one.insee} {''.join(words)[:8]}"))
    if one.street and one.insee:
        found.append(("street", f"{one.insee} {' '.join(one.street)}"))
    return found


def known_employers(session: Session) -> KnownEmployers:
    """All employers of the pool, with the phones and mails of their people."""
    known = KnownEmployers()
    people = defaultdict(list)
    rows = select(Contact.organisation_id, Contact.phone, Contact.email).where(Contact.organisation_id.is_not(None))
    for organisation, phone, email in session.execute(rows):
        people[organisation].append((phone, email))
    wanted = select(
        Organisation.id, Organisation.name, Organisation.trade_name, Organisation.siret, Organisation.insee, Organisation.street
    )
    for id, name, trade_name, siret, insee, street in session.execute(wanted.order_by(Organisation.id)):
        phones, emails = tuple(one for one, _ in people[id]), tuple(one for _, one in people[id])
        known.add(likeness(name, trade_name, siret=siret, insee=insee, street=street, phones=phones, emails=emails, id=id))
    return known


def joined(one: Likeness, other: Likeness) -> Likeness:
    """What is known of an employer once a second record of it is read; what was known first stands."""
    return replace(
        one,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        siret=one.siret or other.siret,
        insee=one.insee or other.insee,
        street=one.street or other.street,
        phones=one.phones | other.phones,
        emails=one.emails | other.emails,
    )
