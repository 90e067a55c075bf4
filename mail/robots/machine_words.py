"""Robots told by their words: no header says so, and a person must never be taken for one.

A weak sign counts only beside another, and never when the text holds an answer.
"""

import re

from mail.parts.mime import Letter
from mail.parts.sender import header, sender
from mail.robots.vocabulary import expression

READ = 1_500  # characters of text that are looked at
SHORT = 700
RECEIPT = re.compile(
    r"(?:lu|non lu|not read|read|distribu[ée]|remis|delivered|accus[ée] de lecture|read receipt)\s{0,3}:\s"
    r"|(?:accusé de (?:réception|lecture)|return receipt)[^:\n]{0,30}\((?:affiché|lu|displayed|read)\)",
    re.IGNORECASE,
)
CALENDAR = re.compile(
    r"(?:accept[ée]e?|refus[ée]e?|provisoire|accepted|declined|tentative(?:ly accepted)?|annul[ée]e?|cancell?ed"
    r"|nouvelle heure propos[ée]e|invitation (?:accept[ée]e|refus[ée]e))\s{0,3}:\s",
    re.IGNORECASE,
)
CALENDAR_WORDS = re.compile(
    r"a (?:accepté|refusé|décliné) (?:cette|votre|l[’'])|has (?:accepted|declined) (?:this|your)", re.IGNORECASE
)
NO_REPLY = re.compile(
    r"(?:[\w-]{1,30}[-_.])?(?:no|not|ne|do-?not|do_not)[-_.]?(?:pas)?[-_.]?(?:reply|respond|r[ée]pondre|reponse|repondez)(?:[-_+]\S{0,40}|\d{0,4})"
    r"|nepasrepondre|(?:notifications?|automate|robot|mailer|alertes?)(?:[-_+]\S{0,40})?",
    re.IGNORECASE,
)
QUOTED = re.compile(r"«[^»\n]{0,200}»|\"[^\"\n]{0,200}\"|“[^”\n]{0,200}”")


def machine_words(letter: Letter, subject: str, text: str) -> str | None:
    """What kind of machine wrote `text`, the letter's own words; None for a person."""
    start = text[:READ]
    if expression("challenge-deeds").search(start) and expression("challenge-grounds").search(start) and not _answers(start):
        return "challenge"
    if expression("machine-subjects").match(subject):
        return "automatic"
    return _receipt(subject, start) or _calendar(subject, start) or _ticket(subject, start) or _absence(letter, subject, start)


def _receipt(subject: str, text: str) -> str | None:
    if not RECEIPT.match(subject) or len(text) > SHORT:
        return None
    return "receipt" if not text.strip() or expression("receipts").search(text) else None


def _calendar(subject: str, text: str) -> str | None:
    return "calendar" if CALENDAR.match(subject) and (len(text.strip()) < 5 or CALENDAR_WORDS.search(text)) else None


def _ticket(subject: str, text: str) -> str | None:
    known = expression("tickets").search(subject) or expression("automated").search(text)
    return "ticket" if known and expression("acknowledgements").search(text) and not _answers(text) else None


def _absence(letter: Letter, subject: str, text: str) -> str | None:
    """An absence with a sign beside it, a letter that says that a program wrote it, or one that wants no answer."""
    away, automated = bool(expression("absences").search(text)), bool(expression("automated").search(text))
    unanswerable = _from_no_reply(letter) or _empty_envelope(letter)
    if _answers(text):
        return "automatic" if automated and unanswerable else None
    about_us = bool(expression("answers-maybe").search(expression("absences").sub(" ", QUOTED.sub(" ", text))))
    if (automated and away) or ((automated or unanswerable) and not (about_us and header(letter, "In-Reply-To"))):
        return "automatic"
    signs = bool(expression("machine-subjects-weak").search(subject)) + bool(expression("absence-signs").search(text))
    certain = signs == 2 and len(text) <= SHORT
    return "automatic" if away and signs and (certain or not about_us) else None


def _answers(text: str) -> bool:
    return bool(expression("answers").search(expression("absences").sub(" ", QUOTED.sub(" ", text))))


def _from_no_reply(letter: Letter) -> bool:
    """A sender that nobody reads; a form on a site that names its visitor in Reply-To carries a person's words."""
    who = sender(letter)
    return bool(who and NO_REPLY.fullmatch(who[0].partition("@")[0])) and not header(letter, "Reply-To")


def _empty_envelope(letter: Letter) -> bool:
    """RFC 3834: programs answer with an empty sender, people never."""
    return header(letter, "Return-Path").strip() == "<>"
