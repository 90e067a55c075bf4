"""For good or for now: a bounce is permanent when the address is dead; a full box or a refused server of ours is not.

An address is buried on a permanent bounce, so what is said of us (blocked, no SPF, spam) or of the hour must never count as one.
"""

import re

from core.post.inbound import Bounced
from mail.robots.vocabulary import expression

STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
ADDRESS = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,253}")  # their own words say nothing
CODE = re.compile(r"(?<![\d.])([45])\d\d[ -]")

# RFC 3463 and Microsoft's own: the address, the domain, a receiver that takes no mail.
DEAD_STATUS = re.compile(r"5\.1\.(?:[012346]|10)$|5\.4\.4$|5\.4\.310$|5\.7\.51$")
SPARED_STATUS = re.compile(r"4\.|5\.1\.[789]$|5\.[2-7]\.")


def judged(recipient: str, reason: str, delayed: bool = False, told: bool = False) -> Bounced:
    """What became of one recipient, by the words of the server that refused, its status (RFC 3463) and its SMTP code."""
    status = status_of(reason)
    permanent = not delayed and _dead(status, reason)
    return Bounced(recipient, status or ({True: "5.0.0", False: "4.0.0"}[permanent] if told else ""), permanent, delayed)


def status_of(reason: str) -> str:
    """The first status that means something, else the first; empty without one."""
    found = STATUS.findall(reason)
    return next((one for one in found if not one.endswith(".0.0")), found[0] if found else "")


def _dead(status: str, reason: str) -> bool:
    words = ADDRESS.sub(" ", reason[:2_000])
    if expression("box-full").search(words):
        return False
    if expression("address-dead").search(words):
        return True
    code = CODE.search(words)
    if (
        expression("address-spared").search(words)
        or status.startswith("4")
        or (not status and code is not None and code[1] == "4")
    ):
        return False
    return bool(DEAD_STATUS.match(status)) or not SPARED_STATUS.match(status)
