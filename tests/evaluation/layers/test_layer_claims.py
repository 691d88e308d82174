from typing import Any

import pytest
from layered import both, said, spot

from evaluation.confusion import Confusion, confusion_table
from evaluation.layers import claims as measures
from evaluation.layers.records import Record
from evaluation.score import Rates, Share

TEXT = "The blast killed seven. Two died, a nurse said. A raid hurt nine."


def _claim(words: str, stance: str = "asserts", **more: Any) -> dict[str, Any]:
    return said(TEXT, words, stance=stance, certainty="certain", quotation="indirect", **more)


def _figure(number: int, event: str, facet: str = "killed", group: str | None = None) -> dict[str, Any]:
    return {"min": number, "max": number, "group": group, "facet": facet, "event": event}


def test_claims_are_found_by_half_of_the_union() -> None:
    # "The blast killed" has 14 of the 19 letters of the first; "hurt" 4 of the 13 of the last.
    gold = [_claim("The blast killed seven"), _claim("A raid hurt nine")]
    ours = [_claim("The blast killed"), _claim("hurt"), _claim("Two died")]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.claims_found(*pair) == Rates(Share(1, 3), Share(1, 2))


def test_stances_are_compared_among_found_claims() -> None:
    gold = [_claim("The blast killed seven", "denies"), _claim("Two died"), _claim("A raid hurt nine", "denies")]
    ours = [_claim("The blast killed seven"), _claim("Two died")]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.stances(*pair) == Confusion((("denies", "asserts"), ("asserts", "asserts")))


def test_the_source_decides_between_claims_with_the_same_words() -> None:
    gold = [_claim("Two died", "denies", by="nurse"), _claim("Two died", by="raid")]
    ours = [_claim("Two died", by="raid"), _claim("Two died", "denies", by="nurse")]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.stances(*pair).value == 1


def test_macro_f1_is_the_mean_over_the_classes() -> None:
    # asserts: 2 right of 3 ours, 2 gold: 4/5. denies: 1 of 1 ours, 2 gold: 2/3. Together 11/15.
    confusion = Confusion((("asserts", "asserts"), ("asserts", "asserts"), ("denies", "asserts"), ("denies", "denies")))
    assert confusion.value == pytest.approx(11 / 15)
    assert confusion.precision == pytest.approx((2 / 3 + 1) / 2)
    assert confusion.recall == pytest.approx((1 + 1 / 2) / 2)
    assert [line.split() for line in confusion_table(confusion).splitlines()] == [
        ["1", "2"],
        ["1", "asserts", "2", "0"],
        ["2", "denies", "1", "1"],
    ]


def _with_figures() -> tuple[Record, Record]:
    """Seven is right in all; two has the event wrong; nine is another number; three has no claim that is found."""
    gold = {
        "events": [spot(TEXT, "blast", type="ASSAULT", id="blast"), spot(TEXT, "raid", type="ASSAULT", id="raid")],
        "attributions": [
            _claim("The blast killed seven", figures=[_figure(7, "blast")]),
            _claim("Two died", figures=[_figure(2, "blast")]),
            _claim("A raid hurt nine", figures=[_figure(9, "raid", "injured")]),
        ],
    }
    ours = {
        "events": [spot(TEXT, "The blast", type="ASSAULT", id="e1"), spot(TEXT, "raid", type="ASSAULT", id="e2")],
        "attributions": [
            _claim("The blast killed seven", figures=[_figure(7, "e1")]),
            _claim("Two died", figures=[_figure(2, "e2")]),
            _claim("A raid hurt nine", figures=[_figure(19, "e2", "injured")]),
            _claim("nurse", figures=[_figure(3, "e2")]),
        ],
    }
    return both(TEXT, gold, ours)


def test_figures_count_by_number_and_in_full() -> None:
    pair = _with_figures()
    assert measures.figures_by_number(*pair) == Rates(Share(2, 4), Share(2, 3))
    assert measures.figures_in_full(*pair) == Rates(Share(1, 4), Share(1, 3))


@pytest.mark.parametrize("change", [{"min": 6}, {"max": None}, {"group": "civilians"}])
def test_every_part_of_a_number_counts(change: dict[str, Any]) -> None:
    gold = [_claim("Two died", figures=[_figure(2, "raid")])]
    ours = [_claim("Two died", figures=[_figure(2, "raid") | change])]
    pair = both(TEXT, {"attributions": gold}, {"attributions": ours})
    assert measures.figures_by_number(*pair) == Rates(Share(0, 1), Share(0, 1))
