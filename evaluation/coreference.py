"""Coreference in the CoNLL measures: MUC, BCubed and CEAF of two sets of chains, and their mean.

As in the CoNLL scorer 8 (Pradhan and others, 2014): mentions that only one side has stay as they are.
"""

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.bcubed import Item, bcubed
from evaluation.score import Rates, Share

Chain = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Coreference:
    """The three measures, each pooled by itself; the value is the mean of their F1, as CoNLL's score."""

    muc: Rates
    bcubed: Rates
    ceaf: Rates

    def __add__(self, other: "Coreference") -> "Coreference":
        return Coreference(self.muc + other.muc, self.bcubed + other.bcubed, self.ceaf + other.ceaf)

    @property
    def parts(self) -> tuple[Rates, ...]:
        return self.muc, self.bcubed, self.ceaf

    @property
    def value(self) -> float | None:
        return _mean(part.value for part in self.parts)

    @property
    def precision(self) -> float | None:
        return _mean(part.precision.value for part in self.parts)

    @property
    def recall(self) -> float | None:
        return _mean(part.recall.value for part in self.parts)


def coreference(gold: Sequence[Chain], ours: Sequence[Chain]) -> Coreference:
    """All three measures of the chains of one document. A chain may hold a single mention."""
    return Coreference(muc(gold, ours), bcubed_of_chains(gold, ours), ceaf(gold, ours))


def muc(gold: Sequence[Chain], ours: Sequence[Chain]) -> Rates:
    """Links: of each chain its size less one are needed, and one is lost for each piece more that the other side has.

    A single mention has no link and does not count.
    """
    return Rates(_links(ours, gold), _links(gold, ours))


def bcubed_of_chains(gold: Sequence[Chain], ours: Sequence[Chain]) -> Rates:
    """Mentions: the mean share of a mention's chain that is with it on the other side too."""
    places = _chains_of(gold), _chains_of(ours)
    mentions = dict.fromkeys(mention for chain in (*gold, *ours) for mention in chain)
    return bcubed([Item(*(frozenset(there.get(mention, ())) for there in places)) for mention in mentions])


def ceaf(gold: Sequence[Chain], ours: Sequence[Chain]) -> Rates:
    """Chains: each is given one of the other side at most, so that the sum of their likeness is the greatest.

    The likeness of two chains is twice their common mentions over the sum of their sizes (CEAF with phi 4).
    """
    right = sum(
        best_assignment([[2 * len(one & other) / (len(one) + len(other)) for other in theirs] for one in own])
        for own, theirs in _linked(gold, ours)
    )
    return Rates(Share(right, len(ours)), Share(right, len(gold)))


def best_assignment(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights with one at most from each row and each column; weights are not negative.

    The Hungarian method with potentials: cubic in the number of rows.

    >>> best_assignment([[3, 2], [2, 0]])
    4.0
    """
    rows = weights if len(weights) <= len(weights[0]) else list(zip(*weights, strict=True))
    width = len(rows[0])
    of_row, of_column = [0.0] * len(rows), [0.0] * (width + 1)
    row_at: list[int | None] = [None] * (width + 1)
    for index in range(len(rows)):
        row_at[width] = index
        _augment(rows, row_at, of_row, of_column)
    return float(sum(rows[row][column] for column, row in enumerate(row_at[:width]) if row is not None))


def _augment(
    rows: Sequence[Sequence[float]], row_at: list[int | None], of_row: list[float], of_column: list[float]
) -> None:
    """Gives the row that stands at the last, made-up column a column of its own, along the cheapest path."""
    width = len(rows[0])
    least, before, done = [math.inf] * width, [width] * width, [False] * (width + 1)
    column = width
    while (row := row_at[column]) is not None:
        done[column] = True
        for other in range(width):
            cost = -rows[row][other] - of_row[row] - of_column[other]
            if not done[other] and cost < least[other]:
                least[other], before[other] = cost, column
        nearest = min((other for other in range(width) if not done[other]), key=least.__getitem__)
        step = least[nearest]
        for other in range(width + 1):
            if done[other]:
                at = row_at[other]
                of_row[at if at is not None else row] += step
                of_column[other] -= step
            elif other < width:
                least[other] -= step
        column = nearest
    while column != width:
        row_at[column] = row_at[before[column]]
        column = before[column]


def _links(chains: Sequence[Chain], others: Sequence[Chain]) -> Share:
    there = _chains_of(others)
    right = 0
    for chain in chains:
        pieces = [there[mention][0] for mention in chain if mention in there]
        right += len(pieces) - len(set(pieces))
    return Share(right, sum(len(chain) - 1 for chain in chains))


def _chains_of(chains: Sequence[Chain]) -> dict[Hashable, tuple[str, ...]]:
    """The numbers of the chains that each mention is in; one, save where a span was marked twice."""
    found: dict[Hashable, tuple[str, ...]] = {}
    for number, chain in enumerate(chains):
        for mention in chain:
            found[mention] = (*found.get(mention, ()), str(number))
    return found


def _linked(gold: Sequence[Chain], ours: Sequence[Chain]) -> list[tuple[list[Chain], list[Chain]]]:
    """Groups of chains that share mentions, directly or through others: each is assigned by itself."""
    groups: list[tuple[list[Chain], list[Chain], Chain]] = []
    for chain, group in [*((chain, ([chain], [])) for chain in gold), *((chain, ([], [chain])) for chain in ours)]:
        touching = [each for each in groups if not each[2].isdisjoint(chain)]
        groups = [each for each in groups if each[2].isdisjoint(chain)]
        own, theirs = group
        merged = chain.union(*(mentions for _, _, mentions in touching))
        groups.append((sum((each[0] for each in touching), own), sum((each[1] for each in touching), theirs), merged))
    return [(own, theirs) for own, theirs, _ in groups if own and theirs]


def _mean(figures: Iterable[float | None]) -> float | None:
    """The mean, None where no figure had a case."""
    listed = list(figures)
    known = [figure for figure in listed if figure is not None]
    return sum(figure or 0.0 for figure in listed) / len(listed) if known else None
