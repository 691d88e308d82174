"""What other documents' dates say about open times, and what a document's own times say about its publication."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from corroborate.model.interval import Interval
from corroborate.model.reading import TimeExpression
from corroborate.resolve.time_calendar import WEEK, Day, Days, Slots, last_weekday, shift_days
from corroborate.resolve.time_ranges import days_meant
from corroborate.resolve.time_years import ANNUAL, year_of
from corroborate.resolve.times import ends, interval_of, is_absolute, looks_ahead, resolve_time, slots_of, with_role

# How far from an event's day its day of publication is looked for: "a year ago" is the farthest form in use.
_SEARCH_DAYS = 800
# Years in which a day without a year is looked for; wider bounds leave it open anyway.
_MOST_YEARS = 50
# Roles whose words say that something had begun by the time of writing.
_TOLD_ROLES = ("on", "between", "within", "since", "after")
_A_SUNDAY = Day(2000, 1, 2)
# Roles that leave one side of the named days open.
_OPENING_ROLES = ("since", "until", "by", "before", "after")
_OPEN_FORMS = ("anchored", "clock", "duration", "anniversary", "within")


def narrow(expression: TimeExpression, bounds: Interval, *, published: Interval | None = None) -> Interval | None:
    """The days that an expression can mean where they must lie within `bounds`; None where it cannot.

    "Wednesday" within 28 September to 3 October 2015 is 30 September, `inferred`. Where several days fit, the
    answer runs from the first to the last of them. A time that stated its own days keeps its basis. For "since
    Wednesday" the bounds are those of the Wednesday.
    """
    known = resolve_time(expression, published=published)
    if is_absolute(expression) and (expression.role in _OPENING_ROLES or _within(known, bounds)):
        return known if known.meets(bounds) else None
    if expression.role in _OPENING_ROLES:
        named = _narrowed(replace(expression, role="on"), bounds, published)
        return with_role(expression, named, published) if named else None
    return _narrowed(expression, bounds, published)


def publication_bounds(
    expressions: tuple[TimeExpression, ...], intervals: tuple[Interval | None, ...]
) -> Interval | None:
    """When a document can have been published, by the times it tells of and what they were found to be.

    It appeared no earlier than the latest day that it tells of as past or present. "Today" found to be a day gives
    that day; "on Wednesday" found to be a day gives the week that begins with it. None where nothing is said or
    the times contradict each other.
    """
    low: Day | None = None
    high: Day | None = None
    for expression, interval in zip(expressions, intervals, strict=True):
        first, last = _published_by(expression, interval)
        low = max(low, first) if low and first else low or first
        high = min(high, last) if high and last else high or last
    if low is None and high is None:
        return None
    return interval_of(low, high, "inferred", None) if not (low and high and low > high) else None


def latest_told_day(expressions: tuple[TimeExpression, ...], intervals: tuple[Interval | None, ...]) -> str | None:
    """The latest day told of as past or present; None where none is known to the day."""
    days = (
        interval.earliest
        for expression, interval in zip(expressions, intervals, strict=True)
        if interval is not None and interval.precision == 1 and is_told(expression)
    )
    return max((day for day in days if day), default=None)


def _narrowed(expression: TimeExpression, bounds: Interval, published: Interval | None) -> Interval | None:
    known = resolve_time(expression, published=published)
    if not known.meets(bounds):
        return None
    low, high = _common(known, bounds)
    if low and high:
        return _fitting(expression, Days(low, high))
    return interval_of(low, high, "inferred", expression.text)


def _within(inner: Interval, outer: Interval) -> bool:
    (first, last), (low, high) = ends(inner), ends(outer)
    return (low is None or bool(first and first >= low)) and (high is None or bool(last and last <= high))


def _common(one: Interval, other: Interval) -> tuple[Day | None, Day | None]:
    (first, last), (low, high) = ends(one), ends(other)
    return max((day for day in (first, low) if day), default=None), min(
        (day for day in (last, high) if day), default=None
    )


def _fitting(expression: TimeExpression, bounds: Days) -> Interval | None:
    """The bounds, drawn in to the weekdays or the days of the year that the words allow."""
    found = tuple(_occurrences(expression.form, slots_of(expression), bounds))
    if not found:
        return None
    first, last = max(found[0].first, bounds.first), min(found[-1].last, bounds.last)
    return interval_of(first, last, "inferred", expression.text)


def _occurrences(form: str, slots: Slots, bounds: Days) -> Iterator[Days]:
    """The stretches that the words can mean and that meet the bounds: the first and the last are enough."""
    if form == "weekday":
        yield from _weekdays(slots, bounds)
    elif form in ANNUAL and "year" not in slots and ("month" in slots or "season" in slots):
        yield from _years(slots, bounds)
    else:
        yield bounds


def _weekdays(slots: Slots, bounds: Days) -> Iterator[Days]:
    """Whole stretches of a weekday: two days where it is a night."""
    meant = days_meant("weekday", {"weekday": slots["weekday"], **_only(slots, "part")}, _A_SUNDAY)
    day = last_weekday(int(slots["weekday"]), _A_SUNDAY)
    before, after = ((meant.first - day).days, (meant.last - day).days) if meant else (0, 0)
    first = last_weekday(int(slots["weekday"]), shift_days(bounds.first, WEEK - 1 - after))
    last = last_weekday(int(slots["weekday"]), shift_days(bounds.last, -before))
    if first <= last:
        yield Days(shift_days(first, before), shift_days(first, after))
        yield Days(shift_days(last, before), shift_days(last, after))


def _years(slots: Slots, bounds: Days) -> Iterator[Days]:
    first = max(bounds.first.year - 1, Day.min.year)
    for year in range(first, min(bounds.last.year, first + _MOST_YEARS) + 1):
        try:
            found = year_of(slots, year)
        except (ValueError, OverflowError):  # 29 February
            continue
        if found.first <= bounds.last and bounds.first <= found.last:
            yield found


def _only(slots: Slots, name: str) -> Slots:
    return {name: slots[name]} if name in slots else {}


def is_told(expression: TimeExpression) -> bool:
    """Whether the words tell of a time that had come by the time of writing."""
    return expression.role in _TOLD_ROLES and expression.form != "duration" and not looks_ahead(expression)


def _published_by(expression: TimeExpression, interval: Interval | None) -> tuple[Day | None, Day | None]:
    """The first and last day on which words for that interval could be printed."""
    first, last = ends(interval)
    if first is None:
        return None, None
    told = first if is_told(expression) else None
    any_year = expression.form in ANNUAL and "year_offset" not in slots_of(expression)
    if last is None or any_year or expression.form in _OPEN_FORMS or expression.role not in ("on", "between"):
        return told, None
    if is_absolute(expression):
        return told, None
    meant = _meaning(expression)
    earliest = _first_day(lambda day: meant(day).last >= first, first)
    after = _first_day(lambda day: meant(day).first > last, first)
    if told and earliest:
        earliest = max(told, earliest)
    return earliest or told, shift_days(after, -1) if after else None


def _meaning(expression: TimeExpression) -> Callable[[Day], Days]:
    slots = slots_of(expression)

    def meant(day: Day) -> Days:
        return days_meant(expression.form, slots, day) or Days(day, day)

    return meant


def _first_day(holds: Callable[[Day], bool], near: Day) -> Day | None:
    """The first day within the search for which it holds; meanings never go back, so halving finds it."""
    low, high = near.toordinal() - _SEARCH_DAYS, near.toordinal() + _SEARCH_DAYS
    if low < 1 or high > Day.max.toordinal() or not holds(Day.fromordinal(high)) or holds(Day.fromordinal(low)):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(Day.fromordinal(middle)) else (middle, high)
    return Day.fromordinal(high)
