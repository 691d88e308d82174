"""When, across a story: what one document leaves open and another says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval, date_precision
from corroborate.model.reading import TimeExpression
from corroborate.resolve.ground import published_interval
from corroborate.resolve.time_bounds import latest_told_day, narrow, publication_bounds
from corroborate.resolve.time_calendar import shift_days
from corroborate.resolve.times import ends, interval_of, resolve_time, resolve_times

TimeKey = tuple[int, int]  # a document's position in the story, an expression's in its reading

# Rounds of dating: each lets what one document learnt date another; longer chains than this are not met.
_ROUNDS = 3
# Days may be told of wrongly by one; wider bounds than this say too little to date a weekday by.
_TIGHT_DAYS = 10
_WEEK = 7
# date_prec of the longest publication bounds worth telling: a month.
_USEFUL = 4


@dataclass(frozen=True, slots=True)
class StoryTimes:
    """Each time expression's interval and each document's publication, as far as they are known, with the reasons."""

    readings: tuple[GroundedReading, ...]
    intervals: Mapping[TimeKey, Interval]
    published: tuple[Interval | None, ...]
    reasons: Mapping[int, tuple[str, ...]]

    def expression(self, key: TimeKey) -> TimeExpression:
        return self.readings[key[0]].reading.times[key[1]]

    def can_meet(self, first: TimeKey, second: TimeKey) -> bool:
        """Whether two times can be one day: by their bounds, or as an open weekday inside the other's bounds."""
        one, other = self.intervals[first], self.intervals[second]
        if not one.meets(other):
            return False
        if one.bounded and other.bounded:
            return True
        if one.bounded != other.bounded:
            key, bounds = (second, one) if one.bounded else (first, other)
            return narrow(self.expression(key), bounds, published=self.published[key[0]]) is not None
        slots = [dict(self.expression(key).values) for key in (first, second)]
        return all(
            slots[0][name] == slots[1][name]
            for name in ("weekday", "month", "day")
            if name in slots[0] and name in slots[1]
        )


def first_times(readings: Sequence[GroundedReading]) -> StoryTimes:
    """The times as each document alone gives them."""
    intervals = {
        (at, index): interval
        if interval is not None
        else Interval(None, None, None, "relative", item.reading.times[index].text)
        for at, item in enumerate(readings)
        for index, interval in enumerate(item.intervals)
    }
    published = tuple(published_interval(item.document) for item in readings)
    return StoryTimes(tuple(readings), intervals, published, {})


def solved_times(times: StoryTimes, same_day: Sequence[Sequence[TimeKey]]) -> StoryTimes:
    """The times after groups of expressions that tell of one day have narrowed each other and the documents' dates."""
    for _ in range(_ROUNDS):
        before = times
        for group in same_day:
            times = _narrowed(times, group)
        times = _with_publication(times)
        if times == before:
            break
    return times


def _narrowed(times: StoryTimes, group: Sequence[TimeKey]) -> StoryTimes:
    bounds = _common([_start(times, key) for key in group])
    if bounds is None or not _tight(bounds):
        return times
    intervals, reasons = dict(times.intervals), {at: list(lines) for at, lines in times.reasons.items()}
    for key in group:
        known = intervals[key]
        if (known.bounded and known.precision == 1) or times.expression(key).role == "since":
            continue
        found = narrow(times.expression(key), bounds, published=times.published[key[0]])
        if found is None or not found.bounded or (found.earliest, found.latest) == (known.earliest, known.latest):
            continue
        intervals[key] = replace(found, basis="inferred" if found.basis != "stated" else "stated")
        reasons.setdefault(key[0], []).append(_why(times, key, group, found))
    kept = {at: tuple(dict.fromkeys(lines)) for at, lines in reasons.items()}
    return replace(times, intervals=intervals, reasons=kept)


def _start(times: StoryTimes, key: TimeKey) -> Interval:
    """When it was or, for "since late September", when it began."""
    expression = times.expression(key)
    if expression.role != "since":
        return times.intervals[key]
    return resolve_time(replace(expression, role="on"), published=times.published[key[0]])


def _why(times: StoryTimes, key: TimeKey, group: Sequence[TimeKey], found: Interval) -> str:
    """The reasoning in words: what this document says, and which words of which others date it."""
    others = [other for other in group if other[0] != key[0] and _start(times, other).bounded]
    told = "; ".join(
        sorted({f"“{times.expression(other).text}” in {times.readings[other[0]].document.name}" for other in others})
    )
    day = found.earliest if found.earliest == found.latest else f"{found.earliest} to {found.latest}"
    said = f"“{times.expression(key).text}” in {times.readings[key[0]].document.name}"
    return f"{said} is {day}: {told or 'by its own publication date'}"


def _soon_after(bounds: Interval, day: str | None) -> Interval:
    """Bounds with an open end closed: a page appears within a week of the latest day that it tells of, where it
    tells of a day."""
    first, last = ends(bounds)
    if first is None or last is not None or day != bounds.earliest:
        return bounds
    return interval_of(first, shift_days(first, _WEEK - 1), "inferred", None)


def _nearest_week(times: StoryTimes, at: int, intervals: dict[TimeKey, Interval], about: str | None = None) -> None:
    """A weekday of an undated page that fits two weeks is the one nearest to a day that the page tells of, or to the
    day that it is about.
    """
    item = times.readings[at]
    keys = [(at, index) for index in range(len(item.reading.times))]
    days = [ends(intervals[key])[0] for key in keys if intervals[key].bounded and intervals[key].precision == 1]
    told = date.fromisoformat(about) if about is not None else None
    anchor = told or max((day for day in days if day is not None), default=None)
    for key in keys:
        first, last = ends(intervals[key])
        weekly = (
            "weekday" in dict(times.expression(key).values)
            and first is not None
            and last is not None
            and 0 < (last - first).days <= 2 * _WEEK
        )
        if anchor is not None and weekly and first is not None and last is not None:
            weeks = range((last - first).days // _WEEK + 1)
            day = min((shift_days(first, _WEEK * week) for week in weeks), key=lambda day: abs((day - anchor).days))
            intervals[key] = interval_of(day, day, "inferred", times.expression(key).text)


def _common(intervals: Iterable[Interval]) -> Interval | None:
    """The days that all bounded intervals share; None where they share none or none is bounded."""
    low = high = None
    for interval in intervals:
        if not interval.bounded:
            continue
        first, last = ends(interval)
        low = max(low, first) if low and first else low or first
        high = min(high, last) if high and last else high or last
    return interval_of(low, high, "inferred", None) if low and high and low <= high else None


def _tight(bounds: Interval) -> bool:
    first, last = ends(bounds)
    return first is not None and last is not None and (last - first).days < _TIGHT_DAYS


def _with_publication(times: StoryTimes) -> StoryTimes:
    """Documents without a date get the bounds that their own times give, and their other times follow."""
    published, intervals = list(times.published), dict(times.intervals)
    for at, item in enumerate(times.readings):
        if item.document.published is not None:
            continue
        known = tuple(intervals[at, index] for index in range(len(item.reading.times)))
        bounds = publication_bounds(
            item.reading.times, tuple(interval if interval.bounded else None for interval in known)
        )
        if bounds is None or bounds == published[at]:
            continue
        published[at] = bounds
        told = latest_told_day(item.reading.times, tuple(interval if interval.bounded else None for interval in known))
        for index, interval in enumerate(resolve_times(item.reading.times, published=_soon_after(bounds, told))):
            if not known[index].bounded and interval.bounded:
                intervals[at, index] = replace(interval, basis="inferred")
        _nearest_week(times, at, intervals)
    return replace(times, intervals=intervals, published=tuple(published))


def dated_by_events(times: StoryTimes, days: Mapping[int, str]) -> StoryTimes:
    """Undated documents that no words of their own date, each by the day of the event that it mostly tells of.

    `days` gives that day as other documents tell it. The page came out on it or in the six days after; of the days
    that a weekday can mean, it means the nearest to it.
    """
    published, intervals = list(times.published), dict(times.intervals)
    reasons = dict(times.reasons)
    for at, day in days.items():
        if published[at] is not None:
            continue
        item = times.readings[at]
        first = date.fromisoformat(day)
        published[at] = interval_of(first, shift_days(first, _WEEK - 1), "inferred", None)
        for index, interval in enumerate(resolve_times(item.reading.times, published=published[at])):
            key = (at, index)
            if not intervals[key].bounded and interval.bounded:
                intervals[key] = replace(interval, basis="inferred")
        _nearest_week(times, at, intervals, day)
        line = f"{item.document.name} has no date of its own: what it mostly tells of was on {day}, as others say"
        reasons[at] = (*reasons.get(at, ()), line)
    return replace(times, intervals=intervals, published=tuple(published), reasons=reasons)


def inferred_publication(times: StoryTimes, at: int) -> tuple[str | None, Interval | None]:
    """An undated document's day (the latest that it tells of as past or present) or, where no day comes out, its
    bounds.
    """
    item = times.readings[at]
    intervals = tuple(times.intervals[at, index] for index in range(len(item.reading.times)))
    day = latest_told_day(item.reading.times, tuple(interval if interval.bounded else None for interval in intervals))
    bounds = times.published[at]
    if day is not None and (bounds is None or bounds.meets(Interval(day, day, 1, "inferred", None))):
        return day, None
    return None, bounds if bounds is not None and bounds.bounded and (bounds.precision or 9) <= _USEFUL else None


def narrowest(intervals: Iterable[Interval]) -> Interval | None:
    """The interval that says most: bounded before open, shorter before longer, stated before inferred."""
    ranks = {"stated": 0, "relative": 1, "inferred": 2, "publication": 3}
    found = sorted(
        intervals,
        key=lambda item: (not item.bounded, _length(item), ranks[item.basis], item.text or "", item.earliest or ""),
    )
    return found[0] if found else None


def _length(interval: Interval) -> int:
    first, last = ends(interval)
    return (last - first).days if first is not None and last is not None else 100_000


def precision_of(interval: Interval) -> int | None:
    first, last = ends(interval)
    return date_precision(first, last) if first is not None and last is not None else None
