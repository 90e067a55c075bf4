"""The calendar file of a letter, read back as a calendar program reads it."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage

from icalendar import Calendar

from core.post.parcel import Block, Event, Parcel
from mail.accounts import MailIdentity
from mail.leaving.compose import compose
from tests.mail.builders import OWN, read

US = MailIdentity(OWN, "Pôle de stages Ouest")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DAYS = Event(
    id="OF-2026-00031.1",
    summary="Stage\u00a0: 1 élève de 3e, à Saint-Leu",
    starts=datetime(2026, 12, 6, 20, tzinfo=UTC),  # midnight in La Réunion
    ends=datetime(2026, 12, 11, 20, tzinfo=UTC),
    zone="Indian/Reunion",
    place="Le Fournil du Ti Jour, Saint-Leu",
    words="Offre OF-2026-00031.\nÀ bientôt ; merci, vraiment.",
)
SESSION = replace(
    DAYS, id="tuteurs.7", starts=datetime(2027, 1, 12, 5, tzinfo=UTC), ends=datetime(2027, 1, 12, 8, tzinfo=UTC), whole_days=False
)


def letter(*events: Event, number: int = 17) -> EmailMessage:
    parcel = Parcel(number, "email", "a@x.example", (Block("Bonjour."), Block("C’est noté.")), subject="Été", events=events)
    return email.message_from_bytes(compose(parcel, sender=US, date=NOON), _class=EmailMessage, policy=email.policy.default)


def calendar(one: EmailMessage) -> Calendar:
    (attached,) = one.iter_attachments()
    assert (attached.get_content_type(), attached.get_param("method")) == ("text/calendar", "PUBLISH")
    assert attached.get_filename() == "stage.ics"
    return Calendar.from_ical(attached.get_content())


def test_the_days_of_an_offer_are_whole_days_of_the_territory_and_block_no_time() -> None:
    diary = calendar(letter(DAYS))
    (entry,) = diary.events
    assert diary["method"] == "PUBLISH" and not diary.timezones
    assert (entry.start, entry.end) == (date(2026, 12, 7), date(2026, 12, 12))  # the end is the first day after
    assert (entry["uid"], entry["transp"], entry["summary"]) == ("of-2026-00031.1@pole.example", "TRANSPARENT", DAYS.summary)
    assert (entry["location"], entry["description"]) == (DAYS.place, DAYS.words)
    assert "attendee" not in entry and "organizer" not in entry


def test_a_session_has_its_hours_and_the_zone_they_are_told_in() -> None:
    diary = calendar(letter(SESSION))
    (entry,) = diary.events
    assert entry.start.isoformat() == "2027-01-12T09:00:00+04:00" and str(entry.start.tzinfo) == "Indian/Reunion"
    assert [str(zone["tzid"]) for zone in diary.timezones] == ["Indian/Reunion"]


def test_a_later_letter_replaces_the_entry_of_an_earlier_one() -> None:
    first, second = (calendar(letter(DAYS, number=number)).events[0] for number in (17, 18))
    assert first["uid"] == second["uid"] and first["sequence"] < second["sequence"]


def test_the_words_stay_first_and_a_letter_without_dates_has_no_attachment() -> None:
    one = letter(DAYS, SESSION)
    assert one.get_content_type() == "multipart/mixed"
    body = one.get_body(("plain",))
    assert body is not None and body.get_content().startswith("Bonjour.")
    assert letter().get_content_type() == "multipart/alternative" and not list(letter().iter_attachments())


def test_what_is_read_of_it_when_it_comes_back_is_its_words() -> None:
    raw = compose(
        Parcel(17, "email", "a@x.example", (Block("Bonjour."),), subject="Été", events=(DAYS,)),
        sender=MailIdentity("autre@x.example", "Autre"), date=NOON,
    )  # fmt: skip
    assert read(raw).text.startswith("Bonjour.")


def test_words_cannot_add_a_line_to_the_calendar() -> None:
    evil = replace(DAYS, summary="x\r\nATTENDEE:mailto:z@z.example", place="y\nEND:VEVENT", words="z\r\n\r\nX")
    diary = calendar(letter(evil))
    assert len(diary.events) == 1 and "attendee" not in diary.events[0]
