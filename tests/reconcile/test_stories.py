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
