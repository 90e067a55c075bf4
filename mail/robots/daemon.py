"""Whether a letter comes from a mail server that could not deliver ours: by its author, its empty envelope and its words."""

import re

from mail.parts.mime import Letter
from mail.parts.sender import header, sender
from mail.robots.bounce_words import body
from mail.robots.vocabulary import expression

DAEMON = re.compile(
    r"(?:mailer-?daemon|post-?_?master|mail[.-]?deli?very|mail[.-]?deliver|bounces?|mdaemon|no-?reply-bounce|delivery|mail-?administrator"
    r"|mail-?system|microsoftexchange\w{0,40}|ne-?pas-?repondre|no-?reply|do-?not-?reply|daemon|maild?|root|system-?administrator|mta)"
    r"(?:[+=._-].{0,100})?",
    re.IGNORECASE,
)
# These also write as people do: they need more than a subject.
SHARED = re.compile(r"(?:no-?reply|ne-?pas|do-?not|delivery|root|mail$|maild|mta)", re.IGNORECASE)
ANSWER = re.compile(r"(?:re|réf|aw|tr|fwd?)\s{0,3}:", re.IGNORECASE)
LOOKED_AT = 4_000  # characters


def is_from_daemon(letter: Letter) -> bool:
    """True for a letter that a mail server wrote about another letter; a person who speaks of one is a person."""
    if header(letter, "X-Failed-Recipients"):
        return True
    subject, path = header(letter, "Subject"), header(letter, "Return-Path").strip().lower()
    empty = (path in ("<>", "") and "Return-Path" in letter) or "mailer-daemon" in path
    named = bool(expression("bounce-subjects").search(subject))
    author = _author(letter)
    if ANSWER.match(subject) and not empty and author != "daemon":
        return False
    if author == "daemon":
        return named or _says_so(letter)
    return (empty and named) or (author == "shared" and (named or empty) and _says_so(letter))


def _says_so(letter: Letter) -> bool:
    return bool(expression("bounce-words").search(body(letter)[:LOOKED_AT]))


def _author(letter: Letter) -> str:
    """`daemon`, `shared` for an address that people and programs use, or empty for a person."""
    who = sender(letter)
    raw = header(letter, "From")
    local, name = (who[0].partition("@")[0], who[1] or "") if who else (raw.lower(), raw)
    if "mailer-daemon" in raw.lower() or expression("daemon-names").search(name):
        return "daemon"
    if not DAEMON.fullmatch(local):
        return ""
    return "shared" if SHARED.match(local) else "daemon"
