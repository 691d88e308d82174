"""The times of a story solved together: events, documents and words that say when, round after round."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.reconcile.times.story_times import StoryTimes, day_in_words, narrowed
from corroborate.reconcile.times.told_days import Occasion, by_told_days, day_of
from corroborate.reconcile.times.undated import with_bounds
from corroborate.resolve.times import resolve_time

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
            times = _counted(narrowed(times, occasion.times), occasion)
        times = with_bounds(times)
        if times == before:
            break
    return times


def _counted(times: StoryTimes, occasion: Occasion) -> StoryTimes:
    """The times with those that count from the incident dated by its day: "two days after the raid"."""
    day = day_of(times, occasion, but=None) if occasion.counted else None
    for key in occasion.counted:
        if day is None or times.intervals[key].bounded:
            continue
        expression = times.expression(key)
        plain = tuple((name, value) for name, value in expression.values if name != "event")
        found = resolve_time(replace(expression, values=plain), published=times.published[key[0]], anchor=day)
        if found.bounded:
            intervals = {**times.intervals, key: replace(found, basis="inferred")}
            line = f"{times.words(key)} is {day_in_words(found)}: what it counts from was on {day_in_words(day)}"
            times = replace(times, intervals=intervals).with_reason(key[0], line)
    return times
