"""Low, high and best of an event's dead."""

import csv
from dataclasses import replace

from grading import CLINIC, COUNCIL, attacker, count, exactly, killed, on, says

from corroborate.model.ledger import BOUNDS_WITH_NOT, Figure
from corroborate.pipeline import read_data

EARLY = says(CLINIC, "early")
LATE = says(COUNCIL, "late")
DAYS = ((EARLY, "2019-05-14"), (LATE, "2019-05-16"))


def test_one_exact_number_is_low_high_and_best() -> None:
    assert killed(exactly(12)) == Figure(12, 12, 12)


def test_two_exact_numbers_are_the_extremes() -> None:
    found = killed(exactly(12, on(EARLY)), exactly(15, on(LATE)), claims=DAYS)
    assert found == Figure(12, 15, 15)


def test_the_latest_exact_number_is_best_though_it_is_lower() -> None:
    found = killed(exactly(15, on(EARLY)), exactly(12, on(LATE)), claims=DAYS)
    assert found == Figure(12, 15, 12)


def test_an_exact_number_beside_a_later_at_least_stays_best() -> None:
    found = killed(exactly(12, on(EARLY)), count(10, None, "at-least", on(LATE)), claims=DAYS)
    assert found == Figure(10, 12, 12)


def test_an_about_number_beside_a_later_bound_is_best() -> None:
    found = killed(count(20, 20, "about", on(EARLY)), count(10, None, "at-least", on(LATE)), claims=DAYS)
    assert found == Figure(10, 20, 20)


def test_at_least_alone_leaves_the_high_open() -> None:
    assert killed(count(10, None, "at-least")) == Figure(10, None, 10)


def test_best_of_two_bounds_is_the_minimum_of_the_later() -> None:
    found = killed(count(10, None, "at-least", on(EARLY)), count(14, None, "more-than", on(LATE)), claims=DAYS)
    assert found == Figure(10, None, 14)


def test_a_range_gives_its_minimum_as_best() -> None:
    assert killed(count(10, 15, "between")) == Figure(10, 15, 10)


def test_up_to_alone_has_a_high_and_no_best() -> None:
    assert killed(count(None, 15, "up-to")) == Figure(None, 15, None)


def test_words_without_a_number_give_no_figure() -> None:
    assert killed(count(None, None, None)) is None


def test_no_answer_gives_no_figure() -> None:
    assert killed() is None


def test_a_figure_that_is_only_denied_does_not_count() -> None:
    assert killed(exactly(12), exactly(90, on(EARLY, "denies")), claims=DAYS) == Figure(12, 12, 12)


def test_a_figure_that_nobody_asserts_any_more_does_not_count() -> None:
    unverified = exactly(90, on(EARLY, "cannot-verify"))
    assert killed(exactly(12), unverified, claims=DAYS) == Figure(12, 12, 12)
    assert killed(unverified, claims=DAYS) is None


def test_a_part_of_a_total_does_not_count() -> None:
    total = exactly(12)
    assert killed(total, replace(exactly(3, group="children"), part_of=total.id)) == Figure(12, 12, 12)


def test_not_less_than_a_number_is_that_number_at_least() -> None:
    told = replace(count(12, None, "at-least"), value="not less than twelve people")
    assert killed(told) == Figure(12, None, 12)
    assert killed(replace(told, value="not at least twelve people")) is None


def test_the_bounds_that_begin_with_not_are_those_of_the_lexicon() -> None:
    rows = csv.DictReader(read_data("lexicons/approximators.csv").splitlines())
    assert {
        f"{row['phrase']} " for row in rows if row["phrase"].startswith("not ") and row["position"] == "before"
    } == set(BOUNDS_WITH_NOT)


def test_a_figure_for_one_of_the_places_does_not_count() -> None:
    assert killed(exactly(12), replace(exactly(3), place="place-lemde")) == Figure(12, 12, 12)


def test_an_answer_to_another_facet_is_no_figure() -> None:
    assert killed(attacker(CLINIC, on(says(CLINIC)))) is None
