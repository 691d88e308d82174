"""The latest day that an undated document tells of: the day on which it came out, where its words leave it open."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corroborate.model.interval import Interval
from corroborate.model.reading import TimeExpression
from corroborate.reconcile.times.story_times import FEW_DAYS, StoryTimes, TimeKey, day_in_words, known_by, most_told
from corroborate.reconcile.times.undated import is_open, known_times, published_within, undated
from corroborate.resolve.time_bounds import is_told, latest_told_day, narrow
from corroborate.resolve.time_calendar import WEEK, last_weekday, shift_days
from corroborate.resolve.times import ends, interval_of, slots_of

# A report that names weekdays goes on from day to day; farther ahead, the weekday before is as likely.
_NEXT_DAYS = 3
# How far from the day that a document tells of its days without a year are looked for: half a year either way.
_HALF_A_YEAR = 182
# Roles that tell of a day as past; "from Wednesday" and "until Friday" may lie ahead.
_DAY_ROLES = ("on", "since", "between")
_MAY_LIE_AHEAD = "from "
_PREPOSITION = "on "
# The paragraphs of a page that can bear its day: the headline and the one after it.
_HEAD = 1


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known to be one day: the times told for one incident, how often each document speaks of it, and the
    times that count from it ("two days after the raid").
    """

    times: tuple[TimeKey, ...]
    tellers: tuple[tuple[int, int], ...] = ()
    counted: tuple[TimeKey, ...] = ()


def by_told_days(
    times: StoryTimes, occasions: Sequence[Occasion], taken: frozenset[int]
) -> tuple[StoryTimes, frozenset[int]]:
    """Undated documents whose words leave their day open came out on the latest day that they tell of."""
    found = {at: _told_day(times, at, occasions) for at in undated(times) if at not in taken}
    known = times
    for at, told in sorted(found.items()):
        bounds = known.published[at]
        if told is not None and (bounds is None or bounds.precision != 1):
            first = max(_days_of_the_year(known, at, told[0]))
            times = _dated(times, at, (first, told[1]), _weekdays_before(known, occasions, first))
    return times, taken | {at for at, told in found.items() if told is not None}


def _told_day(times: StoryTimes, at: int, occasions: Sequence[Occasion]) -> tuple[date, str] | None:
    """The latest day that the document is known to tell of, and how that is known."""
    told = latest_told_day(times.readings[at].reading.times, known_times(times, at))
    lead = _lead_day(times, at, occasions)
    found: list[tuple[date, str]] = []
    if told is not None:
        found.append((date.fromisoformat(told), "the latest day that it tells of"))
    if lead is not None and lead.latest is not None:
        line = f"what it mostly tells of was on {day_in_words(lead)}, as others say"
        found.append((date.fromisoformat(lead.latest), line))
    return max(found, default=None) or _first_report(times, at, occasions) or _main_day(times, occasions)


def _lead_day(times: StoryTimes, at: int, occasions: Sequence[Occasion]) -> Interval | None:
    """The day of the incident that the document mostly tells of, of those that other documents date."""
    found = (day_of(times, occasion, but=at) for occasion in _told_by(at, occasions))
    return next((day for day in found if day is not None), None)


def _told_by(at: int, occasions: Sequence[Occasion]) -> list[Occasion]:
    """The incidents that the document tells of, those that it mostly tells of first."""
    told = sorted(
        (-count, number)
        for number, occasion in enumerate(occasions)
        for teller, count in occasion.tellers
        if teller == at and count
    )
    return [occasions[number] for _, number in told]


def _first_report(times: StoryTimes, at: int, occasions: Sequence[Occasion]) -> tuple[date, str] | None:
    """The day of the first dated account of the incident that the document mostly tells of, where none says when."""
    lead = next((occasion for occasion in _told_by(at, occasions) if len(occasion.tellers) > 1), None)
    days = (known_by(times, teller) for teller, _ in lead.tellers) if lead is not None else ()
    first = min((day for day in days if day is not None), default=None)
    if first is None:
        return None
    reported = date.fromisoformat(first)
    weekdays = [last_weekday(weekday, reported) for weekday in _open_weekdays(times, at)]
    return max(weekdays, default=reported), f"others first tell of it on {first}"


def _open_weekdays(times: StoryTimes, at: int) -> list[int]:
    """The weekdays that the document names as past, where they are not dated."""
    return [
        int(slots_of(expression)["weekday"])
        for index, expression in enumerate(times.readings[at].reading.times)
        if expression.form == "weekday" and _goes_on(expression) and is_open(times.intervals[at, index])
    ]


def _main_day(times: StoryTimes, occasions: Sequence[Occasion]) -> tuple[date, str] | None:
    """The last day of the incident that most documents tell of, of those that are dated."""
    ranked = sorted(range(len(occasions)), key=lambda number: (-len(occasions[number].tellers), number))
    found = (day_of(times, occasions[number], but=None) for number in ranked if len(occasions[number].tellers) > 1)
    day = next((day for day in found if day is not None), None)
    if day is None or day.latest is None:
        return None
    return date.fromisoformat(day.latest), f"what most accounts tell of was on {day_in_words(day)}"


def day_of(times: StoryTimes, occasion: Occasion, *, but: int | None) -> Interval | None:
    """The day that documents other than one give for it, if they give one."""
    keys = [key for key in occasion.times if key[0] != but]
    known = most_told(times, keys, [teller for teller, _ in occasion.tellers])
    return known if known is not None and known.bounded and (known.precision or 9) <= FEW_DAYS else None


def _dated(times: StoryTimes, at: int, told: tuple[date, str], gone: frozenset[int]) -> StoryTimes:
    """The times with the document's day worked out from the day that it tells of, and those that it goes on to.

    `gone`: the weekdays of the days before `first` that the story tells of.
    """
    bounds = times.published[at]
    low, high = ends(bounds)
    first = told[0]
    if (low and first < low) or (high and first > high):
        return _clash(times, at, first, bounds)
    heading = _heading_day(times, at, first)
    if heading is not None and not (high and heading > high):
        latest, found = heading, interval_of(heading, heading, "inferred", None)
    else:
        latest = _latest(times, at, (first, high), gone)
        found = _with_deictics(times, at, latest, high)
    if found == bounds:
        return times
    name = times.readings[at].document.name
    line = f"{name} has no date of its own: it is of {day_in_words(found)}, {told[1]}"
    return published_within(times, at, found, latest).with_reason(at, line)


def _days_of_the_year(times: StoryTimes, at: int, near: date) -> Iterator[date]:
    """The days without a year that the document tells of, in the year that brings them nearest to `near`."""
    for index, expression in enumerate(times.readings[at].reading.times):
        if expression.form == "month-day" and _goes_on(expression) and not times.intervals[at, index].bounded:
            half = _HALF_A_YEAR
            window = interval_of(shift_days(near, -half), shift_days(near, half), "inferred", None)
            found = narrow(expression, window)
            if found is not None and found.precision == 1 and found.earliest is not None:
                yield date.fromisoformat(found.earliest)
    yield near


def _weekdays_before(times: StoryTimes, occasions: Sequence[Occasion], first: date) -> frozenset[int]:
    """The weekdays on which something of the story happened in the week before `first`."""
    known = (day_of(times, occasion, but=None) for occasion in occasions)
    days = (date.fromisoformat(day.earliest) for day in known if day is not None and day.earliest is not None)
    return frozenset(day.isoweekday() for day in days if 0 < (first - day).days < WEEK)


def _clash(times: StoryTimes, at: int, first: date, bounds: Interval | None) -> StoryTimes:
    name = times.readings[at].document.name
    held = day_in_words(bounds) if bounds is not None else "unknown"
    return times.with_reason(at, f"{name}: its own times put it within {held}, but it tells of {first}")


def _heading_day(times: StoryTimes, at: int, first: date) -> date | None:
    """The day that the page bears at its head, or an update of it: "News at nine, Thursday", "UPDATE, Saturday:"."""
    for index, expression in enumerate(times.readings[at].reading.times):
        weekday = slots_of(expression).get("weekday")
        if expression.form == "weekday" and weekday is not None and _is_heading(times, at, index):
            return last_weekday(int(weekday), shift_days(first, WEEK - 1))
    return None


def _is_heading(times: StoryTimes, at: int, index: int) -> bool:
    """Whether a time stands at the head of the page, or before a colon, where nothing is told and nobody speaks."""
    reading, text = times.readings[at].reading, times.readings[at].document.text
    expression = reading.times[index]
    after = bisect_right(reading.sentences, expression.span.start, key=lambda item: item.span.start)
    sentence = reading.sentences[after - 1] if after else None
    if sentence is None or expression.role != "on" or not text[expression.span.start].isupper():
        return False
    if expression.text.lower().startswith(_PREPOSITION):
        return False
    label = sentence.paragraph <= _HEAD or text[expression.span.end :].startswith(":")
    if not label:
        return False
    told = any(sentence.span.contains(event.span) for event in reading.events)
    said = any(sentence.span.overlaps(statement.span) for statement in reading.statements)
    return not told and not said


def _latest(times: StoryTimes, at: int, bounds: tuple[date, date | None], gone: frozenset[int]) -> date:
    """The latest day told of: the weekdays that the document goes on to from `first`, one after the other.

    A weekday on which something of the story happened just before is that day.
    """
    weekdays = _open_weekdays(times, at)
    first, high = bounds
    last, day = shift_days(first, WEEK - 1), first
    while True:
        steps = [(weekday - day.isoweekday()) % WEEK for weekday in weekdays if weekday not in gone]
        nearest = min((step for step in steps if 0 < step <= _NEXT_DAYS), default=None)
        if nearest is None or shift_days(day, nearest) > min(high or last, last):
            return day
        day = shift_days(day, nearest)


def _goes_on(expression: TimeExpression) -> bool:
    ahead = expression.text.lower().startswith(_MAY_LIE_AHEAD)
    return is_told(expression) and expression.role in _DAY_ROLES and not ahead


def _with_deictics(times: StoryTimes, at: int, day: date, high: date | None) -> Interval:
    """The day on which the document came out, where `day` is the latest that it names.

    What it tells of as yesterday's is that day. One that says "today" does not call the same day by its name, unless
    somebody spoke on it: it came out on one of the days after.
    """
    reading = times.readings[at].reading
    said = {statement.said for statement in reading.statements}
    days = {
        int(slots_of(expression)["offset"])
        for index, expression in enumerate(reading.times)
        if expression.form == "day"
        and slots_of(expression).get("part") != "night"
        and is_told(expression)
        and times.intervals[at, index].precision != 1
    }
    named = [
        index
        for index, expression in enumerate(reading.times)
        if slots_of(expression).get("weekday") == day.isoweekday() and _goes_on(expression)
    ]
    last = min(high or date.max, shift_days(day, WEEK - 1))
    if day < last and not said.intersection(named):
        if -1 in days:
            day = shift_days(day, 1)
        elif days and named:
            return interval_of(shift_days(day, 1), last, "inferred", None)
    return interval_of(day, day, "inferred", None)
