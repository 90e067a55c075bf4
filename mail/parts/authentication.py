"""Whether our own mail server found the From genuine: its Authentication-Results (RFC 8601), read tolerantly, others' never."""

import re
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from mail.parts.mime import Letter
from mail.parts.sender import sender

NAMELESS = "microsoft365"  # in the setting, stands for the header of Exchange Online, which names no server
HEADER = "authentication-results"
LONGEST = 10_000  # characters of one header that are read
METHOD = re.compile(r"\s{0,50}(dmarc|dkim|spf|auth)(?:\s{0,5}/\s{0,5}\d{1,3})?\s{0,5}=\s{0,5}([a-z]{1,30})\b", re.IGNORECASE)
VALUE = r"(\"[^\"]{0,320}\"(?:@[^\s;\"]{1,255})?|[^\s;\"]{1,320})"
PROPERTY = re.compile(r"(?:^|\s)(header\.(?:from|d|i)|smtp\.(?:mailfrom|auth))\s{0,5}=\s{0,5}" + VALUE, re.IGNORECASE)


@dataclass(frozen=True)
class Result:
    """One statement: `dmarc=pass header.from=x.example`; the domains that each property names, and who logged in."""

    method: str
    result: str
    domains: dict[str, tuple[str, ...]]
    login: str | None = None


def vouched(letter: Letter, servers: tuple[str, ...]) -> bool | None:
    """True: the From is genuine (DMARC passed, DKIM or SPF for its very domain, or its owner logged in); False: DMARC failed.

    None: not said, as of letters within a house.

    Only the topmost header of one of `servers` can vouch, those of its name right below it can still refuse: farther down,
    the sender may have written anything. The server must add one to each letter from outside.
    """
    author, headers = sender(letter), _of_ours(letter, servers)
    if not headers or author is None:
        return None
    if any(one.method == "dmarc" and one.result == "fail" for header in headers for one in _results(header)):
        return False
    results, domain = _results(headers[0]), author[0].rpartition("@")[2]
    dmarc = [one for one in results if one.method == "dmarc"]
    if dmarc and dmarc[0].result == "pass":
        return True if len(dmarc) == 1 and _all_aligned(dmarc[0].domains.get("header.from", (domain,)), domain) else None
    logged_in = any((one.method, one.result, one.login) == ("auth", "pass", author[0]) for one in results)
    return True if logged_in or any(_signed(one, domain) for one in results) else None


def _of_ours(letter: Letter, servers: tuple[str, ...]) -> list[str]:
    """Our server's topmost header and those that follow it at once, without their comments."""
    items = [(name.lower() == HEADER, _without_comments(str(value)[:LONGEST])) for name, value in letter.raw_items()]

    def ours(item: tuple[bool, str]) -> bool:
        return item[0] and _server(item[1]) in servers

    return [value for _, value in takewhile(ours, dropwhile(lambda item: not ours(item), items))][:20]


def _without_comments(value: str) -> str:
    """The text outside (comments); what is quoted keeps its place and can neither divide nor state anything."""
    kept, depth, quoted, escaped = [], 0, False, False
    for character in value:
        was_escaped, escaped = escaped, character == "\\" and not escaped
        bound = not quoted and not (was_escaped or escaped) and character in "()"
        if bound:
            depth = max(0, depth + (1 if character == "(" else -1))
        elif character == '"' and not depth and not was_escaped:
            quoted = not quoted
        if not depth:
            harmless = was_escaped or escaped or (quoted and character in ";=")
            kept.append("\0" if harmless else " " if bound else character)
    return "".join(kept)


def _server(header: str) -> str:
    """The name of the server that wrote a header; NAMELESS when it begins with a result at once."""
    first = header.partition(";")[0].strip()
    if METHOD.match(first):
        return NAMELESS
    return first.split()[0].strip('"').lower() if first else ""


def _results(header: str) -> list[Result]:
    parts = [(METHOD.match(part), part) for part in header.split(";")[:50]]
    return [Result(found[1].lower(), found[2].lower(), _domains(part), _login(part)) for found, part in parts if found]


def _login(part: str) -> str | None:
    named = [value.lower().strip('"') for name, value in PROPERTY.findall(part) if name.lower() == "smtp.auth"]
    return named[0] if len(named) == 1 else None


def _domains(part: str) -> dict[str, tuple[str, ...]]:
    """The domains that each property names. A bare word beside an address is no domain: it may be a piece of that address."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in PROPERTY.findall(part):
        bare = value.lower().strip('"')
        domain = bare.rpartition("@")[2].strip('".') if "@" in bare or "@" not in part or name.lower() != "smtp.mailfrom" else ""
        found[name.lower()] = (*found.get(name.lower(), ()), domain)
    return found


def _signed(one: Result, domain: str) -> bool:
    """Whether DKIM signed, or SPF allowed, for this domain itself."""
    named = {"dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}.get(one.method, ())
    domains = tuple(value for name in named for value in one.domains.get(name, ()))
    return one.result == "pass" and bool(domains) and _all_aligned(domains, domain)


def _all_aligned(domains: tuple[str, ...], domain: str) -> bool:
    """Whether each is this domain, above it or under it: the relaxed alignment of DMARC, without a list of public suffixes."""
    return all(_aligned(*sorted((one, domain), key=len)) for one in domains)


def _aligned(short: str, long: str) -> bool:
    return "." in short and (short == long or long.endswith(f".{short}"))
