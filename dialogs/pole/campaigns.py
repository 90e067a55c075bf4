"""Campaigns on their way: proposed at the head of a week, launched when a coordinator's half hour of undo is over."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.territory import Coordinator
from core.agenda.campaigns import Ask, Campaign, Limit, asked_enough, asks_of, propose_campaigns
from core.people.acquaintance import address_of
from core.pool.draft import Period
from core.pool.filing import UNDO
from core.post.threads import open_thread
from core.territory.schools import school_name
from dialogs.house import House
from dialogs.post.letter import post_to_contact
from dialogs.post.notices import known_contact, reachable
from dialogs.talk.say import Say
from dialogs.wording.describe import say_programme
from dialogs.wording.period_words import say_period
from dialogs.wording.words import words_in


def propose_for(session: Session, house: House, coordinator: Coordinator, day: date, now: datetime) -> list[Campaign]:
    """What this coordinator's pôle could ask employers for; nothing for who has no pôle."""
    if coordinator.pole not in house.territory.poles or coordinator.function != "coordinator":
        return []
    limit = Limit(*house.settings.campaign_limit)
    return propose_campaigns(session, house.needs, coordinator.id, [coordinator.pole], now, day=day, limit=limit)


def launch_campaigns(session: Session, house: House, now: datetime) -> int:
    """Ask the employers of approved campaigns; whoever was asked too often meanwhile, or said stop, is left."""
    rows = select(Campaign).where(Campaign.status == "approved", Campaign.decided_at <= now - UNDO)
    asked, limit = 0, Limit(*house.settings.campaign_limit)
    for campaign in session.scalars(rows.order_by(Campaign.id).with_for_update(skip_locked=True)).all():
        asked += sum(_ask(session, house, campaign, ask, now, limit=limit) for ask in asks_of(session, campaign))
        campaign.status = "sent"
    return asked


def _ask(session: Session, house: House, campaign: Campaign, ask: Ask, now: datetime, *, limit: Limit) -> bool:
    contact = known_contact(session, ask.contact_id)
    if not contact.welcomes_asks or reachable(session, contact) != "told" or asked_enough(session, contact.id, now, limit):
        return False
    words, address = words_in(contact.language), address_of(session, contact.id)
    thread = None
    if address is not None and address.channel == "email":
        thread = open_thread(session, address.address, words.line("campaign-subject"), now, contact_id=contact.id)
        thread.apart = True
    ask.thread_id, ask.asked_at = thread.id if thread else None, now
    session.flush()
    facts = {
        "school": school_name(campaign.school, house.territory),
        "students": campaign.students,
        "programme": "none" if campaign.kind == "observation" else say_programme(campaign.programme, house.catalogue),
        "period": say_period(Period(campaign.start, campaign.end), words.language),
    }
    return post_to_contact(session, house, contact, (Say("campaign-ask", facts),), key=f"ask:{ask.id}", due=now, thread=thread)
