"""Campaigns: where seats lack, employers of the trade nearby who agreed to it are asked, once a coordinator has said yes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from config.territory import Need
from core.database import Base, UtcDateTime
from core.people.records import Contact
from core.pool.cover import Cover, cover
from core.pool.matching import NeedIndex, distance
from core.pool.records import OPEN, Offer

# proposed -> approved (its letters leave when the half hour of undo is over) -> sent; or declined, or too old
CampaignStatus = Literal["proposed", "approved", "sent", "declined", "expired"]
SOON, AHEAD = timedelta(days=21), timedelta(days=100)  # the starts for which employers can still be found
LACKING, COVERED = 5, 0.6  # seats that must be lacking, the share of pupils below which a trade is short
MOST, NEAR = 20, 20  # employers of a campaign; kilometres around the school
PROPOSED_FOR = timedelta(days=14)
AT_ONCE = 2  # campaigns of a digest


class Campaign(Base):
    """One shortage: a class that seeks, and how many employers could be asked; each has an `Ask`."""

    __tablename__ = "campaigns"
    id: Mapped[int] = mapped_column(primary_key=True)
    coordinator: Mapped[str] = mapped_column(index=True)
    status: Mapped[CampaignStatus] = mapped_column(index=True)
    kind: Mapped[str]
    family: Mapped[str]
    school: Mapped[str]
    programme: Mapped[str]
    level: Mapped[str]
    start: Mapped[date]
    end: Mapped[date]
    students: Mapped[int]
    missing: Mapped[int]
    employers: Mapped[int]
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime())
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime())
    action_id: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))


class Ask(Base):
    """One employer of a campaign: to be asked, asked, and what they answered: `seats` offered, 0 for no."""

    __tablename__ = "asks"
    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaigns.id"), index=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"), index=True)
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("threads.id"), index=True)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime(), index=True)
    answered_at: Mapped[datetime | None]
    seats: Mapped[int | None]


@dataclass(frozen=True)
class Limit:
    """An employer is asked `times` in `weeks` at most."""

    times: int
    weeks: int


def propose_campaigns(
    session: Session, needs: NeedIndex, coordinator: str, poles: Collection[str], now: datetime, *, day: date, limit: Limit
) -> list[Campaign]:
    """The shortages for which somebody can be asked, kept as proposals; a trade that has a campaign under way is left."""
    old = select(Campaign).where(Campaign.coordinator == coordinator, Campaign.status == "proposed")
    for campaign in session.scalars(old.where(Campaign.proposed_at < now - PROPOSED_FOR)):
        campaign.status = "expired"
    recent = select(Campaign.kind, Campaign.family).where(
        Campaign.coordinator == coordinator, Campaign.proposed_at >= now - timedelta(weeks=limit.weeks)
    )
    busy = {(kind, family) for kind, family in session.execute(recent)}
    found: list[Campaign] = []
    for one in cover(session, needs, poles, day + SOON, day + AHEAD):
        if len(found) == AT_ONCE or one.missing < LACKING or one.seats >= COVERED * one.students:
            break
        new = None if (one.kind, one.family) in busy else _campaign(session, needs, one, coordinator, now, limit=limit)
        if new is not None:
            found.append(new)
    return found


def _campaign(
    session: Session, needs: NeedIndex, one: Cover, coordinator: str, now: datetime, *, limit: Limit
) -> Campaign | None:
    need = max(one.needs, key=lambda need: (need.seeking, -need.start.toordinal(), need.class_name))
    contacts = employers_to_ask(session, needs, need, one.family, now, limit=limit)
    if not contacts:
        return None
    campaign = Campaign(
        coordinator=coordinator, status="proposed", kind=one.kind, family=one.family, school=need.school_key,
        programme=need.programme, level=need.level, start=need.start, end=need.end, students=need.seeking,
        missing=one.missing, employers=len(contacts), proposed_at=now,
    )  # fmt: skip
    session.add(campaign)
    session.flush()
    session.add_all(Ask(campaign_id=campaign.id, contact_id=id) for id in contacts)
    session.flush()
    return campaign


def employers_to_ask(session: Session, needs: NeedIndex, need: Need, family: str, now: datetime, *, limit: Limit) -> list[int]:
    """Contacts, by id, who agreed, of that trade, near the school that seeks, not asked too often; the nearest first.

    Who has an open offer of that trade has already said what they can.
    """
    school, communes = needs.schools[need.school_key], needs.territory.communes
    rows = (
        select(Offer)
        .join(Contact, Contact.id == Offer.contact_id)
        .where(Contact.welcomes_asks.is_(True), Contact.stopped_at.is_(None), Contact.id.not_in(_asked_enough(now, limit)))
    )
    far: dict[int, tuple[int, int]] = {}
    has_open: set[int] = set()
    for offer in session.scalars(rows.order_by(Offer.id)):
        if need.kind != "observation" and family not in offer.draft.fields:
            continue
        if offer.status in OPEN and offer.kind == need.kind:
            has_open.add(offer.contact_id)
        km = distance(communes.get(school.insee), communes.get(offer.draft.place.insee if offer.draft.place else ""))
        if km is not None and km <= NEAR:
            far[offer.contact_id] = (km, offer.contact_id)
    return sorted((id for id in far if id not in has_open), key=lambda id: far[id])[:MOST]


def asked_enough(session: Session, contact_id: int, now: datetime, limit: Limit) -> bool:
    """Whether this contact was asked as often as is allowed."""
    return session.scalar(_asked_enough(now, limit).where(Ask.contact_id == contact_id)) is not None


def _asked_enough(now: datetime, limit: Limit) -> Select[int]:
    rows = select(Ask.contact_id).where(Ask.asked_at > now - timedelta(weeks=limit.weeks))
    return rows.group_by(Ask.contact_id).having(func.count() >= limit.times)


def asks_of(session: Session, campaign: Campaign) -> list[Ask]:
    """Whom a campaign asks, the nearest first."""
    return list(session.scalars(select(Ask).where(Ask.campaign_id == campaign.id).order_by(Ask.id)))


def open_campaigns(session: Session, coordinators: Collection[str]) -> list[Campaign]:
    """Proposals that wait for these people's word, oldest first."""
    rows = select(Campaign).where(Campaign.coordinator.in_(coordinators), Campaign.status == "proposed")
    return list(session.scalars(rows.order_by(Campaign.id)))


def open_ask(session: Session, contact_id: int, now: datetime, thread_id: int | None = None) -> Ask | None:
    """The latest question of a campaign that this contact has not answered, in three weeks; that of a thread, if one is given."""
    rows = select(Ask).where(Ask.contact_id == contact_id, Ask.answered_at.is_(None), Ask.asked_at > now - SOON)
    if thread_id is not None:
        rows = rows.where(Ask.thread_id == thread_id)
    return session.scalar(rows.order_by(Ask.id.desc()).limit(1))
