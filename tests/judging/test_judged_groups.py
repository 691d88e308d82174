"""Groups of the program with what people say of them."""

import pytest
from saying import apart, mention, merge, ruled

from corroborate.judging.grouping import regrouped
from corroborate.model.judgement import Judgement


def _regrouped(groups: str, judgements: list[Judgement]) -> set[str]:
    verdicts = ruled(judgements).actor
    found = regrouped([tuple(group) for group in groups.split()], lambda item: (mention(item).key,), verdicts)
    return {"".join(group) for group in found}


@pytest.mark.parametrize(
    ("groups", "judgements", "found"),
    [
        ("ab c", [], {"ab", "c"}),
        ("ab c", [merge("a c", 1)], {"abc"}),
        ("abc", [apart("a b", 1)], {"ac", "b"}),  # c, which nobody judged, stays with the first
        ("abcd", [apart("ab cd", 1)], {"ab", "cd"}),
        ("ab cd", [merge("b c", 1), apart("a d", 2)], {"abc", "d"}),
        ("ab c", [merge("a c", 1), apart("b c", 2)], {"ac", "b"}),  # people go before the program
    ],
)
def test_people_go_before_the_program(groups: str, judgements: list[Judgement], found: set[str]) -> None:
    assert _regrouped(groups, judgements) == found
