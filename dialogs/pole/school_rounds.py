"""Letters to correspondents by the clock: at the head of a week of school what fits their classes; who still seeks, when due."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.agenda.promises import fulfil, promise
from core.agenda.records import Due
from core.agenda.school_lists import gather_school, keep_school, to_ask
from core.people.members import Member
from core.post.threads import open_thread
from core.territory.workdays import at_local, is_school_day, local_day, opens_week
from dialogs.house import House
from dialogs.pole.school_letters import post_to_member
from dialogs.pole.school_list import write_school_list
from dialogs.post.promptness import DIGEST_TIME, LAST

SCHOOL_LIST = "school_list"


def lists_due(session: Session, house: House, now: datetime) -> list[Member]:
    """The correspondents whose letter of today was not looked into yet."""
    territory, day = house.territory, local_day(now, house.territory)
    if not is_school_day(day, territory) or not at_local(day, DIGEST_TIME, territory) <= now < at_local(day, LAST, territory):
        return []
    seen = set(session.scalars(select(Due.object).where(Due.kind == SCHOOL_LIST, Due.step == day.isoformat())))
    members = session.scalars(select(Member).where(Member.lists).order_by(Member.id))
    return [one for one in members if str(one.id) not in seen and one.school in house.needs.schools]


def send_list(session: Session, house: House, member: Member, now: datetime) -> int:
    """A correspondent's letter of the day, once; nothing to say is no letter."""
    day = local_day(now, house.territory)
    if not promise(session, SCHOOL_LIST, str(member.id), day.isoformat(), now):
        return 0
    asked = to_ask(session, member, house.needs, day, now)
    sheet = gather_school(session, member, house.needs, day, asked=asked, offers=opens_week(day, house.territory))
    digest = keep_school(session, sheet, f"school:{member.id}:{day.isoformat()}", now)
    if digest is not None:
        subject, blocks = write_school_list(sheet, house)
        thread = open_thread(session, member.email, subject, now, digest_id=digest.id)
        post_to_member(session, house, member, thread, blocks, key=digest.occasion, due=now)
    fulfil(session, SCHOOL_LIST, str(member.id), day.isoformat(), now, result="sent" if digest else "nothing to say")
    return digest is not None
