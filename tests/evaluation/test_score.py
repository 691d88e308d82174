import pytest

from evaluation.kinds import added
from evaluation.score import Faults, Rates, Share, rates


def test_a_share_without_cases_has_no_value() -> None:
    assert Share().value is None
    assert Rates().value is None


def test_f1_is_nothing_where_one_side_is_empty() -> None:
    assert rates(0, ours=0, gold=4).value == 0.0
    assert rates(0, ours=4, gold=0).value == 0.0


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    assert rates(3, ours=4, gold=6).value == pytest.approx(2 * 0.75 * 0.5 / 1.25)


def test_stories_are_pooled_case_by_case() -> None:
    assert added(rates(1, ours=1, gold=1), rates(0, ours=3, gold=1)) == rates(1, ours=4, gold=2)
    assert added(Faults(1, 2), Faults(0, 5)) == Faults(1, 7)


def test_scores_of_different_kinds_do_not_add_up() -> None:
    with pytest.raises(TypeError, match="not of one measure"):
        added(Share(1, 1), Faults(1, 1))
