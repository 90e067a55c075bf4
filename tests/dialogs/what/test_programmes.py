"""Kinds, levels, programmes and trades, as the contract wants them filled and left empty."""

import pytest

from dialogs.understanding.text import prepare
from dialogs.understanding.words import words_of
from dialogs.what.names import build_lexicon
from dialogs.what.programmes import Trade, find_trade
from tests.dialogs.understanding.hearing import a_setting

LEXICON = build_lexicon(a_setting().catalogue)


def trade(text: str) -> Trade:
    return find_trade(words_of(prepare(text)), LEXICON)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("1 bacpro elec", "bac-pro-melec"),
        ("cap cuisine ou bac pro", "cap-cuisine bac-pro-cuisine"),
        ("CAP/bac pro cuisine", "cap-cuisine bac-pro-cuisine"),
        ("stagiaire BTS CG ou GPME", "bts-cg bts-gpme"),
        ("ASSP 1re et terminale, pas de 2nde", "bac-pro-assp"),
        ("appr. maçon cap", "cap-macon"),
        ("bts muc", "bts-mco"),
        ("1 stagiaire bac pro commerce", "bac-pro-mcv-a"),
        ("deux élèves en CAP petite enfance", "cap-petite-enfance"),
        ("CAP carrossier", "cap-carrossier"),
        ("1 CAP PSR", "cap-psr"),
        ("bac pro TP", "bac-pro-tp"),
        ("1 bac pro CSR", "bac-pro-csr"),
        ("MELEC", "bac-pro-melec"),
        ("bac pro AGOrA", "bac-pro-agora"),
        ("Bac pro Commercialisation et services en restauration", "bac-pro-csr"),
        ("CAP Production et service en restaurations", "cap-psr"),
        ("bac pro animation et gestion de l'espace commercial", "bac-pro-mcv-a"),
        ("CAP pâtissier ou boulanger", "cap-patissier cap-boulanger"),
        ("BP coiffure", "bp-coiffure"),
        ("BTS FED option C domotique", "bts-fed-c"),
        ("bac pro MV option VTR", "bac-pro-mv-vtr"),
        ("bac pro maintenance des matériels option A (agricoles)", "bac-pro-mm-agricole"),
        ("CAP agricole régions chaudes", "capa-regions-chaudes"),
        ("CAP maintenance des véhicules option voitures particulières", "cap-mv-vl"),
        ("bac pro CGEH", "bac-pro-hippique"),
        ("CS technique du tour en boulangerie pâtisserie", "cs-tour-boulangerie"),
        ("BP ASSP", "bac-pro-assp"),
        ("un stagiaire bac pro transport par câbles", "bac-pro-remontees"),
        ("un BTS Photonique... pardon, un BTS Électrotechnique", "bts-electrotechnique"),
        ("un apprenti BP barman, ayant déjà le CAP cuisine", "bp-barman"),
        ("CAP coifure", "cap-coiffure"),
        ("CAP in pastry", "cap-patissier"),
        ("un apprenti boulanger", ""),
        ("bac pro en mai", ""),
        ("CIEL option réseaux", ""),
        ("un mécano", ""),
        ("vendeuse", ""),
        ("stage de 3e dans mon garage", ""),
        ("un bac pro dans mon garage", ""),
    ],
)
def test_a_programme_needs_a_diploma_and_a_speciality(said: str, codes: str) -> None:
    assert trade(said).programmes == tuple(codes.split())


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ("un 3e", "troisieme"), ("un élève de 3ème", "troisieme"), ("deux collégiens", "troisieme"), ("segpa", "segpa"),
        ("3e segpa", "segpa"), ("3e prépa métiers", "prepa_metiers"), ("2nde", "seconde"), ("seconde générale", "seconde"),
        ("lycéen pro", "cap bac_pro"), ("un lycéen", ""), ("2nde pro", "bac_pro"), ("2nde ou 1ère bac pro ASSP", "bac_pro"),
        ("la 3e semaine de mars", ""), ("BP 12 97400", ""), ("c'est le but", ""), ("un BUT", "but"), ("les 3 élèves", ""),
        ("pas de segpa", ""), ("bac pro et CAP", "cap bac_pro"), ("Cap Méchant", ""),
    ],
)  # fmt: skip
def test_levels_are_read_from_the_words_for_them(said: str, levels: str) -> None:
    assert trade(said).levels == tuple(levels.split())


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("un 3e", "observation"), ("bac pro melec", "pfmp"), ("BTS CG", "sts"), ("CS sommellerie", "pfmp"), ("un stage", None),
        ("apprenti en BTS MCO", "apprenticeship"), ("alternant en logistique", "apprenticeship"),
        ("mini-stage d'un jour", "immersion"), ("stage d'observation", "observation"), ("une PFMP", "pfmp"),
        ("notre maître d'apprentissage", None), ("je cherche pas un apprenti mais un stagiaire de bac pro vente", "pfmp"),
    ],
)  # fmt: skip
def test_the_kind_follows_the_level_unless_it_is_said(said: str, kind: str | None) -> None:
    assert trade(said).kind == kind


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("un apprenti boulanger", "alimentation"), ("un mécano", "automobile"), ("vendeuse", "commerce"),
        ("service ou cuisine peu importe", "restauration"), ("alternant en logistique", "logistique"),
        ("notre chef de cuisine", ""), ("chargée de communication", ""), ("cuisine au feu de bois", "restauration"),
        ("un patisier", "alimentation"), ("un mecanitien", "automobile"), ("un apprenti menuissier", "bois"),
        ("on commence à 8h", ""), ("un passage par la mairie", ""), ("venir en voiture", ""), ("son encadrement", ""),
        ("chaussures de sécurité obligatoires", ""), ("accueil d'un stagiaire", ""), ("permis auto", ""),
    ],
)  # fmt: skip
def test_a_trade_word_gives_its_family(said: str, fields: str) -> None:
    assert trade(said).fields == tuple(fields.split())


def test_a_kind_of_house_is_kept_apart_from_the_trade() -> None:
    found = trade("1 CAP vente dans notre restaurant")
    assert found.fields == ("commerce",) and found.house == ("restauration",)
