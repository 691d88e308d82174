"""Printed dates and times of publication: only what can be read in one way."""

import datetime
import re
from dataclasses import dataclass

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
# Numbers with strokes ("03/05/2021") mean two days in two countries; they are read only where one reading exists.
# With points the day stands first wherever dates are written so.
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}\b",
        rf"\b{MONTH}[ -]{DAY},? {YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<number>[01]\d)[-/.](?P<day>[0-3]\d)(?=\D|$)",
        r"\b(?P<day>[0-3]?\d)\.(?P<number>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])[/.](?P<number>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)\b",
    )
)
TIME = re.compile(
    r"^(?:,| at| -| –| \||T)*\s*(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d)? ?(?P<half>[ap]\.?m\b\.?)?"
    r" ?(?P<zone>GMT|UTC|Z\b)?",
    re.IGNORECASE,
)
TIME_BEFORE = re.compile(
    r"(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d) ?(?P<half>[ap]\.?m\b\.?)? ?(?P<zone>GMT|UTC)?"
    r"[, ]+(?:on |- )?(?:\w+day,? )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """An ISO date or date-time and where it stands in the line."""

    moment: str
    start: int
    end: int


def find_date(line: str) -> PrintedDate | None:
    """The first full date in `line`, with the time of day beside it; None where it could mean two days."""
    matches = [match for form in FORMS for match in form.finditer(line)]
    for match in sorted(matches, key=lambda match: match.start()):
        day = _day(match)
        if day is not None:
            after = TIME.match(line[match.end() : match.end() + 30])
            before = TIME_BEFORE.search(line[max(0, match.start() - 30) : match.start()])
            time = _time(after) or _time(before)
            end = match.end() + (after.end() if after and time else 0)
            return PrintedDate(day.isoformat() + time, match.start(), end)
    return None


def _day(match: re.Match[str]) -> datetime.date | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else MONTHS.index(groups["month"][:3].lower()) + 1
    try:
        return datetime.date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None


def _time(match: re.Match[str] | None) -> str:
    """`T10:04`, with the zone where it is printed; empty where no time of day stands there."""
    if match is None:
        return ""
    hour, half = int(match["hour"]), (match["half"] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone = "+00:00" if match["zone"] else ""
    return f"T{hour:02d}:{match['minute']}{zone}" if hour < 24 else ""
