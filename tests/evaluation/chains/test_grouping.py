"""Chains of given event mentions."""

from evaluation.chains.grouping import chains_of, groups
from evaluation.chains.mentions import pool_of, stem
from evaluation.chains.signs import load_scorer
from evaluation.layers.chains import scored
from evaluation.layers.plain import Plain

FIRST = "Orrin Steel purchased the Tavel foundry of Pellworth on Monday."
SECOND = "The purchase of the Tavel foundry in Pellworth by Orrin Steel was sealed on Monday."
OTHER = "Heavy rain flooded the lower streets of Brask."


def record(name: str, text: str, trigger: str, chain: str) -> Plain:
    start = text.index(trigger)
    event = {"start": start, "end": start + len(trigger), "text": trigger, "id": chain}
    return {"id": name, "text": text, "sentences": [[0, len(text)]], "checked": [[0, len(text)]], "events": [event]}


def test_mentions_of_one_event_in_other_words_are_one_chain() -> None:
    told = [record("a", FIRST, "purchased", "deal"), record("b", SECOND, "purchase", "deal")]
    pool = pool_of([*told, record("c", OTHER, "rain", "rain")])
    assert chains_of(pool, load_scorer()) == ((0, 1), (2,))
    assert scored(pool).value == 1


def test_the_likeliest_are_joined_first_and_a_stranger_keeps_two_groups_apart() -> None:
    assert groups(3, {(0, 1): 5.0, (1, 2): 1.0}) == ((0, 1), (2,))
    assert groups(3, {(0, 1): 5.0, (1, 2): 1.0, (0, 2): 1.0}) == ((0, 1, 2),)


def test_a_stem_lets_forms_of_one_word_meet() -> None:
    assert stem("attacks") == stem("attacked") == stem("attacking")
