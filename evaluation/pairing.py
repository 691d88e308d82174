"""One-to-one pairs, best first: the one rule by which records of two ledgers are matched."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from corroborate.model.ledger import Mention
from corroborate.model.span import Span

G = TypeVar("G")
O = TypeVar("O")  # noqa: E741 - gold's and ours

# How well two records match, as figures of which the first counts most; higher is better.
Merit = tuple[float, ...]


class Located(Protocol):
    """Anything with flat offsets: a claim, a mention, a piece of furniture."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def span_of(record: Located) -> Span:
    """The record's offsets as a span."""
    return Span(record.start, record.end)


def best_pairs(
    gold: Sequence[G], ours: Sequence[O], merits: Iterable[tuple[int, int, Merit]]
) -> tuple[tuple[G, O], ...]:
    """Pairs of which each record is in one at most: the best pair first, then the best of what is left.

    `merits` names candidate pairs by their indices; equal merits go by the order of the records.

    >>> best_pairs("ab", "xy", [(0, 0, (0.9,)), (0, 1, (0.8,)), (1, 0, (0.85,)), (1, 1, (0.1,))])
    (('a', 'x'), ('b', 'y'))
    """
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    pairs = []
    for first, second, _ in sorted(merits, key=lambda each: (tuple(-figure for figure in each[2]), each[0], each[1])):
        if first not in taken_gold and second not in taken_ours:
            taken_gold.add(first)
            taken_ours.add(second)
            pairs.append((first, second))
    return tuple((gold[first], ours[second]) for first, second in sorted(pairs))


def shared_mentions(gold: Sequence[Mention], ours: Sequence[Mention]) -> float:
    """How many mentions two records share, each counted by its best overlap (0..1) on the other side."""
    there: dict[str, list[Span]] = defaultdict(list)
    for mention in ours:
        there[mention.document].append(span_of(mention))
    return sum(
        max((span_of(mention).overlap(other) for other in there[mention.document]), default=0.0) for mention in gold
    )
