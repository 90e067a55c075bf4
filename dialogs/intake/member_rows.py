"""A line of a table of correspondents, read: which school, who, and the mailbox where seats held for it are told."""

from datetime import datetime

from config.territory import Territory
from core.intake.sheets import SheetRow
from core.people.members import Member
from core.territory.schools import key_of
from dialogs.intake.employer_rows import email_in, phone_in
from dialogs.intake.school_cells import school_in


def read_member(row: SheetRow, territory: Territory, now: datetime) -> Member | str:
    """The correspondent of a line, or why there is none: no_school, several_schools, no_email."""
    school = school_in(row, territory)
    if isinstance(school, str):
        return school
    email = email_in(row.get("email"))
    if email is None:
        return "no_email"
    name = " ".join(part for part in (row.get("first_name"), row.get("contact")) if part)
    phone = phone_in(row.get("phone"), territory.phone_regions)
    return Member(
        school=key_of(school), name=name or school.name, role=row.get("role") or None, email=email, phone=phone, added_at=now
    )
