"""Which documents are looked at for one that is added, whatever else is in the ledger."""

import itertools
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from corroborate.reconcile.stories.blocking import keys_of
from corroborate.reconcile.stories.profiles import Incident, Profile

DAY = 738_000
NONE: Mapping[str, int] = MappingProxyType({})


def profile(
    day: int | None = None, *, spot: str = "", common: bool = False, toll: str = "", names: str = ""
) -> Profile:
    """A document with one incident; words are parted by blanks."""
    spots = frozenset(spot.split())
    return Profile(
        day=day,
        onsets=frozenset(),
        incidents=(Incident("shelling", spots, (), frozenset(toll.split())),),
        common=spots if common else frozenset(),
        names=dict.fromkeys(names.split(), 1),
        words={},
    )


def found(first: Profile, second: Profile) -> bool:
    """Whether each is a candidate of the other; it must hold either way round."""
    one, other = keys_of(first), keys_of(second)
    assert one.find(other) == other.find(one)
    return one.find(other)


def test_a_small_town_by_itself_makes_candidates_of_documents_of_one_week() -> None:
    assert found(profile(DAY, spot="lemde"), profile(DAY + 3, spot="lemde"))


@pytest.mark.parametrize("day", [None, DAY])
def test_a_town_needs_something_beside_it_where_a_document_has_no_day(day: int | None) -> None:
    assert not found(profile(spot="lemde"), profile(day, spot="lemde"))
    assert found(profile(spot="lemde", toll="killed=7"), profile(day, spot="lemde", toll="killed=7"))


def test_a_town_makes_no_candidates_of_documents_weeks_apart() -> None:
    assert not found(profile(DAY, spot="lemde"), profile(DAY + 25, spot="lemde"))


def test_documents_up_to_ten_days_apart_are_never_missed() -> None:
    days = itertools.product(range(DAY, DAY + 10), range(11))
    assert all(found(profile(day, spot="lemde"), profile(day + gap, spot="lemde")) for day, gap in days)


def test_a_great_city_needs_something_beside_it() -> None:
    city = profile(DAY, spot="osk", common=True, toll="killed=7")
    assert not found(city, profile(DAY, spot="osk", common=True, toll="killed=9"))
    assert found(city, profile(DAY, spot="osk", common=True, toll="killed=7"))


def test_one_name_is_shared_by_many_two_are_not() -> None:
    assert not found(profile(names="harvat oslin"), profile(names="harvat brask"))
    assert found(profile(names="harvat oslin"), profile(DAY, names="harvat oslin"))


def test_two_copied_runs_of_words_are_found_years_later() -> None:
    one, two = keys_of(profile(DAY), ("a", "b", "c")), keys_of(profile(DAY + 900), ("b", "c", "d"))
    assert one.find(two)
    assert not keys_of(profile(DAY), ("a", "b")).find(keys_of(profile(DAY), ("b", "c")))


def test_who_is_a_candidate_of_whom_holds_either_way_round() -> None:
    documents = [
        profile(day, spot=spot, common=common, toll=toll, names=names)
        for day in (None, DAY, DAY + 9, DAY + 30)
        for spot, common in (("", False), ("lemde", False), ("osk", True))
        for toll in ("", "killed=7")
        for names in ("", "harvat", "harvat oslin")
    ]
    for first, second in itertools.combinations(documents, 2):
        found(first, second)


def test_the_keys_of_a_long_document_stay_few() -> None:
    names = " ".join(f"name{number}" for number in range(500))
    assert len(keys_of(profile(DAY, names=names)).stored) < 100
