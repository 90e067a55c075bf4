"""A file is taken from the letter it came with."""

from mail.parts.attached import attached
from mail.parts.limits import MAX_BYTES
from tests.mail.builders import a_letter

SHEET = "--b\nContent-Type: text/csv; name=b.csv\n\na;b\n--b--"


def test_a_file_of_a_letter_that_a_larger_limit_let_in_is_given() -> None:
    raw = a_letter(SHEET, Content_Type="multipart/mixed; boundary=b") + b"\r\n" + b" " * MAX_BYTES
    assert attached(raw, 0) == b"a;b"


def test_there_is_no_file_beyond_the_last() -> None:
    assert attached(a_letter("Bonjour"), 0) is None
