"""Time expressions are found whole, once, and nothing else is taken for one."""

import csv
import itertools
from pathlib import Path
from time import perf_counter

import pytest

from corroborate.model.reading import TimeExpression
from corroborate.model.span import Span
from corroborate.reading.time_grammar import read_grammar
from corroborate.reading.times import TimeTables, find_times, load_time_tables

DATA = Path(__file__).parents[2] / "src" / "corroborate" / "data"
CASES = tuple(csv.DictReader((Path(__file__).parent / "time_cases.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def tables() -> TimeTables:
    return load_time_tables(lambda name: (DATA / name).read_text("utf-8"))


def found_in(text: str, tables: TimeTables) -> tuple[TimeExpression, ...]:
    return find_times(text, Span(0, len(text)), tables)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_the_words_that_say_when_are_found_and_no_others(case: dict[str, str], tables: TimeTables) -> None:
    assert "/".join(time.text for time in found_in(case["text"], tables)) == case["found"]


def test_spans_hold_the_text_are_in_order_and_do_not_overlap(tables: TimeTables) -> None:
    text = "\n".join(case["text"] for case in CASES)
    times = found_in(text, tables)
    assert all(text[time.span.start : time.span.end] == time.text for time in times)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(times))
    assert len(times) > 40


def test_only_the_given_stretch_is_read(tables: TimeTables) -> None:
    text = "On Monday one died. On Tuesday two died. On Friday three died."
    (time,) = find_times(text, Span(20, 40), tables)
    assert (time.text, time.span) == ("On Tuesday", Span(20, 30))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("on Friday", "on"),
        ("Friday", "on"),
        ("since Friday", "since"),
        ("until Friday", "until"),
        ("through Friday", "until"),
        ("by Friday", "by"),
        ("by midnight on Friday", "by"),
        ("before Friday", "before"),
        ("before dawn on Friday", "on"),
        ("after Friday", "after"),
        ("between Friday and Sunday", "between"),
        ("from Friday to Sunday", "between"),
        ("a video from Friday", "on"),
        ("in the past week", "within"),
        ("for three days", "for"),
    ],
)
def test_the_role_tells_what_the_preposition_means(text: str, role: str, tables: TimeTables) -> None:
    (time,) = found_in(text, tables)
    assert time.role == role


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("Talks will resume on Friday.", True),
        ("On Friday, talks will resume.", True),
        ("The vote is scheduled for 5 March.", True),
        ("Talks would resume on Friday, he said.", True),
        ("Jets would have struck on Friday.", False),
        ("They will bury the dead of Friday's raid.", False),
        ("They will meet after Friday.", False),
        ("Jets struck on Friday; they will return.", False),
        ("Jets struck on Friday.", False),
    ],
)
def test_a_time_to_come_is_told_by_the_verb(text: str, future: bool, tables: TimeTables) -> None:
    (time,) = found_in(text, tables)
    assert ("future" in dict(time.values)) is future


def test_a_blank_line_ends_a_date(tables: TimeTables) -> None:
    times = found_in("Monday, May 18, 2015\n\nFriday saw a raid", tables)
    assert [time.text for time in times] == ["Monday, May 18, 2015", "Friday"]


def test_time_grows_with_the_text_and_no_faster(tables: TimeTables) -> None:
    def seconds(unit: str, size: int) -> float:
        text = unit * (size // len(unit))
        start = perf_counter()
        found_in(text, tables)
        return perf_counter() - start

    for unit in ("on the 12 of in a week last ", "Monday to ", "May 3, ", "1.", "\n\t"):
        short = min(seconds(unit, 20_000) for _ in range(4))
        long = min(seconds(unit, 80_000) for _ in range(4))
        assert long < 10 * short + 0.1  # a square would take 16 times as long


def test_a_pattern_that_is_no_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="not an item"):
        read_grammar("form,pattern,set,weak,note\ndate,day=?,,,")
