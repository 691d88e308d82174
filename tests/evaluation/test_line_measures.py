"""The rules of merging on gold's own answers."""

from dataclasses import replace

from corroborate.testing.builders import a_claim, a_document, a_ledger, a_position, an_actor, an_event, mention_of
from evaluation.compared import Compared, compared
from evaluation.line_measures import lines_of_gold_right, lines_of_gold_too_many
from evaluation.score import Faults, Share

PAGE = a_document("A strike killed six people, the mayor said. Six were killed, the clinic said.")
STATE = an_actor("Kestria", kind="state")
MAYOR = an_actor("the mayor", mention_of("the mayor", PAGE), kind="role", member_of=(STATE,))
CLINIC = an_actor("the clinic", mention_of("the clinic", PAGE))
CLAIMS = (a_claim("A strike killed six people", PAGE, speaker=MAYOR), a_claim("Six were killed", PAGE, speaker=CLINIC))


def gold(lines: int) -> Compared:
    answer = replace(a_position("six", *((claim, "asserts") for claim in CLAIMS)), origins=2, independent_lines=lines)
    event = an_event("Strike", mention_of("strike", PAGE), killed=(answer,))
    ledger = a_ledger(documents=(PAGE,), actors=(STATE, MAYOR, CLINIC), claims=CLAIMS, events=(event,))
    return compared(ledger, a_ledger(documents=(PAGE,)))


def test_lines_are_counted_on_golds_answers_whatever_ours_has() -> None:
    assert lines_of_gold_right(gold(2)) == Share(1, 1)
    assert lines_of_gold_right(gold(1)) == Share(0, 1)


def test_an_answer_of_one_line_that_gets_two_is_a_fault() -> None:
    assert lines_of_gold_too_many(gold(1)) == Faults(1, 1)
    assert lines_of_gold_too_many(gold(2)) == Faults(0, 0)
