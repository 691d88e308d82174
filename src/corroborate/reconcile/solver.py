"""The times of a story solved together: events, documents and words that say when, round after round."""

from collections.abc import Sequence

from corroborate.reconcile.times import StoryTimes, narrowed
from corroborate.reconcile.told_days import Occasion, by_told_days
from corroborate.reconcile.undated import with_bounds

# Rounds of dating: each lets what one document learnt date another; longer chains than this are not met.
_ROUNDS = 4


def solved_times(times: StoryTimes, occasions: Sequence[Occasion]) -> StoryTimes:
    """The times after all documents of the story have narrowed each other's days and their own dates.

    What follows is drawn first; then an undated document that it leaves open takes the latest day that it tells of,
    and what follows from that is drawn again. Each document takes a day once: it is not dated by what it dated.
    """
    taken: frozenset[int] = frozenset()
    for _ in range(_ROUNDS):
        before = times
        times = _followed(times, occasions)
        times, taken = by_told_days(times, occasions, taken)
        if times == before:
            break
    return times


def _followed(times: StoryTimes, occasions: Sequence[Occasion]) -> StoryTimes:
    for _ in range(_ROUNDS):
        before = times
        for occasion in occasions:
            times = narrowed(times, occasion.times)
        times = with_bounds(times)
        if times == before:
            break
    return times
