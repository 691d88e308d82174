"""Where something stands in a text, and how far two such places are one.

An extent is the set of the letters and digits under one or several spans: white space, quotation marks and stops do
not count, since annotations differ in whether they belong. Where there is nothing else, all but white space counts.
An empty extent is something that is not there.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from evaluation.pairing import Merit, best_pairs
from evaluation.score import Rates, Share, rates

Extent = frozenset[int]
# Half of the union: the least that two things of one kind have in common (as in evaluation.alignment).
HALF = 0.5


class Placed(Protocol):
    """Anything found in a text."""

    @property
    def extent(self) -> Extent: ...


G = TypeVar("G", bound=Placed)
O = TypeVar("O", bound=Placed)  # noqa: E741 - gold's and ours


def extent_of(text: str, spans: Iterable[Sequence[int]]) -> Extent:
    """The letters and digits of `text` under spans [start, end).

    >>> sorted(extent_of('"No", he', [(0, 5)]))
    [1, 2]
    """
    places = [place for start, end in spans for place in range(start, min(end, len(text)))]
    words = frozenset(place for place in places if text[place].isalnum())
    return words or frozenset(place for place in places if not text[place].isspace())


def overlap(first: Extent, second: Extent) -> float:
    """What two extents have in common, as a share of their union; 1 where both are not there."""
    if not first and not second:
        return 1.0
    if first.isdisjoint(second):
        return 0.0
    return len(first & second) / len(first | second)


def exact(gold: Iterable[Extent], ours: Iterable[Extent]) -> Rates:
    """Different extents that both sides have just so; several on one place count once."""
    first, second = _there(gold), _there(ours)
    return rates(len(first & second), ours=len(second), gold=len(first))


def shared(gold: Iterable[Extent], ours: Iterable[Extent]) -> Rates:
    """Each different extent is right to the share of its characters that the other side's extents cover together."""
    first, second = _there(gold), _there(ours)
    return Rates(_covered(second, first), _covered(first, second))


def paired(
    gold: Sequence[G], ours: Sequence[O], *, least: float = HALF, merit: Callable[[G, O], Merit] = lambda one, other: ()
) -> tuple[tuple[G, O], ...]:
    """One-to-one pairs that overlap by `least` of their union or more (0: at all), the best first.

    `merit` decides between pairs that overlap alike.
    """
    candidates = []
    for first, one in enumerate(gold):
        for second, other in enumerate(ours):
            common = overlap(one.extent, other.extent) if one.extent and other.extent else 0.0
            if common > 0 and common >= least:
                candidates.append((first, second, (common, *merit(one, other))))
    return best_pairs(gold, ours, candidates)


def _there(extents: Iterable[Extent]) -> frozenset[Extent]:
    return frozenset(extent for extent in extents if extent)


def _covered(extents: frozenset[Extent], others: frozenset[Extent]) -> Share:
    there: Extent = frozenset().union(*others)
    return Share(math.fsum(len(extent & there) / len(extent) for extent in extents), len(extents))
