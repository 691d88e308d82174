"""Amounts in short sentences: what is counted, what harm it is told of, and what is no count."""

import time

import pytest

from corroborate.model.document import Document
from corroborate.model.ids import content_id
from corroborate.pipeline import open_resources
from corroborate.reading.quantities import Counted, find_counted
from corroborate.reading.sheet import lay_out, with_times
from corroborate.reading.times import find_times


def counted_in(text: str) -> tuple[Counted, ...]:
    knowledge = open_resources().reading
    document = Document(content_id("doc", text), "a.txt", None, None, None, None, None, "unknown", "en", text, ())
    sheet = lay_out(document, knowledge.lexicon)
    times = tuple(time for item in sheet.sentences for time in find_times(text, item.span, knowledge.times))
    return find_counted(with_times(sheet, [time.span for time in times]), times)


def harms_in(text: str) -> dict[str, str | None]:
    return {item.amount.text: item.facet for item in counted_in(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 34 on Thursday.", {"34": "killed"}),
        ("The number of wounded had risen to 112 from 90.", {"112": "injured"}),
        ("Dead: 7. Missing: 3.", {"7": "killed", "3": "missing"}),
        ("The strike claimed 12 lives.", {"12 lives": "killed"}),
        ("The deaths of three miners shocked the town.", {"three miners": "killed"}),
        ("One of the wounded later died.", {"One of the wounded": "killed"}),
    ],
)
def test_harm_is_told_without_a_verb_beside_the_number(text: str, expected: dict[str, str]) -> None:
    assert harms_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 the town was captured.",
        "Leo Prast, 41, was killed.",
        "The 34-year-old was killed.",
        "Flight 17 was lost; Section 12 was suspended.",
        "Call 555 0199 if you saw anything.",
        "Some 40 per cent were wounded.",
        "A 122 mm gun fired 7.62 rounds from 3,000 feet.",
        "They killed one another.",
    ],
)
def test_years_ages_names_and_measures_are_no_counts(text: str) -> None:
    assert counted_in(text) == ()


def test_vague_words_count_people_but_no_things() -> None:
    assert list(harms_in("Dozens of houses burned and dozens of villagers fled.")) == ["dozens of villagers"]


def test_the_amount_is_the_words_that_bound_the_number_and_the_noun() -> None:
    assert list(harms_in("Officials said at least seven people were killed.")) == ["at least seven people"]


def test_a_subject_list_does_not_take_the_harm_of_the_next_clause() -> None:
    harms = harms_in("Ten gunmen attacked the village and a shepherd was killed.")
    assert harms == {"Ten gunmen": None, "a shepherd": "killed"}


def test_time_grows_with_the_length_of_one_long_sentence() -> None:
    def seconds(times: int) -> float:
        text = "Gunmen killed 12 people, " * times + "and wounded 30."
        start = time.perf_counter()
        counted_in(text)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(1_600) < 12 * seconds(400) + 0.2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("More than 1 billion and may be more people were counted.", None),
        ("Two thousand and six people fled.", 2006),
        ("A million and thirty people fled.", 1_000_030),
        ("They want 5 million and", None),
    ],
)
def test_a_large_number_before_and_is_read_to_its_end_and_no_further(text: str, number: int | None) -> None:
    lows = {item.amount.quantity.min for item in counted_in(text)}
    assert lows <= {number} if number is None else number in lows
