"""What time expressions mean on a day of publication, near it, and without it."""

import csv
import datetime
import itertools
from pathlib import Path

import pytest

from corroborate.model.interval import Interval
from corroborate.model.reading import TimeExpression
from corroborate.model.span import Span
from corroborate.reading.times import TimeTables, find_times, load_time_tables
from corroborate.resolve.time_bounds import latest_told_day, narrow, publication_bounds
from corroborate.resolve.times import is_absolute, no_time, resolve_time, resolve_times

DATA = Path(__file__).parents[2] / "src" / "corroborate" / "data"
CASES = tuple(csv.DictReader((Path(__file__).parent / "time_cases.csv").read_text("utf-8").splitlines()))


def _tables() -> TimeTables:
    return load_time_tables(lambda name: (DATA / name).read_text("utf-8"))


@pytest.fixture(scope="module", name="tables")
def tables_fixture() -> TimeTables:
    return _tables()


def times_in(text: str, tables: TimeTables) -> tuple[TimeExpression, ...]:
    return find_times(text, Span(0, len(text)), tables)


def days(earliest: str | None, latest: str | None) -> Interval:
    return Interval(earliest, latest, None, "inferred", None)


def on(day: str) -> Interval:
    return Interval(day, day, 1, "stated", None)


def bounds_of(interval: Interval | None) -> tuple[str | None, str | None] | None:
    return (interval.earliest, interval.latest) if interval else None


@pytest.mark.parametrize("case", CASES, ids=[f"{case['text'][:50]} {case['published']}" for case in CASES])
def test_words_mean_the_days_that_a_reader_takes_them_for(case: dict[str, str], tables: TimeTables) -> None:
    published = on(case["published"]) if case["published"] else None
    (time,) = times_in(case["text"], tables)
    found = resolve_time(time, published=published)
    precision = int(case["precision"]) if case["precision"] else None
    assert (found.earliest or "", found.latest or "", found.precision, found.basis, found.text) == (
        case["earliest"],
        case["latest"],
        precision,
        case["basis"],
        time.text,
    )


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("on Wednesday", "2015-10-01", "2015-10-03", ("2015-09-30", "2015-09-30")),
        ("on Wednesday", "2015-09-28", "2015-10-03", ("2015-09-23", "2015-09-30")),
        ("on Wednesday", "2015-10-01", "2015-10-31", ("2015-09-30", "2015-10-28")),
        ("yesterday", "2015-10-01", "2015-10-03", ("2015-09-30", "2015-10-02")),
        ("last month", "2015-10-01", "2015-10-03", ("2015-09-01", "2015-09-30")),
        ("on September 30", "2015-10-01", "2016-03-03", ("2015-09-30", "2015-09-30")),
        ("on Wednesday", "2015-10-01", None, ("2015-09-30", None)),
        ("on Wednesday", None, "2015-10-03", (None, "2015-09-30")),
    ],
)
def test_bounds_of_publication_give_bounds_of_the_answer(
    text: str, first: str | None, last: str | None, expected: tuple[str | None, str | None], tables: TimeTables
) -> None:
    (time,) = times_in(text, tables)
    assert bounds_of(resolve_time(time, published=days(first, last))) == expected


def test_days_later_count_from_the_day_told_of_before(tables: TimeTables) -> None:
    times = times_in("Jets struck on Monday. The next day nine died, and two days later one more.", tables)
    found = resolve_times(times, published=on("2015-10-03"))
    assert [interval.earliest for interval in found] == ["2015-09-28", "2015-09-29", "2015-10-01"]


def test_the_same_day_is_the_day_told_of_before(tables: TimeTables) -> None:
    times = times_in("Jets struck on 3 May 2015. That night the town fell.", tables)
    assert resolve_times(times, published=None)[1].earliest == "2015-05-03"


def test_no_words_at_all_mean_the_week_up_to_publication() -> None:
    assert no_time(on("2015-10-03")) == Interval("2015-09-27", "2015-10-03", 3, "publication", None)


def test_no_words_and_no_publication_leave_everything_open() -> None:
    assert no_time(None) == Interval(None, None, None, "publication", None)


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("on Wednesday", "2015-09-28", "2015-10-03", ("2015-09-30", "2015-09-30")),
        ("on Wednesday", "2015-09-30", "2015-09-30", ("2015-09-30", "2015-09-30")),
        ("on Wednesday", "2015-10-01", "2015-10-05", None),
        ("on Wednesday", "2015-09-28", "2015-10-08", ("2015-09-30", "2015-10-07")),
        ("Wednesday night", "2015-09-28", "2015-10-03", ("2015-09-30", "2015-09-30")),
        ("on Wednesday overnight", "2015-10-01", "2015-10-01", ("2015-10-01", "2015-10-01")),
        ("on September 30", "2015-01-01", "2015-12-31", ("2015-09-30", "2015-09-30")),
        ("on September 30", "2015-10-01", "2015-12-31", None),
        ("on September 30", "2014-01-01", "2015-12-31", ("2014-09-30", "2015-09-30")),
        ("in late September", "2015-09-25", "2015-10-10", ("2015-09-25", "2015-09-30")),
        ("on 29 February", "2015-01-01", "2017-12-31", ("2016-02-29", "2016-02-29")),
        ("on 29 February", "2017-01-01", "2018-12-31", None),
        ("on 30 September 2015", "2015-09-28", "2015-10-03", ("2015-09-30", "2015-09-30")),
        ("on 30 September 2014", "2015-09-28", "2015-10-03", None),
        ("in 2015", "2015-09-28", "2015-10-03", ("2015-09-28", "2015-10-03")),
        ("in the past few days", "2015-09-28", "2015-10-03", ("2015-09-28", "2015-10-03")),
        ("today", "2015-09-28", "2015-10-03", ("2015-09-28", "2015-10-03")),
        ("on Wednesday", "2015-09-28", None, ("2015-09-28", None)),
        ("since Wednesday", "2015-09-28", "2015-10-03", ("2015-09-30", None)),
        ("by Wednesday", "2015-09-28", "2015-10-03", (None, "2015-09-30")),
        ("since 2013", "2015-09-28", "2015-10-03", ("2013-01-01", None)),
        ("since 2016", "2015-09-28", "2015-10-03", None),
    ],
)
def test_open_times_are_narrowed_by_what_others_say(
    text: str, first: str | None, last: str | None, expected: tuple[str, str] | None, tables: TimeTables
) -> None:
    (time,) = times_in(text, tables)
    assert bounds_of(narrow(time, days(first, last))) == expected


def test_a_narrowed_weekday_is_inferred_and_keeps_its_words(tables: TimeTables) -> None:
    (time,) = times_in("on Wednesday", tables)
    found = narrow(time, days("2015-09-28", "2015-10-03"))
    assert found == Interval("2015-09-30", "2015-09-30", 1, "inferred", "on Wednesday")


def test_a_stated_day_keeps_its_basis_when_it_fits(tables: TimeTables) -> None:
    (time,) = times_in("on 30 September 2015", tables)
    found = narrow(time, days("2015-09-28", "2015-10-03"))
    assert found is not None
    assert found.basis == "stated"


def test_bounds_of_publication_help_to_narrow(tables: TimeTables) -> None:
    (time,) = times_in("yesterday", tables)
    found = narrow(time, days("2015-09-28", "2015-10-01"), published=days("2015-10-02", "2015-10-05"))
    assert bounds_of(found) == ("2015-10-01", "2015-10-01")


@pytest.mark.parametrize(
    ("text", "learnt", "expected"),
    [
        ("on Wednesday", [("2015-09-30", "2015-09-30")], ("2015-09-30", "2015-10-06")),
        ("today", [("2015-09-30", "2015-09-30")], ("2015-09-30", "2015-09-30")),
        ("yesterday", [("2015-09-30", "2015-09-30")], ("2015-10-01", "2015-10-01")),
        ("last week", [("2015-09-30", "2015-09-30")], ("2015-10-05", "2015-10-11")),
        ("tomorrow", [("2015-09-30", "2015-09-30")], ("2015-09-29", "2015-09-29")),
        ("on September 30", [("2015-09-30", "2015-09-30")], ("2015-09-30", None)),
        ("in 2013", [("2013-01-01", "2013-12-31")], ("2013-01-01", None)),
        ("since 2013", [("2013-01-01", None)], ("2013-01-01", None)),
        ("on Wednesday; on Friday", [("2015-09-30", "2015-09-30"), ("2015-10-02", "2015-10-02")],
         ("2015-10-02", "2015-10-06")),
        ("on Wednesday; today", [("2015-09-30", "2015-09-30"), None], ("2015-09-30", "2015-10-06")),
        ("yesterday; today", [("2015-09-30", "2015-09-30"), ("2015-09-30", "2015-09-30")], None),
        ("for three days", [None], None),
        ("by Friday", [(None, "2015-10-02")], None),
    ],
)  # fmt: skip
def test_a_documents_own_times_bound_its_publication(
    text: str,
    learnt: list[tuple[str | None, str | None] | None],
    expected: tuple[str, str | None] | None,
    tables: TimeTables,
) -> None:
    found = publication_bounds(times_in(text, tables), tuple(pair and days(*pair) for pair in learnt))
    assert bounds_of(found) == expected


def test_the_latest_day_told_of_leaves_out_what_is_to_come(tables: TimeTables) -> None:
    times = times_in("Jets struck on Monday and on Wednesday. They will meet on Friday.", tables)
    learnt = (on("2015-09-28"), on("2015-09-30"), on("2015-10-02"))
    assert latest_told_day(times, learnt) == "2015-09-30"


def test_a_later_publication_never_means_an_earlier_time(tables: TimeTables) -> None:
    times = tuple(time for case in CASES for time in times_in(case["text"], tables))
    start = datetime.date(2015, 12, 20)
    published = [on((start + datetime.timedelta(days=step)).isoformat()) for step in (0, 1, 5, 12, 30, 72, 200, 400)]
    for time in times:
        if is_absolute(time):
            continue
        found = [resolve_time(time, published=day) for day in published]
        for one, other in itertools.pairwise(found):
            assert (one.earliest or "") <= (other.earliest or ""), time.text
            assert (one.latest or "9") <= (other.latest or "9"), time.text


def test_bounds_are_never_the_wrong_way_round(tables: TimeTables) -> None:
    for case in CASES:
        for time in times_in(case["text"], tables):
            found = resolve_time(time, published=on("2016-02-29"))
            assert not found.bounded or (found.earliest or "") <= (found.latest or "")
