"""A letter at which the server breaks off is found out in a few tries, and put off for a while."""

import imaplib

import pytest

from mail.arriving.suspects import PUT_OFF, Suspects


def ask(suspects: Suspects, uids: list[int], poison: int) -> list[int]:
    """One connection: what is asked for until it breaks."""
    got: list[int] = []
    for group in suspects.groups([uid for uid in uids if uid not in suspects.put_off()], 3):
        try:
            with suspects.asking(group, whole=False):
                pass  # sizes are given
            with suspects.asking(group):
                if poison in group:
                    raise imaplib.IMAP4.abort("gone")
        except imaplib.IMAP4.abort:
            break
        got += group
    return got


def test_it_is_found_out_and_put_off_and_asked_for_again() -> None:
    now = [0.0]
    suspects = Suspects(lambda: now[0])
    uids = list(range(1, 11))
    assert ask(suspects, uids, poison=5) == [1, 2, 3]  # 4, 5, 6 were asked for together
    assert ask(suspects, uids, poison=5) == [1, 2, 3, 4]
    assert ask(suspects, uids, poison=5) == [1, 2, 3, 4]
    assert ask(suspects, uids, poison=5) == [1, 2, 3, 4, 6, 7, 8, 9, 10]
    now[0] = PUT_OFF + 1
    assert ask(suspects, uids, poison=0) == uids
    assert suspects.put_off() == set()


def test_a_line_that_broke_once_accuses_nobody() -> None:
    suspects = Suspects(lambda: 0.0)
    ask(suspects, [1], poison=1)
    assert ask(suspects, [1, 2], poison=0) == [1, 2]
    assert list(suspects.groups([1, 2], 3)) == [[1, 2]]


def test_other_errors_accuse_nobody() -> None:
    suspects = Suspects(lambda: 0.0)
    with pytest.raises(ValueError, match="ours"), suspects.asking([1]):
        raise ValueError("ours")
    assert list(suspects.groups([1, 2], 3)) == [[1, 2]]
