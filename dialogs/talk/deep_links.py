"""Links that open the bot at one point: `t.me/<bot>?start=<letter>-<rest>`, at most 64 characters of A-Z a-z 0-9 _ -."""

import re
from dataclasses import dataclass
from typing import Literal, cast

from core.post.inbound import Inbound

Purpose = Literal["o", "k", "c", "p"]
_START = re.compile(r"/start ([okcp])-([A-Za-z0-9_-]{1,62})")


@dataclass(frozen=True)
class DeepLink:
    """Where a link leads. `o`: an offer's reference · `k`: a person's code for a second channel · `c`: a coordinator's signed
    link · `p`: a poster.
    """

    purpose: Purpose
    rest: str


def deep_link(inbound: Inbound) -> DeepLink | None:
    """The link that opened the bot; None for a bare « /start » and for a payload that is none of ours."""
    found = _START.fullmatch(inbound.text.strip()) if inbound.channel != "email" else None
    return DeepLink(cast(Purpose, found[1]), found[2]) if found else None


def payload(link: DeepLink) -> str:
    """What follows `?start=`."""
    return f"{link.purpose}-{link.rest}"
