"""Answers to questions beside attacker, target and toll: who was taken or brought out, who talked, at what hour."""

from stories import tell

DAY = """
## The Brask Courier, 2021-05-18
Raiders burn houses in Callow

Gunmen attacked the village of Callow at 6 a.m. on Monday, the mayor, Petra Lund, said.

The rebels kidnapped nine villagers in Brask on Monday. Police rescued three villagers on Tuesday.

The rebels and the government held talks in Callow on Tuesday.
"""


def values(facet: str) -> list[str]:
    return sorted(item.value for event in tell(DAY).events for item in event.facets.get(facet, ()))


def test_people_who_were_taken_are_counted_once_and_are_no_target() -> None:
    assert values("abducted") == ["nine villagers"]
    assert not any("villagers" in value for value in values("target"))


def test_people_who_were_brought_out_are_rescued_and_who_did_it_takes_part() -> None:
    assert values("rescued") == ["three villagers"]
    assert "Police" in values("participants")


def test_who_talks_takes_part_and_attacks_nobody() -> None:
    assert "government" in values("participants")
    assert "government" not in values("attacker")
