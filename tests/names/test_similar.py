"""Spellings of one name are told from other names; the pairs stand in similar.csv."""

import csv
import json
import os
from pathlib import Path

import pytest

from corroborate.names.similar import same_name

HERE = Path(__file__).parent
DATA = Path(os.environ.get("CORROBORATE_DATA", HERE.parents[1] / ".." / "shared" / "data"))
PAIRS = [
    (row["first"], row["second"], row["same"] == "yes")
    for row in csv.DictReader((HERE / "similar.csv").read_text(encoding="utf-8").splitlines())
]


@pytest.mark.parametrize(("first", "second", "same"), PAIRS)
def test_a_pair_of_names_is_one_or_two(first: str, second: str, same: bool) -> None:
    verdict = same_name(first, second)
    assert verdict.same is same, verdict.reason


@pytest.mark.parametrize(("first", "second", "same"), PAIRS)
def test_the_order_of_two_names_does_not_matter(first: str, second: str, same: bool) -> None:
    forwards, backwards = same_name(first, second), same_name(second, first)
    assert (forwards.same, forwards.score) == (backwards.same, backwards.score)


def test_a_verdict_says_why_in_words() -> None:
    assert same_name("Kartapoloc", "Kartapolov").reason == "kartapoloc and kartapolov: one letter apart in a long word"
    assert same_name("1st Division", "2nd Division").reason == "their numbers differ: 1 and 2"


def test_odd_names_get_a_verdict_too() -> None:
    assert same_name("", "").same
    assert not same_name("", "Homs").same
    assert not same_name("—", "Homs").same


def test_few_of_the_pairs_called_one_are_two() -> None:
    path = DATA / "names" / "dev.jsonl"
    if not path.exists():
        pytest.skip(f"no measuring data at {path}; set CORROBORATE_DATA")
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    called_one = [pair["match"] for pair in pairs if same_name(pair["name1"], pair["name2"]).same]
    right = sum(called_one)
    assert right / len(called_one) >= 0.93
    assert right / sum(pair["match"] for pair in pairs) >= 0.40
