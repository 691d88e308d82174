"""The signs of one event: each has its row in the table, and the table decides in the direction that a person set."""

import csv
import inspect
from importlib import resources

from corroborate.reconcile.events.families import load_families
from corroborate.reconcile.events.same_event import AGAIN, BIAS, COLUMNS
from corroborate.reconcile.events.second_look import WHOLE
from corroborate.reconcile.events.signs import ACROSS
from corroborate.reconcile.events.signs_inside import INSIDE, NEW


def read(name: str) -> str:
    return resources.files("corroborate").joinpath("data", name).read_text(encoding="utf-8")


ROWS = {row["sign"]: row for row in csv.DictReader(read("lexicons/same_event.csv").splitlines())}
SIGNS = {sign.__name__: sign for sign in (*INSIDE, *NEW, *ACROSS)}


def test_every_sign_has_a_row_and_every_row_a_sign() -> None:
    assert sorted(ROWS) == sorted({*SIGNS, *WHOLE, BIAS})


def test_every_column_weighs_the_signs_that_are_looked_at_there() -> None:
    inside, new, across = ({sign.__name__ for sign in signs} for signs in (INSIDE, NEW, ACROSS))
    looked_at = {
        "inside": inside,
        "new": {*new, BIAS},
        "across": {*across, BIAS},
        f"{AGAIN}local": inside,
        f"{AGAIN}others": across,
        f"{AGAIN}whole": {*new, *WHOLE, BIAS},
    }
    assert {name: {sign for sign, row in ROWS.items() if row[name]} for name in COLUMNS} == looked_at


def test_no_weight_turns_against_what_a_person_expects_of_its_sign() -> None:
    turned = [
        (sign, name)
        for sign, row in ROWS.items()
        for name in COLUMNS
        if sign != BIAS and row[name] and float(row[name]) * float(row["prior"]) < 0
    ]
    assert turned == []


def test_every_sign_says_what_it_means() -> None:
    assert [name for name, sign in SIGNS.items() if not inspect.getdoc(sign)] == []


def test_talks_and_relief_are_never_violence() -> None:
    families = load_families(read)
    assert families.aloof("talks", "shelling")
    assert families.aloof("aid-delivery", "arrest")
    assert not families.aloof("talks", "agreement")
    assert not families.aloof("arrest", "raid")
