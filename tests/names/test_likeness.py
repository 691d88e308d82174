"""Names of persons and of bodies that may be one, told from those that are not; the pairs stand in likeness.csv."""

import csv
from pathlib import Path

import pytest

from corroborate.names.likeness import body_likeness, person_likeness
from corroborate.names.similar import Verdict
from corroborate.names.tables import load_name_tables
from corroborate.pipeline import read_data

TABLES = load_name_tables(read_data)
LINES = (Path(__file__).parent / "likeness.csv").read_text(encoding="utf-8").splitlines()
PAIRS = [(row["kind"], row["first"], row["second"], row["same"] == "yes") for row in csv.DictReader(LINES)]


def likeness(kind: str, first: str, second: str) -> Verdict:
    return (person_likeness if kind == "person" else body_likeness)(first, second, TABLES)


@pytest.mark.parametrize(("kind", "first", "second", "same"), PAIRS)
def test_a_pair_of_names_may_be_one_or_is_two(kind: str, first: str, second: str, same: bool) -> None:
    verdict = likeness(kind, first, second)
    assert verdict.same is same, verdict.reason


@pytest.mark.parametrize(("kind", "first", "second", "same"), PAIRS)
def test_the_order_of_two_names_does_not_matter(kind: str, first: str, second: str, same: bool) -> None:
    forwards, backwards = likeness(kind, first, second), likeness(kind, second, first)
    assert (forwards.same, round(forwards.score, 9)) == (backwards.same, round(backwards.score, 9))


def test_names_that_are_not_one_score_less_than_those_that_are() -> None:
    verdicts = [(same, likeness(kind, first, second).score) for kind, first, second, same in PAIRS]
    assert max(score for same, score in verdicts if not same) < min(score for same, score in verdicts if same)


def test_a_verdict_says_why_in_words() -> None:
    assert likeness("person", "Yusuf Karadin", "Joseph Karadin").reason == "joseph and yusuf: forms of the name Joseph"
    assert likeness("body", "2nd Brigade", "3rd Brigade").reason == "their numbers differ: 2 and 3"


@pytest.mark.parametrize("odd", ["", "—", "Ⅳ", "习", "'", "Dr", "of the"])
def test_odd_names_get_a_verdict_too(odd: str) -> None:
    for kind in ("person", "body"):
        assert 0 <= likeness(kind, odd, "Idrin Vashtemi").score < 1
