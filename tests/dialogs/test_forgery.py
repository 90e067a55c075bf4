"""Forgeries, as raw letters to a real desk: each is refused or only proposed, logged without an address, and told what to do."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.agenda.proposals import Proposal
from core.agenda.records import Matter
from core.database import converter, transaction
from core.people.records import Address, Contact
from core.pool.records import Offer
from dialogs.pole.rounds import make_rounds
from dialogs.talk.state import Doubted, State, keep_state
from tests.correspondents import Office, opened, words_of
from tests.mail.builders import a_letter

EMPLOYER, COLLEAGUE, THIEF = "d.payet@garage.example", "accueil@garage.example", "mal@evil.example"
COORDINATOR = "pole.sud@example.org"
OFFER = "Garage Ligne Paradis à Saint-Pierre : 2 élèves en CAP carrossier, du 5 au 30 avril 2027. Dany Payet 0692 60 47 12"
WITHDRAW = "Je retire mon offre OF-2026-00001."
AUTHSERV = "mx.pole.example"


@pytest.fixture
def office() -> Iterator[Office]:
    one = Office("stages@pole.example", authserv=(AUTHSERV,))
    write(one, OFFER)
    yield one
    one.close()


class Writer:
    """Numbers letters, so that each has a Message-ID of its own."""

    count = 0


def write(office: Office, words: str, sender: str = EMPLOYER, to: str | None = None, found: str = "") -> list[bytes]:
    """A letter with what our server found of it; the letters that leave then."""
    Writer.count += 1
    headers = {"Authentication-Results": f"{AUTHSERV}; dmarc={found}"} if found else {}
    headers |= {"From": sender, "To": to or office.address, "Message-ID": f"<{Writer.count}@client.example>"}
    office.hear(a_letter(words, headers), timedelta(minutes=5))
    return office.letters()


def reply_to(letter: bytes) -> str:
    return str(opened(letter)["Reply-To"]).rpartition("<")[2].rstrip(">")


def status(office: Office) -> str:
    with transaction(office.engine) as session:
        return session.scalars(select(Offer.status)).one()


def seats(office: Office) -> int | None:
    with transaction(office.engine) as session:
        return session.scalars(select(Offer)).one().draft.seats


def matters(office: Office) -> list[str]:
    with transaction(office.engine) as session:
        return list(session.scalars(select(Matter.kind).where(Matter.closed_at.is_(None))))


def addressee(letter: bytes) -> str:
    return str(opened(letter)["To"])


def test_a_forged_from_takes_nothing_back_and_the_true_owner_is_asked(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    (asked,) = write(office, WITHDRAW)
    assert EMPLOYER in addressee(asked) and "répondez « oui » ou « non » à ce message-ci" in words_of(asked).lower()
    (again,) = write(office, "oui")  # blind: the question went to the mailbox of the owner
    assert status(office) == "to_check" and "c’est bien cela" in words_of(again)
    assert "d…@garage.example" in caplog.text and EMPLOYER not in caplog.text
    write(office, "oui", to=reply_to(asked))
    assert status(office) == "withdrawn"


def test_a_forged_from_changes_and_confirms_nothing(office: Office) -> None:
    (asked,) = write(office, "Finalement une seule place")
    assert seats(office) == 2 and "1 élève de CAP Carrossier" in words_of(asked)
    assert matters(office) == ["proposal"]
    (declined,) = write(office, "Non, c'est une erreur", to=reply_to(asked))
    assert seats(office) == 2 and "reste comme elle est" in words_of(declined) and matters(office) == []


def test_the_token_of_another_person_only_proposes(office: Office) -> None:
    (to_thief, to_owner) = write(office, WITHDRAW, THIEF, to=reply_to(office.sent[0]))
    assert EMPLOYER in addressee(to_owner) and f"depuis l’adresse {THIEF}" in words_of(to_owner)
    assert THIEF in addressee(to_thief) and "Je demande confirmation" in words_of(to_thief)
    assert EMPLOYER not in words_of(to_thief) and "0692" not in words_of(to_thief)
    write(office, "oui", THIEF, to=reply_to(to_thief))
    write(office, "oui", THIEF, to=reply_to(to_owner))  # even with the token of the question itself
    assert status(office) == "to_check"
    (_, told) = write(office, "non", to=reply_to(to_owner))[::-1]
    assert status(office) == "to_check" and THIEF in addressee(told) and "n’a pas confirmé" in words_of(told)


def test_whoever_holds_a_letter_is_shown_no_other_offer_of_its_owner(office: Office) -> None:
    second = OFFER.replace("carrossier", "cuisine").replace("Garage Ligne Paradis", "Restaurant du Port")
    (filed,) = write(office, second, to=reply_to(office.sent[0]))
    (which,) = write(office, "Je retire mon offre", THIEF, to=reply_to(filed))
    assert "Donnez-moi sa référence" in words_of(which) and "OF-2026" not in words_of(which)
    (mine,) = write(office, "Où en est mon offre ?", THIEF, to=reply_to(filed))
    assert "OF-2026" not in words_of(mine)


def test_the_same_letter_again_is_no_news(office: Office) -> None:
    token = reply_to(office.sent[0])
    raw = a_letter("Finalement une seule place", From=EMPLOYER, To=token, Message_ID="<once@garage.example>")
    office.hear(raw)
    assert len(office.letters()) == 1 and seats(office) == 1
    office.hear(raw, timedelta(days=1))
    assert office.letters() == []


def test_an_old_token_in_a_new_letter_ends_no_offer_by_itself(office: Office) -> None:
    stolen = reply_to(office.sent[0])  # by somebody who also forges the From
    (asked,) = write(office, WITHDRAW, to=stolen)
    assert "Je retire OF-2026-00001" in words_of(asked) and reply_to(asked) != stolen
    write(office, "oui", to=stolen)
    assert status(office) == "to_check"
    write(office, "oui", to=reply_to(asked))
    assert status(office) == "withdrawn"
    (replayed,) = write(office, "oui", to=reply_to(asked))
    assert "déjà réglé" in words_of(replayed)


def test_a_token_that_we_never_signed_proves_nothing(office: Office) -> None:
    token = reply_to(office.sent[0])
    write(office, "Finalement une seule place", to=token.replace("+1.", "+2."))
    write(office, "Finalement une seule place", to=f"stages+1.{'a' * 20}@pole.example")
    assert seats(office) == 2


def test_an_expired_token_costs_one_more_yes(office: Office) -> None:
    token = reply_to(office.sent[0])
    office.now += timedelta(days=181)
    (asked,) = write(office, "Finalement une seule place", to=token)
    assert seats(office) == 2 and "plus de 180 jours" in words_of(asked)
    write(office, "oui", to=reply_to(asked))
    assert seats(office) == 1


def test_a_sender_found_forged_acts_on_nothing_and_its_owner_hears_of_it_once_a_day(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    token = reply_to(office.sent[0])
    (told,) = write(office, WITHDRAW, to=token, found="fail")
    assert "je n’en ai rien fait" in words_of(told) and "retire" not in words_of(told)
    assert write(office, "Finalement une seule place", to=token, found="fail") == []
    assert (status(office), seats(office), matters(office)) == ("to_check", 2, ["doubtful"])
    assert "found forged" in caplog.text and EMPLOYER not in caplog.text
    with transaction(office.engine) as session:
        assert session.scalars(select(Proposal)).all() == []


def test_a_stranger_found_forged_may_still_offer_and_is_checked(office: Office) -> None:
    write(office, OFFER.replace("carrossier", "cuisine"), "x@inconnu.example", found="fail")
    with transaction(office.engine) as session:
        assert session.scalars(select(Offer).order_by(Offer.id.desc())).first().check_reason == "sender"  # type: ignore[union-attr]


def test_a_sender_found_genuine_may_confirm_without_a_token_and_no_more(office: Office) -> None:
    (kept,) = write(office, "Mon offre OF-2026-00001 est toujours valable", found="pass")
    assert "reste ouverte" in words_of(kept)
    write(office, "Finalement une seule place", found="pass")
    write(office, WITHDRAW, found="pass")
    assert (status(office), seats(office)) == ("to_check", 2)


def test_the_number_in_the_subject_counts_with_a_genuine_sender_only(office: Office) -> None:
    (asked,) = write(office, WITHDRAW)
    number = str(opened(asked)["Subject"]).partition("[")[2]
    for n, found in enumerate(("", "dmarc=pass")):
        seal = {"Authentication-Results": f"{AUTHSERV}; {found}"} if found else {}
        letter = a_letter("oui", seal, From=EMPLOYER, Subject=f"RE: Stage [{number}", Message_ID=f"<hint{n}@garage.example>")
        office.hear(letter, timedelta(minutes=5))
        office.letters()
        assert status(office) == ("withdrawn" if found else "to_check")


def a_digest(office: Office) -> bytes:
    office.now = office.now.replace(hour=4) + timedelta(days=1)  # 8:00 in La Réunion
    with transaction(office.engine) as session:
        make_rounds(session, office.house, office.now)
    return next(letter for letter in office.letters() if COORDINATOR in addressee(letter))


def test_orders_are_obeyed_from_the_right_address_in_the_right_thread(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    token = reply_to(a_digest(office))
    write(office, "1 non : doublon", COORDINATOR)  # anybody can type this From
    write(office, "1 non : doublon", THIEF, to=token)
    write(office, "1 non : doublon", "x@inconnu.example")
    write(office, "1 non : doublon", COORDINATOR, to=token, found="fail")
    assert status(office) == "to_check"
    assert caplog.text.count("refused") == 3 and caplog.text.count("found forged") == 1
    assert not any(address in caplog.text for address in (COORDINATOR, THIEF, "x@inconnu"))
    write(office, "1 ok", COORDINATOR, to=token, found="pass")
    assert status(office) == "available"


def test_an_old_digest_is_not_obeyed(office: Office) -> None:
    token = reply_to(a_digest(office))
    office.now += timedelta(days=181)
    (told,) = [one for one in write(office, "1 non : doublon", COORDINATOR, to=token) if COORDINATOR in addressee(one)]
    assert "plus de 180 jours" in words_of(told) and status(office) == "to_check"


def test_the_answer_of_a_colleague_reaches_the_coordinator_and_closes_no_question(office: Office) -> None:
    token = reply_to(a_digest(office))
    write(office, "1 demander : quels horaires ?", COORDINATOR, to=token)
    office.now += timedelta(hours=1)
    (question,) = office.letters()
    (thanked,) = write(office, "de 7 h 30 à 15 h 30, repos le samedi", COLLEAGUE, to=reply_to(question))
    assert "je le transmets à M. Éric EXEMPLE-SUD" in words_of(thanked) and matters(office) == ["feedback"]
    write(office, "de 8 h à 16 h", to=reply_to(question))
    assert matters(office) == ["feedback", "answer"]


@pytest.mark.parametrize("proved", [True, False])
def test_what_a_forger_left_in_doubt_is_not_done_when_the_owner_explains_it(office: Office, proved: bool) -> None:
    doubted = Doubted("Finalement une seule place", office.now, ("update_offer", "question"), proved=proved)
    with transaction(office.engine) as session:
        asked = State("collecting", turn=1, asking="choice", doubted=doubted)
        session.scalars(select(Contact)).one().state = keep_state(asked, converter())
    (answer,) = write(office, "changer une offre", to=reply_to(office.sent[0]))
    assert seats(office) == (1 if proved else 2)
    assert ("C’est changé" in words_of(answer)) == proved and ("c’est bien cela" in words_of(answer)) != proved


def test_without_plus_addresses_our_signed_message_id_is_what_proves() -> None:
    office = Office("stages@pole.example", plus=False)
    write(office, OFFER)
    ours = str(opened(office.sent[0])["Message-ID"])
    assert reply_to(office.sent[0]) == office.address
    for n, answered in enumerate((ours.replace("<o", "<o9", 1).replace("+", "")[:-30] + "@pole.example>", ours)):
        letter = a_letter("Finalement une seule place", From=EMPLOYER, In_Reply_To=answered, Message_ID=f"<plus{n}@x>")
        office.hear(letter, timedelta(minutes=5))
        assert seats(office) == (1 if answered == ours else 2)
    office.close()


def test_a_colleague_who_asks_for_a_person_reaches_the_one_in_charge(office: Office) -> None:
    (told,) = write(office, "Je voudrais parler à quelqu'un", COLLEAGUE, to=reply_to(office.sent[0]))
    assert "M. Éric EXEMPLE-SUD" in words_of(told)
    (other,) = write(office, "Annuler", "nouveau@inconnu.example")
    assert "réponse d’un coordinateur" not in words_of(other)


def test_another_person_to_call_is_confirmed_by_the_one_who_was_named(office: Office) -> None:
    (_, asked) = write(office, "Appelez plutôt Marie Hoarau au 0692 11 22 33", COLLEAGUE, to=reply_to(office.sent[0]))
    assert "la personne à joindre devient Marie Hoarau, 0692 11 22 33" in words_of(asked)
    write(office, "oui", to=reply_to(asked))
    with transaction(office.engine) as session:
        assert session.scalars(select(Offer)).one().callback.phone == "+262692112233"


def test_a_yes_from_another_address_of_the_owner_counts_once_it_answers_the_question_put_to_that_address(office: Office) -> None:
    other = "dany@payet.example"
    (first,) = write(office, WITHDRAW)
    with transaction(office.engine) as session:
        owner = session.scalars(select(Contact)).one()
        session.add(Address(contact_id=owner.id, channel="email", address=other, heard_at=office.now))
    (asked,) = write(office, "oui", other)
    assert status(office) == "to_check" and other in addressee(asked) and reply_to(asked) != reply_to(first)
    (again,) = write(office, "oui", other, to=reply_to(first))  # the token of another address proves nothing
    assert status(office) == "to_check" and other in addressee(again)
    write(office, "oui", other, to=reply_to(asked))
    assert status(office) == "withdrawn"
    for settled in (write(office, "oui", to=reply_to(first)), write(office, "oui", other, to=reply_to(asked))):
        assert "déjà réglé" in words_of(settled[0])
