"""Yes, no, or neither, to the last question."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.wants.assent import find_assent

YES = """
oui|ok|OUI !|okkk|Ok pour moi|c'est bon|c bon|👍|👍🏽|✅|d'accord|pas de souci|non pas de souci|non c parfait
non c'est bon|lé bon|ouais|vi|oki|c'est ça|tout est bon|ça me va|parfait|exactement|Oui, c'est bien cela
yes please|no problem|je confirme|oui mais en mars|je vous confirme les éléments ci-dessous|oui j'annule
"""
NO = "non|nan|non merci|non, 3 places plutôt|pas du tout|pas d'accord|c'est pas ça|ce n'est pas bon|c'est faux|no|not really|👎"
NEITHER = """
mwais|bien reçu|bonjour|bonsoir|1 stagiaire|peut-être|je sais pas|merci|nom : Dupont|nos élèves
notre offre tient toujours|le bonheur
"""


def answers(lines: str) -> list[str]:
    return lines.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("said", answers(YES))
def test_yes_has_many_forms(said: str) -> None:
    assert find_assent(prepare(said)) is True


@pytest.mark.parametrize("said", answers(NO))
def test_no_has_some(said: str) -> None:
    assert find_assent(prepare(said)) is False


@pytest.mark.parametrize("said", answers(NEITHER))
def test_a_receipt_a_doubt_or_a_word_of_its_own_is_neither(said: str) -> None:
    assert find_assent(prepare(said)) is None
