"""When: time expressions made intervals, with the reason for their bounds."""

from corroborate.model.interval import Basis, Interval, date_precision
from corroborate.model.reading import TimeExpression
from corroborate.resolve.time_calendar import (
    UNIT_MONTHS,
    Day,
    Days,
    Slots,
    calendar_stretch,
    month_end,
    shift_days,
    shifted,
)
from corroborate.resolve.time_ranges import days_meant
from corroborate.resolve.time_years import ANNUAL

# Forms that mean the same on any day of publication; others do where their year is stated.
_ABSOLUTE = ("date", "year", "decade", "century")
# A month or year that is not over when the article appears can only be told of so far.
_CLIPPED = ("month", "year", "season", "decade", "weekend")
# Roles of what had begun by the time of writing: "since January" in November is not next January.
_BEGUN_ROLES = ("since", "after")
# What later words count from: a time by itself, of a few days at most where they count days.
_ANCHORS = ("on", "between")
_FEW_DAYS = 2
_ANY_DAY = Day(2000, 1, 1)
_WEEK_BACK = 6


def resolve_time(expression: TimeExpression, *, published: Interval | None, anchor: Interval | None = None) -> Interval:
    """The days that an expression means in a document published within `published`.

    A full date is `stated`; a day or month whose year publication gives is `inferred`; what counts from
    publication is `relative`. A weekday is the latest one on or before publication (the next one where the words
    look ahead). Where only bounds of publication are known, the answer has the bounds that they allow: exact
    where both ends agree. With no publication date such words stay open. "Two days later" counts from `anchor`,
    the time that was told of before.
    """
    if expression.form == "anchored":
        return _from_anchor(expression, published, anchor)
    if expression.form == "clock" and (anchor is not None or published is not None):
        return _of_clock(expression, published, anchor)
    if expression.form == "monthday" and anchor is not None and "which" not in slots_of(expression):
        published = _month_of(anchor)
    first, last = _meant(expression, published)
    basis = basis_of(expression) if first or last else "relative"
    return with_role(expression, interval_of(first, last, basis, expression.text), published)


def resolve_times(expressions: tuple[TimeExpression, ...], *, published: Interval | None) -> tuple[Interval, ...]:
    """Each expression's interval in turn, "two days later" counted from the last day told of before it, "the following
    year" from the last stretch.
    """
    found: list[Interval] = []
    day: Interval | None = None
    stretch: Interval | None = None
    for expression in expressions:
        far = expression.form == "anchored" and slots_of(expression).get("unit") in UNIT_MONTHS
        interval = resolve_time(expression, published=published, anchor=stretch if far else day)
        found.append(interval)
        if expression.role in _ANCHORS and _can_anchor(interval) and not looks_ahead(expression):
            stretch = interval
            day = interval if (interval.precision or 5) <= _FEW_DAYS else day
    return tuple(found)


def _can_anchor(interval: Interval) -> bool:
    return interval.bounded and interval.basis != "publication"


def no_time(published: Interval | None, *, text: str | None = None) -> Interval:
    """What holds where no words say when: the week up to publication."""
    first, last = ends(published)
    start = shift_days(first, -_WEEK_BACK) if first else None
    return interval_of(start, last, "publication", text)


def ends(interval: Interval | None) -> tuple[Day | None, Day | None]:
    """Both bounds as days, None where open."""
    if interval is None:
        return None, None
    return _day(interval.earliest), _day(interval.latest)


def interval_of(first: Day | None, last: Day | None, basis: Basis, text: str | None) -> Interval:
    """The interval of those bounds, with the precision of their distance."""
    precision = date_precision(first, last) if first and last else None
    return Interval(_iso(first), _iso(last), precision, basis, text)


def slots_of(expression: TimeExpression) -> Slots:
    return dict(expression.values)


def is_absolute(expression: TimeExpression) -> bool:
    """Whether the words say the year, so that no publication date is needed."""
    slots = slots_of(expression)
    if expression.form == "range":
        return any(slots.get(f"{end}_form") in _ABSOLUTE or f"{end}_year" in slots for end in ("first", "last"))
    return expression.form in _ABSOLUTE or "year" in slots


def looks_ahead(expression: TimeExpression) -> bool:
    """Whether the words tell of a time to come: by a verb ("will meet on Friday") or by themselves ("tomorrow")."""
    slots = slots_of(expression)
    ahead = slots.get("which") == 1 or slots.get("segment") == "later" or int(slots.get("offset", 0)) > 0
    return "future" in slots or ahead


def basis_of(expression: TimeExpression) -> Basis:
    """Whether the words state the days, leave the year to be worked out, or count from publication."""
    if is_absolute(expression):
        return "stated"
    slots = slots_of(expression)
    forms = {expression.form, str(slots.get("first_form")), str(slots.get("last_form"))}
    counted = {"which", "year_offset"} & slots.keys()
    return "inferred" if forms & set(ANNUAL) and not counted else "relative"


def _meant(expression: TimeExpression, published: Interval | None) -> tuple[Day | None, Day | None]:
    if is_absolute(expression):
        found = days_meant(expression.form, slots_of(expression), _ANY_DAY)
        return (found.first, found.last) if found else (None, None)
    low, high = ends(published)
    slots = slots_of(expression) | ({"past": 1} if expression.role in _BEGUN_ROLES else {})
    first = days_meant(expression.form, slots, low) if low else None
    last = days_meant(expression.form, slots, high) if high else None
    return (first.first if first else None), (last.last if last else None)


def with_role(expression: TimeExpression, days: Interval, published: Interval | None) -> Interval:
    """The days that the words name, with the bounds that "since", "until", "by", "before" and "after" leave open."""
    first, last = ends(days)
    until = ends(published)[1]
    past = not looks_ahead(expression)
    match expression.role:
        case "since":
            return _since(first, last, until, days.basis, expression.text)
        case "until" | "by":
            return interval_of(None, last, days.basis, expression.text)
        case "before":
            return interval_of(None, shift_days(first, -1) if first else None, days.basis, expression.text)
        case "after":
            told = past and first and until and first <= until
            return interval_of(first, until if told else None, days.basis, expression.text)
    if expression.form in _CLIPPED and past and first and last and until and first <= until < last:
        return interval_of(first, until, days.basis, expression.text)
    return days


def _since(
    first: Day | None,
    last: Day | None,
    until: Day | None,
    basis: Basis,
    text: str,
) -> Interval:
    """What goes on: open at its end, as wide as it is by the day of publication or, undated, as its beginning is."""
    far = max(day for day in (last, until) if day) if last or until else None
    precision = date_precision(first, far) if first and far and first <= far else None
    return Interval(_iso(first), None, precision, basis, text)


def _from_anchor(expression: TimeExpression, published: Interval | None, anchor: Interval | None) -> Interval:
    """Counted from the time told of before. Without one, or from a deed ("a day after the raid"), all that is known
    is that it is not after publication.
    """
    slots = slots_of(expression)
    first, last = ends(anchor)
    if not (first and last) or "event" in slots or "future" in slots:
        return interval_of(None, None if "future" in slots else ends(published)[1], "relative", expression.text)
    sign = _direction(slots)
    try:
        moved = shifted(Days(first, last), slots, sign) if sign else _same(Days(first, last), str(slots["unit"]))
    except (ValueError, OverflowError):  # counted out of the calendar
        return interval_of(None, ends(published)[1], "relative", expression.text)
    return interval_of(moved.first, moved.last, "relative", expression.text)


def _month_of(anchor: Interval) -> Interval:
    """The end of the month told of before: "the 12th" after a day of February is in that February."""
    first, _ = ends(anchor)
    end = month_end(first.year, first.month) if first else None
    return interval_of(end, end, "relative", None)


def _of_clock(expression: TimeExpression, published: Interval | None, anchor: Interval | None) -> Interval:
    """An hour or a part of a day by itself: of the day told of before it, else of some day up to publication."""
    if anchor is None:
        return no_time(published, text=expression.text)
    return Interval(anchor.earliest, anchor.latest, anchor.precision, "relative", expression.text)


def _same(days: Days, unit: str) -> Days:
    """The days told of, or the week, month or year that they are in: "that week"."""
    return days if unit not in (*UNIT_MONTHS, "week") else calendar_stretch(unit, 0, days.first)


def _direction(slots: Slots) -> int:
    direction = slots["direction"]
    if isinstance(direction, int):
        return (direction > 0) - (direction < 0)
    return 1 if direction in ("later", "after") else -1


def _day(text: str | None) -> Day | None:
    return Day.fromisoformat(text[:10]) if text else None


def _iso(day: Day | None) -> str | None:
    return day.isoformat() if day else None
