"""Which documents make one story."""

from functools import cache

from corroborate.clean.page import clean_page
from corroborate.model.document import Metadata, Page
from corroborate.model.grounded import GroundedReading
from corroborate.pipeline import Work, work

FIRE = """Two brothers hurt as fire guts Pellworth bakery

A fire that started in the ovens gutted the Anselm bakery in Pellworth late on Monday and hurt two brothers,
Corvin and Tam Haldrey, who slept above the shop. Neighbours carried them out through a skylight.
"""
FIRE_TOLD_ANEW = """Haldrey brothers recovering after bakery blaze

Tam Haldrey, who was carried through a skylight with his brother Corvin when the ovens of the Anselm bakery caught fire,
left hospital on Wednesday. The shop below their rooms was gutted.
"""
FLOOD = """Ferry service halted by high water

The Pellworth ferry stays moored until the river falls, the harbour master said. Commuters were told to take the bridge
at Orrin, ten kilometres upstream, where traffic crawled all morning.
"""


@cache
def stages() -> Work:
    return work()


def reading(text: str, published: str | None = None) -> GroundedReading:
    page = Page("page.txt", text, Metadata(published=published))
    return stages().read(clean_page(page, stages().resources.clean)[0])[0]


def one_story(first: GroundedReading, second: GroundedReading) -> bool:
    """Whether a ledger would put the two into one story."""
    found = stages().keys(first).find(stages().keys(second))
    return found and stages().linked(first, second) and stages().linked(second, first)


def test_accounts_in_other_words_are_one_story_by_names_and_likeness() -> None:
    assert one_story(reading(FIRE), reading(FIRE_TOLD_ANEW))
    assert one_story(reading(FIRE, "2021-03-02"), reading(FIRE_TOLD_ANEW, "2021-03-04"))


def test_the_same_names_months_later_are_another_story() -> None:
    assert not one_story(reading(FIRE, "2021-03-02"), reading(FIRE_TOLD_ANEW, "2021-07-04"))


def test_one_town_in_common_makes_no_story() -> None:
    assert not one_story(reading(FIRE, "2021-03-02"), reading(FLOOD, "2021-03-02"))


RAID = """Gunmen kill 32 in Tolbek

Gunmen attacked the village of Tolbek on Saturday night and killed at least 32 people, the mayor of Orsk Dalla said.
"""
RAID_RETOLD = """A month on, survivors of Tolbek wait for help in Orsk Dalla

Gunmen killed 55 people in the village of Tolbek. Hundreds of survivors live in a school in Orsk Dalla.
The June 4 attack on Tolbek has been claimed by nobody.
"""
OTHER_RAID = """Gunmen kill three in Tolbek

Gunmen attacked the village of Tolbek on Sunday and killed three people, the mayor of Orsk Dalla said.
"""


def test_a_retelling_joins_the_story_of_its_place_and_day_however_late() -> None:
    assert one_story(reading(RAID, "2022-06-06"), reading(RAID_RETOLD, "2022-07-08"))
    assert one_story(reading(RAID_RETOLD, "2022-07-08"), reading(RAID, "2022-06-06"))


def test_another_attack_on_the_place_weeks_later_is_another_story() -> None:
    assert not one_story(reading(RAID, "2022-06-06"), reading(OTHER_RAID, "2022-07-11"))


STRIKES = "Warplanes bombed {first} and {second}, residents said.\n"


def test_two_places_in_common_join_pages_without_a_day() -> None:
    one = reading(STRIKES.format(first="Tolbek", second="Harl Osta"))
    assert one_story(one, reading("Jets struck the villages of Harl Osta and Tolbek. Nothing else is known.\n"))
    assert not one_story(one, reading("Jets struck the village of Tolbek. Nothing else is known.\n"))
