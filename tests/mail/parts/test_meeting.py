"""Invitations are read as what they say; a calendar's own answers are no words of a person."""

import pytest

from core.post.inbound import Meeting
from mail.parts.meeting import in_words, method_of
from tests.mail.builders import a_letter, read

STANDARD = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0400\nEND:STANDARD"
ZONE = f"BEGIN:VTIMEZONE\nTZID:Indian/Reunion\n{STANDARD}\nEND:VTIMEZONE"


def calendar(method: str, *lines: str) -> str:
    event = "\n".join(("BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T080000Z", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nMETHOD:{method}\n{ZONE}\n{event}\nEND:VCALENDAR"


def invitation(words: str, data: str, kind: str = "text/calendar; charset=utf-8; method=REQUEST") -> bytes:
    parts = f"--b\nContent-Type: text/plain; charset=utf-8\n\n{words}\n--b\nContent-Type: {kind}\n\n{data}\n--b--\n"
    return a_letter(parts, Content_Type="multipart/alternative; boundary=b")


VISIT = calendar(
    "REQUEST",
    "SUMMARY:Visite de stage\\, Inès",
    "LOCATION:Salle B",
    "DTSTART;TZID=Indian/Reunion:20261212T140000",
    "DTEND;TZID=Indian/Reunion:20261212T150000",
)
MEETING = Meeting("Visite de stage, Inès", "2026-12-12T14:00", "2026-12-12T15:00", "Salle B")


def test_an_invitation_with_words_is_a_message_and_lists_the_meeting() -> None:
    heard = read(invitation("Bonjour, est-ce que cela vous va ?", VISIT))
    assert (heard.kind, heard.text, heard.meetings) == ("message", "Bonjour, est-ce que cela vous va ?", (MEETING,))


def test_an_invitation_without_a_word_says_what_the_meeting_is() -> None:
    assert read(invitation("", VISIT)).text == "Visite de stage, Inès, 12/12/2026 14:00-15:00, Salle B"


@pytest.mark.parametrize("kind", ["text/calendar; method=REPLY", "text/calendar"])
def test_a_calendars_own_answer_is_automatic(kind: str) -> None:
    heard = read(invitation("Anne Roux a accepté.", calendar("REPLY", "SUMMARY:Visite"), kind))
    assert (heard.kind, heard.reason) == ("auto_reply", "calendar")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT\n" * 500,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:jamais\nEND:VEVENT\nEND:VCALENDAR",
        "\0" * 99,
    ],
)
def test_a_calendar_that_cannot_be_read_leaves_the_words(data: str) -> None:
    heard = read(invitation("Oui pour lundi.", data))
    assert (heard.kind, heard.text) == ("message", "Oui pour lundi.")


def test_the_method_is_read_where_the_header_does_not_tell_it() -> None:
    assert (method_of(b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"), method_of(b"METHODE:x")) == ("reply", "")


@pytest.mark.parametrize(
    ("meeting", "line"),
    [
        (MEETING, "Visite de stage, Inès, 12/12/2026 14:00-15:00, Salle B"),
        (Meeting("Forum", "2026-12-12", "2026-12-14"), "Forum, 12/12/2026"),
        (Meeting("Appel", "2026-12-12T10:00+00:00"), "Appel, 12/12/2026 10:00 (UTC)"),
        (Meeting("Appel"), "Appel"),
    ],
)
def test_a_meeting_is_told_on_one_line(meeting: Meeting, line: str) -> None:
    assert in_words(meeting) == line
