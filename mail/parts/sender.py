"""Who speaks and in which thread: the one address of the one From, and the signed tokens in addresses and Message-IDs."""

import re
from functools import lru_cache

from core.post.names import read_id
from mail.parts.charset import decode_header
from mail.parts.mime import Letter

ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\_]{1,253}")
QUOTED = re.compile(r'"(?:[^"\\]|\\.){0,500}"')
COMMENT = re.compile(r"\([^()]{0,500}\)")
ANGLE = re.compile(r"<([^<>]{0,400})>")
TOKEN_IN_ADDRESS = re.compile(r"\+(\d{1,9}\.[a-z2-7]{16,24})@")
MARK_IN_ADDRESS = re.compile(r"\+([bs]\d{1,12}\.[a-z2-7]{16})@")
MARK_IN_SUBJECT = re.compile(r"\b(s\d{1,12}\.[a-z2-7]{16})\b", re.IGNORECASE)
MESSAGE_ID = re.compile(r"<[^<>\s]{1,500}>")
RECIPIENTS = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc", "Resent-To", "Resent-Cc")
MAX_HEADER = 20_000  # characters of one header that are looked at
MAX_FROM = 2_000


def header(letter: Letter, name: str) -> str:
    """The first header of that name, decoded, on one line; empty when absent."""
    return next(iter(headers(letter, name)), "")


def headers(letter: Letter, name: str) -> list[str]:
    """All headers of that name, at most 20, decoded."""
    return [_decoded(value[:MAX_HEADER]) for value in raw_headers(letter, name)[:20]]


def raw_headers(letter: Letter, name: str) -> list[str]:
    """All headers of that name, as they came."""
    return _index(letter).get(name.lower(), [])


@lru_cache(maxsize=2)
def _index(letter: Letter) -> dict[str, list[str]]:
    """The headers by name: a letter is asked for some forty of them. No header is set once a letter has been asked."""
    found: dict[str, list[str]] = {}
    for name, value in letter.raw_items():
        found.setdefault(name.lower(), []).append(str(value))
    return found


_decoded = lru_cache(maxsize=64)(decode_header)


def sender(letter: Letter) -> tuple[str, str | None] | None:
    """Address (lower case) and display name of the one author; None without exactly one From holding exactly one address."""
    raw = raw_headers(letter, "From")
    if len(raw) != 1 or len(raw[0]) > MAX_FROM:
        return None
    return split_address(decode_mailbox(raw[0]))


def decode_mailbox(raw: str) -> str:
    """A mailbox header with an encoded name decoded between quotes, so that no decoded word can pose as an address."""
    angle = ANGLE.search(raw)
    if not angle or raw.count("<") != 1:
        return decode_header(raw)
    name = decode_header(raw[: angle.start()].strip().strip('"')).replace('"', "'").replace("\\", "/")
    encoded = "=?" in raw[: angle.start()]
    return f'"{name}" {raw[angle.start() :]}' if encoded else decode_header(raw)


def split_address(value: str) -> tuple[str, str | None] | None:
    """Address and name of `Name <a@b>` or `a@b`; None for a list, a group or no address at all."""
    bare = COMMENT.sub(" ", QUOTED.sub(" ", value))
    angles = ANGLE.findall(bare)
    outside = ANGLE.sub(" ", bare)
    if len(angles) > 1 or (angles and re.search(r"@[^,;]*[,;]|[,;][^,;]*@", outside)):
        return None
    candidate = (angles[0] if angles else bare).strip()
    if not ADDRESS.fullmatch(candidate):
        return None
    name = value[: value.rfind("<")].strip().strip("\"'").strip() if angles else ""
    return candidate.lower(), name[:200] or None


def addresses(letter: Letter) -> list[str]:
    """Every address that the letter was sent or delivered to, lower case, most trusted header first."""
    found = [match.lower() for name in RECIPIENTS for value in headers(letter, name) for match in ADDRESS.findall(value)[:100]]
    return list(dict.fromkeys(found))


def references(letter: Letter) -> tuple[str, ...]:
    """Message-IDs that the letter answers: In-Reply-To, then References from the nearest back; at most 50."""
    near = MESSAGE_ID.findall(header(letter, "In-Reply-To"))
    chain = MESSAGE_ID.findall(header(letter, "References"))
    return tuple(dict.fromkeys([*near[:10], *reversed(chain)]))[:50]


def message_id(letter: Letter) -> str | None:
    """The letter's own Message-ID with its brackets, None when absent or malformed."""
    found = MESSAGE_ID.search(header(letter, "Message-ID"))
    return found[0] if found else None


def tokens(recipients: list[str], answered: tuple[str, ...]) -> tuple[str, ...]:
    """Thread tokens, unverified: those of addresses first, then those of our Message-IDs; at most 20."""
    in_addresses = [found[1] for address in recipients if (found := TOKEN_IN_ADDRESS.search(address))]
    in_ids = [ours.token for one in answered if (ours := read_id(one)) and ours.token]
    return tuple(dict.fromkeys([*in_addresses, *in_ids]))[:20]


def marks(recipients: list[str], subject: str) -> tuple[str, ...]:
    """Signed marks, unverified, of the addresses and of the subject; at most 20."""
    in_addresses = [found[1] for address in recipients if (found := MARK_IN_ADDRESS.search(address))]
    in_subject = [found.lower() for found in MARK_IN_SUBJECT.findall(subject[:500])]
    return tuple(dict.fromkeys([*in_addresses, *in_subject]))[:20]


def base_address(address: str) -> str:
    """An address without its `+detail`, lower case."""
    return re.sub(r"\+[^@]{0,64}@", "@", address.lower())


def is_own(letter: Letter, own_address: str | None) -> bool:
    """True for what we sent ourselves: our address in From, or a Message-ID of ours at our domain."""
    if own_address is None:
        return False
    author = sender(letter)
    if author and base_address(author[0]) == base_address(own_address):
        return True
    ours = read_id(message_id(letter) or "")
    return bool(ours and ours.domain == own_address.lower().rpartition("@")[2])
