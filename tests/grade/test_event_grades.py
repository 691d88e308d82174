"""Status and civilian-harm grade of an event."""

from dataclasses import replace

import pytest
from grading import (
    CLINIC,
    COUNCIL,
    FRONT,
    LEAGUE,
    SPOKESMAN,
    TALKS,
    attacker,
    count,
    exactly,
    graded,
    on,
    rivals,
    says,
)

from corroborate.model.ledger import Position
from corroborate.testing.builders import a_position

CLINIC_SAYS, COUNCIL_SAYS, FRONT_SAYS = says(CLINIC), says(COUNCIL), says(FRONT)
SPOKESMAN_SAYS = says(SPOKESMAN)
CLAIMS = (CLINIC_SAYS, COUNCIL_SAYS, FRONT_SAYS, SPOKESMAN_SAYS)
ACCUSED = attacker(FRONT, on(CLINIC_SAYS))
OWNED_UP = attacker(FRONT, on(FRONT_SAYS))
DENIED = attacker(FRONT, on(CLINIC_SAYS), on(FRONT_SAYS, "denies"))
DEAD = exactly(4, on(CLINIC_SAYS))


def test_a_belligerent_that_says_it_struck_declares() -> None:
    assert graded(*CLAIMS, attacker=(OWNED_UP,)).status == "declared"


def test_an_attacker_that_others_name_is_alleged() -> None:
    assert graded(*CLAIMS, attacker=(ACCUSED,)).status == "alleged"


def test_an_accused_that_denies_contests() -> None:
    assert graded(*CLAIMS, attacker=(DENIED,)).status == "contested"


def test_a_spokesman_of_the_accused_denies_for_it() -> None:
    denied = attacker(FRONT, on(CLINIC_SAYS), on(SPOKESMAN_SAYS, "denies"))
    assert graded(*CLAIMS, attacker=(denied,)).status == "contested"


def test_somebody_else_who_denies_it_does_not_contest() -> None:
    denied = attacker(FRONT, on(CLINIC_SAYS), on(COUNCIL_SAYS, "denies"))
    assert graded(*CLAIMS, attacker=(denied,)).status == "alleged"


def test_rival_attackers_contest() -> None:
    named = rivals(ACCUSED, attacker(LEAGUE, on(COUNCIL_SAYS)))
    assert graded(*CLAIMS, attacker=named).status == "contested"


def test_a_negative_answer_names_no_attacker() -> None:
    innocent = attacker(FRONT, on(COUNCIL_SAYS), negative=True)
    assert graded(*CLAIMS, attacker=(innocent,)).status == "unknown"


def test_a_party_that_clears_itself_is_accused_by_somebody() -> None:
    innocent = attacker(FRONT, on(FRONT_SAYS), negative=True)
    assert graded(*CLAIMS, attacker=(innocent,)).status == "contested"


def test_a_person_killed_is_harm_by_name_and_a_fighter_is_none() -> None:
    striker, baker = attacker(LEAGUE, on(COUNCIL_SAYS)), a_position("a baker", on(COUNCIL_SAYS), lines=1)
    assert graded(*CLAIMS, attacker=(striker,), killed=(baker,)).grade == "weak"
    fighter = replace(baker, actor=FRONT.id)
    assert graded(*CLAIMS, attacker=(striker,), killed=(fighter,)).grade is None


def test_a_question_left_open_names_no_attacker() -> None:
    open_question = a_position("not established", on(CLINIC_SAYS, "does-not-know"))
    assert graded(*CLAIMS, attacker=(open_question,)).status == "unknown"


def test_an_attack_that_nobody_is_named_for_is_unknown() -> None:
    assert graded(*CLAIMS, killed=(DEAD,)).status == "unknown"


def test_an_event_that_is_no_attack_has_neither_status_nor_grade() -> None:
    event = graded(*CLAIMS, kind=TALKS, attacker=(ACCUSED,), killed=(DEAD,))
    assert (event.status, event.grade) == (None, None)


@pytest.mark.parametrize(
    "dead",
    [
        (),
        (exactly(4, on(CLINIC_SAYS), group="fighters"),),
        (exactly(0, on(CLINIC_SAYS), group="civilians"),),
    ],
    ids=["nothing told", "fighters", "no civilian"],
)
def test_the_grade_is_null_without_harm(dead: tuple[Position, ...]) -> None:
    event = graded(*CLAIMS, attacker=(ACCUSED,), killed=dead)
    assert (event.status, event.grade) == ("alleged", None)


@pytest.mark.parametrize("group", [None, "civilians", "children", "women", "men"])
def test_harm_to_anybody_but_fighters_is_graded(group: str | None) -> None:
    assert graded(*CLAIMS, killed=(exactly(4, on(CLINIC_SAYS), group=group),)).grade == "weak"


def test_the_hurt_are_harm_too() -> None:
    assert graded(*CLAIMS, injured=(DEAD,)).grade == "weak"


def test_harm_told_without_a_number_is_harm() -> None:
    assert graded(*CLAIMS, killed=(count(None, None, None, on(CLINIC_SAYS)),)).grade == "weak"


def test_one_line_for_harm_is_weak_though_an_attacker_is_named() -> None:
    assert graded(*CLAIMS, attacker=(ACCUSED,), killed=(DEAD,)).grade == "weak"


def test_two_lines_for_harm_and_a_named_attacker_are_fair() -> None:
    dead = exactly(4, on(CLINIC_SAYS), on(COUNCIL_SAYS), lines=2)
    assert graded(*CLAIMS, attacker=(ACCUSED,), killed=(dead,)).grade == "fair"


def test_harm_from_a_contested_attack_is_contested() -> None:
    assert graded(*CLAIMS, attacker=(DENIED,), killed=(DEAD,)).grade == "contested"


def test_harm_that_the_attacker_admits_is_confirmed() -> None:
    dead = exactly(4, on(FRONT_SAYS), group="civilians")
    assert graded(*CLAIMS, attacker=(OWNED_UP,), killed=(dead,)).grade == "confirmed"


def test_status_and_grade_come_with_reasons_in_words() -> None:
    reasons = graded(*CLAIMS, attacker=(ACCUSED,), killed=(DEAD,)).reasons
    assert [any(reason.startswith(start) for reason in reasons) for start in ("status alleged", "grade weak")] == [
        True,
        True,
    ]
