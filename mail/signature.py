"""The closing of a letter, set apart: formula, name, firm, telephone, the mailer's own line, legal notices."""

import re

MAX_LINES = 14  # of a closing by formula; legal notices may be longer
DELIMITER = re.compile(r"--\s{0,3}|—\s{0,2}")
RULE = re.compile(r"[_]{5,200}\s{0,3}")
MAILER = re.compile(
    r"(?:envoy[ée]e?\s(?:de(?:puis)?|avec|à partir)\s|obtenir\s(?:outlook|boxer)|t[ée]l[ée]charg(?:er|ez)\soutlook"
    r"|sent\s(?:from|with|via)\s|get\soutlook"
    r"|provenance\s:\scourrier|cet e-mail a [ée]t[ée] v[ée]rifi[ée] par|garanti sans virus)",
    re.IGNORECASE,
)
NOTICE = re.compile(
    r"(?:p\s)?(?:avant d[’']imprimer|pensez à l[’']environnement|n[’']imprimez ce)|(?:ce (?:message|courriel|mail"
    r"|m[ée]l)|ce(?:t)? e-?mail)\b.{0,80}"
    r"(?:confidentiel|pi[èe]ces? jointes?|destinataire)|avis de confidentialit[ée]|this (?:e-?mail"
    r"|message)\b.{0,80}(?:confidential|intended)",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:(?:bien|très|tres|salutations|sincères?|meilleures?|avec|mes|nos)\s){0,3}"
    r"(?:cordialement|cdlt|cdt|crdlt|sincèrement|respectueusement|salutations(?:\s(?:distinguées|cordiales))?"
    r"|amicalement|bien à (?:vous|toi)"
    r"|à vous|kind regards|best regards|regards|sincerely|cordiales salutations|sentiments les meilleurs)[\s,.!]{0,5}",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"p\.?\s?-?s\.?\s{0,2}[:\s]", re.IGNORECASE)
ROLE = re.compile(
    r"tél|tel\b|port\.|mobile|fax|www\.|https?://|@|\b0\d(?:[\s.]?\d\d){4}\b|gérante?|directeur|directrice"
    r"|responsable|secrétaire|sarl|\bsas\b|drh\b|service\s",
    re.IGNORECASE,
)


def split_signature(text: str) -> tuple[str, str | None]:
    """Words and signature; a postscript goes back to the words, which are never left empty."""
    lines = text.split("\n")
    start = min(filter(None, (_delimited(lines), _mailer(lines), _notice(lines), _formula(lines))), default=len(lines))
    end = next((at for at in range(start, len(lines)) if POSTSCRIPT.match(lines[at])), len(lines))
    words = "\n\n".join(filter(None, ("\n".join(one).strip("\n ") for one in (lines[:start], lines[end:]))))
    closing = "\n".join(lines[start:end]).strip()
    return (words.rstrip(), closing) if closing and words.strip() else (text.rstrip(), None)


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


def _mailer(lines: list[str]) -> int | None:
    """The line that a telephone or a webmail adds, when it ends the letter."""
    for at, line in enumerate(lines):
        if MAILER.match(line.strip()[:300]) and _following(lines, at) <= 2:
            return at
    return None


def _notice(lines: list[str]) -> int | None:
    """From a legal or ecological notice to the end, when what follows is as long-winded as notices are."""
    for at, line in enumerate(lines):
        if at and NOTICE.match(line.strip()[:400]):
            return at
    return None


def _formula(lines: list[str]) -> int | None:
    """From a closing formula alone on its line, when a few short lines follow it to the end."""
    for at in range(len(lines) - 1, 0, -1):
        if CLOSING.fullmatch(lines[at].strip()[:120]):
            after = [line for line in lines[at + 1 :] if line.strip() and not NOTICE.match(line.strip()[:400])]
            noticed = _notice(lines) or len(lines)
            short = [line for line in lines[at + 1 : noticed] if line.strip()]
            return at if after and len(short) <= MAX_LINES and all(len(line) < 120 for line in short) else None
    return None
