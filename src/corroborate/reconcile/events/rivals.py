"""Which event each event was nearest to and is kept apart from, and why."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corroborate.reconcile.events.find import Cluster
from corroborate.reconcile.events.same_event import Comparison, compare_across, may_be_one
from corroborate.reconcile.events.sign_words import in_words
from corroborate.reconcile.events.telling import Ground

# What two events must have in common, one at least, for anybody to ask whether they are one.
_Key = tuple[str, object]
# Something that more events name tells none of them from the others: a capital, one dead.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Rival:
    """The event that is likeliest to be taken for another one: its number among the clusters, and the verdict."""

    number: int
    verdict: Comparison


def nearest_rivals(ground: Ground, clusters: Sequence[Cluster]) -> tuple[Rival | None, ...]:
    """For each event the likeliest of those that share a place, person, toll, target or kind with it, None without any.

    Time: events times _MOST for each thing that they name.
    """
    found: list[Rival | None] = []
    near = _near(clusters)
    for number, cluster in enumerate(clusters):
        verdicts = [
            (compare_across(cluster.telling, clusters[other].telling, ground), other)
            for other in sorted(near[number])
            if may_be_one(cluster.telling, clusters[other].telling)
        ]
        verdict, other = max(verdicts, key=lambda item: (item[0].score, -item[1]), default=(None, number))
        found.append(Rival(other, verdict) if verdict is not None else None)
    return tuple(found)


def _near(clusters: Sequence[Cluster]) -> dict[int, set[int]]:
    holders: dict[_Key, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for key in _keys(cluster):
            holders[key].append(number)
    near: dict[int, set[int]] = defaultdict(set)
    for numbers in holders.values():
        for number in numbers if len(numbers) <= _MOST else ():
            near[number].update(set(numbers) - {number})
    return near


def _keys(cluster: Cluster) -> Iterator[_Key]:
    slots = cluster.telling.slots
    yield from (("place", place) for place in slots.spots)
    yield from (("victim", victim) for victim in slots.victims)
    yield from (("target", target) for target in slots.targets)
    yield from (("figure", figure) for figure in slots.figures)
    yield ("kind", cluster.telling.family)


def kept_apart(
    ground: Ground, clusters: Sequence[Cluster], number: int, rival: Rival, name: Callable[[int], str]
) -> str:
    """The reason in words; `name` says which event another is, for people."""
    told, other = clusters[number].telling, clusters[rival.number].telling
    signs, against = in_words(told, other, rival.verdict, ground)
    speaks = against or "too little speaks for one event"
    return f"kept apart from {name(rival.number)}: {speaks}{f'; for one event: {signs}' if signs else ''}"
