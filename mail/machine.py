"""Letters that no person wrote: absences, receipts, calendar answers, lists, tickets; a person must never be taken for one."""

import re
from collections.abc import Iterator

from mail.meeting import method_of
from mail.mime import Letter, content, walk
from mail.notice import notice_kind
from mail.sender import header

REPLY = re.compile(r"(?:\[[^\]]{0,40}\]\s{0,3})?(?:re|réf|aw|tr|fw|fwd)\s{0,3}(?:\[\d+\])?\s{0,3}:", re.IGNORECASE)
STRONG_SUBJECT = re.compile(
    r"(?:r[ée]ponse\sautomatique|automatic\sreply|auto(?:matique)?\s{0,3}:|auto-?\s?reply"
    r"|out\sof\s(?:the\s)?office|\[?r[ée]pondeur\]?|absen(?:ce|t|te)\sdu\sbureau"
    r"|message\sd[’']absence|notification\sd[’']absence|accus[ée]\sde\sr[ée]ception\sautomatique|(?:undeliverable"
    r"|autoreply)\b)",
    re.IGNORECASE,
)
WEAK_SUBJECT = re.compile(
    r"\b(?:est|is|suis|actuellement|currently)\s(?:absente?|en\scong[ée]s?|out\sof\sthe\soffice)\b|^absen(?:ce|t"
    r"|te)\b",
    re.IGNORECASE,
)
RECEIPT = re.compile(r"(?:lu|non lu|read|not read|distribu[ée]|remis)\s{0,3}:\s", re.IGNORECASE)
CALENDAR = re.compile(
    r"(?:accept[ée]e?|refus[ée]e?|provisoire|accepted|declined|tentative|annul[ée]e?)\s{0,3}:\s",
    re.IGNORECASE,
)
TICKET = re.compile(
    r"\[[a-z -]{2,20}\s?#\s?\d+\]|nouveau ticket|\bticket\s?(?:n°|#)?\s?\d+\b.{0,40}(?:créé|ouvert|created)",
    re.IGNORECASE,
)
ABSENT = re.compile(
    r"\bje\s(?:suis|serai)\s(?:actuellement\s|en ce moment\s)?(?:absente?|en\s(?:cong[ée]s?|vacances|arr[êe]t"
    r"|d[ée]placement|formation))\b"
    r"|\bje ne (?:suis|serai) pas (?:disponible|joignable|au bureau|pr[ée]sente?)\b"
    r"|\bi am (?:currently )?(?:out of (?:the )?office|away|on leave)\b"
    r"|\b(?:notre|l[’'])\s?(?:entreprise|établissement|atelier|magasin|étude|cabinet|bureau|agence) (?:est|sera) fermée?\b",
    re.IGNORECASE,
)
RETURN = re.compile(
    r"pour toute urgence|en cas d[’']urgence|en mon absence|(?:dès|à) mon retour|ne (?:sera|seront) pas lus?"
    r"|je (?:vous )?r[ée]pondrai|jusqu[’']au|"
    r"\bdu \d{1,2}\b.{0,40}\bau \d{1,2}\b|(?:contact|appel|adress)ez|de retour le|until|return",
    re.IGNORECASE,
)
# Words of an answer: whoever says one of these speaks to us, absent or not.
ANSWER = re.compile(
    r"\b(?:oui|non|ok|d[’']accord|(?:je|nous|j[’']) ?(?:confirm|accept|refus|prend|prenons|propos|cherch|pouv|peux"
    r"|mainten|gard|souhait|voudr)\w*"
    r"|places?|[ée]l[èe]ves?|stagiaires?|apprentie?s?|offre)\b",
    re.IGNORECASE,
)
CHALLENGE = re.compile(
    r"(?:authentifiez-vous|cliqu(?:ez|er) (?:sur le lien|ici).{0,80}(?:valider|authentifier|d[ée]livr)"
    r"|anti-?spam.{0,120}cliqu)",
    re.IGNORECASE | re.DOTALL,
)
COMPLAINT = re.compile(r"\s{0,3}complaint about message from \d", re.IGNORECASE)  # Microsoft's, without a report
AUTORESPONDERS = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Vacation")
READ = 1_500  # characters of text that are looked at


def machine_kind(letter: Letter) -> str | None:
    """What kind of machine wrote, by MIME type and headers alone: None for a person."""
    types = _types(letter)
    report = str(letter.get_param("report-type", "") or "").lower() if letter.get_content_type() == "multipart/report" else ""
    if report == "disposition-notification" or "message/disposition-notification" in types:
        return "receipt"
    if report == "feedback-report" or "message/feedback-report" in types or COMPLAINT.match(header(letter, "Subject")):
        return "feedback report"
    if report == "delivery-status" or (told := notice_kind(letter)) == "receipt":
        return "receipt"
    if told == "feedback report":
        return told
    if any(_is_calendar_answer(part) for part in _calendars(letter)):
        return "calendar"
    return _by_headers(letter)


def _types(letter: Letter) -> set[str]:
    return {leaf.type for leaf in walk(letter)}


def _calendars(letter: Letter) -> Iterator[Letter]:
    return (leaf.message for leaf in walk(letter) if leaf.type == "text/calendar")


def _is_calendar_answer(part: Letter) -> bool:
    method = str(part.get_param("method", "") or "").lower() or method_of(content(part)[:4096])
    return method in ("reply", "counter", "cancel")


def _by_headers(letter: Letter) -> str | None:
    submitted = header(letter, "Auto-Submitted").lower()
    if submitted and not submitted.startswith("no"):
        return "ticket" if TICKET.search(header(letter, "Subject")) else "automatic"
    if any(header(letter, name) for name in AUTORESPONDERS):
        return "automatic"
    precedence = header(letter, "Precedence").lower()
    if precedence == "auto_reply":
        return "automatic"
    # A firm's alias is often a small list, and people answer through it: only bulk to nobody in particular is a list's.
    answers = header(letter, "In-Reply-To") or REPLY.match(header(letter, "Subject"))
    bulk = precedence in ("bulk", "junk") or header(letter, "List-Unsubscribe")
    return "list" if bulk and not answers and (header(letter, "List-Id") or header(letter, "List-Unsubscribe")) else None


def machine_words(subject: str, text: str) -> str | None:
    """What kind of machine wrote, by its words: a weak sign counts only with another, and never when the text holds an answer."""
    start = text[:READ]
    if CHALLENGE.search(start):
        return "challenge"
    if STRONG_SUBJECT.match(subject):
        return "automatic"
    if RECEIPT.match(subject) and len(text) < 600 and re.search(r"\b(?:lu|read|affich|supprim|distribu)", start, re.IGNORECASE):
        return "receipt"
    if CALENDAR.match(subject) and len(text.strip()) < 5:
        return "calendar"
    away = ABSENT.search(start)
    if not away or ANSWER.search(ABSENT.sub("", start)):
        return None
    signs = bool(WEAK_SUBJECT.search(subject)) + bool(RETURN.search(start))
    return "automatic" if signs else None
