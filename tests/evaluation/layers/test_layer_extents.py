import pytest

from evaluation.layers.days import days_of
from evaluation.layers.extent import exact, extent_of, overlap, shared
from evaluation.score import Rates, Share


def test_white_space_and_marks_do_not_count() -> None:
    text = '"We fired," he said.'
    assert extent_of(text, [(0, 11)]) == extent_of(text, [(1, 9)])


def test_words_without_letters_count_as_they_stand() -> None:
    assert extent_of("He: no", [(2, 4)]) == {2}


def test_several_spans_are_one_extent() -> None:
    assert extent_of("ab cd ef", [(0, 2), (6, 8)]) == {0, 1, 6, 7}


def test_overlap_is_the_share_of_the_union() -> None:
    # 2 of 4 letters.
    assert overlap(frozenset({0, 1, 2}), frozenset({1, 2, 3})) == 0.5


def test_two_that_are_not_there_agree_and_one_does_not() -> None:
    assert overlap(frozenset(), frozenset()) == 1
    assert overlap(frozenset({1}), frozenset()) == 0


def test_exact_counts_an_extent_once() -> None:
    one, other = frozenset({1}), frozenset({2})
    assert exact([one, one, frozenset()], [one, other]) == Rates(Share(1, 2), Share(1, 1))


def test_shared_counts_what_the_other_side_covers_together() -> None:
    # Gold's ten letters are covered by 3 + 4 of ours; of ours one lies inside wholly, the other with 4 of 8.
    gold = [frozenset(range(10))]
    ours = [frozenset(range(3)), frozenset(range(6, 14))]
    assert shared(gold, ours) == Rates(Share(1.5, 2), Share(0.7, 1))


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2019-05-14", ("2019-05-14", "2019-05-14")),
        ("2019-05-14T10:00", ("2019-05-14", "2019-05-14")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2018/2019-03", ("2018-01-01", "2019-03-31")),
        ("/2019-03-02", (None, "2019-03-02")),
        ("2019-03/", ("2019-03-01", None)),
        ("--10", None),
        ("12:30:00", None),
        ("2019-13", None),
        ("/", None),
        (None, None),
    ],
)
def test_dates_are_first_and_last_days(value: str | None, days: tuple[str | None, str | None] | None) -> None:
    assert days_of(value) == days
