import csv
from dataclasses import replace
from pathlib import Path

import pytest

from corroborate.model.interval import Interval
from corroborate.model.ledger import Position
from corroborate.model.quantity import Quantity
from corroborate.testing.builders import a_claim, a_document, a_position
from evaluation.answers import Answer, SameNames, same_answer, same_sentence

NONE = SameNames()
CASES = Path(__file__).with_name("answers.csv")


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answer(position: Position, facet: str = "target") -> Answer:
    return Answer("event", facet, position)


def quantity(low: int | None, high: int | None, group: str | None = None) -> Quantity:
    return Quantity(low, high, "exact", "people", group)


def on(day: str) -> Interval:
    return Interval(day, day, 1, "stated", None)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['gold']} | {row['ours']}")
def test_wordings_agree_as_a_reader_would_say(row: dict[str, str]) -> None:
    agreed = same_answer(answer(a_position(row["gold"])), answer(a_position(row["ours"])), NONE) > 0
    assert agreed == (row["same"] == "yes"), row["note"]


@pytest.mark.parametrize(
    ("ours", "same"),
    [(quantity(7, 7), True), (quantity(7, None), False), (quantity(8, 8), False), (quantity(7, 7, "children"), False)],
)
def test_numbers_decide_by_minimum_maximum_and_group(ours: Quantity, same: bool) -> None:
    gold = answer(a_position("seven people", quantity=quantity(7, 7)), "killed")
    assert bool(same_answer(gold, answer(a_position("seven dead", quantity=ours), "killed"), NONE)) == same


def test_days_decide_whatever_they_are_called() -> None:
    gold = answer(replace(a_position("Tuesday 14 May 2019"), time=on("2019-05-14")), "time")
    assert same_answer(gold, answer(replace(a_position("14.5."), time=on("2019-05-14")), "time"), NONE)
    assert not same_answer(gold, answer(replace(a_position("Tuesday"), time=on("2019-05-21")), "time"), NONE)


def test_one_actor_is_one_answer_in_any_words_and_two_actors_are_two() -> None:
    gold = answer(replace(a_position("the air force"), actor="a1"), "attacker")
    ours = answer(replace(a_position("government jets"), actor="b1"), "attacker")
    other = answer(replace(a_position("the rebel air force"), actor="b2"), "attacker")
    names = SameNames(frozenset({("a1", "b1")}))
    assert same_answer(gold, ours, names)
    assert not same_answer(gold, other, names)


def test_two_targets_in_one_place_are_two_answers() -> None:
    gold = replace(a_position("the market in Lemde"), place="p1")
    ours = replace(a_position("the school in Lemde"), place="q1")
    names = SameNames(frozenset({("p1", "q1")}))
    assert not same_answer(answer(gold), answer(ours), names)
    assert same_answer(answer(gold, "place"), answer(ours, "place"), names)


def test_other_words_are_one_answer_where_most_claims_are_the_same() -> None:
    gold, ours = answer(a_position("an attack from the air"), "what"), answer(a_position("an air strike"), "what")
    assert not same_answer(gold, ours, NONE)
    assert same_answer(gold, ours, NONE, claims=0.8)


def test_an_attacker_told_as_the_army_or_its_artillery_is_one_party() -> None:
    gold = answer(replace(a_position("the army of Kestria"), actor="a1"), "attacker")
    ours = answer(replace(a_position("its artillery"), actor="b9"), "attacker")
    names = SameNames(parties=frozenset({("a1", "b9")}))
    assert same_answer(gold, ours, names)
    assert not same_answer(replace(gold, facet="target"), replace(ours, facet="target"), names)


def test_a_question_is_open_where_all_claims_on_it_do_not_know() -> None:
    claim = a_claim("it is not known", a_document("it is not known"))
    gold = answer(a_position("under examination", (claim, "does-not-know")), "attacker")
    assert same_answer(gold, answer(a_position("not established"), "attacker"), NONE)
    asserted = answer(a_position("under examination", (claim, "asserts")), "attacker")
    assert not same_answer(asserted, answer(a_position("not established"), "attacker"), NONE)


def test_what_is_answered_in_a_sentence_is_told_apart_by_its_claims() -> None:
    gold, ours = (answer(a_position(words), "motive") for words in ("revenge for the raid", "they had it coming"))
    assert same_sentence(gold, ours, 0.8)
    assert not same_sentence(gold, ours, 0.4)
    assert not same_sentence(replace(gold, facet="target"), replace(ours, facet="target"), 0.8)
