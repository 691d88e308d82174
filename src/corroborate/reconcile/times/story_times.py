"""When, across a story: what one document leaves open and another says.

Every document's day of publication and every time told of is an unknown with bounds. Times of one event narrow each
other, what a document tells of bounds the day on which it came out, and that day dates its other times: round after
round, until nothing changes. What is learnt is kept in words.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval, date_precision
from corroborate.model.reading import TimeExpression
from corroborate.resolve.ground import published_interval
from corroborate.resolve.time_bounds import narrow
from corroborate.resolve.times import ends, interval_of, resolve_time

TimeKey = tuple[int, int]  # a document's position in the story, an expression's in its reading

# Days may be told of wrongly by one; wider bounds than this say too little to date a weekday by.
_TIGHT_DAYS = 10
# date_prec of a few days: a day, a night, a weekend.
FEW_DAYS = 2


@dataclass(frozen=True, slots=True)
class StoryTimes:
    """Each time expression's interval and each document's publication, as far as they are known, with the reasons."""

    readings: tuple[GroundedReading, ...]
    intervals: Mapping[TimeKey, Interval]
    published: tuple[Interval | None, ...]
    reasons: Mapping[int, tuple[str, ...]]

    def expression(self, key: TimeKey) -> TimeExpression:
        return self.readings[key[0]].reading.times[key[1]]

    def words(self, key: TimeKey) -> str:
        """The words and where they stand, for people: “on Tuesday” in courier.txt."""
        return f"“{self.expression(key).text}” in {self.readings[key[0]].document.name}"

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

    def with_reason(self, at: int, line: str) -> "StoryTimes":
        """The same times with one more line of reasoning about the document at that position."""
        lines = tuple(dict.fromkeys((*self.reasons.get(at, ()), line)))
        return replace(self, reasons={**self.reasons, at: lines})


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


def narrowed(times: StoryTimes, group: Sequence[TimeKey]) -> StoryTimes:
    """The times after a group of expressions that tell of one day have narrowed each other.

    Where no day fits all of them the accounts contradict each other: what is bounded stays as it is, and open times
    follow the day that most of them give, if they can mean it.
    """
    known = [_start(times, key) for key in group]
    bounds = _common(known) or _agreed(times, group)
    if bounds is None or not _tight(bounds):
        return times
    intervals = dict(times.intervals)
    changed = times
    for key in group:
        found = _found(times, key, bounds)
        if found is not None:
            intervals[key] = replace(found, basis="inferred" if found.basis != "stated" else "stated")
            changed = changed.with_reason(key[0], _why(times, key, group, found))
    return replace(changed, intervals=intervals)


def _agreed(times: StoryTimes, group: Sequence[TimeKey]) -> Interval | None:
    """The day that most accounts give, where they contradict each other."""
    found = most_told(times, group)
    return found if found is not None and found.bounded and (found.precision or 9) <= FEW_DAYS else None


def _found(times: StoryTimes, key: TimeKey, bounds: Interval) -> Interval | None:
    """What the expression means within the bounds, None where that says nothing new. A range is no open day."""
    known, expression = times.intervals[key], times.expression(key)
    if (known.bounded and known.precision == 1) or expression.role in ("since", "between"):
        return None
    found = narrow(expression, bounds, published=times.published[key[0]])
    if found is None or not found.bounded or (found.earliest, found.latest) == (known.earliest, known.latest):
        return None
    return found


def _start(times: StoryTimes, key: TimeKey) -> Interval:
    """When it was or, for "since late September", when it began."""
    expression = times.expression(key)
    if expression.role != "since":
        return times.intervals[key]
    return resolve_time(replace(expression, role="on"), published=times.published[key[0]])


def _why(times: StoryTimes, key: TimeKey, group: Sequence[TimeKey], found: Interval) -> str:
    """The reasoning in words: what this document says, and which words of which others date it."""
    others = [other for other in group if other[0] != key[0] and _start(times, other).bounded]
    told = "; ".join(sorted({times.words(other) for other in others}))
    return f"{times.words(key)} is {day_in_words(found)}: {told or 'by its own publication date'}"


def day_in_words(interval: Interval) -> str:
    """The day, or the first and the last, for people."""
    return (
        str(interval.earliest) if interval.earliest == interval.latest else f"{interval.earliest} to {interval.latest}"
    )


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


def most_told(times: StoryTimes, keys: Iterable[TimeKey], tellers: Iterable[int] = ()) -> Interval | None:
    """The day that most documents give or can mean, else the interval that says most; None without any.

    Accounts that name different days are not made one: the day that more of them name is taken, of as many the one
    told more often, then the earlier. None is later than a dated document of `tellers`, which tells of it as past.
    """
    until = min((day for at in tellers if (day := known_by(times, at)) is not None), default=None)
    known = [(key, times.intervals[key]) for key in keys]
    if until is not None:
        known = [(key, item) for key, item in known if item.earliest is None or item.earliest <= until]
    exact = [(key, item) for key, item in known if item.bounded and (item.precision or 9) <= FEW_DAYS]
    if not exact:
        return narrowest(item for _, item in known)

    tellings = Counter((_bounds(item), key[0]) for key, item in exact)
    distinct = {_bounds(item): item for _, item in exact}

    def rank(bounds: tuple[str, str]) -> tuple[object, ...]:
        meets = {other for other, item in distinct.items() if item.meets(distinct[bounds])}
        fits = {telling: count for telling, count in tellings.items() if telling[0] in meets}
        same = sum(count for (other, _), count in fits.items() if other == bounds)
        return -len({at for _, at in fits}), -sum(fits.values()), -same, _length(distinct[bounds]), bounds

    best = min(distinct, key=rank)
    return narrowest(item for _, item in exact if _bounds(item) == best)


def _bounds(interval: Interval) -> tuple[str, str]:
    return interval.earliest or "", interval.latest or ""


def known_by(times: StoryTimes, at: int) -> str | None:
    """The day on which a dated document came out."""
    published = times.readings[at].document.published
    return published[:10] if published is not None else None


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
