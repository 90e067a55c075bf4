"""How people ask to be known on both channels, to part them, or to be written to on one of them; and the code that links."""

import re
from dataclasses import dataclass
from typing import Literal

from config.pattern import Pattern
from core.post.inbound import Inbound

# What stands around what is asked, in a letter above all.
_ENDS = Pattern(r"[.!?…]+(?=\s|$)|\n")
_GREETING = Pattern(
    r"(?i:bonjour|bonsoir|salut|hello|hi|dear|madame|monsieur)(?: (?i:madame|monsieur|[àa] tous))*"
    r"(?:(?: [A-ZÀ-Ý][\w'’-]*){1,3}\s*(?:[,:;]|$)|\s*[,:;]|$|(?=\s))\s*"
)
_NOT_ME = Pattern(
    r"(?i:ce n['’ ]?(?:est|[ée]tait) pas moi|je n['’ ]?ai rien demand[ée]|(?:this|it) (?:is|was)(?: not|n['’]?t) me)"
    r"\s*[,:;–—-]*\s*"
)
_BOW = Pattern(
    r"(?i:(?:bien )?cordialement|(?:bien )?[àa] (?:vous|toi)|merci|bonne (?:journ[ée]e|soir[ée]e)|salutations|best|kind|regards|"
    r"thank).*"
)
_NAME = Pattern(r"[A-ZÀ-Ý][\w'’-]*(?: [A-ZÀ-Ý][\w'’.-]*){0,3}")
_PLEASE = r"(?:[ ,]{1,3}(?:s[’' ]?il (?:vous|te) pla[iî]t|svp|stp|please|merci|thanks))?\W{0,10}"
_MAILBOX = r"(?:mail|e-?mail|courriel|messagerie|bo[iî]te|adresse|address|mailbox)"
_CHANNEL = rf"(?:{_MAILBOX}|telegram|t[ée]l[ée]gramme?|bot|compte|account|les deux|both)"
_ADDRESS = Pattern(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LINK = Pattern(
    rf"\W{{0,5}}(?:merci de |je (?:veux|voudrais|souhaite) |peux-tu |pouvez-vous |i want to |please )?"
    rf"(?:relie[rz]?|connecte[rz]?|link|connect)(?:[- ]moi)?"
    rf"(?: (?:(?:à|a|et|and|avec|with|to|mon|ma|mes|le|la|ce|cette|my|the|this|autre|other|{_CHANNEL})\b[ ,:]*)+)?"
    rf"(?:[ :]*{_ADDRESS.written})?{_PLEASE}"
)
_UNLINK = Pattern(
    rf"\W{{0,5}}(?:(?:merci|pri[èe]re) de |please )?(?:d[ée]lie[rz]?|s[ée]pare[rz]?|unlink|disconnect)"
    rf"(?: (?:(?:mon|ma|mes|le|la|ce|cette|conversation|de|et|my|the|this|from|and|{_CHANNEL})\b ?)+)?"
    rf"(?:[ :]*{_ADDRESS.written})?{_PLEASE}"
)
_PREFER = Pattern(
    r"\W{0,5}(?:[ée]cri(?:vez|s)|r[ée]ponde?[zs]?|pr[ée]venez|contactez|write to|answer|contact)[- ](?:moi|me)"
    rf"(?: (?:plut[oô]t|toujours|d[ée]sormais|instead|rather|always))? (?:par|sur|by|on|à mon|on my) "
    rf"(?P<channel>{_MAILBOX}|telegram){_PLEASE}"
)
_CODE = Pattern(r"\W{0,5}(?:(?:le |mon |my |the )?code(?: est| is)?\W{1,3})?(\d{4})[ .\u00a0]?(\d{4})\W{0,5}")
LONGEST = 300  # characters: it is asked in a line, with a greeting and a name

What = Literal["link", "unlink", "prefer", "code"]
PRESSED: dict[str | None, What] = {"d.link": "link", "d.unlink": "unlink"}


@dataclass(frozen=True)
class Asked:
    """To link or to part (`rest`: an e-mail address or nothing), to write on the channel `rest` first; or a code, its digits."""

    what: What
    rest: str = ""


def asked_of(inbound: Inbound) -> Asked | None:
    """What a message asks of its channels, when it asks that and nothing else; greetings and names are nothing."""
    if inbound.press in PRESSED:
        return Asked(PRESSED[inbound.press])
    said = _what_is_said(inbound.text) if inbound.kind == "message" and len(inbound.text) <= LONGEST else None
    if said is None:
        return None
    if inbound.channel != "email" and (code := _CODE.fullmatch(said)):
        return Asked("code", code[1] + code[2])
    if _UNLINK.fullmatch(said):
        return Asked("unlink", _address_in(said))
    if preferred := _PREFER.fullmatch(said):
        return Asked("prefer", "telegram" if preferred["channel"] == "telegram" else "email")
    if _LINK.fullmatch(said):
        return Asked("link", _address_in(said))
    return None


def parts(inbound: Inbound) -> bool:
    """Whether a message says « délier », and nothing else."""
    asked = asked_of(inbound)
    return asked is not None and asked.what == "unlink"


def _what_is_said(text: str) -> str | None:
    """The one sentence of a message, in lower case; None when there are several, or none."""
    left: list[str] = []
    for sentence in _ENDS.compiled.split(text):
        said = " ".join(sentence.split())
        if left and (_BOW.fullmatch(said) or _NAME.fullmatch(said)):
            break  # what follows is a signature
        for aside in (_GREETING, _NOT_ME):
            said = said[found.end() :] if (found := aside.match(said)) else said
        left += [said] if said.strip(" ,;:-") else []
    return left[0].lower() if len(left) == 1 else None


def _address_in(said: str) -> str:
    found = _ADDRESS.search(said)
    return found[0].strip(".'-") if found else ""


def spaced(code: str) -> str:
    """A code as it is read and typed: « 4829 1375 »."""
    return re.sub(r"(\d{4})(?=\d)", r"\1 ", code)
