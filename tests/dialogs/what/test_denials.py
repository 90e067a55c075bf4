"""What is denied, taken back or asked of the youth is not offered."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.what.denials import affirmed, requirements
from dialogs.what.levels import find_levels


def levels(said: str) -> str:
    words = words_of(prepare(said))
    held = requirements(find_levels(words), words)
    kept = [hit for hit in affirmed(find_levels(words), words) if not any(hit.first in region for region in held)]
    return " ".join(level for hit in kept for level in hit.value.levels)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("pas de segpa, un 3e", "troisieme"),
        ("si jamais vous avez un 3e", "troisieme"),
        ("pas de souci pour un bac pro", "bac_pro"),
        ("c'est un BTS et non un CAP", "bts"),
        ("un BTS... pardon, un BUT", "but"),
        ("un apprenti BP ayant déjà le CAP ou un bac pro", "bp"),
        ("un BP, titulaire du CAP", "bp"),
        ("un BP (il faut avoir le CAP)", "bp"),
        ("je peux avoir un 3e", "troisieme"),
        ("un BTS (bac STI2D ou bac pro)", "bts"),
        ("j'ai un CAP et un BP, je prends un 3e", "troisieme"),
        ("Diplôme : CAP", "cap"),
        ("un futur diplômé du BTS", "bts"),
    ],
)
def test_only_what_is_offered_is_kept(said: str, kept: str) -> None:
    assert levels(said) == kept
