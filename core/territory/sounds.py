"""How a name sounds in French: « Sauçay », « Sossay » and « Saucé » are one; spellings that people hear alike meet here."""

import re

from core.territory.names import bare

# In this order: each step relies on those before it. Capitals and digits stand for sounds of several letters.
_STEPS = (
    ("ph", "f"), ("qu", "k"), ("ck", "k"), ("sch", "S"), ("ch", "S"), ("sh", "S"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
    ("c", "k"), ("ueau", "uo"), ("gue", "Ge"), ("gui", "Gi"), ("ge", "je"), ("gi", "ji"), ("gy", "ji"), ("gn", "N"), ("eau", "o"),
    ("au", "o"),
    ("ain", "1"), ("ein", "1"), ("ay", "e"), ("ai", "e"), ("ei", "e"), ("y", "i"), ("em", "2"), ("en", "2"), ("am", "2"),
    ("an", "2"), ("im", "1"), ("in", "1"), ("un", "1"), ("om", "3"), ("on", "3"), ("w", "v"), ("z", "s"), ("x", "s"), ("h", ""),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


def sound(name_key: str) -> str:
    """The sound of a name's key: article, blanks and one silent ending left out; "" when nothing is left of it."""
    said = bare(name_key).replace("saint", "st").replace(" ", "")
    for letters, heard in _STEPS:
        if letters in said:
            said = said.replace(letters, heard)
    said = _TWICE.sub(r"\1", said)
    return said.removesuffix("s").removesuffix("e") if len(said) > 3 else said
