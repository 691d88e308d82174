"""What a time expression means on a given day of publication, stretches from one time to another included."""

from corroborate.resolve.time_calendar import Day, Days, Slots, shift_days, shift_months
from corroborate.resolve.time_days import RULES
from corroborate.resolve.time_years import ANNUAL, latest_year, year_of


def days_meant(form: str, slots: Slots, published: Day) -> Days | None:
    """The days that the words mean when they are printed on `published`; None where that says nothing.

    Never decreasing in `published`: so the ends of an uncertain day of publication give the ends of the answer.
    """
    rule = _of_range if form == "range" else RULES.get(form)
    if rule is None or (form == "named" and "month" not in slots):
        return None
    try:
        return rule(slots, published)
    except (ValueError, OverflowError):  # 30 February, a hundred thousand years ago
        return None


def _of_range(slots: Slots, published: Day) -> Days:
    """From the first end to the last: the latest such stretch, or the next one where the words look ahead."""
    first, last = _end_of_range(slots, "first_"), _end_of_range(slots, "last_")
    if "future" in slots:
        start = _meant_or_raise(first[0], {**first[1], "future": 1}, published)
        return _ordered(start, _after(*last, start))
    if "year" in first[1] and "year" not in last[1]:
        start = _meant_or_raise(*first, published)
        return _ordered(start, _after(*last, start))
    end = _meant_or_raise(*last, published)
    return _ordered(_before(*first, end), end)


def _end_of_range(slots: Slots, prefix: str) -> tuple[str, Slots]:
    end = {name.removeprefix(prefix): value for name, value in slots.items() if name.startswith(prefix)}
    return str(end.pop("form")), end


def _before(form: str, slots: Slots, end: Days) -> Days:
    """The latest stretch of that form that begins no later than `end`."""
    if form in ANNUAL and "year" not in slots:
        return latest_year(slots, end.first.year, end.first)
    return _meant_or_raise(form, slots, end.last)


def _after(form: str, slots: Slots, start: Days) -> Days:
    """The first stretch of that form that begins no earlier than `start`."""
    if form in ANNUAL and "year" not in slots:
        found = latest_year(slots, start.first.year + 1, shift_days(shift_months(start.first, 12), -1))
        return found if found.first >= start.first else year_of(slots, start.first.year + 1)
    return _meant_or_raise(form, {**slots, "future": 1}, start.first)


def _meant_or_raise(form: str, slots: Slots, published: Day) -> Days:
    found = days_meant(form, slots, published)
    if found is None:
        raise ValueError(f"no days for {form}")
    return found


def _ordered(first: Days, last: Days) -> Days:
    if first.first > last.last:
        raise ValueError("the range ends before it begins")
    return Days(first.first, last.last)
