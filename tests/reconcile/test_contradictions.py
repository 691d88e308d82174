"""Which answers cannot be true together."""

from dataclasses import replace

import pytest
from relating import (
    BRIGADE,
    CLINIC,
    COUNCIL,
    DAYS,
    FRONT,
    GUNMEN,
    LEAGUE,
    attacker,
    by,
    contradictory,
    count,
    exactly,
    related,
)

from corroborate.model.ledger import Position
from corroborate.testing.builders import a_position


def test_two_parties_named_as_attackers_contradict_each_other() -> None:
    assert contradictory("attacker", attacker(FRONT, by(CLINIC)), attacker(LEAGUE, by(COUNCIL)))


def test_gunmen_may_be_anybody_s() -> None:
    assert not contradictory("attacker", attacker(FRONT, by(CLINIC)), attacker(GUNMEN, by(COUNCIL)))


def test_a_part_in_so_many_words_or_by_the_same_speaker_contradicts_no_other_toll() -> None:
    nine, four = exactly(9), exactly(4)
    assert not contradictory("killed", replace(four, value="four of the dead"), exactly(9, speaker=COUNCIL))
    assert contradictory("killed", four, exactly(9, speaker=COUNCIL))
    toll, part, rival = related("killed", nine, four, exactly(12, speaker=COUNCIL))
    assert part.contradicts == ()
    assert (len(toll.contradicts), len(rival.contradicts)) == (1, 1)


def test_a_body_and_its_member_as_attackers_do_not_contradict() -> None:
    assert not contradictory("attacker", attacker(FRONT, by(CLINIC)), attacker(BRIGADE, by(COUNCIL)))


def test_a_negative_answer_does_not_contradict_another_attacker() -> None:
    innocent = attacker(FRONT, by(FRONT), negative=True)
    assert not contradictory("attacker", innocent, attacker(LEAGUE, by(COUNCIL)))


@pytest.mark.parametrize(
    ("facet", "answer"),
    [
        ("attacker", attacker(FRONT, by(CLINIC))),
        ("killed", exactly(12)),
        ("target", a_position("the market", by(CLINIC))),
        ("weapon", a_position("a drone", by(CLINIC))),
    ],
    ids=["attacker", "killed", "target", "weapon"],
)
def test_not_established_contradicts_nothing(facet: str, answer: Position) -> None:
    open_question = a_position("not established", by(COUNCIL, "does-not-know"))
    assert not contradictory(facet, open_question, answer)


def test_two_targets_can_both_be_true() -> None:
    first, second = a_position("the market", by(CLINIC)), a_position("the school", by(COUNCIL))
    assert not contradictory("target", first, second)


def test_two_targets_contradict_where_the_speaker_for_one_denies_the_other() -> None:
    market = a_position("the market", by(CLINIC), by(FRONT, "denies"))
    assert contradictory("target", market, a_position("the depot", by(FRONT)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (exactly(12), exactly(15, speaker=COUNCIL)),
        (count(20, None, "at-least"), exactly(15, speaker=COUNCIL)),
        (count(15, None, "more-than"), exactly(15, speaker=COUNCIL)),
        (count(None, 10, "up-to"), exactly(15, speaker=COUNCIL)),
        (count(None, 15, "less-than"), exactly(15, speaker=COUNCIL)),
        (count(10, 14, "between"), exactly(15, speaker=COUNCIL)),
        (count(20, 20, "about"), exactly(40, speaker=COUNCIL)),
        (count(20, None, "at-least"), count(None, 10, "up-to", speaker=COUNCIL)),
    ],
    ids=lambda item: item.value,
)
def test_figures_that_no_number_fits_contradict(first: Position, second: Position) -> None:
    assert contradictory("killed", first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (count(10, None, "at-least"), exactly(15, speaker=COUNCIL)),
        (count(14, None, "more-than"), exactly(15, speaker=COUNCIL)),
        (count(None, 15, "up-to"), exactly(15, speaker=COUNCIL)),
        (count(None, 16, "less-than"), exactly(15, speaker=COUNCIL)),
        (count(15, 20, "between"), exactly(15, speaker=COUNCIL)),
        (count(15, 15, "about"), exactly(15, speaker=COUNCIL)),
        (count(10, None, "at-least"), count(20, None, "more-than", speaker=COUNCIL)),
        (count(None, None, None), exactly(15, speaker=COUNCIL)),
        (exactly(3, group="children"), exactly(15, speaker=COUNCIL)),
        (exactly(3, group="children"), exactly(5, speaker=COUNCIL, group="women")),
        (exactly(3, unit="strikes"), exactly(15, speaker=COUNCIL)),
    ],
    ids=lambda item: item.value,
)
def test_figures_that_can_both_be_true_stand_side_by_side(first: Position, second: Position) -> None:
    assert not contradictory("killed", first, second)


def test_more_dead_of_a_group_than_dead_in_all_contradict() -> None:
    assert contradictory("killed", exactly(12, group="civilians"), exactly(8, speaker=COUNCIL))


@pytest.mark.xfail(strict=True, reason="the place of a part's figure is not looked at")
def test_a_figure_for_one_of_the_places_does_not_contradict_the_total() -> None:
    part = replace(exactly(3, speaker=COUNCIL), place="place-lemde")
    assert not contradictory("killed", part, exactly(8))


def test_a_later_toll_of_the_same_speaker_supersedes_and_does_not_contradict() -> None:
    earlier, later = exactly(12), exactly(15, day=DAYS[1])
    first, second = related("killed", earlier, later)
    assert (first.supersedes, second.supersedes) == ((), (earlier.id,))
    assert (first.contradicts, second.contradicts) == ((), ())


def test_a_later_greater_toll_of_somebody_else_stands_beside_the_earlier() -> None:
    earlier, later = exactly(12), exactly(15, speaker=COUNCIL, day=DAYS[1])
    assert not contradictory("killed", earlier, later)
    assert [item.supersedes for item in related("killed", earlier, later)] == [(), ()]


def test_a_later_smaller_toll_of_somebody_else_contradicts() -> None:
    assert contradictory("killed", exactly(15), exactly(12, speaker=COUNCIL, day=DAYS[1]))


def test_bodies_that_were_seen_contradict_no_greater_toll() -> None:
    bodies, toll = replace(exactly(5), value="five bodies"), exactly(9, speaker=COUNCIL)
    assert not contradictory("killed", bodies, toll)
    assert contradictory("killed", replace(exactly(12), value="twelve bodies"), toll)


def test_a_short_form_of_a_name_rivals_nobody() -> None:
    short = replace(attacker(LEAGUE, by(COUNCIL)), value="the Front")
    assert not contradictory("attacker", attacker(FRONT, by(CLINIC)), short)


def test_an_unnamed_attacker_contradicts_whom_its_speaker_clears() -> None:
    accused = attacker(FRONT, by(CLINIC), by(COUNCIL, "denies"))
    assert contradictory("attacker", accused, attacker(GUNMEN, by(COUNCIL, day=DAYS[1])))


def test_counts_of_the_same_damage_contradict_and_counts_of_strikes_do_not() -> None:
    first, second = exactly(30, unit="houses"), exactly(46, unit="houses", speaker=COUNCIL)
    assert contradictory("damage", first, second)
    assert not contradictory("number", first, second)


def test_a_group_is_part_of_the_total_that_the_same_speaker_tells() -> None:
    total, children = exactly(12), exactly(3, group="children")
    assert [item.part_of for item in related("killed", total, children)] == [None, total.id]


def test_a_group_larger_than_the_total_is_no_part_of_it() -> None:
    assert related("killed", exactly(12), exactly(30, group="children"))[1].part_of is None


def test_nobody_contradicts_any_number_but_nobody_of_one_side_does_not() -> None:
    none, some = a_position("no fatalities", by(COUNCIL)), exactly(3)
    assert contradictory("killed", none, some)
    assert not contradictory("killed", a_position("no losses among personnel", by(COUNCIL)), some)


def test_a_number_without_its_noun_beside_a_greater_one_is_a_part() -> None:
    bare = replace(exactly(3, speaker=COUNCIL), value="three")
    assert not contradictory("killed", bare, exactly(8))
    assert contradictory("killed", replace(bare, value="three people"), exactly(8))
