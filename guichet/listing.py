"""Commands that show: the pool, a digest, what is parked; and `tick`, which runs what is due."""

import argparse
import json
from dataclasses import asdict
from datetime import datetime
from typing import Any, TextIO, get_args

from config.errors import SettingsInvalid
from config.settings import Settings
from config.territory import Coordinator, Territory
from core.database import transaction
from core.pool.draft import Kind
from core.pool.records import Offer, Status
from core.pool.search import Wanted, search_offers
from core.post.inbox import parked, retry
from core.post.parcel import Parcel
from core.territory.workdays import local_day
from dialogs.house import House
from dialogs.understanding.wire import write_contact
from dialogs.wording.describe import describe
from dialogs.wording.page import plain
from dialogs.wording.words import words_in
from guichet.clock import now_utc
from guichet.opening import open_premises
from guichet.values import known, named


def list_offers(settings: Settings, given: argparse.Namespace, out: TextIO) -> int:
    """Print the offers that the filters want, one a line."""
    premises = open_premises(settings)
    wanted = wanted_of(given, premises.house)
    count = 0
    with transaction(premises.engine) as session:
        for count, offer in enumerate(search_offers(session, wanted), 1):  # noqa: B007
            words = words_in("fr")
            said = describe(offer.draft, premises.house.catalogue, words)
            line = f"{offer.reference}  {offer.status:<12} {offer.organisation.name} : {said}"
            print(json.dumps(offer_as_json(offer), ensure_ascii=False) if given.json else line, file=out)
    if not count and not given.json:
        print("Aucune offre.", file=out)
    return 0


def wanted_of(given: argparse.Namespace, house: House) -> Wanted:
    """The filters as they were typed. Raises SettingsInvalid for a word or a stretch of days that means nothing."""
    if given.since and given.until and given.since > given.until:
        raise SettingsInvalid(where="--from, --to", reason=f"le {given.since} vient après le {given.until}")
    status = known("--status", given.status, get_args(Status))
    programme = known("--programme", given.programme, house.catalogue.programmes)
    poles = {pole.id: pole.name for pole in house.territory.poles.values()}
    return Wanted(
        pole=named("--pole", given.pole, poles) if given.pole is not None else None,
        statuses=(status,) if status else (),
        kind=known("--kind", given.kind, get_args(Kind)),
        programmes=(programme,) if programme else (),
        since=given.since,
        until=given.until,
        text=given.text,
    )


def offer_as_json(offer: Offer) -> dict[str, Any]:
    """One line of `guichet offers --json`."""
    slots = asdict(offer.draft)
    slots["periods"] = [{"start": p.start.isoformat(), "end": p.end.isoformat()} for p in offer.draft.periods]
    return {
        "reference": offer.reference,
        "status": offer.status,
        "reason": offer.check_reason,
        "pole": offer.pole,
        "coordinator": offer.coordinator,
        "channel": offer.channel,
        "filed_at": offer.filed_at.isoformat(),
        "seats_left": offer.seats_left,
        "seats_held": offer.seats_held,
        "organisation": {"name": offer.organisation.name, "siret": offer.organisation.siret},
        "contact": write_contact(offer.callback),
        "hours": offer.callback.hours,
        "accessible": offer.accessible,
        **slots,
    }


def coordinator_named(said: str, territory: Territory) -> Coordinator:
    """The coordinator of this id or unambiguous name."""
    return territory.coordinators[named("digest", said, {c.id: c.name for c in territory.coordinators.values()})]


def show_parked(settings: Settings, again: int | None, out: TextIO) -> int:
    """List the messages set aside, or put one back in the queue."""
    premises = open_premises(settings)
    with transaction(premises.engine) as session:
        if again is not None:
            done = retry(session, again)
            print(f"message {again} waits again" if done else f"no parked message {again}", file=out)
            return 0 if done else 1
        rows = parked(session)
        for row in rows:
            print(f"{row.id}  {row.channel}  {row.address}  {row.recorded_at:%Y-%m-%d %H:%M}  {row.error}", file=out)
    if not rows:
        print("Aucun message mis de côté.", file=out)
    return 0


def show_digest(settings: Settings, given: argparse.Namespace, out: TextIO) -> int:
    """Print the letter that a coordinator would get, without sending or keeping it."""
    from dialogs.pole.digest import preview_digest

    premises, now = open_premises(settings), now_utc()
    house = premises.house
    today = given.date or local_day(now, house.territory)
    with transaction(premises.engine) as session:
        house = house.as_said(session)
        coordinator = coordinator_named(given.coordinator, house.territory)
        subject, blocks = preview_digest(session, house, coordinator, today, now)
    if given.format == "text":
        print(f"Objet : {subject}\n\n{plain(blocks)}", file=out)
        return 0
    from guichet.accounts import mail_identity
    from mail.leaving.compose import compose
    from mail.leaving.html_page import html_page

    if given.format == "html":
        print(html_page(blocks, subject=subject, language="fr"), file=out)
        return 0
    sender = mail_identity(settings, house.territory.public_name)
    parcel = Parcel(
        id=0, channel="email", address=coordinator.email, blocks=blocks, subject=subject, recipient_name=coordinator.name
    )
    print(compose(parcel, sender=sender, date=now).decode("ascii", "replace"), file=out)
    return 0


def tick(settings: Settings, now: datetime | None, out: TextIO) -> int:
    """Run what is due at this moment: digests, news, reminders; what is to be sent waits in the outbox."""
    from dialogs.pole.rounds import make_rounds

    premises = open_premises(settings)
    with transaction(premises.engine) as session:
        done = make_rounds(session, premises.house, now or now_utc())
    print(f"{done} done", file=out)
    return 0
