"""Arithmetic on stretches of days: weeks, months, years, and units moved to and fro."""

import calendar
import datetime
from dataclasses import dataclass

Slots = dict[str, int | str]
Day = datetime.date

WEEK = 7
UNIT_DAYS = {"day": 1, "week": WEEK, "fortnight": 2 * WEEK}
UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120}
SHARES = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}  # thirds of a month or a year
# Half a unit either way: "two weeks ago" is a round figure, "two days ago" is not.
_SLACK_DAYS = {"day": 0, "week": 3, "fortnight": 3}


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends in it."""

    first: Day
    last: Day


def shift_days(day: Day, days: int) -> Day:
    return day + datetime.timedelta(days=days)


def shift_months(day: Day, months: int) -> Day:
    """The same day so many months on, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_weekday(weekday: int, day: Day) -> Day:
    """The latest such weekday (1 = Monday) on or before `day`."""
    return shift_days(day, -((day.isoweekday() - weekday) % WEEK))


def monday(day: Day) -> Day:
    return shift_days(day, 1 - day.isoweekday())


def month_end(year: int, month: int) -> Day:
    return Day(year, month, calendar.monthrange(year, month)[1])


def calendar_stretch(unit: str, which: int, day: Day) -> Days:
    if unit in ("week", "fortnight"):
        first = shift_days(monday(day), which * UNIT_DAYS[unit])
        return Days(first, shift_days(first, UNIT_DAYS[unit] - 1))
    if unit == "month":
        first = shift_months(day.replace(day=1), which)
        return Days(first, month_end(first.year, first.month))
    if unit in ("year", "decade"):
        years = 1 if unit == "year" else 10
        start = day.year - day.year % years + which * years
        return Days(Day(start, 1, 1), Day(start + years - 1, 12, 31))
    return Days(shift_days(day, which), shift_days(day, which))


def share(days: Days, slots: Slots) -> Days:
    """Its first, second or last third, where the words say early, mid or late."""
    if slots.get("segment") not in SHARES:
        return days
    low, high = SHARES[str(slots["segment"])]
    length = (days.last - days.first).days + 1
    return Days(shift_days(days.first, length * low // 3), shift_days(days.first, length * high // 3 - 1))


def shifted(days: Days, slots: Slots, sign: int) -> Days:
    """The stretch moved by the expression's count of units: to the day for days, give or take half a week for weeks.

    Longer units are the calendar's: "two years ago" is that year, "six months ago" that month.
    """
    unit, low = str(slots["unit"]), int(slots["count"])
    if unit == "week" and "whole" in slots:  # "the week after the raid" begins with the day after it
        return Days(shift_days(days.last, 1), shift_days(days.last, WEEK)) if sign > 0 else _week_up_to(days.first)
    high = int(slots.get("count_max", low))
    near, far = (low, high) if sign > 0 else (high, low)
    return Days(moved(days.first, unit, sign * near, half=-1), moved(days.last, unit, sign * far, half=1))


def _week_up_to(day: Day) -> Days:
    return Days(shift_days(day, -WEEK), shift_days(day, -1))


def moved(day: Day, unit: str, count: int, half: int) -> Day:
    """The day moved by so many units, and on to the end of what such words can mean on the side of `half`."""
    if unit in ("minute", "hour"):
        return _moved_hours(day, count if unit == "hour" else 0, half)
    if unit in UNIT_DAYS:
        return shift_days(day, count * UNIT_DAYS[unit] + half * _SLACK_DAYS[unit])
    found = calendar_stretch("year" if unit == "decade" else unit, 0, shift_months(day, count * UNIT_MONTHS[unit]))
    return found.first if half < 0 else found.last


def _moved_hours(day: Day, hours: int, half: int) -> Day:
    """Where the clock stands is not known: hours that are no whole days may lead over midnight or not."""
    days, rest = divmod(abs(hours), 24)
    away = days + (1 if rest and hours * half > 0 else 0)
    return shift_days(day, away if hours > 0 else -away)
