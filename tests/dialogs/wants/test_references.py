"""References in every spelling, and welcome of disabled youths."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.wants.references import find_accessible, find_references


@pytest.mark.parametrize(
    "said", ["OF-2027-00140", "OF 2027 00140", "of 2027 140", "n° OF-2027-140", "OF20270140".replace("OF2027", "OF2027-")]
)
def test_a_reference_is_written_as_the_pool_writes_it(said: str) -> None:
    assert find_references(prepare(said).folded) == ("OF-2027-00140",)


def test_a_date_or_a_price_is_no_reference() -> None:
    assert find_references("le 12/03/2027, 140 euros, offre de 2027") == ()


WELCOME = """
Les candidats RQTH sont les bienvenus
Le poste est ouvert aux personnes en situation de handicap
pas de souci pour un jeune en fauteuil
atelier accessible PMR
Our premises are wheelchair friendly
les élèves handicapés ont toute leur place chez nous
nous avons l'habitude des jeunes suivis par une AESH : ils sont les bienvenus
Nous accueillons un élève, en situation de handicap ou non, en mars
Élève d'ULIS accepté sans problème
un élève d'ULIS peut venir, on a déjà accueilli des jeunes autistes
Nous prendrions volontiers un jeune malentendant, nous adapterons le poste
students with disabilities are welcome
locaux de plain-pied, accessibles aux fauteuils
poste ouvert aux personnes handicapées
RQTH bienvenus
un jeune en fauteuil, ça nous va très bien
une personne sourde c'est bon aussi
un élève handicapé sera reçu comme les autres
À compétences égales, nous étudions avec attention les candidatures de personnes handicapées
"""
OUT_OF_REACH = """
un jeune en fauteuil, c'est compliqué
locaux non accessibles
nous ne pouvons pas accueillir de fauteuil
Nos caves ont des escaliers, donc malheureusement impossible en fauteuil
Le service n'est pas adapté à un stagiaire en fauteuil
bureau au 3e étage sans ascenseur, donc pas possible en fauteuil roulant
sorry, our kitchen is not wheelchair accessible
Malheureusement l'atelier est inaccessible aux personnes à mobilité réduite
difficile pour un jeune en fauteuil, il y a trois marches à l'entrée
Le chantier est incompatible avec un handicap moteur
"""
SILENT = """
nous étudions les candidatures avec attention
un jeune de 3e, c'est bon aussi
2 élèves en mars
accessible en bus
notre atelier est accessible par le tram
Nous employons deux travailleurs handicapés
bureau au 2e étage
le poste est ouvert à tous
Contact : Mme Folio, référente handicap
magasin ouvert du lundi au samedi, un élève de 3e accepté
"""
SAID = ((WELCOME, True), (OUT_OF_REACH, False), (SILENT, None))


@pytest.mark.parametrize(
    ("said", "accessible"),
    [
        (line, answer)
        for lines, answer in ((WELCOME, True), (OUT_OF_REACH, False), (SILENT, None))
        for line in lines.strip().splitlines()
    ],
)
def test_a_welcome_to_disabled_youths_is_heard(said: str, accessible: bool | None) -> None:
    found = find_accessible(prepare(said))
    assert (found[0] if found else None) is accessible


def test_what_was_found_is_shown_in_the_writers_words() -> None:
    text = prepare("Bonjour. Les élèves handicapés sont les bienvenus. Merci")
    found = find_accessible(text)
    assert found and text.original[slice(*found[1])] == "handicapés sont les bienvenus"
