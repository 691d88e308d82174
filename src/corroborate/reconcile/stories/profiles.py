"""What a document is compared by before it is known which others it belongs with."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval
from corroborate.model.reading import EventMention
from corroborate.names.fold import fold
from corroborate.reconcile.events.families import Families
from corroborate.reconcile.events.slots import is_onset
from corroborate.reconcile.stories.wording import WordShares, is_well_known, telling_names, weighed_words
from corroborate.resolve.ground import published_interval

# Bases of a day that the text itself gives.
_SAID = ("stated", "relative", "inferred")


@dataclass(frozen=True, slots=True)
class Incident:
    """An attack that a document tells of: its family, its towns and spots, the numbers of its dead and hurt."""

    family: str
    spots: frozenset[str]
    days: tuple[Interval, ...]
    tolls: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """One document as others are compared with it.

    `day` is its publication, counted in days; `onsets` the parties of whose
    campaigns' beginnings it tells; `common` the spots that everybody knows; `names` the words of its other names, with
    how often they stand there; `words` what each word weighs in it.
    """

    day: int | None
    onsets: frozenset[str]
    incidents: tuple[Incident, ...]
    common: frozenset[str]
    names: Mapping[str, int]
    words: Mapping[str, float]

    @property
    def spots(self) -> frozenset[str]:
        """The towns and spots of its incidents."""
        return frozenset().union(*(incident.spots for incident in self.incidents))

    @property
    def tolls(self) -> frozenset[str]:
        """The numbers of dead and hurt of its incidents."""
        return frozenset().union(*(incident.tolls for incident in self.incidents))

    @property
    def told_days(self) -> frozenset[int]:
        """The single days on which its incidents are told to have been."""
        return frozenset(
            date.fromisoformat(day.earliest[:10]).toordinal()
            for incident in self.incidents
            for day in incident.days
            if day.earliest is not None and day.precision == 1 and day.basis in _SAID
        )

    def likeness(self, other: "Profile") -> float:
        """How like the two documents' words are, rare ones counting more: a cosine, 0 to 1."""
        smaller, larger = sorted((self.words, other.words), key=len)
        return math.fsum(weight * larger.get(word, 0.0) for word, weight in smaller.items())


def profile_of(item: GroundedReading, families: Families, shares: WordShares) -> Profile:
    """The profile of one document."""
    published = published_interval(item.document)
    return Profile(
        day=date.fromisoformat(published.earliest[:10]).toordinal() if published and published.earliest else None,
        onsets=frozenset(_onsets(item)),
        incidents=tuple(_incident(item, event) for event in _attacks(item, families)),
        common=frozenset(place.spot.key for place in item.places if place.spot is not None and is_well_known(place)),
        names=telling_names(item, shares),
        words=weighed_words(item, shares),
    )


def _attacks(item: GroundedReading, families: Families) -> Iterator[EventMention]:
    for event in item.reading.events:
        if event.scope == "incident" and event.reality != "planned" and event.family in families.attacks:
            yield event


def _incident(item: GroundedReading, event: EventMention) -> Incident:
    found = (item.intervals[argument.time] for argument in event.arguments if argument.time is not None)
    return Incident(
        event.family,
        frozenset(_spots(item, event)),
        tuple(interval for interval in found if interval is not None),
        frozenset(_tolls(item, event)),
    )


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


def _tolls(item: GroundedReading, event: EventMention) -> Iterator[str]:
    for argument in event.arguments:
        if argument.role in ("killed", "injured") and argument.amount is not None:
            number = item.reading.amounts[argument.amount].quantity.min
            if number is not None:
                yield f"{argument.role}={number}"


def _onsets(item: GroundedReading) -> Iterator[str]:
    """The parties whose beginning of a kind of act is told of with a time."""
    for event in item.reading.events:
        attackers = [
            item.actor_of[argument.name]
            for argument in event.arguments
            if argument.role == "attacker" and argument.name is not None
        ]
        timed = any(argument.role == "time" for argument in event.arguments)
        if timed and is_onset(item, event):
            yield from (item.actors[local].seed or fold(item.actors[local].name) for local in attackers if local >= 0)
