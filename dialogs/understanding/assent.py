"""Yes or no to what was last asked, as people say it: « oui », « 👍 », « c’est bon », « non c parfait », « mwais »."""

import re

from dialogs.understanding.text import Text

YES = re.compile(
    r"^\W*(?:ah |ben |bah |mais |euh )*(?:oui|ouais|ui|wi|yes|yep|yeah|ok|okay|okey|d'?accord|dac|dacc|c'?(?:est)? ?(?:bon|ok|parfait|ca|exact|bien ca|tout bon)|"
    r"exact(?:ement)?|parfait|tout a fait|absolument|volontiers|impec(?:cable)?|nickel|entendu|bien sur|pas de (?:souci|probleme)|"
    r"ca marche|ca roule|je confirme|je valide|valide[rz]?|confirme[rz]?|correct|le bon|that's (?:right|it)|right|sure|fine)\b"
)
NO = re.compile(r"^\W*(?:ah |ben |bah |mais |euh )*(?:non|nan|nope|no|pas du tout|surtout pas|jamais|negatif)\b(?! ?(?:,? ?(?:c'?(?:est)? ?)?(?:parfait|bon|nickel)))")
FILLER_NO = re.compile(r"^\W*non,? ?(?:c'?(?:est)? ?)?(?:parfait|bon|nickel)\b")
THUMB = re.compile("^\\s*(?:👍|👌|✅|💯|🆗)")
THUMB_DOWN = re.compile("^\\s*(?:👎|❌)")


def find_assent(text: Text) -> bool | None:
    """True for yes, False for no, None for neither; only the beginning of the message counts."""
    head = text.folded[:80]
    if THUMB.match(text.original) or FILLER_NO.match(head):
        return True
    if THUMB_DOWN.match(text.original):
        return False
    if NO.match(head):
        return False
    return True if YES.match(head) else None
