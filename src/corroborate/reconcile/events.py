"""Event mentions to events: first inside each document, then across the documents of a story."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.model.grounded import GroundedReading
from corroborate.model.reading import EventMention
from corroborate.reconcile.judged import event_key, judged_tellings
from corroborate.reconcile.same_event import (
    Comparison,
    Ground,
    MentionKey,
    Telling,
    compare_across,
    compare_inside,
    may_be_one,
)
from corroborate.reconcile.slots import slots_of
from corroborate.reconcile.times import TimeKey, narrowest

__all__ = ["Cluster", "MentionKey", "find_events", "lead_days", "same_day_groups"]


# A mention that is no event by itself ("did not target the camp") is about what was told, if that is at all likely.
_NO_EVENT_ELSE = -2.0
_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions that tell of one event, with their joined slots and why documents' tellings were put together."""

    telling: Telling
    reasons: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[MentionKey, ...]:
        return self.telling.mentions


def find_events(ground: Ground) -> tuple[Cluster, ...]:
    """The events of a story in order of their first mentions. What is only planned or said not to be is none."""
    documents = range(len(ground.story.readings))
    local = [telling for at in documents for telling in events_of_document(ground, at)]
    if ground.verdicts:
        local = judged_tellings(ground, local, [single for at in documents for single in mentions_in_order(ground, at)])
    return _across(ground, local)


# --- inside one document


def events_of_document(ground: Ground, at: int) -> tuple[Telling, ...]:
    """The events that one document tells of, each with all its mentions."""
    found: list[Telling] = []
    for telling in mentions_in_order(ground, at):
        target = _repeated(ground.story.readings[at], telling, found)
        if target is None:
            target = _told_before(ground, telling, found)
        if target is not None:
            found[target] = found[target].joined(telling, ground.families)
        elif _is_event(ground, telling):
            found.append(telling)
        found = with_shares(found)
    return at_home(found)


def mentions_in_order(ground: Ground, at: int) -> Iterator[Telling]:
    """A document's event mentions, each as a telling of its own: the body first, then headline and captions, which
    only point at what the body tells. What is planned is no event.
    """
    item = ground.story.readings[at]
    denied = {
        index
        for statement in item.reading.statements
        for index in statement.about
        if statement.stance == "denies" and statement.span.contains(item.reading.events[index].span)
    }
    events = item.reading.events
    for index in sorted(range(len(events)), key=lambda index: _part_rank(item, events[index])):
        if events[index].reality != "planned":
            yield telling_of(ground, at, index, denied=index in denied)


def telling_of(ground: Ground, at: int, index: int, *, denied: bool) -> Telling:
    """One event mention by itself."""
    event = ground.story.readings[at].reading.events[index]
    block = ground.verdicts.blocks.get(event_key(ground, (at, index)))
    return Telling(
        slots_of(ground.story, ground.times, at, event),
        event.family,
        event.scope == "aggregate",
        denied,
        mentions=((at, index),),
        triggers=frozenset((event.text.casefold().split()[-1].removesuffix("s"),)),
        sentences=frozenset(((at, event.sentence),)),
        blocks=frozenset((block,)) if block is not None else frozenset(),
        barred=ground.verdicts.barred(block) if block is not None else frozenset(),
    )


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


def _is_event(ground: Ground, telling: Telling) -> bool:
    """Whether a mention that goes on about nothing is an event of its own: it was not said not to have happened."""
    ((at, index),) = telling.mentions
    told = ground.story.readings[at].reading.events[index]
    return not telling.denied and not (told.reality == "not-happened" and not telling.slots.spots)


def _repeated(item: GroundedReading, telling: Telling, found: Sequence[Telling]) -> int | None:
    """The event that the body tells of in the claim that a headline or pull quote repeats."""
    ((_, index),) = telling.mentions
    for statement in item.reading.statements:
        if index not in statement.about or statement.repeats is None:
            continue
        told = set(item.reading.statements[statement.repeats].about)
        return next((at for at, other in enumerate(found) if told & {each for _, each in other.mentions}), None)
    return None


def _told_before(ground: Ground, telling: Telling, found: Sequence[Telling]) -> int | None:
    """The event of the same document that a mention goes on about: the likeliest, where one is likelier than none."""
    scored = [
        (compare_inside(event, telling, ground).score, -place)
        for place, event in enumerate(found)
        if may_be_one(event, telling)
    ]
    score, place = max(scored, default=(_NEVER, 0))
    return -place if score > (0 if _is_event(ground, telling) else _NO_EVENT_ELSE) else None


def _part_rank(item: GroundedReading, event: EventMention) -> tuple[int, int]:
    part = item.reading.sentences[event.sentence].part
    return (0 if part == "body" else 1, event.span.start)


# --- across documents


def _across(ground: Ground, local: Sequence[Telling]) -> tuple[Cluster, ...]:
    """The likeliest pair is joined first, and the joined event is compared anew, until no pair is likelier than not."""
    events = {place: Cluster(telling) for place, telling in enumerate(local)}
    scores = {
        (one, other): compare_across(local[one], local[other], ground)
        for other in events
        for one in range(other)
        if may_be_one(local[one], local[other])
    }
    while scores:
        (one, other), verdict = max(scores.items(), key=lambda item: (item[1].score, -item[0][0], -item[0][1]))
        if not verdict.same:
            break
        joined = _joined(ground, events[one], events.pop(other), verdict)
        events[one] = joined
        scores = {pair: found for pair, found in scores.items() if one not in pair and other not in pair}
        for place, event in events.items():
            if place != one and may_be_one(joined.telling, event.telling):
                pair = (min(one, place), max(one, place))
                scores[pair] = compare_across(events[pair[0]].telling, events[pair[1]].telling, ground)
    return tuple(sorted(events.values(), key=lambda cluster: cluster.mentions[0]))


def _joined(ground: Ground, first: Cluster, second: Cluster, verdict: Comparison) -> Cluster:
    """Both as one event, with the reason."""
    reasons = dict.fromkeys((*first.reasons, *second.reasons, _why(ground, first, second, verdict)))
    return Cluster(first.telling.joined(second.telling, ground.families), tuple(reasons))


def _why(ground: Ground, first: Cluster, second: Cluster, verdict: Comparison) -> str:
    names = list(dict.fromkeys(ground.story.readings[item.mentions[0][0]].document.name for item in (first, second)))
    signs = ", ".join(sign.replace("_", " ") for sign in verdict.signs)
    against = ", ".join(sign.replace("_", " ") for sign in verdict.against)
    return f"one event in {' and '.join(names)}: {signs}{f'; against it: {against}' if against else ''}"


def same_day_groups(ground: Ground, clusters: Sequence[Cluster]) -> tuple[tuple[TimeKey, ...], ...]:
    """The times that must be one day: those of each incident, and those of the beginnings of one campaign."""
    incidents = [tuple(sorted(cluster.telling.slots.times)) for cluster in clusters if not cluster.telling.aggregate]
    return (*(times for times in incidents if len(times) > 1), *_onset_groups(ground, clusters))


def lead_days(ground: Ground, clusters: Sequence[Cluster]) -> dict[int, str]:
    """For each document the day of the incident that it mostly tells of, where other documents know it."""
    found: dict[int, str] = {}
    for at in range(len(ground.story.readings)):
        told = [
            (sum(place == at for place, _ in cluster.mentions), -number, cluster)
            for number, cluster in enumerate(clusters)
            if not cluster.telling.aggregate
        ]
        most, _, lead = max(told, key=lambda item: item[:2], default=(0, 0, None))
        if lead is None or not most:
            continue
        known = narrowest(ground.times.intervals[key] for key in sorted(lead.telling.slots.times) if key[0] != at)
        if known is not None and known.precision == 1 and known.earliest is not None:
            found[at] = known.earliest[:10]
    return found


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
