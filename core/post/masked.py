"""Addresses as a log may show them: enough to recognise a case, not enough to write to anybody."""

import re

ADDRESS = re.compile(r"([^\s@<>,;:\"'()\[\]\\=/+]{1,64})(?:\+[^\s@<>]{1,64})?@([^\s@<>,;:\"'()\[\]\\]{1,253})")


def masked(address: str) -> str:
    """`m…@domaine.fr` for an e-mail address; `7…` for the number of a chat."""
    return masked_text(address) if "@" in address else f"{address[:1]}…"


def masked_text(text: str) -> str:
    """A text of any kind (an error of a server, of a database) with every e-mail address in it masked."""
    return ADDRESS.sub(lambda found: f"{found[1][:1]}…@{found[2]}", text)
