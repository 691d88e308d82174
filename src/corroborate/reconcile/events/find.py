"""Event mentions to events: inside each document, across the documents of a story, then each looked at again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush

from corroborate.model.grounded import GroundedReading
from corroborate.reconcile.events.anchored import counted_from
from corroborate.reconcile.events.mentions import is_event, mentions_in_order
from corroborate.reconcile.events.same_event import Comparison, compare_across, event_told_of, may_be_one
from corroborate.reconcile.events.second_look import Owners, joined, look_again
from corroborate.reconcile.events.sign_words import in_words
from corroborate.reconcile.events.slots import slots_of
from corroborate.reconcile.events.telling import Ground, MentionKey, Telling
from corroborate.reconcile.judged import judged_tellings
from corroborate.reconcile.times.story_times import TimeKey
from corroborate.reconcile.times.told_days import Occasion

__all__ = ["Cluster", "MentionKey", "find_events", "occasions"]


# Forms that name a day.
_DAY_FORMS = ("date", "month-day", "weekday", "day")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions that tell of one event, with their joined slots; `parts` are what each document tells of it."""

    telling: Telling
    parts: tuple[Telling, ...] = ()

    @property
    def mentions(self) -> tuple[MentionKey, ...]:
        return self.telling.mentions


def find_events(ground: Ground) -> tuple[Cluster, ...]:
    """The events of a story in order of their first mentions. What is only planned or said not to be is none.

    Mentions are put together inside each document, then the documents' events, then every mention is looked at again.
    What people say holds before the documents' events are put together, and ever after.
    """
    told = [tuple(mentions_in_order(ground, at)) for at in range(len(ground.story.readings))]
    local = [events_of_document(ground, mentions) for mentions in told]
    singles = [each for pair in zip(told, local, strict=True) for each in singles_at_home(*pair)]
    first = _across(ground, judged_tellings(ground, [telling for events in local for telling in events], singles))
    owners = {mention: number for number, cluster in enumerate(first) for mention in cluster.mentions}
    return _clusters(ground, singles, look_again(ground, singles, owners))


def singles_at_home(told: Sequence[Telling], events: Sequence[Telling]) -> tuple[Telling, ...]:
    """A document's mentions, each by itself, with the spot that the document is mostly about."""
    home = events[0].home if events else frozenset()
    return tuple(replace(telling, home=home) for telling in told)


def _clusters(ground: Ground, mentions: Sequence[Telling], owners: Owners) -> tuple[Cluster, ...]:
    """The mentions of each event as one telling, and as one of each document."""
    found: dict[int, dict[int, list[Telling]]] = {}
    for telling in mentions:
        ((at, _),) = telling.mentions
        owner = owners[telling.mentions[0]]
        if owner is not None:
            found.setdefault(owner, {}).setdefault(at, []).append(telling)
    parts = [tuple(joined(told[at], ground) for at in sorted(told)) for told in found.values()]
    clusters = [Cluster(joined(each, ground), each) for each in parts]
    return tuple(sorted(clusters, key=lambda cluster: cluster.mentions[0]))


def why_one(ground: Ground, cluster: Cluster) -> tuple[str, ...]:
    """Why each document's telling was put together with those of the documents before it."""
    reasons = []
    for place, part in enumerate(cluster.parts[1:], 1):
        before = joined(cluster.parts[:place], ground)
        reasons.append(_why(ground, before, part, compare_across(before, part, ground)))
    return tuple(reasons)


# --- inside one document


def events_of_document(ground: Ground, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """The events that one document tells of, each with all its mentions; `told` are the mentions in order."""
    found: list[Telling] = []
    for telling in told:
        target = _repeated(ground.story.readings[telling.mentions[0][0]], telling, found)
        if target is None:
            target = event_told_of(found, telling, ground)
        if target is not None:
            found[target] = found[target].joined(telling, ground.families)
        elif is_event(ground, telling):
            found.append(telling)
        found = with_shares(found)
    return at_home(found)


def with_shares(found: Sequence[Telling]) -> list[Telling]:
    """A document's tellings so far, each with its share of their mentions; the first of them leads."""
    total = sum(len(telling.mentions) for telling in found)
    return [
        replace(telling, central=len(telling.mentions) / total, first=place == 0) for place, telling in enumerate(found)
    ]


def at_home(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """A document's events with the spot that most of its mentions are about."""
    counts: dict[str, int] = {}
    for telling in found:
        for spot in telling.slots.spots:
            counts[spot] = counts.get(spot, 0) + len(telling.mentions)
    home = frozenset(sorted(counts, key=lambda spot: (-counts[spot], spot))[:1])
    return tuple(replace(telling, home=home) for telling in found)


def _repeated(item: GroundedReading, telling: Telling, found: Sequence[Telling]) -> int | None:
    """The event that the body tells of in the claim that a headline or pull quote repeats."""
    ((_, index),) = telling.mentions
    for statement in item.reading.statements:
        if index not in statement.about or statement.repeats is None:
            continue
        told = set(item.reading.statements[statement.repeats].about)
        return next((at for at, other in enumerate(found) if told & {each for _, each in other.mentions}), None)
    return None


# --- across documents


def _across(ground: Ground, local: Sequence[Telling]) -> tuple[Cluster, ...]:
    """The likeliest pair is joined first, and the joined event is compared anew, until no pair is likelier than not.

    Pairs wait in a heap, likeliest first, and of those the ones told of first; a pair is stale once either event was
    joined with another since. Time grows with the square of the events (times its logarithm).
    """
    events = {place: Cluster(telling) for place, telling in enumerate(local)}
    changes = dict.fromkeys(events, 0)
    waiting: list[_Pair] = []

    def weigh(one: int, other: int) -> None:
        if may_be_one(events[one].telling, events[other].telling):
            verdict = compare_across(events[one].telling, events[other].telling, ground)
            if verdict.same:
                heappush(waiting, _Pair(-verdict.score, one, other, (changes[one], changes[other]), verdict))

    for other in events:
        for one in range(other):
            weigh(one, other)
    while waiting:
        pair = heappop(waiting)
        one, other = pair.one, pair.other
        if one not in events or other not in events or pair.changes != (changes[one], changes[other]):
            continue
        events[one] = Cluster(events[one].telling.joined(events.pop(other).telling, ground.families))
        changes[one] += 1
        for place in events:
            if place != one:
                weigh(min(one, place), max(one, place))
    return tuple(sorted(events.values(), key=lambda cluster: cluster.mentions[0]))


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    """Two events by their places, the likeliest pair first; `changes` is how often each had been joined by then."""

    distance: float
    one: int
    other: int
    changes: tuple[int, int] = field(compare=False)
    verdict: Comparison = field(compare=False)


def _why(ground: Ground, first: Telling, second: Telling, verdict: Comparison) -> str:
    names = list(dict.fromkeys(ground.story.readings[item.mentions[0][0]].document.name for item in (first, second)))
    signs, against = in_words(first, second, verdict, ground)
    told = signs or "what the other documents tell of it"
    return f"one event in {' and '.join(names)}: {told}{f'; against it: {against}' if against else ''}"


def occasions(ground: Ground, clusters: Sequence[Cluster]) -> tuple[Occasion, ...]:
    """What must be one day: the times of each incident, and those of the beginnings of one campaign."""
    incidents = [
        Occasion(
            tuple(sorted(cluster.telling.slots.times | _beginnings(ground, cluster))),
            tuple(sorted(Counter(at for at, _ in cluster.mentions).items())),
            tuple(sorted(key for mention in cluster.mentions if (key := counted_from(ground, mention)) is not None)),
        )
        for cluster in clusters
        if not cluster.telling.aggregate
    ]
    return (*incidents, *(Occasion(times) for times in _onset_groups(ground, clusters)))


def _beginnings(ground: Ground, cluster: Cluster) -> frozenset[TimeKey]:
    """The days since when something goes on: "closed since Tuesday noon"."""
    keys = (
        (at, item.time)
        for at, index in cluster.mentions
        for item in ground.story.readings[at].reading.events[index].arguments
        if item.time is not None
    )
    return frozenset(
        key
        for key in keys
        if (expression := ground.times.expression(key)).role == "since" and expression.form in _DAY_FORMS
    )


def _onset_groups(ground: Ground, clusters: Sequence[Cluster]) -> tuple[tuple[TimeKey, ...], ...]:
    """Times that say when one party's first acts of a kind happened, or since when it has been at it."""
    found: dict[str, set[TimeKey]] = {}
    for cluster in clusters:
        if not cluster.telling.slots.onset:
            continue
        parties = sorted({ground.story.parties.get(actor, actor) for actor in cluster.telling.slots.attackers})
        times = {key for at, index in cluster.mentions for key in _onset_times(ground, at, index)}
        for party in parties:
            found.setdefault(party, set()).update(times)
    return tuple(tuple(sorted(times)) for _, times in sorted(found.items()) if len({at for at, _ in times}) > 1)


def _onset_times(ground: Ground, at: int, index: int) -> list[TimeKey]:
    event = ground.story.readings[at].reading.events[index]
    if not slots_of(ground.story, ground.times, at, event).onset:
        return []
    return [(at, item.time) for item in event.arguments if item.time is not None]
