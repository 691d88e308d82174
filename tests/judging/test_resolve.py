"""What judgements come to, whatever order they arrive in. S5 of the catalogue, without a ledger around it."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import apart, blocks, mention, merge, ruled, undo

from corroborate.judging.resolve import in_force, resolve
from corroborate.model.judgement import Judgement
from corroborate.model.span import Span


def test_what_is_merged_is_held_together_and_the_rest_is_not_spoken_of() -> None:
    rulings = ruled([merge("ab c", 1)])
    assert blocks(rulings) == {"abc"}
    assert rulings.actor.must(mention("a").key, mention("c").key)
    assert not rulings.actor.must(mention("a").key, mention("d").key)


def test_what_is_kept_apart_is_so_from_each_side_to_each_other() -> None:
    verdicts = ruled([apart("ab c d", 1)]).actor
    pairs = {(x, y) for x, y in itertools.combinations("abcd", 2) if verdicts.never(mention(x).key, mention(y).key)}
    assert pairs == {("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")}


@pytest.mark.parametrize(("first", "second", "found"), [(1, 2, {"a", "b"}), (2, 1, {"ab"})])
def test_the_later_of_two_that_contradict_holds(first: int, second: int, found: set[str]) -> None:
    judgements = [merge("a b", first), apart("a b", second)]
    rulings = ruled(judgements)
    assert blocks(rulings) == found
    assert rulings.overruled == {min(judgements, key=lambda judgement: judgement.when).id}


def test_equal_instants_are_decided_by_id() -> None:
    judgements = [merge("a b", 1), apart("a b", 1)]
    (overruled,) = ruled(judgements).overruled
    assert overruled == min(judgement.id for judgement in judgements)


def test_a_chain_of_older_words_does_not_join_what_was_kept_apart_later() -> None:
    rulings = ruled([merge("a b", 1), merge("b c", 2), apart("a c", 3)])
    assert blocks(rulings) == {"a", "bc"}
    assert len(rulings.overruled) == 1


def test_a_chain_of_later_words_joins_what_was_kept_apart_before() -> None:
    assert blocks(ruled([apart("a c", 1), merge("a b", 2), merge("b c", 3)])) == {"abc"}


def test_what_is_split_off_a_merge_leaves_the_others_together() -> None:
    assert blocks(ruled([merge("ab cd", 1), apart("a bcd", 2)])) == {"a", "bcd"}


def test_an_undo_can_be_undone() -> None:
    one = merge("a b", 1)
    first, second = undo(one, 2), undo(undo(one, 2), 3)
    assert in_force([one, first]) == ()
    assert in_force([one, first, second]) == (one,)


def test_two_undos_both_have_to_be_undone() -> None:
    one = merge("a b", 1)
    first, second = undo(one, 2), undo(one, 3)
    assert in_force([one, first, second, undo(first, 4)]) == ()
    assert in_force([one, first, second, undo(first, 4), undo(second, 5)]) == (one,)


def test_what_an_undo_was_before_it_is_known_is_told_when_it_is() -> None:
    one = merge("a b", 5)
    assert in_force([undo(one, 1)]) == ()
    assert in_force([undo(one, 1), one]) == ()


def test_kinds_do_not_mix() -> None:
    rulings = ruled([merge("a b", 1, "actor"), apart("a b", 2, "place")])
    assert blocks(rulings, "actor") == {"ab"}
    assert blocks(rulings, "place") == {"a", "b"}


def test_a_merge_of_which_one_side_is_read_nowhere_waits() -> None:
    one = merge("a b", 1)
    rulings = resolve([one], {(one.id, 0): Span(970, 975), (one.id, 1): None})
    assert rulings.waiting == {one.id}
    assert not rulings.actor


SIDES = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=5, unique=True).map(
    lambda found: " ".join(["".join(found[: len(found) // 2]), "".join(found[len(found) // 2 :])])
)
SAYINGS = st.lists(st.tuples(st.sampled_from([merge, apart]), SIDES, st.integers(1, 50)), min_size=1, max_size=8)


def _judgements(sayings: list[tuple[object, str, int]], undone: list[int]) -> list[Judgement]:
    judgements: list[Judgement] = []
    for say, sides, at in sayings:
        judgements.append(say(sides, at))  # type: ignore[operator]
    for at in undone:
        judgements.append(undo(judgements[at % len(judgements)], 100 + at))
    return judgements


@settings(max_examples=1000, deadline=None)
@given(sayings=SAYINGS, undone=st.lists(st.integers(0, 9), max_size=3), order=st.randoms(use_true_random=False))
def test_rulings_depend_on_the_set_of_judgements_only(
    sayings: list[tuple[object, str, int]], undone: list[int], order: random.Random
) -> None:
    judgements = _judgements(sayings, undone)
    shuffled = [*judgements, *order.choices(judgements, k=2)]  # some arrive twice
    order.shuffle(shuffled)
    assert ruled(shuffled) == ruled(judgements)


@settings(max_examples=1000, deadline=None)
@given(sayings=SAYINGS, sides=SIDES)
def test_the_last_word_always_holds_and_its_undo_restores(sayings: list[tuple[object, str, int]], sides: str) -> None:
    before = _judgements(sayings, [])
    one, other = sides.split()
    parted = apart(sides, 60)
    verdicts = ruled([*before, parted]).actor
    assert all(verdicts.never(mention(x).key, mention(y).key) for x in one for y in other)
    joined = merge(sides, 70)
    assert any(set(one + other) <= set(block) for block in blocks(ruled([*before, parted, joined])))
    assert ruled([*before, parted, joined, undo(joined, 80), undo(parted, 81)]) == ruled(before)


@settings(max_examples=300, deadline=None)
@given(sayings=SAYINGS)
def test_nothing_is_together_and_apart(sayings: list[tuple[object, str, int]]) -> None:
    verdicts = ruled(_judgements(sayings, [])).actor
    for one, other in itertools.product([mention(letter).key for letter in "abcdef"], repeat=2):
        assert not (verdicts.must(one, other) and verdicts.never(one, other))
