"""Files that come with a letter: kept for a person, acknowledged by name, or refused with the reason; never obeyed."""

import base64
import hashlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from core.agenda.records import Matter
from core.database import transaction
from core.pool.records import Offer
from core.post.files import KeptFile
from core.post.inbox import Incoming
from mail.parts.attached import attached
from tests.correspondents import Office, words_of
from tests.mail.builders import a_letter

TABLE = "métier;places\ncuisine;2\n".encode()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAID = "Bonjour, veuillez trouver ci-joint le tableau de nos places. Bien cordialement, Anne Roux"
OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"


@pytest.fixture
def office(engine: Engine) -> Iterator[Office]:
    one = Office("stages@pole.example", engine=engine)
    yield one
    one.close()


def with_files(said: str, *files: tuple[str, str, bytes], **headers: str) -> bytes:
    """A letter with files joined."""
    parts = [f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{said}"]
    for name, kind, data in files:
        head = f'Content-Type: {kind}; name="{name}"\r\nContent-Disposition: attachment; filename="{name}"'
        parts.append(f"{head}\r\nContent-Transfer-Encoding: base64\r\n\r\n{base64.b64encode(data).decode()}")
    body = "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--\r\n"
    return a_letter(body.encode(), Content_Type='multipart/mixed; boundary="b"', **headers)


def kept(office: Office) -> list[KeptFile]:
    with transaction(office.engine) as session:
        return list(session.scalars(select(KeptFile).order_by(KeptFile.id)))


def matters(office: Office) -> list[tuple[str, str]]:
    with transaction(office.engine) as session:
        return [(one.kind, one.text) for one in session.scalars(select(Matter).order_by(Matter.id))]


@pytest.mark.parametrize("said", [SAID, "", "Bonjour, voir pièce jointe", "Voici le tableau de nos offres de stage pour 2027"])
@pytest.mark.parametrize(
    ("name", "kind"), [("places.csv", "text/csv"), ("Places 2027.XLSX", XLSX), ("p.ods", "application/octet-stream")]
)
def test_a_table_is_kept_acknowledged_by_name_and_not_obeyed(office: Office, said: str, name: str, kind: str) -> None:
    office.hear(with_files(said, (name, kind, TABLE), Subject="Re: places"))
    (answer,) = office.letters()
    said_back = words_of(answer)
    assert f"votre tableau « {name} »" in said_back and "le regardera" in said_back and "?" not in said_back, said_back
    (file,) = kept(office)
    assert (file.kind, file.size, file.sha256, file.address) == (
        "table",
        len(TABLE),
        hashlib.sha256(TABLE).hexdigest(),
        "a.roux@atelier.example",
    )
    assert [kind for kind, _ in matters(office)] == ["file"]
    with transaction(office.engine) as session:
        assert session.scalars(select(Offer)).all() == []
        assert attached(session.get_one(Incoming, file.message_id).raw, file.part) == TABLE


def test_the_coordinator_sees_the_file_in_the_digest(office: Office) -> None:
    office.hear(with_files(SAID, ("places.csv", "text/csv", TABLE)))
    office.now += timedelta(days=1) - timedelta(hours=2)
    office.make_rounds()
    (digest,) = [words_of(one) for one in office.letters() if "places.csv" in words_of(one) and "Bonjour Madame" in words_of(one)]
    assert "a envoyé, à regarder : le fichier « places.csv » (1 ko)" in " ".join(digest.split())


def test_an_offer_in_the_words_is_filed_and_the_file_is_kept_beside_it(office: Office) -> None:
    office.hear(with_files(OFFER, ("fiche.pdf", "application/pdf", b"%PDF-1.7")))
    said = words_of(office.letters()[0])
    assert "OF-2026-00001" in said and "votre fichier « fiche.pdf »" in said
    assert [one.kind for one in kept(office)] == ["document"]


@pytest.mark.parametrize(
    ("name", "kind", "data", "why"),
    [
        ("macros.xlsm", XLSX, b"PK", "ce type de fichier"),
        ("tout.zip", "application/zip", b"PK", "ce type de fichier"),
        ("places.csv.exe", "text/csv", b"x", "ce type de fichier"),
        ("places.csv", "text/csv", b"MZ\x90", "c’est un programme"),
        ("places.csv", "text/csv", b"", "le fichier est vide"),
        ("gros.csv", "text/csv", b"x" * (10 * 1024 * 1024 + 1), "dépasse la taille"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_with_the_reason(office: Office, name: str, kind: str, data: bytes, why: str) -> None:
    office.hear(with_files("Bonjour, notre tableau", (name, kind, data)))
    said = words_of(office.letters()[0])
    assert f"pas pu garder « {name} »" in said and why in said
    assert kept(office) == []


def test_logos_cards_and_signatures_are_not_spoken_of(office: Office) -> None:
    aside = (
        ("image001.png", "image/png", b"x"),
        ("smime.p7s", "application/pkcs7-signature", b"x"),
        ("ATT00001.txt", "text/plain", b"x"),
    )
    office.hear(with_files(OFFER, *aside))
    assert "pu garder" not in words_of(office.letters()[0]) and kept(office) == [] and matters(office) == []


def test_a_coordinator_who_sends_a_table_hears_that_it_is_kept(office: Office) -> None:
    west = office.house.territory.coordinators["c-ouest"]
    office.hear(
        with_files("Bonjour, voici le tableau des lycées", ("besoins.ods", "application/octet-stream", TABLE), From=west.email)
    )
    assert "Votre fichier « besoins.ods » est gardé" in words_of(office.letters()[0])
    assert [one.contact_id for one in kept(office)] == [None]


def test_the_same_letter_dealt_with_again_keeps_its_file_once(office: Office) -> None:
    letter = with_files(SAID, ("places.csv", "text/csv", TABLE))
    office.hear(letter)
    office.hear(letter)
    assert len(kept(office)) == 1


def test_a_robots_table_is_left(office: Office) -> None:
    office.hear(with_files(SAID, ("places.csv", "text/csv", TABLE), Auto_Submitted="auto-generated"))
    assert kept(office) == [] and office.letters() == []
