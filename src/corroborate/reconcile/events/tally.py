"""What the mentions of an event name, and how often: so that one stray mention does not speak for the event."""

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")

Tally = tuple[tuple[T, int], ...]


def together(first: Tally[T], second: Tally[T]) -> Tally[T]:
    """Both, counted together."""
    if not first or not second:
        return first or second
    counts = Counter(dict(first))
    counts.update(dict(second))
    return tuple(counts.items())


def share(first: Tally[T], second: Tally[S], test: Callable[[T, S], bool]) -> float:
    """The share of the pairs, one of each, that pass the test (0 to 1); 0 where either names nothing."""
    pairs = passed = 0
    for one, often in first:
        for other, times in second:
            pairs += often * times
            if test(one, other):
                passed += often * times
    return passed / pairs if passed else 0.0
