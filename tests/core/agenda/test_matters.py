"""What is put before a person: the newest words are seen as well as the first, however many came between."""

from sqlalchemy import Engine, select

from core.agenda.matters import LONGEST, put_before, shortened
from core.agenda.records import Matter
from core.database import transaction
from core.people.acquaintance import Doorstep, meet
from tests.builders import NOW
from tests.day import TERRITORY


def test_a_short_text_stays_as_it_is() -> None:
    assert shortened("Bonjour", 40) == "Bonjour"


def test_of_a_long_text_the_first_and_the_last_words_stay_and_the_rest_is_counted() -> None:
    assert shortened(" ".join("abcdefghijklmnopqrstuvwxyz"), 30) == "a b c […20…] x y z"
    assert shortened("x" * 100, 30) == "xxxxx […1…] xxxxx"


def test_what_was_left_out_before_is_counted_on() -> None:
    once = shortened(" ".join("abcdefghijklmnopqrstuvwxyz"), 40)
    assert once == "a b c d e […16…] v w x y z"
    assert shortened(f"{once} 1 2 3 4 5", 30) == "a b c […25…] 3 4 5"


def test_letters_after_the_matter_is_full_are_seen_with_the_first_ones(engine: Engine) -> None:
    with transaction(engine) as session:
        contact = meet(session, Doorstep("email", "rh@clinique.example"), NOW)
        for n in range(40):
            put_before(session, contact, "overflow", f"lettre{n} " + "mot " * 149, territory=TERRITORY, now=NOW)
        (matter,) = session.scalars(select(Matter))
        seen = shortened(matter.text, 400)
    assert len(matter.text) <= LONGEST and len(seen) <= 400
    assert matter.text.startswith("lettre0 mot") and "lettre39 mot" in matter.text and "lettre20 " not in matter.text
    assert 40 * 150 - 130 < int(seen.partition("[…")[2].partition("…]")[0]) < 40 * 150
