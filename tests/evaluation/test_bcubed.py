"""Every expected figure was worked out by hand from the definition."""

import pytest

from evaluation.bcubed import Item, bcubed


def item(gold: str, ours: str) -> Item:
    """An item whose clusters are the letters."""
    return Item(frozenset(gold), frozenset(ours))


def figures(*items: Item) -> tuple[float | None, float | None]:
    score = bcubed(items)
    return score.precision.value, score.recall.value


def test_the_same_clusters_under_other_names_are_right() -> None:
    assert figures(item("a", "x"), item("a", "x"), item("b", "y")) == (1, 1)


def test_two_clusters_made_one_cost_precision() -> None:
    # Each of the four shares its cluster with four items, two of them rightly.
    assert figures(item("a", "x"), item("a", "x"), item("b", "x"), item("b", "x")) == (0.5, 1)


def test_a_cluster_taken_apart_costs_recall() -> None:
    assert figures(item("a", "x"), item("a", "x"), item("a", "y"), item("a", "y")) == (1, 0.5)


def test_items_that_share_two_clusters_in_gold_and_one_here_are_half_recalled() -> None:
    assert figures(item("ab", "x"), item("ab", "x")) == (1, 0.5)


def test_items_that_share_more_clusters_here_than_in_gold_are_half_precise() -> None:
    assert figures(item("a", "xy"), item("a", "xy")) == (0.5, 1)


def test_an_overlapping_case_worked_out_by_hand() -> None:
    # Items 1 (A | X), 2 (A, B | X), 3 (B | Y).
    # Precision: 1 shares X with 1 and 2, both share A: 1. 2: with 1 min(1,1)/1, with itself min(1,2)/1: 1. 3: 1.
    # Recall: 1: with itself 1, with 2 1. 2: with 1 1/1, with itself min(2,1)/2, with 3 0/1: (1 + .5 + 0) / 3.
    # 3: with 2 0, with itself 1: .5.
    precision, recall = figures(item("a", "x"), item("ab", "x"), item("b", "y"))
    assert precision == 1
    assert recall == pytest.approx((1 + 0.5 + 0.5) / 3)


def test_an_item_that_one_side_lacks_counts_against_the_other() -> None:
    assert figures(item("a", "x"), item("a", "")) == (1, 0.25)
    assert figures(item("a", "x"), item("", "y")) == (0.5, 1)


def test_nothing_at_all_has_no_value() -> None:
    assert bcubed([]).value is None
