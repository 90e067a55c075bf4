"""Subjects of answers: the person's own words, « Re: » once, the number once and never cut off."""

import pytest

from dialogs.wording.subject import answer_subject, numbered


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Stagiaires 2027", "Re: Stagiaires 2027 [n° 7]"),
        ("Re: Stagiaires 2027 [n° 7]", "Re: Stagiaires 2027 [n° 7]"),
        ("RE : Stagiaires 2027", "Re: Stagiaires 2027 [n° 7]"),
        ("RE\u00a0: re: Re[2]: Stagiaires", "Re: Stagiaires [n° 7]"),
        ("Réf : AW: SV: Stagiaires", "Re: Stagiaires [n° 7]"),
        ("TR: Stagiaires 2027", "Re: TR: Stagiaires 2027 [n° 7]"),
        ("Re: Tr : Re: Fwd: Stage", "Re: Tr: Stage [n° 7]"),
        ("Re: Stage [n° 3] [n°\u00a04]", "Re: Stage [n° 7]"),
        ("Stage re: cuisine", "Re: Stage re: cuisine [n° 7]"),
        ("Restaurant : 2 places", "Re: Restaurant : 2 places [n° 7]"),
        ("Travaux : un élève", "Re: Travaux : un élève [n° 7]"),
        ("Stage\r\n d’été 🙂", "Re: Stage d’été 🙂 [n° 7]"),
    ],
)
def test_what_mail_programs_put_before_is_said_once(subject: str, answer: str) -> None:
    assert answer_subject(subject, 7) == answer
    assert answer_subject(answer, 7) == answer


def test_a_long_subject_is_cut_between_words_before_the_number() -> None:
    answer = answer_subject("Proposition de stages, " * 40, 1042)
    assert answer.endswith("… [n° 1042]") and len(answer) < 165
    assert answer_subject(answer, 1042) == answer
    assert numbered("x" * 500, 1).endswith("x… [n° 1]")
