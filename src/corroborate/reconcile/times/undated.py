"""When the undated documents of a story came out, as far as it follows from the times that they tell of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corroborate.model.interval import Basis, Interval
from corroborate.reconcile.times.story_times import FEW_DAYS, StoryTimes, day_in_words
from corroborate.resolve.time_bounds import is_told, latest_told_day, publication_bounds
from corroborate.resolve.times import ends, interval_of, resolve_times

# date_prec of the longest publication bounds worth telling: a month.
_USEFUL = 4


def with_bounds(times: StoryTimes) -> StoryTimes:
    """Documents without a date get the bounds that their own times give, and their other times follow."""
    for at in undated(times):
        reading, held = times.readings[at].reading, times.published[at]
        found = publication_bounds(reading.times, known_times(times, at))
        bounds = found if found is None or held is None else _both(found, held)
        if bounds is not None and bounds != held:
            times = published_within(times, at, bounds)
        elif found is not None and held is not None and bounds is None:
            line = f"its own times put it within {day_in_words(found)}, what else is known within {day_in_words(held)}"
            times = times.with_reason(at, f"{times.readings[at].document.name}: {line}")
    return times


def _both(one: Interval, other: Interval) -> Interval | None:
    """The days of both, None where they share none."""
    (first, last), (low, high) = ends(one), ends(other)
    start = max((day for day in (first, low) if day), default=None)
    end = min((day for day in (last, high) if day), default=None)
    return None if start and end and start > end else interval_of(start, end, "inferred", None)


def undated(times: StoryTimes) -> Iterator[int]:
    return (at for at, item in enumerate(times.readings) if item.document.published is None)


def known_times(times: StoryTimes, at: int) -> tuple[Interval | None, ...]:
    """The document's intervals, None where they are open or only say when it came out."""
    found = (times.intervals[at, index] for index in range(len(times.readings[at].reading.times)))
    return tuple(interval if interval.bounded and interval.basis != "publication" else None for interval in found)


def published_within(times: StoryTimes, at: int, bounds: Interval, told: date | None = None) -> StoryTimes:
    """The times with the document published within those bounds: what it left open follows from them.

    Where `told` is the latest day that it tells of, its weekdays are the last ones up to that day.
    """
    published, intervals = list(times.published), dict(times.intervals)
    published[at] = bounds
    expressions = times.readings[at].reading.times
    latest = interval_of(told, told, "inferred", None) if told is not None else bounds
    by_told = resolve_times(expressions, published=latest)
    for index, interval in enumerate(resolve_times(expressions, published=bounds)):
        found = by_told[index] if expressions[index].form == "weekday" and is_told(expressions[index]) else interval
        if is_open(intervals[at, index]) and found.bounded:
            basis: Basis = "publication" if found.basis == "publication" else "inferred"
            intervals[at, index] = replace(found, basis=basis)
    return replace(times, intervals=intervals, published=tuple(published))


def is_open(interval: Interval) -> bool:
    """Whether other bounds of publication may still say more: nothing was known but from wider ones."""
    return not interval.bounded or (
        interval.basis in ("inferred", "publication") and (interval.precision or 9) > FEW_DAYS
    )


def inferred_publication(times: StoryTimes, at: int) -> tuple[str | None, Interval | None]:
    """An undated document's day (the latest that it tells of as past or present) or, where no day comes out, its
    bounds.
    """
    bounds = times.published[at]
    if bounds is not None and bounds.precision == 1:
        return bounds.earliest, None
    day = latest_told_day(times.readings[at].reading.times, known_times(times, at))
    if day is not None and (bounds is None or bounds.meets(Interval(day, day, 1, "inferred", None))):
        return day, None
    return None, bounds if bounds is not None and bounds.bounded and (bounds.precision or 9) <= _USEFUL else None
