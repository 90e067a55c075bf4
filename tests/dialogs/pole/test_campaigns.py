"""Campaigns: only who agreed is asked, never too often, after a coordinator's word; what they answer becomes offers."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from core.agenda.actions import perform
from core.agenda.campaigns import Ask, Campaign
from core.agenda.deeds import CampaignDecided, Deed, OnlyYesOrNo
from core.agenda.digests import gather
from core.agenda.keeping import keep
from core.agenda.records import Digest, DigestEntry
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from core.people.joining import join_contacts
from core.people.records import Contact
from core.pool.commands import FileOffer
from core.pool.draft import Callback, Employer, Period, Place
from core.pool.filing import UNDO, file_offer
from core.pool.history import Author
from core.pool.records import Offer
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from core.post.threads import Thread
from core.post.tokens import sign
from core.territory.workdays import at_local
from dialogs.desk import Desk
from dialogs.pole.campaigns import launch_campaigns, propose_for
from dialogs.post.promptness import DIGEST_TIME
from tests.builders import PORT, a_draft
from tests.day import HOUSE, TERRITORY, WEST, an_occasion, answer, shown

MONDAY = date(2026, 11, 30)
SUMMER = (Period(date(2026, 9, 1), date(2026, 9, 25)),)
SAINT_PIERRE = Place("97416", "Saint-Pierre")


def at(hours: float = 0, day: date = MONDAY) -> datetime:
    return at_local(day, DIGEST_TIME, TERRITORY) + timedelta(hours=hours)


def an_employer(
    session: Session, name: str, mail: str, *, agrees: bool | None = True, place: Place = PORT, status: str = "expired"
) -> Contact:
    """Whoever once offered a place to electricians."""
    then = at() - timedelta(days=120)
    contact = meet(session, Doorstep("email", mail, name), then)
    contact.welcomes_asks = agrees
    command = FileOffer(a_draft(periods=SUMMER, place=place), Employer(name), Callback(name, mail))
    filed = file_offer(session, command, contact, Author(f"contact:{contact.id}", then, "email"), TERRITORY)
    offer = session.scalars(select(Offer).where(Offer.reference == filed.reference)).one()
    offer.status = status  # type: ignore[assignment]
    session.flush()
    return contact


def proposed(session: Session, now: datetime | None = None) -> tuple[Digest, Campaign]:
    """What is proposed to the West for its electricians, as entry of a digest."""
    now = now or at()
    propose_for(session, HOUSE, WEST, MONDAY, now)
    sheet = gather(session, WEST, MONDAY, now, TERRITORY)
    digest = keep(session, sheet, f"digest:{now}", now)
    assert digest
    return digest, next(one for one in sheet.campaigns if one.family == "electricite")


def number_of(session: Session, digest: Digest, campaign: Campaign) -> int:

    rows = select(DigestEntry.number).where(DigestEntry.digest_id == digest.id, DigestEntry.campaign_id == campaign.id)
    return session.scalars(rows).one()


def asked(session: Session) -> set[str]:
    return {row.address for row in session.scalars(select(Outgoing).where(Outgoing.key.like("ask:%")))}


def test_who_agreed_is_near_of_the_trade_and_has_no_open_offer_is_asked_after_the_undo(engine: Engine) -> None:
    with transaction(engine) as session:
        an_employer(session, "Elec Un", "un@x.example")
        an_employer(session, "Elec Deux", "deux@x.example", agrees=None)
        an_employer(session, "Elec Trois", "trois@x.example", agrees=False)
        an_employer(session, "Elec Loin", "loin@x.example", place=SAINT_PIERRE)
        an_employer(session, "Elec Ouvert", "ouvert@x.example", status="available")
        an_employer(session, "Elec Stop", "stop@x.example").stopped_at = at()
        digest, campaign = proposed(session)
        assert campaign.employers == 1 and launch_campaigns(session, HOUSE, at(1)) == 0
        assert "j’écris à cette entreprise à 7 h 30" in answer(
            session, digest, f"{number_of(session, digest, campaign)} ok", at(-0.5)
        )
        assert launch_campaigns(session, HOUSE, at(-0.25)) == 0  # undo is still possible
        assert launch_campaigns(session, HOUSE, at()) == 1 and asked(session) == {"un@x.example"}
        assert launch_campaigns(session, HOUSE, at(1)) == 0 and campaign.status == "sent"


def test_undo_and_no(engine: Engine) -> None:
    with transaction(engine) as session:
        an_employer(session, "Elec Un", "un@x.example")
        digest, campaign = proposed(session)
        number = number_of(session, digest, campaign)
        answer(session, digest, f"{number} ok", at())
        assert "Annulé" in answer(session, digest, "annuler", at(0.25)) and campaign.status == "proposed"
        assert "je n’écris à personne" in answer(session, digest, f"{number} non", at(0.3))
        with pytest.raises(CampaignDecided):
            perform(session, Deed(number, "ok"), an_occasion(digest, at(0.4)))
        assert launch_campaigns(session, HOUSE, at(2)) == 0 and not asked(session)
        with pytest.raises(OnlyYesOrNo):
            perform(session, Deed(number, "taken", seats=1), an_occasion(digest, at(0.4)))


def test_nobody_is_asked_more_often_than_is_allowed(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = an_employer(session, "Elec Un", "un@x.example")
        digest, campaign = proposed(session)
        answer(session, digest, f"{number_of(session, digest, campaign)} ok", at())
        assert launch_campaigns(session, HOUSE, at() + UNDO) == 1
        for week in range(1, 6):
            propose_for(session, HOUSE, WEST, MONDAY + timedelta(weeks=week), at() + timedelta(weeks=week))
        waiting = session.scalars(select(Campaign).where(Campaign.status == "proposed", Campaign.family == "electricite"))
        asks = select(Ask.contact_id).where(Ask.campaign_id.in_([one.id for one in waiting]))
        assert contact.id not in session.scalars(asks).all()
        again = Campaign(**{
            name: getattr(campaign, name)
            for name in ("coordinator", "kind", "family", "school", "programme", "level", "start", "end", "students", "missing",
                         "employers", "proposed_at", "decided_at")
        }, status="approved")  # fmt: skip
        session.add(again)
        session.flush()
        session.add(Ask(campaign_id=again.id, contact_id=contact.id))
        session.flush()
        assert launch_campaigns(session, HOUSE, at(48)) == 0  # approved meanwhile by somebody else: still once in six weeks
        assert session.scalar(select(func.count()).select_from(Ask).where(Ask.asked_at.is_not(None))) == 1


def test_who_became_one_with_another_contact_meanwhile_is_asked_once(engine: Engine) -> None:
    with transaction(engine) as session:
        one, other = an_employer(session, "Elec Un", "un@x.example"), an_employer(session, "Elec Deux", "deux@x.example")
        digest, campaign = proposed(session)
        answer(session, digest, f"{number_of(session, digest, campaign)} ok", at())
        join_contacts(session, one, other)
        assert launch_campaigns(session, HOUSE, at() + UNDO) == 1


@pytest.mark.parametrize(
    ("said", "seats", "echo"),
    [
        ("Oui 2", 2, "2 élèves de bac pro Métiers de l’électricité"),
        ("oui, pour trois élèves, merci", 3, "3 élèves"),
        ("Bonjour, oui", 1, "1 élève"),
        ("Non, pas cette fois, désolé", 0, "merci de m’avoir répondu"),
    ],
)
def test_an_answer_by_mail_becomes_an_offer(engine: Engine, said: str, seats: int, echo: str) -> None:
    with transaction(engine) as session:
        an_employer(session, "Elec Un", "un@x.example")
        digest, campaign = proposed(session)
        answer(session, digest, f"{number_of(session, digest, campaign)} ok", at())
        launch_campaigns(session, HOUSE, at() + UNDO)
        heard = says(session, said, "un@x.example")
        assert echo in heard.replace("'", "’"), heard
        assert session.scalars(select(Ask).where(Ask.asked_at.is_not(None))).one().seats == seats
        filed = session.scalars(select(Offer).where(Offer.status != "expired")).all()  # a whole letter is filed, and told
        assert [(one.draft.seats, one.starts_on, one.organisation_id) for one in filed] == (
            [(seats, campaign.start, filed[0].organisation_id)] if seats else []
        )


def says(session: Session, text: str, sender: str) -> str:
    thread = session.scalars(select(Thread).where(Thread.address == sender).order_by(Thread.id.desc()).limit(1)).one()
    number, now = (session.scalar(select(func.max(Incoming.id))) or 0) + 1, at(3)
    letter = Inbound("email", "m", sender, now, text=text, tokens=(sign(HOUSE.key, thread.id, sender, now),))
    record(session, [Arrival(letter, b"")], now)
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    Desk(engine, HOUSE).answer(session, letter, number, now)
    row = session.scalars(select(Outgoing).where(Outgoing.key.like(f"answer:{number}%"))).one()
    return shown(row.message.blocks)
