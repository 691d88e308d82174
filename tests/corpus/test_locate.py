import pytest

from corpus.locate import Lines, NotFoundError
from corroborate.model.span import Span

TEXT = "The mayor said he knew. He said “two” died.\n\nThe theme: he left."
LINES = Lines(TEXT)


def found(words: str, line: int, near: Span | None = None) -> tuple[int, str]:
    span = LINES.find(words, line, near)
    return span.start, span.of(TEXT)


def test_words_are_found_in_the_line_or_the_nearest_before_it() -> None:
    assert found("he left", 2) == (56, "he left")
    assert found("The mayor", 2) == (0, "The mayor")


def test_whole_words_only() -> None:
    assert found("he", 2) == (56, "he")
    assert found("he", 0) == (15, "he")


def test_quotation_marks_may_be_typed_as_they_are_found_on_a_keyboard() -> None:
    assert found('"two" died', 0) == (32, "“two” died")


def test_a_stretch_goes_from_its_first_words_to_its_last() -> None:
    assert found("The mayor … knew", 0) == (0, "The mayor said he knew")
    assert found("He said ... left", 2) == (24, TEXT[24:63])


def test_of_several_the_one_that_is_counted_or_the_nearest_is_meant() -> None:
    assert found("said#2", 0) == (27, "said")
    assert found("said", 0, near=Span(24, 26)) == (27, "said")
    assert found("said", 0, near=Span(0, 9)) == (10, "said")


@pytest.mark.parametrize(
    ("words", "line", "says"),
    [
        ("said", 0, "stands 2 times"),
        ("said#3", 0, "does not stand"),
        ("the council", 2, "does not stand"),
        ("he left", 0, "does not stand"),
        ("The mayor … left", 0, "does not stand after"),
        ("a … b … c", 0, "more than one gap"),
    ],
)
def test_what_is_not_clear_is_said(words: str, line: int, says: str) -> None:
    with pytest.raises(NotFoundError, match=says):
        LINES.find(words, line)
