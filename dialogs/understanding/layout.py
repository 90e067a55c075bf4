"""The parts of a message: its body and its signature, and which words already mean something else (addresses, numbers)."""

import re

from dialogs.understanding.text import Span, Text

EMAIL = re.compile(r"[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}")
LINK = re.compile(r"(?:https?://|www\.)[^\s>]{1,300}")
_CLOSING = re.compile(
    r"(?:^|\n)[ \t>]{0,5}(?:bien |tres |tres bien |sinceres? )?"
    r"(?:cordialement|cdlt|cdt|cordiales? salutations|salutations"
    r"|sincerement|respectueusement|amicalement|a bientot|bonne journee"
    r"|bonne reception|bien a vous|dans l'attente|merci d'avance"
    r"|merci par avance|merci|best regards|kind regards|regards|sincerely|thanks|--)"
    r"[^\n]{0,60}(?:\n|$)"
)
_PLAIN_CLOSING = re.compile(r"cordial|cdl?t|salutations|regards|--|bien a vous")
_INLINE = re.compile(r"\b(?:cordialement|cdlt|cdt|salutations|bien a vous)[ ,.!]{1,4}(?=[a-z])")


def signature_start(text: Text) -> int:
    """Where the signature begins in the folded text; its length when there is none."""
    folded = text.folded
    starts = [m.end() for m in _CLOSING.finditer(folded) if m.end() > len(folded) * 0.3 or _PLAIN_CLOSING.search(m[0])]
    inline = [m.end() for m in _INLINE.finditer(folded)]
    if not starts:
        return inline[-1] if inline else len(folded)
    return starts[-1] if not inline or inline[-1] <= starts[-1] else min(starts[-1], inline[-1])


def addresses(text: Text) -> list[tuple[str, Span]]:
    """E-mail addresses as written, with their place in the original."""
    return [(text.span(*m.span()), text.origin(*m.span())) for m in EMAIL.finditer(text.folded)]


def links(text: Text) -> list[Span]:
    """Web addresses."""
    return [text.origin(*m.span()) for m in LINK.finditer(text.folded)]
