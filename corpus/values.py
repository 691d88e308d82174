"""The values that marks and story files write in short: days, quantities."""

import calendar
import datetime
import re

from corroborate.model.interval import Basis, Interval, date_precision
from corroborate.model.quantity import Bound, Quantity

GROUPS = ("civilians", "children", "women", "men", "fighters")
QUANTITY = re.compile(
    r"(?P<sign>[~<>-])?(?P<low>\d+)(?:(?P<plus>\+)|-(?P<high>\d+))?\s+(?P<what>[^\W\d].*)|\?\s+(?P<vague>\S.*)"
)
SIGNS: dict[str, Bound] = {"~": "about", ">": "more-than", "<": "less-than", "-": "up-to"}
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def quantity(text: str) -> Quantity:
    """The quantity of "7+ people", "~4 houses", "7-9 people civilians", "? people". ValueError where it is none."""
    match = QUANTITY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"no quantity: {text!r} (7 people, 7+ people, >7, ~7, -7 for up to, <7, 7-9, ? people)")
    unit, group = _counted(match["what"] or match["vague"])
    if match["vague"]:
        return Quantity(None, None, None, unit, group)
    low = int(match["low"])
    if match["high"]:
        if match["sign"]:
            raise ValueError(f"no quantity: {text!r} has a range and a sign")
        if int(match["high"]) < low:
            raise ValueError(f"no quantity: {text!r} ends below its beginning")
        return Quantity(low, int(match["high"]), "between", unit, group)
    bound: Bound = "at-least" if match["plus"] else SIGNS.get(match["sign"] or "", "exact")
    at_least = None if bound in ("up-to", "less-than") else low
    at_most = None if bound in ("at-least", "more-than") else low
    return Quantity(at_least, at_most, bound, unit, group)


def days(text: str) -> tuple[str | None, str | None]:
    """Earliest and latest day of "2019-05-14", "2019-05" (the month), "2019-05-13..", "?". ValueError for others."""
    if text.strip() == "?":
        return None, None
    first, stretch, last = text.strip().partition("..")
    earliest = _bounds(first)[0] if first else None
    latest = (_bounds(last)[1] if last else None) if stretch else _bounds(first)[1]
    if earliest and latest and earliest > latest:
        raise ValueError(f"{text!r} ends before it begins")
    return earliest, latest


def interval(earliest: str | None, latest: str | None, basis: Basis, text: str | None) -> Interval:
    """The contract's interval; its precision follows from the width, None where a bound is open."""
    precision = None
    if earliest and latest:
        precision = date_precision(datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(latest))
    return Interval(earliest, latest, precision, basis, text)


def _counted(words: str) -> tuple[str, str | None]:
    unit, _, last = words.strip().rpartition(" ")
    if last in GROUPS:
        return unit or "people", last
    return words.strip(), None


def _bounds(text: str) -> tuple[str, str]:
    match = DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"no day: {text!r} (2019-05-14, 2019-05, 2019, 2019-05-13..2019-05-14, ?)")
    if "00" in match.groups():
        raise ValueError(f"no day: {text!r} has a month or a day 00")
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
        last = datetime.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError as error:
        raise ValueError(f"no day: {text!r} ({error})") from None
    return first.isoformat(), last.isoformat()
