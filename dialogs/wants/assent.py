"""Yes or no to what was last asked, as people say it: « oui », « 👍 », « c’est bon », « non c parfait », « mwais »."""

from config.pattern import Pattern
from dialogs.understanding.text import Text

_LEAD = r"^\W{0,20}(?:(?:ah|ben|bah|mais|euh|alors|bon)[ ,]{1,3}){0,3}"
_ITS = r"c'?(?:est)? ?"
_YES = (
    r"oui|ouais|ui|wi|vi|yes|yep|yeah|o\.?k{1,4}|oki|okay|okey|d'?accord|dac|dacc|exact(?:ement)?",
    r"parfait(?:ement)?|tout a fait|absolument|volontiers|impec(?:cable)?|nickel|entendu|bien (?:sur|entendu)",
    r"evidemment|affirmatif|avec plaisir|super|tres bien",
    r"(?:il n'y a )?(?:pas de|aucun) (?:souci|soucis|probleme|pb)|ca (?:marche|roule|me va|nous va|convient)",
    r"(?:je|nous) (?:vous )?(?:le )?(?:confirm\w{1,3}|valid\w{1,3})",
    r"(?:valid|confirm)(?:e|er|ez|ons)|correct|(?:tout (?:est )?)?(?:le? )?bon(?!jour|soir)",
    r"that'?s (?:right|it|fine|correct|ok)|right|sure|fine|of course|all good|go ahead|no (?:problem|worries)",
    _ITS + r"(?:bien )?(?:bon|ok|parfait|ca|exact|tout bon|correct|juste|nickel)",
)
_NO = r"non|nan|nope|no(?! (?:problem|worries))|not really|pas du tout|surtout pas|jamais|negatif|pas d'accord|not at all"
_PRAISE = (
    rf"(?:{_ITS})?(?:parfait|tres bien|bon\b(?! pas)|nickel|impec\w{{0,5}}|ca (?:me )?va|(?:pas de|aucun) (?:souci|probleme|pb))"
)
YES = Pattern(rf"{_LEAD}(?:{'|'.join(_YES)})\b")
NO = Pattern(rf"{_LEAD}(?:(?:{_NO})\b|{_ITS}(?:pas|faux)\b|(?:ce )?n'est pas\b)")
FILLER_NO = Pattern(rf"^\W{{0,20}}(?:non|nan)(?: (?:non|nan))?\b[ ,]{{0,3}}{_PRAISE}\b")
THUMB = Pattern(r"^\s{0,20}(?:👍|👌|✅|✔|💯|🆗|🤝)")
THUMB_DOWN = Pattern(r"^\s{0,20}(?:👎|❌|🚫)")


def find_assent(text: Text) -> bool | None:
    """True for yes, False for no, None for neither: only the beginning counts; « bien reçu » assents to nothing."""
    head = text.folded[:80]
    if THUMB.match(text.original) or FILLER_NO.match(head):
        return True
    if THUMB_DOWN.match(text.original) or NO.match(head):
        return False
    return True if YES.match(head) else None
