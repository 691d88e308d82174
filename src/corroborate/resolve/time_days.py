"""What each form of time expression means on a given day of publication, as a first and a last day."""

from collections.abc import Callable

from corroborate.resolve.time_calendar import (
    SHARES,
    UNIT_DAYS,
    UNIT_MONTHS,
    WEEK,
    Day,
    Days,
    Slots,
    calendar_stretch,
    last_weekday,
    monday,
    month_end,
    moved,
    share,
    shift_days,
    shift_months,
    shifted,
)
from corroborate.resolve.time_years import of_annual, of_century, of_decade, of_year, year_of


def _of_date(slots: Slots, published: Day) -> Days:
    return year_of(slots, int(slots["year"]))


def _of_weekday(slots: Slots, published: Day) -> Days:
    weekday = int(slots["weekday"])
    day = last_weekday(weekday, published)
    which = slots.get("which")
    if "week_offset" in slots or which == 0:
        day = shift_days(monday(published), weekday - 1 + WEEK * int(slots.get("week_offset", 0)))
    elif which == 1 or "future" in slots:
        day = shift_days(last_weekday(weekday, published if which == 1 else shift_days(published, -1)), WEEK)
    elif which == -1:
        day = last_weekday(weekday, shift_days(published, -1))
    return _with_part(Days(day, day), slots)


def _with_part(days: Days, slots: Slots) -> Days:
    """The days with what "overnight" adds: the day after, or before where it runs into this one."""
    if slots.get("part") == "overnight":
        return Days(days.first, shift_days(days.last, 1))
    if slots.get("part") == "overnight-into":
        return Days(shift_days(days.first, -1), days.last)
    return days


def _of_day(slots: Slots, published: Day) -> Days:
    """Today and its like. "Last night" is the night of the day before, as "Tuesday night" is Tuesday's."""
    day = shift_days(published, int(slots["offset"]))
    return Days(day, day)


def _of_monthday(slots: Slots, published: Day) -> Days:
    """ "On the 12th": the latest such day on or before publication, or the next one where the words look ahead."""
    day, month = int(slots["day"]), published.replace(day=1)
    if "which" in slots:
        month = shift_months(month, int(slots["which"]))
    elif "future" in slots and day <= published.day:
        month = shift_months(month, 1)
    elif "future" not in slots and day > published.day:
        month = shift_months(month, -1)
    found = month.replace(day=min(day, month_end(month.year, month.month).day))
    return Days(found, found)


def _of_overnight(slots: Slots, published: Day) -> Days:
    return Days(shift_days(published, -1), published)


def _of_weekend(slots: Slots, published: Day) -> Days:
    """The latest weekend that has begun; a future or "next" one is the one after publication."""
    saturday = last_weekday(6, published)
    if slots.get("which") == -1 and shift_days(saturday, 1) >= published:
        saturday = shift_days(saturday, -WEEK)
    if slots.get("which") == 1 or "future" in slots:
        return Days(shift_days(saturday, WEEK), shift_days(saturday, WEEK + 1))
    return Days(saturday, shift_days(saturday, 1))


def _of_relative(slots: Slots, published: Day) -> Days:
    """ "Last week", "this month", "late last year": the calendar's, not the seven days before."""
    which, segment = int(slots["which"]), slots.get("segment")
    whole = calendar_stretch(str(slots["unit"]), which, published)
    if segment in SHARES:
        return share(whole, slots)
    if which != 0:
        return whole
    if segment == "later" or "future" in slots:
        return Days(min(published, whole.last), whole.last)
    last = shift_days(published, -1) if segment == "earlier" else published
    return Days(whole.first, max(whole.first, last))


def _of_within(slots: Slots, published: Day) -> Days:
    """ "In the past two weeks": up to publication, or from it on where the words look ahead."""
    unit, count = str(slots["unit"]), int(slots.get("count_max", slots["count"]))
    sign = 1 if "future" in slots else -1
    if unit in UNIT_MONTHS:
        far = shift_months(published, sign * count * UNIT_MONTHS[unit])
    elif unit in UNIT_DAYS:
        far = shift_days(published, sign * count * UNIT_DAYS[unit])
    else:
        far = moved(published, unit, sign * count, half=sign)
    return Days(min(far, published), max(far, published))


def _of_ago(slots: Slots, published: Day) -> Days:
    return shifted(Days(published, published), slots, -1)


RULES: dict[str, Callable[[Slots, Day], Days]] = {
    "date": _of_date,
    "month-day": of_annual,
    "days": of_annual,
    "month": of_annual,
    "season": of_annual,
    "named": of_annual,
    "year": of_year,
    "decade": of_decade,
    "century": of_century,
    "weekday": _of_weekday,
    "monthday": _of_monthday,
    "day": _of_day,
    "overnight": _of_overnight,
    "weekend": _of_weekend,
    "relative": _of_relative,
    "within": _of_within,
    "ago": _of_ago,
}
