"""Which wordings of what was hit are one answer."""

import pytest

from corroborate.pipeline import read_data
from corroborate.reconcile.answers.answer import Answer
from corroborate.reconcile.answers.questions import load_questions
from corroborate.reconcile.answers.same_target import one_of_each
from corroborate.reconcile.events.slots import head_noun

QUESTIONS = load_questions(read_data)


def keys(*targets: str | tuple[str, str]) -> list[str]:
    """The keys of targets told in these words; a pair is the words and the record of a place so named."""
    answers = []
    for at, target in enumerate(targets):
        words, place = target if isinstance(target, tuple) else (target, None)
        answers.append(Answer("target", place or head_noun(words), words, f"claim-{at}", "asserts", place=place))
    return [answer.key for answer in one_of_each(answers, QUESTIONS)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("a product tanker", "the vessel"), ("the minibus", "the vehicle"), ("a school in Lemde", "the building")],
)
def test_a_general_word_is_the_only_particular_thing_of_its_kind(first: str, second: str) -> None:
    one, other = keys(first, second)
    assert one == other


def test_a_general_word_stays_alone_beside_two_things_of_its_kind() -> None:
    assert len(set(keys("the tanker", "the ferry", "the vessel"))) == 3


def test_a_general_word_that_does_not_point_back_is_another_thing() -> None:
    assert len(set(keys("the tanker", "two vessels"))) == 2


def test_a_building_goes_by_its_name_or_by_its_noun() -> None:
    one, other = keys(("Lemde School", "place-1"), "the school")
    assert one == other


def test_two_buildings_with_names_stay_two_beside_the_noun() -> None:
    assert len(set(keys(("Lemde School", "place-1"), ("Osk School", "place-2"), "the school"))) == 3


def test_a_pronoun_alone_is_no_target() -> None:
    assert keys("it", "the market") == ["market"]
