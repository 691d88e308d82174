"""Which documents must be looked at together: keys that they share, and the test whether a shared key means it."""

from collections.abc import Iterator
from datetime import date

from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval
from corroborate.model.reading import EventMention
from corroborate.names.fold import fold
from corroborate.reconcile.families import Families
from corroborate.reconcile.slots import is_onset
from corroborate.resolve.ground import published_interval

# Accounts of one event may be this many days apart before the same place means another event.
_NEAR_DAYS = 10


def story_keys(item: GroundedReading, families: Families) -> tuple[str, ...]:
    """The keys of one document: places of its incidents and beginnings of campaigns. Copied text has keys of its own
    (lineage/fingerprints.py).
    """
    return tuple(sorted({*_place_keys(item, families), *_onset_keys(item)}))


def linked(first: GroundedReading, second: GroundedReading, families: Families) -> bool:
    """Whether two documents belong to one story by what they tell: an incident that may be one, or a campaign's
    beginning.
    """
    if set(_onset_keys(first)) & set(_onset_keys(second)):
        return True
    shared = set(_place_keys(first, families)) & set(_place_keys(second, families))
    return bool(shared) and _near(first, second) and _may_be_one(first, second, shared, families)


def _incidents(item: GroundedReading, families: Families) -> Iterator[EventMention]:
    for event in item.reading.events:
        if event.scope == "incident" and event.reality != "planned" and event.family in families.attacks:
            yield event


def _place_keys(item: GroundedReading, families: Families) -> Iterator[str]:
    for event in _incidents(item, families):
        for place in _spots(item, event):
            yield f"place:{place}"


def _spots(item: GroundedReading, event: EventMention) -> Iterator[str]:
    """The towns and spots of an incident: by gazetteer key, else by folded name."""
    for argument in event.arguments:
        local = item.place_of[argument.name] if argument.role == "place" and argument.name is not None else -1
        if local < 0:
            continue
        place = item.places[local]
        area = place.spot is not None and place.spot.kind in ("country", "admin1", "admin2")
        if not area:
            yield place.spot.key if place.spot is not None else fold(place.name)


def _onset_keys(item: GroundedReading) -> Iterator[str]:
    """One party's beginning of a kind of act, told with a time."""
    for event in item.reading.events:
        attackers = [
            item.actor_of[argument.name]
            for argument in event.arguments
            if argument.role == "attacker" and argument.name is not None
        ]
        timed = any(argument.role == "time" for argument in event.arguments)
        if timed and is_onset(item, event):
            yield from (
                f"onset:{item.actors[local].seed or fold(item.actors[local].name)}" for local in attackers if local >= 0
            )


def _near(first: GroundedReading, second: GroundedReading) -> bool:
    """Whether the publication days allow one event; an undated document may be of any day."""
    one, other = (published_interval(item.document) for item in (first, second))
    if one is None or other is None or one.earliest is None or other.earliest is None:
        return True
    return abs((date.fromisoformat(one.earliest[:10]) - date.fromisoformat(other.earliest[:10])).days) <= _NEAR_DAYS


def _may_be_one(first: GroundedReading, second: GroundedReading, shared: set[str], families: Families) -> bool:
    ours, theirs = (
        [event for event in _incidents(item, families) if shared & {f"place:{spot}" for spot in _spots(item, event)}]
        for item in (first, second)
    )
    return any(
        families.fit(one.family, other.family) and _days_meet(first, one, second, other)
        for one in ours
        for other in theirs
    )


def _days_meet(first: GroundedReading, one: EventMention, second: GroundedReading, other: EventMention) -> bool:
    days = _days(first, one), _days(second, other)
    return not days[0] or not days[1] or any(ours.meets(theirs) for ours in days[0] for theirs in days[1])


def _days(item: GroundedReading, event: EventMention) -> list[Interval]:
    found = (item.intervals[argument.time] for argument in event.arguments if argument.time is not None)
    return [interval for interval in found if interval is not None]
