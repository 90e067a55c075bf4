"""The closing of a letter, set apart: formula, name, firm, telephone, the mailer's own line, legal notices."""

import re

from mail.parts.marks import MARKS, SIGNED

GREETING = 3  # words
MAX_LINES = 14  # of a closing by formula; legal notices may be longer
DELIMITER = re.compile(r"--\s{0,3}|—\s{0,2}")
RULE = re.compile(r"[_]{5,200}\s{0,3}")
DEVICE = (
    r"(?:mon|ma|my|mes|un|une|l[’']|la\s|le\s|notre|outlook|yahoo|proton|gmail|mail|courrier|webmail|typeapp|blue|spark|aqua|k-9"
    r"|fairemail|thunderbird|windows|iphone|ipad|android|samsung|orange|sfr|free|bbox|la\sposte|mailo|zimbra|workspace|\[)"
)
MAILER = re.compile(
    rf"(?:(?:(?:message|mail|e-mail|courriel)\s)?(?:envoy[ée]e?|exp[ée]di[ée]e?)\s(?:de(?:puis)?|avec|à\spartir\sde|via|par|d[’'])\s?{DEVICE}"
    rf"|(?:obten(?:ir|ez)|t[ée]l[ée]charg(?:er|ez)|get|download)\s(?:outlook|boxer|blue\s?mail|spark|typeapp|aqua)"
    rf"|sent\s(?:from|with|via)\s{DEVICE}|provenance\s:\scourrier|.{{2,80}}\s(?:a\sr[ée]agi|reacted)\s(?:via|à\svotre|to\syour)\s"
    r"|cet\se-?mail\sa\s[ée]t[ée]\sv[ée]rifi[ée]\spar|l[’']absence\sde\svirus\sdans|garantie?\ssans\svirus|sans\svirus\s?\."
    r"|ce\scourrier\s[ée]lectronique\sne\scontient\saucun\svirus|(?:ce|cet)\s(?:mail|e-?mail|message)\sa\s[ée]t[ée]\senvoy[ée]\sdepuis"
    r"|virus-free|this\semail\shas\sbeen\schecked|cet\s[ée]l[ée]ment\sa\s[ée]t[ée]\sv[ée]rifi[ée])",
    re.IGNORECASE,
)
# What stands in plain text for a picture.
PICTURE = re.compile(
    r"(?:\[(?:cid:|image\b|une image|inline image|logo\b|description)[^\[\]]{0,300}\]|<image\d{0,6}\.\w{3,4}>|\ufffc|\s){1,10}",
    re.I,
)
LINK = re.compile(r"[<\[(]?(?:https?://|www\.)\S{1,500}\s{0,3}")
NOTICE = re.compile(
    r"(?:p\s)?(?:avant d[’']imprimer|pensez à l[’']environnement|n[’']imprimez ce|[ée]conomisons le papier)"
    r"|(?:ce (?:message|courriel|mail|m[ée]l)|ce(?:t)? e-?mail)"
    r"(?:\b.{0,120}(?:confidentiel|exclusi|destinataires? (?:vis|ci|dés|dont|mentionn))"
    r"|,? (?:et|ainsi que|y compris)\b.{0,40}pi[èe]ces? jointes?)"
    r"|les informations contenues dans (?:ce|cet)\b|message confidentiel\b|mentions? l[ée]gales?\s?:|confidentialit[ée]\s?:"
    r"|(?:le pr[ée]sent|ce) (?:message|courriel) [ée]lectronique\b|le pr[ée]sent (?:message|courriel)\b"
    r"|l[’']int[ée]grit[ée] de ce message|conform[ée]ment (?:au|à la|à l[’']article) (?:rgpd|r[èe]glement|loi|\d)|disclaimer\b"
    r"|avis de confidentialit[ée]|this (?:e-?mail|message)\b.{0,80}(?:confidential|intended)",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:(?:bien|très|tres|salutations|sincères?|meilleures?|avec|mes|nos|toutes)\s){0,3}"
    r"(?:cordialement|cdlt|cdt|crdlt|sincèrement|respectueusement|salutations(?:\s(?:distinguées|cordiales))?"
    r"|amicalement|bien à (?:vous|toi)"
    r"|à vous|kind regards|best regards|regards|sincerely|cordiales salutations|sentiments les meilleurs)[\s,.!]{0,5}",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"(?:p\.?\s?-?s|n\.?\s?b)\.?\s{0,2}[:\s]", re.IGNORECASE)
# Below a closing, a sentence to somebody is no part of it, whatever it says: « J’oubliais : les deux places sont prises. »
SENTENCE = re.compile(r"(?=.{0,300}\b(?:je|j[’']|nous|vous|votre|il\sfaut|merci|i|we|you)\b).{20,}[.?!…]\s{0,3}$", re.IGNORECASE)


def split_signature(text: str) -> tuple[str, str | None]:
    """Words and signature; a postscript goes back to the words, which are never left empty."""
    marked = text.split("\n")
    lines = [MARKS.sub("", line) for line in marked]
    mailers = _mailers(lines)
    taken = _boxed(marked, lines) | mailers
    if all(at in taken or not line.strip() for at, line in enumerate(lines)):
        taken = mailers  # a signature that is all there is may be what the person wants to say; a telephone's line is not
    left = ["" if at in taken else line for at, line in enumerate(lines)]
    start = min(filter(None, (_delimited(left), _notice(left), _formula(left))), default=len(lines))
    taken |= set(range(start, len(lines))) - _afterthoughts(left, start)
    words = "\n".join("" if at in taken else line for at, line in enumerate(lines))
    closing = "\n".join(line for at, line in enumerate(lines) if at in taken).strip()
    if closing and taken == mailers and not words.strip():
        return "", closing
    if not closing or not words.strip():
        return "\n".join(lines).rstrip(), None
    return re.sub(r"\n{3,}", "\n\n", words).strip("\n ").rstrip(), re.sub(r"\n{3,}", "\n\n", closing)


def _boxed(marked: list[str], lines: list[str]) -> set[int]:
    """The lines in a mailer's box for signatures; a person who typed their letter into it has written little outside."""
    boxed = {at for at, line in enumerate(marked) if line.startswith(SIGNED)}
    outside = sum(len(line.split()) for at, line in enumerate(lines) if at not in boxed)
    return boxed if outside > GREETING else {at for at in boxed if not SENTENCE.match(lines[at].strip()[:1000])}


def _mailers(lines: list[str]) -> set[int]:
    """The lines that a telephone, a webmail or an antivirus adds, with the links below them; what is typed around them stays."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        said = line.strip()
        mailers = (len(said) <= 200 and MAILER.match(said)) or (at - 1 in found and LINK.fullmatch(said[:510]))
        if mailers or (said and PICTURE.fullmatch(said[:600])):
            found.add(at)
    return found


def _afterthoughts(lines: list[str], start: int) -> set[int]:
    """The lines below a closing that are words again: from a postscript on, or a sentence to somebody after an empty line."""
    found: set[int] = set()
    for at in range(start + 1, len(lines)):
        line = lines[at].strip()
        if NOTICE.match(line[:400]) or RULE.fullmatch(line):
            break
        if (
            POSTSCRIPT.match(line)
            or at - 1 in found
            or ((not lines[at - 1].strip() or DELIMITER.fullmatch(lines[at - 1])) and SENTENCE.match(line[:1000]))
        ):
            found.add(at)
    return found


def _delimited(lines: list[str]) -> int | None:
    """From `-- ` to the end; a rule of underscores counts when few lines follow it."""
    for at, line in enumerate(lines):
        most = 30 if DELIMITER.fullmatch(line) else 8 if RULE.fullmatch(line) else 0
        if most and 0 < _following(lines, at) <= most:
            return at
    return None


def _following(lines: list[str], at: int) -> int:
    """Lines with words after `at`, counted up to 31 or so: a closing ends the letter."""
    return sum(bool(one.strip()) for one in lines[at + 1 : at + 200])


def _notice(lines: list[str]) -> int | None:
    """From a legal or ecological notice to the end, when what follows is as long-winded as notices are."""
    return next((at for at, line in enumerate(lines) if at and NOTICE.match(line.strip()[:400])), None)


def _formula(lines: list[str]) -> int | None:
    """From a closing formula alone on its line, when a few short lines follow it to the end."""
    for at in range(len(lines) - 1, 0, -1):
        if CLOSING.fullmatch(lines[at].strip()[:120]):
            noticed = _notice(lines) or len(lines)
            after = [line for line in lines[at + 1 :] if line.strip() and not NOTICE.match(line.strip()[:400])]
            short = [line for line in lines[at + 1 : noticed] if line.strip() and not SENTENCE.match(line.strip()[:1000])]
            return at if after and len(short) <= MAX_LINES and all(len(line) < 120 for line in short) else None
    return None
