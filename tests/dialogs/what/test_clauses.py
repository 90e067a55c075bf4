"""Two offers in a message are two, and one offer told at length is one."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.what.clauses import split_clauses
from dialogs.what.names import build_lexicon
from tests.dialogs.understanding.hearing import a_setting

LEXICON = build_lexicon(a_setting().catalogue)


def count(said: str) -> int:
    text = prepare(said)
    return len(split_clauses(words_of(text), LEXICON, len(text.folded)))


@pytest.mark.parametrize(
    ("said", "clauses"),
    [
        ("2 CAP cuisine du 1er au 26 février et 1 bac pro CSR du 5 au 30 avril", 2),
        ("2 en cuisine et 1 en mécanique", 2),
        ("4 élèves de 3e en décembre, 2 élèves de 2nde en juin", 2),
        ("1 bac pro melec du 8 au 26 février et 2 bac pro melec du 5 au 30 avril", 2),
        ("je prends 2 élèves : un CAP cuisine et un bac pro CSR", 2),
        ("un CAP ou un bac pro cuisine", 1),
        ("2 élèves de bac pro ou CAP cuisine", 1),
        ("je suis un électricien et je prends un 3e", 1),
        ("3 stagiaires en bac pro commerce pendant 4 semaines", 1),
        ("Stages :\n- 1 bac pro melec\n- 1 BTS CG\nAlternance :\n- 2 CAP électricien", 3),
        ("une élève ou un élève de CAP cuisine, puis un 3e en juin", 2),
        (
            "nos élèves de bac pro logistique :\n- Brest : 2 places, du 1er au 26 mars\n- Rennes : 1 place, du 3 au 28 mai",
            2,
        ),
        ("2 apprentis CAP maçon ; nous avons eu un apprenti CAP peintre l'an dernier", 1),
        ("un apprenti BP coiffure ayant déjà un CAP coiffure", 1),
        ("notre équipe (2 boulangers, 1 pâtissier) prend un 3e", 1),
        ("c'est un BTS tourisme et non un BTS MHR", 1),
        ("3 apprentis : 2 en CAP maçon et 1 en BP carreleur", 2),
        ("ASSP : 3 (et non 5 comme l'an passé)\nCAP AAGA : 1", 2),
        ("1 élève CAP fleuriste semaines 21 et 22 à la boutique de Rouen", 1),
        ("une équipe de 2 plombiers et 1 électricien prend un stagiaire de bac pro ICCER", 1),
        ("une stagiaire CAP AEPE, encadrée par deux auxiliaires de puériculture", 1),
        ("j'ai un CAP, un BP et 20 ans de métier : je cherche un apprenti CAP coiffure", 1),
        ("un stage en boulangerie, 1 place, CAP, en février", 1),
        ("un 3e ou d'un CAP vente", 1),
        ("1 apprenti plombier et 2 apprentis maçons", 2),
        ("deux BTS CG, l'un du 4 janvier au 12 février, l'autre du 17 mai au 25 juin", 2),
        ("Période 1 (janvier) : 2 ASSP\nPériode 2 (mars) : 3 ASSP", 2),
        ("deux apprentis en CAP boulanger, un en CAP pâtissier et un en CAP vente", 3),
        ("Places  Formation\n2       Bac pro MSPC\n1       BTS MS", 2),
        ("CAP cuisine\t2\tdu 1/3 au 26/3\nCAP PSR\t1\tdu 5/4 au 30/4", 2),
        ("bonjour", 1),
        ("", 1),
    ],
)
def test_a_number_before_another_trade_opens_another_offer(said: str, clauses: int) -> None:
    assert count(said) == clauses
