"""What a firm's or a school's gateway writes above a letter that comes from outside: no words of its author."""

import re

BANNER = re.compile(
    r"\W{0,6}(?:attention|caution|warning|avertissement|prudence|important|alerte|s[ée]curit[ée]|externe?|external)\b.{0,80}"
    r"\b(?:courriel|courrier|e-?mail|message|mail|m[ée]l|exp[ée]diteur|sender|origine)\b.{0,200}\b(?:ext[ée]rieure?|externe|outside|external)\b"
    r"|\W{0,6}(?:ce|cet|le)\s(?:courriel|courrier|e-?mail|message|mail|m[ée]l)\b.{0,60}"
    r"\b(?:provient|[ée]mane|vient|(?:a\s)?[ée]t[ée]\s(?:envoy|[ée]mis|exp[ée]di)\w*)\b.{0,80}\b(?:ext[ée]rieure?|externe|hors\sd\w+|inconnu)\b"
    r"|\W{0,6}this\s(?:e-?mail|message)\s(?:originated|came|was\ssent)\sfrom\s(?:an\s)?(?:outside|external)\b"
    r"|vous\sn[’'](?:obtenez|avez)\spas\ssouvent|vous\sne\srecevez\spas\ssouvent|certain(?:e?s)?\s(?:personnes|destinataires)\b.{0,60}\bpas\ssouvent"
    r"|\W{0,3}you\sdon[’']t\soften\sget\semail|\W{0,3}some\speople\swho\sreceived\sthis\smessage"
    r"|\W{1,6}(?:externe|external|ext|exp[ée]diteur\sexterne|mail\sexterne|external\s(?:e-?mail|sender))\W{1,6}$",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\W{0,6}(?:ne\s(?:cliquez|r[ée]pondez|communiquez)|n[’']ouvrez|soyez\s(?:prudent|vigilant|attentif)|assurez-vous|v[ée]rifiez\s(?:l|que)"
    r"|(?:do\snot|don[’']t)\s(?:click|open)|d[ée]couvrez\spourquoi|pourquoi\sc|learn\swhy|be\scareful|en\scas\sde\sdoute)",
    re.IGNORECASE,
)
EDGE = re.compile(r"[\s_=*#|+-]{0,200}")


def without_banner(text: str) -> str:
    """The text without the gateway's warning above it; a letter that is nothing else is left as it is."""
    lines = text.split("\n")
    at, warned = 0, False
    while at < len(lines):
        line = lines[at].strip()[:600]
        if BANNER.match(line) or (warned and GOES_ON.match(line)):
            warned = True
        elif not EDGE.fullmatch(line):
            break
        at += 1
    return "\n".join(lines[at:]) if warned and at < len(lines) else text
