"""Which documents make one story, copied text aside: a campaign's beginning, an incident's place, or likeness."""

from collections.abc import Mapping
from types import MappingProxyType

from corroborate.reconcile.events.families import Families
from corroborate.reconcile.stories.profiles import Incident, Profile

# Accounts of one event may be this many days apart before the same place means another event.
_NEAR_DAYS = 10
# How like the words of two documents must be by the number of telling names that they share; more names, less likeness.
# On the corpus' train stories from text, and on Wikinews and ECB+ pages of other topics, none of these joins strangers.
_LIKE: Mapping[int, float] = MappingProxyType({1: 0.22, 2: 0.14, 3: 0.10})
_MANY_NAMES = 3
# Two documents of which one has no day must share more: one name in common is found all over the years.
_UNDATED_NAMES = 2


def linked(first: Profile, second: Profile, families: Families) -> bool:
    """Whether two documents belong to one story: where they were published near each other, by a campaign's beginning,
    an incident that may be one, or words and names that are like; else by an incident of one place and day.
    """
    if not _near(first, second):
        return _retold(first, second, families) and _beside_a_place(first, second)
    told = bool(first.onsets & second.onsets) or _incident_shared(first, second, families)
    return (told and _sure_enough(first, second)) or alike(first, second)


def _sure_enough(first: Profile, second: Profile) -> bool:
    """Whether a place or a campaign in common means one story: where a document has no day, something beside it must be
    shared too, since towns are in the news for years.
    """
    dated = first.day is not None and second.day is not None
    return dated or _beside_a_place(first, second) or _two_places(first, second)


def _beside_a_place(first: Profile, second: Profile) -> bool:
    """Whether both have a name of something else than an incident's place, or a number of dead, in common."""
    spots = {word for spot in first.spots | second.spots for word in spot.split()}
    return bool(first.tolls & second.tolls) or bool((first.names.keys() & second.names.keys()) - spots)


def _two_places(first: Profile, second: Profile) -> bool:
    """Whether both tell of incidents at the same two places, one of them small."""
    shared = first.spots & second.spots
    return len(shared) > 1 and not shared <= first.common | second.common


def _retold(first: Profile, second: Profile, families: Families) -> bool:
    """Whether both tell, however long after, of incidents at one small place, and of an incident on the same day."""
    small = (first.spots & second.spots) - first.common - second.common
    fit = any(families.fit(one.family, other.family) for one in first.incidents for other in second.incidents)
    return bool(small) and fit and bool(first.told_days & second.told_days)


def alike(first: Profile, second: Profile) -> bool:
    """Whether words and names of two documents are so like that they tell of one thing."""
    names = min(len(first.names.keys() & second.names.keys()), _MANY_NAMES)
    undated = first.day is None or second.day is None
    if names < (_UNDATED_NAMES if undated else 1):
        return False
    return first.likeness(second) >= _LIKE[names]


def _near(first: Profile, second: Profile) -> bool:
    """Whether the publication days allow one event; an undated document may be of any day."""
    return first.day is None or second.day is None or abs(first.day - second.day) <= _NEAR_DAYS


def _incident_shared(first: Profile, second: Profile, families: Families) -> bool:
    """Whether both tell of an incident at one place, of kinds and days that can be one."""
    return any(
        one.spots & other.spots and families.fit(one.family, other.family) and _days_meet(one, other)
        for one in first.incidents
        for other in second.incidents
    )


def _days_meet(one: Incident, other: Incident) -> bool:
    return not one.days or not other.days or any(ours.meets(theirs) for ours in one.days for theirs in other.days)
