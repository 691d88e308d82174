"""Mentions to chains: only those of documents that are like are compared, and the likeliest groups are joined first."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from corroborate.reconcile.stories.profiles import Profile
from evaluation.chains.mentions import Pool
from evaluation.chains.signs import Scorer

# Documents less like than this tell of different things; on the train part 0.2 % of coreferent pairs are lost.
LEAST_LIKE = 0.08
# The score of a pair that was not compared.
STRANGERS = -6.0
# Groups are joined while their mean score is above this; chosen on the dev part.
LEAST_MEAN = -1.5

Scores = Mapping[tuple[int, int], float]


def chains_of(pool: Pool, scorer: Scorer) -> tuple[tuple[int, ...], ...]:
    """The chains, as places of mentions; no topic is known."""
    scores = {
        (one, other): scorer.score(pool.mentions[one], pool.mentions[other], pool.profiles)
        for one, other in compared_pairs(pool)
    }
    return groups(len(pool.mentions), scores)


def compared_pairs(pool: Pool) -> Iterator[tuple[int, int]]:
    """Places of mentions whose documents are like enough, or one."""
    places: dict[str, list[int]] = {}
    for place, mention in enumerate(pool.mentions):
        places.setdefault(mention.document, []).append(place)
    for inside in places.values():
        yield from combinations(inside, 2)
    for first, second in _alike(sorted(places), pool.profiles):
        yield from ((min(one, other), max(one, other)) for one in places[first] for other in places[second])


def _alike(documents: Sequence[str], profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    for first, second in combinations(documents, 2):
        if profiles[first].likeness(profiles[second]) >= LEAST_LIKE:
            yield first, second


def groups(count: int, scores: Scores) -> tuple[tuple[int, ...], ...]:
    """Groups of `count` things by the mean score of their pairs (average linkage), the best joined first."""
    members = {place: [place] for place in range(count)}
    sums: dict[int, dict[int, float]] = {place: {} for place in range(count)}  # score above STRANGERS, summed
    for (one, other), score in scores.items():
        sums[one][other] = sums[other][one] = score - STRANGERS

    def entry(one: int, other: int) -> tuple[float, int, int, int, int]:
        first, second = min(one, other), max(one, other)
        mean = sums[one][other] / (len(members[one]) * len(members[other])) + STRANGERS
        return -mean, first, second, len(members[first]), len(members[second])

    waiting = [entry(one, other) for one in range(count) for other in sums[one] if one < other]
    heapify(waiting)
    while waiting:
        distance, one, other, *sizes = heappop(waiting)
        if -distance <= LEAST_MEAN:
            break
        if [len(members.get(place, ())) for place in (one, other)] != sizes:
            continue
        members[one] += members.pop(other)
        for place, gained in sums.pop(other).items():
            del sums[place][other]
            if place != one:
                sums[one][place] = sums[place][one] = sums[one].get(place, 0.0) + gained
        for place in sums[one]:
            heappush(waiting, entry(one, place))
    return tuple(tuple(sorted(group)) for group in members.values())
