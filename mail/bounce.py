"""Letters that came back: who was not reached and for how long, by the report of RFC 3464 or the words of older servers."""

import re

from core.post.inbound import Bounced
from mail.charset import clean, decode
from mail.mime import Letter, content, walk
from mail.sender import header, sender

MAX_REPORT = 64 * 1024
DAEMON = re.compile(
    r"(?:mailer-?daemon|postmaster|mail-?delivery|bounces?|mdaemon|noreply-bounce|mailerdaemon"
    r"|postmaster_\w+)(?:[+=.-].{0,100})?",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"undeliver|delivery (?:status )?(?:notification|failure|report|has failed)|returned (?:mail|to sender)"
    r"|mail (?:delivery )?(?:failed|failure|system error)"
    r"|failure notice|(?:e|é)chec (?:de (?:la )?(?:remise|distribution)|d[’']envoi)|non remis|non distribu"
    r"|message (?:non|retourné)|could not be delivered|delivery problem"
    r"|warning: (?:could not|message)|delayed|retard[ée]",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"(?im)^(final-recipient|original-recipient|action|status|x-failed-recipients"
    r"|diagnostic-code)[ \t]{0,5}:[ \t]{0,5}([^\n]{0,1000})"
)
ADDRESS = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,253}[a-z0-9]", re.IGNORECASE)
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
CODE = re.compile(r"\b([45])\d\d\b[ -]")
ORIGINAL = re.compile(rb"(?im)^message-id[ \t]*:\s{0,200}(<[^<>\s]{1,500}>)")
DELAY = re.compile(
    r"delayed|retard|will (?:be )?(?:retr|try|continue)|not been delivered yet|nouvelles? tentatives?|warning",
    re.IGNORECASE,
)
NO_STATUS = {True: "5.0.0", False: "4.0.0"}


def read_bounce(letter: Letter, own_address: str | None) -> tuple[Bounced, ...] | None:
    """The recipients that were not reached; None when the letter is no bounce. A delay is a bounce that is not permanent."""
    reported = _reported(letter)
    if reported is not None:
        return reported
    if not _from_daemon(letter):
        return None
    return _told(letter, own_address)


def original_id(letter: Letter) -> str | None:
    """The Message-ID of the letter that came back, when its head was joined to the report."""
    for leaf in walk(letter):
        if leaf.type in ("message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers"):
            found = ORIGINAL.search(content(leaf.message)[:MAX_REPORT])
            if found:
                return found[1].decode("ascii", "replace")
    return None


def _reported(letter: Letter) -> tuple[Bounced, ...] | None:
    parts = [leaf.message for leaf in walk(letter) if leaf.type in ("message/delivery-status", "message/global-delivery-status")]
    if not parts:
        return None
    failed = [one for part in parts for one in _recipients(clean(decode(_report(part), None)))]
    if not failed:
        return None
    return tuple({one.recipient: one for one in failed}.values())[:50]


def _report(part: Letter) -> bytes:
    data = content(part)
    payload = part.get_payload()
    return (data or (payload.encode("utf-8", "replace") if isinstance(payload, str) else b""))[:MAX_REPORT]


def _recipients(report: str) -> list[Bounced]:
    """One a block of the report; those relayed or delivered are no bounces."""
    found = []
    for block in re.split(r"\n[ \t]*\n", report):
        fields = {name.lower(): value.strip() for name, value in FIELD.findall(block)}
        who = ADDRESS.search(fields.get("original-recipient", "")) or ADDRESS.search(fields.get("final-recipient", ""))
        final = ADDRESS.search(fields.get("final-recipient", ""))
        action = fields.get("action", "failed").lower()
        named = final or who
        if not named or action.startswith(("delivered", "relayed", "expanded")):
            continue
        status = _status(fields.get("status", "") + " " + fields.get("diagnostic-code", ""))
        permanent = not action.startswith("delayed") and not status.startswith("4")
        found.append(Bounced(named[0].lower(), status, permanent, action.startswith("delayed")))
    return found


def _status(words: str) -> str:
    found = STATUS.search(words)
    return found[1] if found else ""


def _from_daemon(letter: Letter) -> bool:
    author = sender(letter)
    local = author[0].partition("@")[0] if author else header(letter, "From").lower()
    empty_path = header(letter, "Return-Path").strip() == "<>"
    daemon = bool(DAEMON.fullmatch(local)) or "mailer-daemon" in local
    words = bool(SUBJECT.search(header(letter, "Subject")))
    return bool(header(letter, "X-Failed-Recipients")) or (daemon and (words or empty_path)) or (empty_path and words)


def _told(letter: Letter, own_address: str | None) -> tuple[Bounced, ...] | None:
    """A bounce told in words: the addresses before the returned letter, our own left out."""
    text = _words(letter)
    daemon = sender(letter)
    skipped = {own_address, daemon[0] if daemon else None}
    named = ADDRESS.findall(header(letter, "X-Failed-Recipients")) or ADDRESS.findall(text)
    who = [address.lower() for address in named if address.lower() not in skipped]
    status = _status(text)
    code = CODE.search(text)
    soft = status.startswith("4") or (not status and code is not None and code[1] == "4")
    delayed = bool(DELAY.search(header(letter, "Subject")))
    permanent = not soft and not delayed
    return tuple(Bounced(address, status or NO_STATUS[permanent], permanent, delayed) for address in list(dict.fromkeys(who))[:5])


def _words(letter: Letter) -> str:
    texts = [leaf for leaf in walk(letter) if leaf.type == "text/plain"]
    text = clean(decode(content(texts[0].message)[:MAX_REPORT], "utf-8")) if texts else ""
    return re.split(r"(?im)^-{2,60}.{0,60}(?:original|copy of|d'origine|returned|message follows|transcript).{0,60}$", text)[0]
