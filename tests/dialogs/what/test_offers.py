"""What is offered, over phrases of our own: one offer (trades.csv) and several (several.csv).

The half marked `seen` was looked at while the rules were written: each phrase must be read right. The half marked `kept`
only measures them: a share of it must be.
"""

import csv
import time
from pathlib import Path

import pytest

from core.pool.draft import Draft
from dialogs.understanding.hear import lexicon_of
from dialogs.understanding.reading import read
from dialogs.understanding.text import prepare
from dialogs.what.offers import find_offers
from tests.dialogs.understanding.hearing import a_setting, hear

FOLDER = Path(__file__).parent
Said = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]  # seats, kind, levels, programmes, fields
SHARE = 0.8  # of the phrases never looked at


def rows(name: str, half: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["half"] == half]


def expected(row: dict[str, str]) -> list[Said]:
    if "offers" not in row:
        return [_said(row["seats"], row["kind"], row["levels"], row["programmes"], row["fields"])]
    return sorted(_said(*offer.strip().split("/")) for offer in row["offers"].split(" ; "))


def _said(seats: str, kind: str, *lists: str) -> Said:
    levels, programmes, fields = (tuple(sorted(words.split())) for words in lists)
    return seats, kind, levels, programmes, fields


def offers(said: str) -> tuple[Draft, ...]:
    setting = a_setting()
    return find_offers(read(prepare(said), setting), setting, lexicon_of(setting.catalogue)).drafts


def read_in(said: str) -> list[Said]:
    return sorted(
        _said(str(one.seats or ""), one.kind or "", " ".join(one.levels), " ".join(one.programmes), " ".join(one.fields))
        for one in offers(said)
    )


def cases(half: str) -> list[dict[str, str]]:
    return [*rows("trades", half), *rows("several", half)]


@pytest.mark.parametrize("row", cases("seen"), ids=lambda row: row["said"][:40])
def test_what_is_offered_is_read(row: dict[str, str]) -> None:
    assert read_in(row["said"]) == expected(row)


def test_phrases_never_looked_at_are_mostly_read() -> None:
    right = [read_in(row["said"]) == expected(row) for row in cases("kept")]
    assert sum(right) / len(right) >= SHARE


def test_each_offer_of_a_list_has_its_dates_and_what_is_said_once_counts_for_all() -> None:
    first, second = offers("- CAP PSR : 2 élèves, du 1er au 26 mars 2027\n- Bac pro cuisine : 1 élève, du 3 au 28 mai 2027")
    assert str(first.periods[0].start) == "2027-03-01" and str(second.periods[0].start) == "2027-05-03"
    both = offers("Nous prenons :\n- CAP PSR : 2 élèves\n- Bac pro cuisine : 1 élève\ntous du 3 au 28 mai 2027.")
    assert [str(one.periods[0].start) for one in both] == ["2027-05-03", "2027-05-03"]


def test_a_contract_said_after_a_list_makes_all_of_it_contracts() -> None:
    kinds = {one.kind for one in offers("2 CAP maçon\n1 BP maçon\n1 CAP carreleur\n\nContrats d'apprentissage, dès août.")}
    assert kinds == {"apprenticeship"}


def test_the_dates_of_a_stay_are_not_those_of_a_contract() -> None:
    stay, contract = offers("nous prenons 2 CAP cuisine en mars et un apprenti BP coiffure")
    assert stay.periods and not contract.periods


def test_each_offer_has_its_own_place() -> None:
    first, second = offers("Magasin de Saint-Pierre : 3 apprentis BTS MCO\nMagasin de Saint-Louis : 2 apprentis CAP EPC")
    assert first.place and first.place.name == "Saint-Pierre" and second.place and second.place.name == "Saint-Louis"


def test_the_words_that_gave_each_slot_are_shown() -> None:
    said = "Nous accueillons deux élèves de bac pro cuisine du 1er au 26 mars"
    shown = {(item.slot, item.text) for item in hear(said).evidence}
    assert {("seats", "deux"), ("levels", "bac pro"), ("programmes", "cuisine"), ("fields", "cuisine")} <= shown
    assert ("kind", "apprenti") in {(item.slot, item.text) for item in hear("je prends un apprenti CAP cuisine").evidence}


@pytest.mark.parametrize(
    "piece",
    [
        "1 CAP cuisine, ",
        "• 2 bac pro melec\n",
        "1- un\n2- un\n",
        "patisier menuissier ",
        "j'ai un CAP ",
        "(bac ",
        "n'en ",
        "ou un ",
    ],
)
def test_ten_thousand_hostile_characters_are_read_quickly(piece: str) -> None:
    start = time.process_time()
    offers((piece * 10_000)[:10_000])
    assert time.process_time() - start < 3  # a rule that explodes takes minutes


def test_so_many_a_site_are_as_many_offers_where_the_sites_are_named() -> None:
    said = "L'association gère le périscolaire de Cilaos et des Avirons. Deux stagiaires bac pro AEPA, un par site, en mars."
    assert [(one.seats, one.place.name if one.place else None) for one in offers(said)] == [(1, "Cilaos"), (1, "Les Avirons")]


def test_the_dates_of_another_row_are_those_of_the_row_that_is_named() -> None:
    rows = "• Entrepôt : 2 bac pro logistique en mars\n• Siège : 1 BTS GPME en mai\n• Atelier : 1 CAP cuisine, mêmes dates que"
    for last, month in (("l'entrepôt", 3), ("le siège", 5)):
        assert [period.start.month for period in offers(f"{rows} {last}")[2].periods] == [month]


def test_a_message_has_ten_offers_at_most_and_what_is_counted_after_them_is_not_of_the_last() -> None:
    ten = "".join(f"- {n} CAP cuisine en mars\n" for n in range(2, 12))
    read = offers(ten + "- 12 BTS MCO du 4 au 29 mai\n" * 9)
    assert len(read) == 10
    assert (read[-1].programmes, read[-1].periods) == (read[0].programmes, read[0].periods)
