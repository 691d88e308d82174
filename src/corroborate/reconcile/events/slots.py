"""What an event mention says that tells events apart: who, whom, where, when, with what, how many."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval
from corroborate.model.reading import EventMention
from corroborate.model.span import Span
from corroborate.reconcile.actors.story_actors import StoryActors
from corroborate.reconcile.places import StoryPlaces
from corroborate.reconcile.times.story_times import StoryTimes, TimeKey
from corroborate.reconcile.words import NO_HEADS, STOPS

# Words around a trigger that say that it is the beginning of something longer.
_ONSET = re.compile(
    r"\bfirst (?:\w+ ){0,2}$|\b(?:began|begun|beginning|started|commenced|onset of|start of)\b[^,.;]{0,40}$"
    r"|\blaunched (?:its|a|the|their) (?:\w+ ){0,2}campaign\b",
    re.IGNORECASE,
)
_ONSET_REACH = 60
# date_prec of a month; "this year" dates no incident.
MONTH_PRECISION = 4
# Roles of whom an act befalls.
_BEFALLS = frozenset(("target", "killed", "injured"))
# Forms that count from something told elsewhere, or measure: they are no day by themselves.
_NO_DAYS = frozenset(("within", "anchored", "duration", "anniversary", "clock"))


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one or several mentions, as ids and keys that can be compared across documents."""

    attackers: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    times: frozenset[TimeKey] = frozenset()
    figures: frozenset[tuple[str, int | None, int | None]] = frozenset()
    weapons: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    onset: bool = False

    def joined(self, other: "Slots") -> "Slots":
        return Slots(
            self.attackers | other.attackers,
            self.targets | other.targets,
            self.spots | other.spots,
            self.areas | other.areas,
            self.times | other.times,
            self.figures | other.figures,
            self.weapons | other.weapons,
            self.victims | other.victims,
            self.onset or other.onset,
        )

    @property
    def bare(self) -> bool:
        """Whether nothing in it tells it from another event of its kind."""
        return not (
            self.attackers or self.targets or self.spots or self.areas or self.times or self.figures or self.victims
        )


@dataclass(frozen=True, slots=True)
class Identities:
    """The story's actors, places and parties, for whoever compares."""

    readings: tuple[GroundedReading, ...]
    actors: StoryActors
    places: StoryPlaces
    parties: Mapping[str, str]

    def actor(self, at: int, name: int | None) -> str | None:
        return (
            self.actors.of(at, self.readings[at].actor_of[name])
            if name is not None and self.readings[at].actor_of[name] >= 0
            else None
        )

    def place(self, at: int, name: int | None) -> str | None:
        return (
            self.places.of(at, self.readings[at].place_of[name])
            if name is not None and self.readings[at].place_of[name] >= 0
            else None
        )


def slots_of(story: Identities, times: StoryTimes, at: int, event: EventMention) -> Slots:
    """The slots of one event mention of the document at position `at`."""
    reading = story.readings[at].reading
    places = [
        place for item in event.arguments if item.role == "place" and (place := story.place(at, item.name)) is not None
    ]
    quantities = [
        (item.role, reading.amounts[item.amount].quantity) for item in event.arguments if item.amount is not None
    ]
    places += _pointed_at(story, at, event) or ([] if places else _there(story, at, event))
    return Slots(
        attackers=frozenset(
            actor
            for item in event.arguments
            if item.role == "attacker" and (actor := story.actor(at, item.name)) is not None
        ),
        targets=frozenset(
            target_key(story, at, item.span, item.name) for item in event.arguments if item.role == "target"
        ),
        spots=frozenset(place for place in places if not story.places.is_area(place)),
        areas=frozenset(place for place in places if story.places.is_area(place)),
        times=frozenset(
            (at, item.time) for item in event.arguments if item.time is not None and is_day(times, (at, item.time))
        ),
        figures=frozenset(
            (role, quantity.min, quantity.max) for role, quantity in quantities if quantity.bound is not None
        ),
        weapons=frozenset(
            item.span.of(story.readings[at].document.text).lower() for item in event.arguments if item.role == "weapon"
        ),
        victims=frozenset(_victims(story, at, event)),
        onset=is_onset(story.readings[at], event),
    )


def _victims(story: Identities, at: int, event: EventMention) -> Iterator[str]:
    """The persons whom it befell."""
    for item in event.arguments:
        actor = story.actor(at, item.name) if item.role in _BEFALLS else None
        if actor is not None and story.actors.by_id[actor].kind in ("person", "role"):
            yield actor


def _pointed_at(story: Identities, at: int, event: EventMention) -> list[str]:
    """The spot that a target's common noun points back to: "the bridge" to Tavor Bridge."""
    item = story.readings[at]
    found = []
    for argument in event.arguments:
        text = argument.span.of(item.document.text).lower()
        if argument.role == "target" and argument.name is None and text.startswith("the "):
            head = head_noun(text)
            local = (
                index
                for index, place in enumerate(item.places)
                if place.name.lower().split()[-1] == head and len(place.name.split()) > 1
            )
            found += [place for index in local if (place := story.places.of(at, index)) is not None]
    return found


_THERE = re.compile(
    r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|could|can|should|be|been)\b)", re.IGNORECASE
)


def _there(story: Identities, at: int, event: EventMention) -> list[str]:
    """The place told of last before "there"."""
    item = story.readings[at]
    sentence = item.reading.sentences[event.sentence].span
    if not _THERE.search(item.document.text[sentence.start : sentence.end]):
        return []
    named = [
        index
        for index, name in enumerate(item.reading.names)
        if name.kind == "place" and name.span.end <= sentence.start
    ]
    place = story.place(at, named[-1]) if named else None
    return [place] if place is not None else []


def is_day(times: StoryTimes, key: TimeKey) -> bool:
    """Whether a time says when it happened, not since when or for how long something went on."""
    interval = times.intervals[key]
    yearly = interval.precision is not None and interval.precision > MONTH_PRECISION and _goes_on(times, key, interval)
    expression = times.expression(key)
    return expression.role in ("on", "between", "by") and expression.form not in _NO_DAYS and not yearly


def _goes_on(times: StoryTimes, key: TimeKey, interval: Interval) -> bool:
    """Whether a long stretch reaches to the publication: "this year" dates nothing, "in 2015" told later does."""
    published = times.published[key[0]]
    return published is None or interval.meets(published)


def target_key(story: Identities, at: int, span: Span, name: int | None) -> str:
    """What a target is compared by: the actor where it is one, else its head noun."""
    text = span.of(story.readings[at].document.text)
    actor = story.actor(at, name)
    named = story.readings[at].reading.names[name] if name is not None else None
    if actor is not None and named is not None and named.span.end >= span.end:
        return actor
    return head_noun(text)


def head_noun(text: str) -> str:
    """The noun that a phrase is about, singular: "market" of "the crowded market in Lemde"."""
    kept: list[str] = []
    for word in text.lower().replace("’", "'").split():
        plain = word.strip("“”\"'‘’,.;:()")
        if plain in STOPS and kept:
            break
        if plain and plain not in NO_HEADS:
            kept.append(plain)
    head = kept[-1] if kept else text.lower()
    return head[:-1] if head.endswith("s") and not head.endswith(("ss", "us", "is")) else head


def is_onset(item: GroundedReading, event: EventMention) -> bool:
    sentence = item.reading.sentences[event.sentence].span
    before = item.document.text[max(sentence.start, event.span.start - _ONSET_REACH) : event.span.start]
    since = any(
        argument.time is not None and item.reading.times[argument.time].role == "since" for argument in event.arguments
    )
    return bool(_ONSET.search(before)) or (since and event.scope == "aggregate")


def share_party(first: frozenset[str], second: frozenset[str], parties: Mapping[str, str]) -> bool:
    """Whether some actor of each belongs to one party."""
    return bool({parties.get(item, item) for item in first} & {parties.get(item, item) for item in second})
