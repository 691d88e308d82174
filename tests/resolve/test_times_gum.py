"""Dates of the GUM corpus's news and interviews: found, and given the days that its annotators gave them."""

import calendar
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from corroborate.model.interval import Interval
from corroborate.model.reading import TimeExpression
from corroborate.model.span import Span
from corroborate.reading.times import TimeTables, find_times, load_time_tables
from corroborate.resolve.times import resolve_times

ROOT = Path(__file__).parents[2]
GUM = Path(os.environ.get("CORROBORATE_DATA", ROOT / ".." / "shared" / "data")) / "gum"
# Measured on the day that the grammar was written: F1 0.904, right days 0.816. Most of what is missed are years in
# names ("RecentChangesCamp 2008"); most of what differs is by rule ("this year" ends with publication here).
FOUND_FLOOR = 0.88
RIGHT_FLOOR = 0.78


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated date: where it stands, and its first and last day where the annotation has both."""

    span: Span
    days: tuple[str, str] | None


def _days(value: str) -> tuple[str, str] | None:
    first, _, last = value.partition("/")
    ends = (_day(first, latest=False), _day(last or first, latest=True))
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def _day(value: str, *, latest: bool) -> str | None:
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-12-31" if latest else f"{value}-01-01"
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = (int(part) for part in value.split("-"))
        return f"{value}-{calendar.monthrange(year, month)[1] if latest else 1:02}"
    return value[:10] if re.match(r"\d{4}-\d\d-\d\d", value) else None


def _agrees(time: TimeExpression, found: Interval, gold: tuple[str, str]) -> bool:
    """Whether the bounds that the words give are the annotated ones; of a range either end may be annotated."""
    first, last = found.earliest == gold[0], found.latest == gold[1]
    if time.role in ("since", "after"):
        return first
    if time.role in ("until", "by"):
        return last
    return first or last if time.role == "between" else first and last


@pytest.mark.skipif(not GUM.is_dir(), reason=f"the GUM corpus is not at {GUM}")
def test_dates_of_news_and_interviews_are_found_and_right() -> None:
    tables = load_time_tables(lambda name: (ROOT / "src/corroborate/data" / name).read_text("utf-8"))
    lines = [line for split in ("train", "dev") for line in (GUM / f"{split}.jsonl").read_text("utf-8").splitlines()]
    documents = [json.loads(line) for line in lines if '"GUM_academic' not in line[:40]]
    counts = [_counted(document, tables) for document in documents]
    annotated, found, both, dated, right = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = both / found, both / annotated
    assert 2 * precision * recall / (precision + recall) >= FOUND_FLOOR
    assert right / dated >= RIGHT_FLOOR


def _counted(document: dict[str, object], tables: TimeTables) -> tuple[int, int, int, int, int]:
    text, published = str(document["text"]), str(document["published"])
    times = find_times(text, Span(0, len(text)), tables)
    intervals = resolve_times(times, published=Interval(published, published, 1, "stated", None))
    gold = _gold(document)
    pairs = [
        (time, interval, date)
        for date in gold
        for time, interval in zip(times, intervals, strict=True)
        if time.span.overlaps(date.span)
    ]
    dated = [(time, interval, date.days) for time, interval, date in pairs if date.days]
    right = sum(_agrees(time, interval, days) for time, interval, days in dated)
    counted = sum(time.form not in ("clock", "duration") for time in times)
    return len(gold), counted, len({date.span for _, _, date in pairs}), len(dated), right


def _gold(document: dict[str, object]) -> list[Gold]:
    times = document["times"]
    assert isinstance(times, list)
    return [Gold(Span(time["start"], time["end"]), _days(time["value"])) for time in times if time["type"] == "DATE"]
