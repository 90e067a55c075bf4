"""The letter of the week to a school: who gets it when, what it shows, what its answers do, and that it does no harm twice."""

from datetime import date, datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from config.territory import Need
from core.agenda.records import Digest
from core.database import transaction
from core.people.members import Member, keep_member
from core.pool.filing import UNDO
from core.pool.holds import Hold
from core.pool.needs import key_of_need, needs_as_stated
from core.pool.records import Offer
from core.post.inbound import Arrival, Inbound
from core.post.inbox import Incoming, record
from core.post.outbox import Outgoing
from core.post.threads import Thread
from core.post.tokens import sign
from core.territory.workdays import at_local, opens_week
from dialogs.arrivals.case import Case
from dialogs.pole.rounds import make_rounds
from dialogs.pole.school_desk import school_writes
from dialogs.post.promptness import DIGEST_TIME
from tests.builders import a_draft
from tests.day import HOUSE, TERRITORY, WEST, a_digest, an_offer, answer, shown

LEPERVANCHE, MAIL = "9740552G", "ddfpt@lycee.example"
MELEC = next(
    need for need in TERRITORY.needs if (need.uai, need.programme, need.start) == (LEPERVANCHE, "bac-pro-melec", date(2027, 2, 1))
)


def at(day: date, hours: float = 1) -> datetime:
    return at_local(day, DIGEST_TIME, TERRITORY) + timedelta(hours=hours)


MONDAY = date(2026, 11, 30)  # a first school day of a week
assert opens_week(MONDAY, TERRITORY)


def a_member(session: Session, name: str = "Mme Payet", mail: str = MAIL) -> Member:
    keep_member(session, Member(school=LEPERVANCHE, name=name, email=mail, added_at=at(MONDAY)))
    return session.scalars(select(Member).where(Member.email == mail)).one()


def letters(session: Session, mail: str = MAIL) -> list[Outgoing]:
    return list(session.scalars(select(Outgoing).where(Outgoing.address == mail).order_by(Outgoing.id)))


def last(session: Session, mail: str = MAIL) -> str:
    return shown(letters(session, mail)[-1].message.blocks)


def number_of_class(letter: Outgoing) -> int | None:
    """Under what a letter asks about the class."""
    words = (block for block in letter.message.blocks if "électricité" in block.text and "19 février 2027\u00a0:" in block.text)
    return next((block.number for block in words if block.kind == "item"), None)


def says(session: Session, text: str, now: datetime, *, thread: Thread | None = None, sender: str = MAIL) -> str | None:
    """A letter in the thread of the last list; what is answered."""
    rows = select(Thread).where(Thread.address == MAIL, Thread.digest_id.is_not(None)).order_by(Thread.id.desc())
    thread = thread or session.scalars(rows.limit(1)).one()
    number = (session.scalar(select(func.max(Incoming.id))) or 0) + 1
    letter = Inbound(
        "email", f"s{number}", sender, now, text=text, tokens=(sign(HOUSE.key, thread.id, thread.address, at(MONDAY)),)
    )
    record(session, [Arrival(letter, b"")], now)
    if not school_writes(Case(session, HOUSE.as_said(session), letter, number, now)):
        return None
    return shown(session.scalars(select(Outgoing).where(Outgoing.key.like(f"answer:{number}%"))).one().message.blocks)


def stated(session: Session) -> Need:
    needs = needs_as_stated(session, HOUSE.needs).needs
    return next(need for need in needs if key_of_need(need) == key_of_need(MELEC))


def test_at_the_head_of_a_week_a_school_sees_what_fits_its_classes_and_no_contact(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        an_offer(session, vetted=True)
        an_offer(session, "Le Salon", vetted=True, programmes=("cap-coiffure",), fields=("coiffure",), levels=("cap",))
        an_offer(session, "À vérifier")
        make_rounds(session, HOUSE, at(MONDAY, -1))
        assert not letters(session)
        make_rounds(session, HOUSE, at(MONDAY))
        [letter] = letters(session)
        said = shown(letter.message.blocks)
        assert "Une offre pour vos classes" in (letter.message.envelope.subject or "")
        assert (
            "Pharmacie de la Baie, Le Port : 2 élèves de bac pro Métiers de l’électricité" in said and "2 places libres" in said
        )
        assert "Salon" not in said and "À vérifier" not in said and "0692" not in said and "Lauret" not in said
        make_rounds(session, HOUSE, at(MONDAY, 2))
        make_rounds(session, HOUSE, at(MONDAY + timedelta(days=1)))
        assert len(letters(session)) == 1


def test_seats_taken_from_the_list_are_held_and_all_sides_hear_when_undo_is_over(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        a_member(session, "M. Grondin", "grondin@lycee.example")
        offer = an_offer(session, vetted=True, seats=3)
        make_rounds(session, HOUSE, at(MONDAY))
        echo = says(session, "1 je prends 2", at(MONDAY, 2)) or ""
        assert "2 places vous sont réservées jusqu’au lundi 7 décembre" in echo and "Mme Lauret, 0692 00 00 12" in echo
        assert (offer.seats_left, offer.seats_held) == (3, 2)
        told = session.scalars(select(Outgoing).where(Outgoing.due_at == at(MONDAY, 2) + UNDO)).all()
        assert {row.address for row in told} == {"7", "grondin@lycee.example"}
        assert "2 places vous sont déjà réservées" in (says(session, "1 je prends 2", at(MONDAY, 2)) or "")
        assert "C’est noté : 1 place prise" in (says(session, "1 : 1 pris", at(MONDAY, 5)) or "")
        assert (offer.seats_left, offer.seats_held) == (2, 0)
        assert "Rien ne vous est réservé" in (says(session, "1 rendu", at(MONDAY, 6)) or "")
        assert "Il ne reste que 2 places libres" in (says(session, "1 je prends 3", at(MONDAY, 6)) or "")


def test_undone_within_thirty_minutes_nobody_hears_of_it_and_later_it_is_given_back(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        offer = an_offer(session, vetted=True)
        make_rounds(session, HOUSE, at(MONDAY))
        for undo in ("annuler", "1 rendu", "annuler 1"):
            says(session, "1 je prends", at(MONDAY, 2))
            assert offer.seats_held == 2
            assert "l’entreprise n’en a rien su" in (says(session, undo, at(MONDAY, 2.25)) or "")
            assert offer.seats_held == 0
        assert not session.scalars(select(Outgoing).where(Outgoing.address == "7", Outgoing.status == "waiting")).all()
        says(session, "1 je prends", at(MONDAY, 2))
        assert "Rien à annuler" in (says(session, "annuler", at(MONDAY, 3)) or "")
        assert "les places sont rendues" in (says(session, "1 rendu", at(MONDAY, 3)) or "")
        assert offer.seats_held == 0


def test_what_a_school_takes_the_coordinator_sees_and_may_still_decide(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        an_offer(session, vetted=True)
        digest = a_digest(session)
        make_rounds(session, HOUSE, at(MONDAY))
        says(session, "1 je prends 1", at(MONDAY, 2))
        make_rounds(session, HOUSE, at(MONDAY + timedelta(days=1)))
        assert "1. Réservée (Lycée professionnel Léon de Lepervanche) : Pharmacie de la Baie" in last(session, WEST.email)
        assert "1 place prise, il en reste 1" in answer(session, digest, "1 : 1 prise", at(MONDAY + timedelta(days=1), 2))


def test_seats_are_taken_once_whoever_is_quicker(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        offer = an_offer(session, vetted=True, seats=1)
        digest = a_digest(session)
        make_rounds(session, HOUSE, at(MONDAY))
        answer(session, digest, "1 proposer Moulin Joli", at(MONDAY, 1.5))
        assert "déjà prises ou réservées" in (says(session, "1 je prends", at(MONDAY, 2)) or "")
        assert offer.seats_held == 1 and session.scalar(select(func.count()).select_from(Hold)) == 1


def test_a_class_is_asked_about_thirty_fifteen_and_seven_days_before_and_one_number_answers(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        asked: dict[date, int] = {}
        for day in (date(2026, 12, 1) + timedelta(days=n) for n in range(62)):
            make_rounds(session, HOUSE, at(day))
            number = number_of_class(letters(session)[-1]) if letters(session) else None
            if number and letters(session)[-1].due_at == at(day):
                asked[day] = number
        assert list(asked) == [date(2026, 12, 18)]  # the last day of school before all three dates
        now, number = at(date(2026, 12, 18), 2), asked[date(2026, 12, 18)]
        assert f"Cette classe compte {MELEC.students} élèves" in (says(session, f"{number} : 99", now) or "")
        assert "4 élèves cherchent encore" in (says(session, f"{number} : 4", now) or "")
        assert stated(session).seeking == 4
        assert "tous ont trouvé" in (says(session, f"{number} : 0", now) or "")
        assert stated(session).seeking == 0


def test_seats_given_back_or_not_answered_for_go_to_the_next_school_in_line_once_each(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        second = HOUSE.needs.matches(a_draft(), MONDAY, 2)[1].school
        keep_member(session, Member(school=second.uai, name="M. Técher", email="lacaze@lycee.example", added_at=at(MONDAY)))
        offer = an_offer(session, vetted=True, seats=3)
        make_rounds(session, HOUSE, at(MONDAY))
        says(session, "1 je prends", at(MONDAY, 2))
        assert "C’est noté : 1 place prise" in (says(session, "1 : 1 pris", at(MONDAY, 5)) or "")
        assert (offer.seats_left, offer.seats_held) == (2, 2)  # two go on
        assert "2 places vous sont réservées" in last(session, "lacaze@lycee.example")
        assert "s’intéresse" in last(session, "7") and second.name in last(session, "7")
        make_rounds(session, HOUSE, at(MONDAY + timedelta(days=9), 2))
        assert (offer.seats_left, offer.seats_held) == (2, 0)  # both have had their turn
        assert "Sans réponse de votre part" in last(session, "lacaze@lycee.example")


def test_stop_and_list(engine: Engine) -> None:
    with transaction(engine) as session:
        member = a_member(session)
        an_offer(session, vetted=True)
        make_rounds(session, HOUSE, at(MONDAY))
        assert "plus de lettre de ma part" in (says(session, "stop", at(MONDAY, 2)) or "") and not member.lists
        make_rounds(session, HOUSE, at(MONDAY + timedelta(days=7)))
        assert len(letters(session)) == 2
        assert "OFFRES POUR VOS CLASSES" in (says(session, "liste", at(MONDAY, 3)) or "")
        assert "1 place vous est réservée" in (says(session, "1 je prends 1", at(MONDAY, 4)) or "")  # of the new letter


def test_a_question_goes_to_the_coordinator_who_answers_the_school(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        an_offer(session, vetted=True)
        make_rounds(session, HOUSE, at(MONDAY))
        assert "devant Mme Doriane" in (says(session, "Peut-on envoyer deux élèves de 1re à la place ?", at(MONDAY, 2)) or "")
        digest = a_digest(session, at(MONDAY + timedelta(days=1)))
        answer(session, digest, "1 répondre : oui, bien sûr", at(MONDAY + timedelta(days=1), 1))
        assert "oui, bien sûr" in last(session)


def test_others_do_not_act_on_a_schools_letter(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        offer = an_offer(session, vetted=True)
        make_rounds(session, HOUSE, at(MONDAY))
        assert says(session, "1 je prends 2", at(MONDAY, 2), sender="autre@lycee.example") is None
        assert offer.seats_held == 0
        assert session.scalars(select(Digest).where(Digest.coordinator.like("member:%"))).one()


def test_the_pool_is_not_empty_for_those_who_ask_in_a_fresh_letter(engine: Engine) -> None:
    with transaction(engine) as session:
        a_member(session)
        for text, sender, taken in (("liste", MAIL, True), ("liste", "x@y.example", False), ("Payé ?", MAIL, False)):
            letter = Inbound("email", text + sender, sender, at(MONDAY), text=text)
            record(session, [Arrival(letter, b"")], at(MONDAY))
            number = session.scalar(select(func.max(Incoming.id))) or 0
            assert school_writes(Case(session, HOUSE, letter, number, at(MONDAY))) is taken
        assert "Aucune offre libre" in last(session)
        assert session.scalars(select(Offer)).first() is None
