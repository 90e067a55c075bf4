"""What a report of non-delivery means: which letter, how sure, and whether the address is to blame."""

import pytest

from core.post.inbound import Bounced
from core.post.outbox import Outgoing
from core.post.returned import Returned, Verdict, verdict

GONE = Bounced("rh@x.example", "5.1.1", True)


@pytest.mark.parametrize(
    ("report", "proven", "means"),
    [
        (GONE, True, "dead"),
        (Bounced("rh@x.example", "", True), True, "dead"),
        (Bounced("rh@x.example", "4.2.0", False, delayed=True), True, "delay"),
        (Bounced("rh@x.example", "4.4.7", False), True, "again"),
        (Bounced("rh@x.example", "5.2.2", True), True, "again"),
        (Bounced("rh@x.example", "5.7.1", False), True, "refused"),
        (None, True, "again"),
        (GONE, False, "doubtful"),
        (Bounced("rh@x.example", "4.4.7", False), False, "again"),
    ],
)
def test_a_report_condemns_an_address_only_when_it_is_proven_and_says_so(
    report: Bounced | None, proven: bool, means: Verdict
) -> None:
    assert verdict(Returned(Outgoing(), report, proven)) == means
