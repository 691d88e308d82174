import pytest

from corroborate.model.interval import Interval
from corroborate.model.span import Span
from corroborate.pipeline import open_resources
from corroborate.reading.times import find_times
from corroborate.resolve.times import resolve_times
from evaluation.layers.named_days import named_days

PUBLISHED = Interval("2015-09-30", "2015-09-30", 1, "stated", None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("since 2013", [("2013-01-01", "2013-12-31")]),
        ("by Friday", [("2015-09-25", "2015-09-25")]),
        ("in September", [("2015-09-01", "2015-09-30")]),
        ("earlier this year", [("2015-01-01", "2015-12-31")]),
        ("early in 2014", [("2014-01-01", "2014-12-31")]),
        ("from 2004 to 2009", [("2004-01-01", "2004-12-31"), ("2009-01-01", "2009-12-31")]),
        ("from Monday to Wednesday", [("2015-09-28", "2015-09-28"), ("2015-09-30", "2015-09-30")]),
        ("for three hours", []),
        ("at 5:20 p.m.", []),
        ("within 48 hours", []),
    ],
)
def test_words_name_days_whatever_stands_before_them(text: str, named: list[tuple[str, str]]) -> None:
    times = find_times(text, Span(0, len(text)), open_resources().reading.times)
    (interval,) = resolve_times(times, published=PUBLISHED)
    found = [(days.earliest, days.latest) for days in named_days(times[0], interval, PUBLISHED)]
    assert found == named
