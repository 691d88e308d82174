"""Days, months and seasons of a year that may have to be worked out."""

from corroborate.resolve.time_calendar import UNIT_DAYS, Day, Days, Slots, month_end, share, shift_days, shift_months

ANNUAL = ("month-day", "days", "month", "season", "named")
_MONTHS_AHEAD = 2  # "on 20 November" in an article of October is next month's; in one of August last year's
# First months, as in the north, where most outlets write.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9}


def of_annual(slots: Slots, published: Day) -> Days:
    """A day, month or season without its year: the year that publication makes the likeliest."""
    if "year" in slots:
        return year_of(slots, int(slots["year"]))
    if "year_offset" in slots:
        return year_of(slots, published.year + int(slots["year_offset"]))
    if "which" in slots or "future" in slots:
        return _which_year(slots, published)
    horizon = published if "past" in slots else shift_months(published, _MONTHS_AHEAD)
    return latest_year(slots, published.year + 1, horizon)


def of_year(slots: Slots, published: Day) -> Days:
    year = int(slots["year"])
    return share(Days(Day(year, 1, 1), Day(year, 12, 31)), slots)


def of_decade(slots: Slots, published: Day) -> Days:
    year = int(slots["decade"])
    return share(Days(Day(year, 1, 1), Day(year + 9, 12, 31)), slots)


def of_century(slots: Slots, published: Day) -> Days:
    """The years that begin with its hundreds: "the 17th century" is 1600 to 1699."""
    first = (int(slots["century"]) - 1) * 100
    return Days(Day(first, 1, 1), Day(first + 99, 12, 31))


def year_of(slots: Slots, year: int) -> Days:
    """The stretch that a form without a year means in that year."""
    if "season" in slots:
        return _season(str(slots["season"]), year)
    month = int(slots["month"])
    if "to_day" in slots:
        return Days(Day(year, month, int(slots["day"])), Day(year, month, int(slots["to_day"])))
    if "day" in slots:
        return Days(Day(year, month, int(slots["day"])), Day(year, month, int(slots["day"])))
    whole = Days(Day(year, month, 1), month_end(year, month))
    return _ordinal_part(whole, slots) if "number" in slots else share(whole, slots)


def _ordinal_part(month: Days, slots: Slots) -> Days:
    """ "The second week of May" is its days 8 to 14; the last week its last seven days."""
    size, number = UNIT_DAYS[str(slots["unit"])], int(slots["number"])
    if number < 0:
        return Days(shift_days(month.last, 1 - size), month.last)
    first = shift_days(month.first, size * (number - 1))
    if first > month.last:
        raise ValueError("the month has no such week")
    return Days(first, min(month.last, shift_days(first, size - 1)))


def latest_year(slots: Slots, year: int, limit: Day) -> Days:
    """The latest such stretch that begins on or before `limit`; a 29 February may be eight years back."""
    for back in range(10):
        try:
            found = year_of(slots, year - back)
        except ValueError:
            continue
        if found.first <= limit:
            return found
    raise ValueError("no such day in any year")


def _which_year(slots: Slots, published: Day) -> Days:
    """ "Last September" is over, "next May" has not begun, "this May" is the year's own."""
    which = int(slots.get("which", 1))
    if which == 0:
        return year_of(slots, published.year)
    if which < 0:
        found = latest_year(slots, published.year, published)
        return found if found.last < published else year_of(slots, found.first.year - 1)
    found = latest_year(slots, published.year, published)
    begun = found.last < published if "future" in slots else True
    return year_of(slots, found.first.year + 1) if begun else found


def _season(name: str, year: int) -> Days:
    """A winter has the year's own first months in it and those of the one that begins in it: nobody says which."""
    if name == "winter":
        return Days(Day(year, 1, 1), month_end(year + 1, 2))
    month = _SEASONS[name]
    return Days(Day(year, month, 1), month_end(year, month + 2))
