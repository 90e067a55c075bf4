"""Whole messages: every rule together, and strange input that must never raise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pool.draft import Draft
from tests.dialogs.understanding.hearing import a_setting, hear

PIECES = (
    *"1 2 un élèves de 3e CAP cuisine MELEC du au 8 26/02 mars à Saint-Leu 97436 pas non pardon Mme Payet garage".split(),
    ",", ".", "?", "-", "•", "et", "ou", "bac pro", "semaine 7", "0692 00 00 27", "\n", "cordialement",
)  # fmt: skip
ASKED = (None, "seats", "place", "contact", "confirm")


def offer(text: str, **circumstances: object) -> Draft:
    offers = hear(text, **circumstances).offers
    assert len(offers) == 1, offers
    return offers[0]


def test_a_text_message_without_a_full_word_is_a_whole_offer() -> None:
    heard = hear("slt jpren 1 stg bacpro elec a st paul debut fev 3 sem tel 0692 00 00 00")
    draft = heard.offers[0]
    assert (draft.kind, draft.programmes, draft.seats, draft.weeks) == ("pfmp", ("bac-pro-melec",), 1, 3)
    assert draft.place and draft.place.name == "Saint-Paul" and heard.contact and heard.contact.phone == "+262692000000"


def test_two_offers_of_one_message_keep_each_its_dates_and_share_the_place() -> None:
    said = "Hôtel des Laves à Saint-Philippe : 2 CAP cuisine du 1er au 26 février et 1 bac pro CSR du 5 au 30 avril."
    first, second = hear(said).offers
    assert (first.programmes, first.seats, second.programmes, second.seats) == (("cap-cuisine",), 2, ("bac-pro-csr",), 1)
    assert first.periods[0].start.month == 2 and second.periods[0].start.month == 4
    assert first.place == second.place and first.place is not None


def test_alternatives_are_one_offer() -> None:
    assert len(hear("je prends un CAP ou un bac pro cuisine en mars").offers) == 1


def test_a_list_is_as_many_offers_as_lines() -> None:
    said = "Nous proposons :\n- 2 élèves de 3e\n- 1 apprenti boulanger\n- 3 bac pro commerce"
    assert [draft.seats for draft in hear(said).offers] == [2, 1, 3]


def test_seats_by_trade_are_offers_by_trade() -> None:
    assert [draft.fields for draft in hear("je prends 2 stagiaires en cuisine et 1 en mécanique").offers] == [
        ("restauration",), ("automobile",),
    ]  # fmt: skip


def test_dates_that_are_said_once_count_for_all() -> None:
    first, second = hear("2 CAP cuisine et 1 bac pro CSR du 5 au 30 avril").offers
    assert first.periods == second.periods and first.periods


def test_a_correction_within_the_message_stands() -> None:
    draft = offer("Garage Ligne Paradis à Saint-Pierre : 2 non pardon 3 élèves en CAP carrossier, du 5 au 30 mai, euh non avril.")
    assert draft.seats == 3 and draft.periods[0].start.month == 4 and draft.place and draft.place.name == "Saint-Pierre"


def test_a_pupil_makes_no_offer() -> None:
    said = "wesh jsuis en 3e jcherche un stage pour decembre a st denis vous avez un truc dans les jeux video ?"
    heard = hear(said)
    assert heard.intent == "candidate" and heard.offers == ()


@pytest.mark.parametrize(
    ("asking", "said", "name"),
    [
        ("organisation", "Chaussures Bourbon", "Chaussures Bourbon"), ("organisation", "TP Salazes", "TP Salazes"),
        ("organisation", "c'est la Kaz à Lire", "la Kaz à Lire"),
        ("organisation", "Garage Ligne Paradis", "Garage Ligne Paradis"),
        ("organisation", "je ne sais pas", None), ("organisation", "c'est quoi la question ?", None),
    ],
)  # fmt: skip
def test_a_bare_answer_names_the_organisation(asking: str, said: str, name: str | None) -> None:
    heard = hear(said, asking=asking)
    assert (heard.organisation and heard.organisation.name) == name
    assert all(draft == Draft() for draft in heard.offers)


@pytest.mark.parametrize(
    ("said", "name", "phone"),
    [
        ("Nadine Técher 0692 55 61 09", "Nadine Técher", "+262692556109"), ("jean-marc", "Jean-Marc", None),
        ("0692701803 apres 11h", None, "+262692701803"), ("Jocelyn au 0692 28 19 75", "Jocelyn", "+262692281975"),
    ],
)  # fmt: skip
def test_a_bare_answer_names_the_person_to_call(said: str, name: str | None, phone: str | None) -> None:
    contact = hear(said, asking="contact").contact
    assert contact and (contact.name, contact.phone) == (name, phone)


def test_a_bare_number_answers_how_many() -> None:
    assert offer("deux", asking="seats").seats == 2


def test_the_name_of_a_programme_answers_without_its_level() -> None:
    said = "animation et gestion de l'espace commercial, la vente en magasin quoi"
    assert offer(said, asking="programme").programmes == ("bac-pro-mcv-a",)


def test_the_kind_is_answered_by_the_level() -> None:
    assert offer("lycée pro", asking="kind").levels == ("cap", "bac_pro")


def test_several_slots_in_one_answer_are_all_read() -> None:
    draft = offer("2, du 5 au 30 avril, à Saint-Louis", asking="seats")
    assert draft.seats == 2 and draft.periods and draft.place and draft.place.name == "Saint-Louis"


def test_a_sender_that_is_a_firm_is_the_organisation() -> None:
    heard = hear("1 place en CAP vente", sender_name="Boulangerie Payet", sender_email="contact@payet.example")
    assert heard.organisation and heard.organisation.name == "Boulangerie Payet"
    assert heard.contact and heard.contact.name is None and heard.contact.email == "contact@payet.example"


def test_a_sender_that_is_a_person_is_the_contact() -> None:
    contact = hear("1 place en CAP vente", sender_name="Sophie Hoareau").contact
    assert contact and contact.name == "Sophie Hoareau"


def test_the_sender_is_no_answer_to_a_question() -> None:
    assert hear("deux", asking="seats", sender_name="Sophie Hoareau").contact is None


def test_the_reference_in_the_subject_counts() -> None:
    assert hear("merci de la retirer", subject="RE: offre OF 2027 140").references == ("OF-2027-00140",)


def test_evidence_points_at_the_words_of_the_message() -> None:
    text = "2 places en CAP cuisine à Saint-Leu"
    evidence = hear(text, subject="Une offre").evidence
    assert evidence and all(text[item.start : item.end] == item.text for item in evidence)


def test_a_condition_on_sex_is_reported_and_the_offer_stands() -> None:
    heard = hear("1 bac pro CSR du 5 au 30 avril, une fille de préférence pour la terrasse")
    assert heard.discrimination == ("sex",) and heard.intent == "offer" and heard.offers[0].seats == 1


def test_a_question_about_a_criterion_is_no_breach() -> None:
    heard = hear("Est-ce que j'ai le droit de demander une fille ?")
    assert (heard.intent, heard.topic, heard.discrimination) == ("question", "discrimination", ())


@pytest.mark.parametrize("text", ["a" * 30_000, "( " * 8_000, "à " * 9_000, "1 CAP " * 3_000, "\0\ud83d", "0692 " * 3_000])
def test_hostile_messages_are_read_in_bounded_time(text: str) -> None:
    assert hear(text).intent


def test_hearing_twice_hears_the_same() -> None:
    text = "2 CAP cuisine à Saint-Leu en mars"
    assert hear(text) == hear(text) and a_setting().gazetteer is a_setting().gazetteer


@given(
    st.text(max_size=400),
    st.text(max_size=60),
    st.text(max_size=40),
    st.sampled_from([None, "seats", "place", "contact", "confirm"]),
)
def test_any_text_whatever_gives_an_answer(text: str, subject: str, sender: str, asking: str | None) -> None:
    heard = hear(text, subject=subject, sender_name=sender, channel="email", asking=asking)
    assert 0 <= heard.confidence < 1
    assert all(text[item.start : item.end] == item.text for item in heard.evidence)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mixture_of_the_words_of_offers_gives_an_answer(pieces: list[str]) -> None:
    assert hear(" ".join(pieces)).intent
