"""Files that go with a letter: whole at the other end, beside the words and the diary, whatever their names."""

import base64
from datetime import UTC, datetime
from email import message_from_bytes, policy

from core.post.parcel import Block, Enclosure, Parcel
from mail.accounts import MailIdentity
from mail.leaving.compose import compose

SENDER = MailIdentity("stages@example.org", "Guichet")
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_file_arrives_whole_and_its_name_harmless() -> None:
    raw = bytes(range(256)) * 40
    file = Enclosure('é"/..\r\nX: y.xlsx', TYPE, base64.b64encode(raw).decode("ascii"))
    parcel = Parcel(7, "email", "a@x.example", (Block("Bonjour."),), subject="Tableau", enclosures=(file,))
    letter = message_from_bytes(compose(parcel, sender=SENDER, date=datetime(2026, 11, 24, tzinfo=UTC)), policy=policy.default)
    [part] = list(letter.iter_attachments())
    assert part.get_content() == raw and part.get_content_type() == TYPE
    assert part.get_filename() == "___..__X__y.xlsx" and letter["X"] is None
    body = letter.get_body(("plain",))
    assert body is not None and body.get_content().strip() == "Bonjour."
