from typing import Any

import pytest
from layered import both, spot

from evaluation.layers import values as measures
from evaluation.score import Rates, Share

TEXT = "On Tuesday at least seven people died; in May, two more."


def test_times_count_by_words_and_by_days() -> None:
    gold = [spot(TEXT, "Tuesday", value="2019-05-14"), spot(TEXT, "May", value="2019-05")]
    ours = [spot(TEXT, "On Tuesday", value="2019-05-14"), spot(TEXT, "in May", value="2019-05-01/2019-05-31")]
    pair = both(TEXT, {"times": gold}, {"times": ours})
    assert measures.times_exact(*pair) == Rates(Share(0, 2), Share(0, 2))
    # Of "OnTuesday" 7 of 9 letters are gold's, of "inMay" 3 of 5.
    assert measures.times_shared(*pair).precision.right == pytest.approx(7 / 9 + 3 / 5)
    assert measures.times_shared(*pair).recall == Share(2, 2)
    assert measures.times_dated(*pair) == Rates(Share(2, 2), Share(2, 2))


def test_a_time_that_nobody_dates_does_not_count_as_a_value() -> None:
    gold = [spot(TEXT, "Tuesday", value=None), spot(TEXT, "May", value="2019-05")]
    ours = [spot(TEXT, "Tuesday", value="2019-05-14"), spot(TEXT, "May", value=None)]
    assert measures.times_dated(*both(TEXT, {"times": gold}, {"times": ours})) == Rates(Share(0, 1), Share(0, 1))


def test_a_time_is_right_by_the_days_that_its_words_name() -> None:
    text = "It has been shut since May; from Monday to Wednesday nobody came."
    gold = [
        spot(text, "May", value="2019-05"),
        spot(text, "Monday", value="2019-05-13"),
        spot(text, "Wednesday", value="2019-05-15"),
    ]
    ours = [
        spot(text, "since May", value="2019-05-01/", named=["2019-05"]),
        spot(text, "from Monday to Wednesday", value="2019-05-13/2019-05-15", named=["2019-05-13", "2019-05-16"]),
    ]
    pair = both(text, {"times": gold}, {"times": ours})
    assert measures.times_named(*pair) == Rates(Share(2, 3), Share(2, 3))
    assert measures.times_dated(*pair) == Rates(Share(0, 2), Share(0, 3))


def _seven(words: str, **change: Any) -> dict[str, Any]:
    return spot(TEXT, words, min=7, max=None, bound="at-least", unit="people", group=None) | change


def test_quantities_count_by_words_and_by_number() -> None:
    ours = [_seven("at least seven"), _seven("two", min=2)]
    pair = both(TEXT, {"quantities": [_seven("at least seven people")]}, {"quantities": ours})
    assert measures.quantities_exact(*pair) == Rates(Share(0, 2), Share(0, 1))
    # 12 of the 18 letters of gold are found.
    assert measures.quantities_shared(*pair) == Rates(Share(1, 2), Share(12 / 18, 1))
    assert measures.quantities_read(*pair) == Rates(Share(1, 2), Share(1, 1))


@pytest.mark.parametrize("change", [{"min": 8}, {"max": 7}, {"bound": "exact"}, {"group": "women"}])
def test_every_part_of_a_quantity_counts_but_its_unit(change: dict[str, Any]) -> None:
    gold = {"quantities": [_seven("seven", unit="persons")]}
    assert measures.quantities_read(*both(TEXT, gold, {"quantities": [_seven("seven")]})).value == 1
    assert measures.quantities_read(*both(TEXT, gold, {"quantities": [_seven("seven", **change)]})).value == 0
