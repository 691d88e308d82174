"""Dates of plain records as first and last days."""

import calendar
import re

from evaluation.layers.records import Days

# A year, a month or a day, with any time of the day left out; not of "--10", an October of no year.
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")


def days_of(value: str | None) -> Days | None:
    """The days that an ISO date or range means, None where it gives none.

    >>> days_of("2019-02"), days_of("2019-05-13/2019-05-14"), days_of("2019-05/"), days_of("--10")
    (('2019-02-01', '2019-02-28'), ('2019-05-13', '2019-05-14'), ('2019-05-01', None), None)
    """
    first, stroke, last = (value or "").partition("/")
    begin, end = _days(first), _days(last if stroke else first)
    earliest, latest = begin and begin[0], end and end[1]
    readable = all(part == "" or DATE.match(part) for part in (first, last))
    return (earliest, latest) if readable and (earliest or latest) else None


def _days(date: str) -> tuple[str, str] | None:
    match = DATE.match(date)
    if match is None:
        return None
    year, month, day = match[1], match[2], match[3]
    if day:
        return (f"{year}-{month}-{day}",) * 2
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]}"
