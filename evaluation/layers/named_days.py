"""The days that a time expression names by itself, as annotators of dates mark them."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.model.interval import Interval
from corroborate.model.reading import TimeExpression
from corroborate.resolve.time_calendar import Slots, calendar_stretch
from corroborate.resolve.times import ends, interval_of, is_absolute, resolve_time, slots_of

# Forms that name no date: hours, and how long something took.
NO_DATES = ("clock", "duration")
_HOURS = ("hour", "minute")


def named_days(expression: TimeExpression, interval: Interval | None, published: Interval | None) -> Iterator[Interval]:
    """What the words name without "since", "until" or "early", months and years whole; a range's two ends.

    "Since 2017" names that year, "from Monday to Wednesday" two days, "for three hours" nothing.
    """
    slots = slots_of(expression)
    counts_hours = slots.get("unit") in _HOURS
    unknown = expression.form == "named" and "month" not in slots
    if interval is None or expression.form in NO_DATES or counts_hours or unknown:
        return
    if expression.form in ("range", "days"):
        yield from _ends(expression, slots, interval, published)
    elif expression.form == "anchored":
        yield interval
    else:
        plain = {name: value for name, value in slots.items() if name != "segment"}
        yield _whole(replace(expression, role="on", values=tuple(plain.items())), plain, published)


def _whole(expression: TimeExpression, slots: Slots, published: Interval | None) -> Interval:
    """The expression's days, not cut off at publication."""
    after = published and ends(published)[1]
    if expression.form == "relative" and slots.get("which") == 0 and after:
        days = calendar_stretch(str(slots["unit"]), 0, after)
        return interval_of(days.first, days.last, "relative", expression.text)
    found = resolve_time(expression, published=published)
    first, _ = ends(found)
    if expression.form in ("month", "season") and "year" not in slots and first is not None:
        return resolve_time(replace(expression, values=(*expression.values, ("year", first.year))), published=None)
    return resolve_time(expression, published=None) if is_absolute(expression) else found


def _ends(
    expression: TimeExpression, slots: Slots, interval: Interval, published: Interval | None
) -> Iterator[Interval]:
    first, last = ends(interval)
    if expression.form == "days" or not (first and last):
        yield interval
        return
    for prefix, day in (("first_", first), ("last_", last)):
        own = {name.removeprefix(prefix): value for name, value in slots.items() if name.startswith(prefix)}
        form = str(own.pop("form"))
        if form in ("month", "season", "year", "decade"):
            year = {} if "year" in own or form == "decade" else {"year": day.year}
            end = replace(expression, form=form, values=tuple({**own, **year}.items()), role="on")
            yield _whole(end, slots_of(end), published)
        else:
            yield interval_of(day, day, "relative", expression.text)
