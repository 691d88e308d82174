"""Event mentions to events: first inside each document, then across the documents of a story."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corroborate.model.grounded import GroundedReading
from corroborate.model.reading import EventMention
from corroborate.reconcile.same_event import Comparison, Ground, Telling, compare
from corroborate.reconcile.slots import Slots, slots_of
from corroborate.reconcile.times import TimeKey

MentionKey = tuple[int, int]  # a document's position in the story, a mention's in its reading

# Within a document a mention joins the event told of before it with less evidence than across documents.
_ENOUGH_INSIDE = 1.5
# "The strikes", "the attack" point back over at most this many sentences.
_BACK_REFERENCE = 6
_NEAR = 2
_OTHERS = frozenset(("second", "another", "third", "separate", "latter", "later", "other"))
_DEFINITE = ("the ", "that ", "this ", "these ", "those ", "such ", "'s ", "’s ")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions that tell of one event, with their joined slots and why documents' tellings were put together."""

    mentions: tuple[MentionKey, ...]
    telling: Telling
    reasons: tuple[str, ...] = ()


def find_events(ground: Ground) -> tuple[Cluster, ...]:
    """The events of a story in order of their first mentions. What is only planned or said not to be is none."""
    local = [cluster for at in range(len(ground.story.readings)) for cluster in _at_home(_in_document(ground, at))]
    return _across(ground, local)


# --- inside one document


def _in_document(ground: Ground, at: int) -> list[Cluster]:
    item, found = ground.story.readings[at], list[Cluster]()
    denied = {
        index
        for statement in item.reading.statements
        for index in statement.about
        if statement.stance == "denies" and statement.span.contains(item.reading.events[index].span)
    }
    order = sorted(range(len(item.reading.events)), key=lambda index: _part_rank(item, item.reading.events[index]))
    for index in order:
        event = item.reading.events[index]
        if event.reality == "planned":
            continue
        slots = slots_of(ground.story, ground.times, at, event)
        telling = Telling(slots, event.family, event.scope == "aggregate", index in denied)
        target = _repeated(item, index, found)
        if target is None:
            target = _told_before(ground, item, event, telling, found)
        if target is not None:
            found[target] = _grown(found[target], (at, index), telling, ground)
        elif (
            not telling.slots.bare
            and not telling.denied
            and not (event.reality == "not-happened" and not telling.slots.spots)
        ):
            found.append(Cluster(((at, index),), telling))
    return found


def _repeated(item: GroundedReading, index: int, found: Sequence[Cluster]) -> int | None:
    """The event that the body tells of in the claim that a headline or pull quote repeats."""
    for statement in item.reading.statements:
        if index not in statement.about or statement.repeats is None:
            continue
        told = set(item.reading.statements[statement.repeats].about)
        return next((at for at, cluster in enumerate(found) if told & {other for _, other in cluster.mentions}), None)
    return None


def _at_home(clusters: Sequence[Cluster]) -> list[Cluster]:
    """A document's events with the spot that most of its mentions are about."""
    counts: dict[str, int] = {}
    for cluster in clusters:
        for spot in cluster.telling.slots.spots:
            counts[spot] = counts.get(spot, 0) + len(cluster.mentions)
    home = frozenset(sorted(counts, key=lambda spot: (-counts[spot], spot))[:1])
    return [replace(cluster, telling=replace(cluster.telling, home=home)) for cluster in clusters]


def _part_rank(item: GroundedReading, event: EventMention) -> tuple[int, int]:
    """Body before headline and captions: those only point at what the body tells."""
    part = item.reading.sentences[event.sentence].part
    return (0 if part == "body" else 1, event.span.start)


def _told_before(
    ground: Ground, item: GroundedReading, event: EventMention, telling: Telling, found: Sequence[Cluster]
) -> int | None:
    """The event of the same document that a mention goes on about."""
    scored: list[tuple[float, int]] = []
    another = _another(item, event)
    for position, cluster in enumerate(found):
        verdict = compare(cluster.telling, telling, ground)
        if (another and cluster is not found[-1]) or (another == "new"):
            continue
        if verdict.vetoes or not _one_statement(cluster, telling, verdict):
            continue
        distance = min(abs(item.reading.events[index].sentence - event.sentence) for _, index in cluster.mentions)
        pointing = _points_back(item, event) and (distance <= _BACK_REFERENCE or "same_day" in verdict.signs)
        near = 1.0 if distance == 0 else 0.75 if distance <= 2 else 0.0
        if telling.slots.bare and not (
            pointing or distance == 0 or (telling.family == cluster.telling.family and distance <= _NEAR)
        ):
            continue
        weak = _adds_nothing(telling, cluster, verdict)
        score = verdict.score + near + (1.0 if pointing else 0.0) + (1.5 if weak else 0.0) - 0.05 * distance
        scored.append((score, -position))
    score, position = max(scored, default=(0.0, 0))
    return -position if score >= _ENOUGH_INSIDE else None


def _adds_nothing(telling: Telling, cluster: Cluster, verdict: Comparison) -> bool:
    """Whether a mention has no place, day or attacker of its own that could make it another event."""
    slots = telling.slots
    area = (
        not slots.areas or bool(set(verdict.signs) & {"same_area", "place_in_area"}) or not cluster.telling.slots.areas
    )
    attacker = not slots.attackers or "same_attacker" in verdict.signs or not cluster.telling.slots.attackers
    return not slots.spots and not slots.times and area and attacker


def _one_statement(cluster: Cluster, telling: Telling, verdict: Comparison) -> bool:
    """Totals meet only over the same stretch: two figures for two wars are two aggregates."""
    if not telling.aggregate:
        return True
    return bool(set(verdict.signs) & {"same_area", "same_attacker", "same_place"}) or telling.slots.bare


def _another(item: GroundedReading, event: EventMention) -> str | None:
    """ "new" for "another attack", "a second blast"; "last" for "the second attack", "the latter": the one told
    last.
    """
    before = item.document.text[max(0, event.span.start - 24) : event.span.start].lower().split()
    if not before or before[-1] not in _OTHERS:
        return None
    return "last" if len(before) > 1 and before[-2] in ("the", "that", "this") else "new"


def _points_back(item: GroundedReading, event: EventMention) -> bool:
    before = item.document.text[max(0, event.span.start - 40) : event.span.start].lower()
    return any(word in before[-24:] for word in _DEFINITE)


def _grown(cluster: Cluster, mention: MentionKey, telling: Telling, ground: Ground) -> Cluster:
    family = cluster.telling.family if telling.denied else ground.families.finer(cluster.telling.family, telling.family)
    joined = replace(cluster.telling, slots=cluster.telling.slots.joined(telling.slots), family=family)
    return replace(cluster, mentions=(*cluster.mentions, mention), telling=joined)


# --- across documents


def _across(ground: Ground, local: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Best pairs first; a merged event keeps what would have kept any of its parts apart."""
    groups: dict[int, list[int]] = {index: [index] for index in range(len(local))}
    owner = {index: index for index in groups}
    reasons: dict[int, list[str]] = {index: [] for index in groups}
    for _, one, other, verdict in _ranked(ground, local):
        first, second = sorted((owner[one], owner[other]))
        if first == second or _kept_apart(ground, local, groups[first], groups[second]):
            continue
        reasons[first] += [*reasons.pop(second), _why(ground, local[one], local[other], verdict)]
        groups[first] += groups.pop(second)
        owner.update(dict.fromkeys(groups[first], first))
    clusters = [_merged([local[index] for index in members], reasons[lead]) for lead, members in groups.items()]
    return tuple(sorted(clusters, key=lambda cluster: cluster.mentions[0]))


def _ranked(ground: Ground, local: Sequence[Cluster]) -> list[tuple[float, int, int, Comparison]]:
    found = []
    for other in range(len(local)):
        for one in range(other):
            if local[one].mentions[0][0] == local[other].mentions[0][0]:
                continue
            verdict = compare(local[one].telling, local[other].telling, ground)
            if verdict.same:
                found.append((-verdict.score, one, other, verdict))
    return sorted(found, key=lambda item: item[:3])


def _kept_apart(ground: Ground, local: Sequence[Cluster], first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether some pair has a veto, or one document tells of both sides as two events."""
    documents = {local[index].mentions[0][0] for index in first} & {local[index].mentions[0][0] for index in second}
    if documents:
        return True
    return any(compare(local[one].telling, local[other].telling, ground).vetoes for one in first for other in second)


def _why(ground: Ground, first: Cluster, second: Cluster, verdict: Comparison) -> str:
    names = [ground.story.readings[item.mentions[0][0]].document.name for item in (first, second)]
    signs = ", ".join(sign.replace("_", " ") for sign in verdict.signs)
    return f"one event in {names[0]} and {names[1]}: {signs}"


def _merged(parts: Sequence[Cluster], reasons: Sequence[str]) -> Cluster:
    mentions = tuple(sorted(mention for part in parts for mention in part.mentions))
    slots = Slots()
    for part in parts:
        slots = slots.joined(part.telling.slots)
    lead = min(parts, key=lambda part: part.mentions[0])
    return Cluster(mentions, replace(lead.telling, slots=slots), tuple(dict.fromkeys(reasons)))


def same_day_groups(ground: Ground, clusters: Sequence[Cluster]) -> tuple[tuple[TimeKey, ...], ...]:
    """The times that must be one day: those of each incident, and those of the beginnings of one campaign."""
    incidents = [tuple(sorted(cluster.telling.slots.times)) for cluster in clusters if not cluster.telling.aggregate]
    return (*(times for times in incidents if len(times) > 1), *_onset_groups(ground, clusters))


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
