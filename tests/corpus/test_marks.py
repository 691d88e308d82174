import pytest

from corpus.marks import Mark, MarkError, unmarked
from corroborate.model.span import Span


def test_marks_are_taken_out_and_keep_their_places() -> None:
    text, marks = unmarked("[The [Kestrian|kestria] army|army] {credit|(AP)}", 100)
    assert text == "The Kestrian army (AP)"
    assert marks == (
        Mark(Span(100, 117), "army"),
        Mark(Span(104, 112), "kestria"),
        Mark(Span(118, 122), "credit", is_part=True),
    )


def test_a_mention_may_stand_in_a_part_of_the_page() -> None:
    text, marks = unmarked("{headline|Jets [hit|!x] Lemde}", 0)
    assert text == "Jets hit Lemde"
    assert [(mark.key, mark.span.of(text)) for mark in marks] == [("headline", "Jets hit Lemde"), ("!x", "hit")]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The Daily | Home | World", "The Daily | Home | World"),
        (r"he said \[sic\] it was", "he said [sic] it was"),
        (r"\> quoted", "> quoted"),
        ("{navigation|Home | World}", "Home | World"),
        (r"a \{brace\} and a \\ stroke", r"a {brace} and a \ stroke"),
    ],
)
def test_plain_characters(line: str, text: str) -> None:
    assert unmarked(line, 0)[0] == text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[the army|army said", "closes no mark"),
        ("the army] said", "closes no mark"),
        ("[the army said", "does not close"),
        ("{heading|Jets}", "no part of a page"),
        ("{ Jets }", "opens no part"),
        ("[|army]", "without words"),
        ("[the {credit|army|army] x}", "closes"),
        ("Jets}", "closes no part"),
    ],
)
def test_what_is_no_mark_is_named(line: str, says: str) -> None:
    with pytest.raises(MarkError, match=says):
        unmarked(line, 0)
