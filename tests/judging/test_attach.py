"""Where judged words are found again after another reading."""

import dataclasses

import pytest

from corroborate.judging.attach import attached, attached_claim, nearest
from corroborate.judging.making import judged_claim
from corroborate.model.judgement import JudgedClaim
from corroborate.model.mention import Mention
from corroborate.model.span import Span
from corroborate.testing.readings import synthetic_readings
from corroborate.testing.staged import staged_work
from corroborate.testing.synthetic import synthetic_inputs

(READING,) = synthetic_readings(1)
STATEMENTS = READING.reading.statements


@pytest.mark.parametrize(
    ("candidates", "found"),
    [
        ([(10, 20), (10, 21)], (10, 20)),  # the same words
        ([(12, 20), (10, 24)], (12, 20)),  # the one that covers most of both
        ([(6, 34)], (6, 34)),  # a longer one around it
        ([(16, 30)], None),  # less than half of the shorter
        ([(0, 10), (20, 30)], None),  # beside it
        ([], None),
    ],
)
def test_the_nearest_mention_is_the_one_that_shares_most(
    candidates: list[tuple[int, int]], found: tuple[int, int] | None
) -> None:
    assert nearest(Span(10, 20), [Span(*each) for each in candidates]) == (Span(*found) if found else None)


def test_a_mention_is_looked_for_among_mentions_of_its_kind() -> None:
    name = next(n for n, local in zip(READING.reading.names, READING.place_of, strict=True) if local >= 0)
    words = Mention(READING.document.id, name.span.start, name.span.end, name.text)
    assert attached(("place", words), READING) == name.span
    assert attached(("actor", words), READING) is None
    assert attached(("event", words), READING) is None


def _judged(number: int) -> JudgedClaim:
    ledger = staged_work(synthetic_inputs(1)).reconcile((READING,))
    claims = {(claim.start, claim.end, claim.stance): claim for claim in ledger.claims}
    statement = STATEMENTS[number]
    return judged_claim(claims[statement.span.start, statement.span.end, statement.stance])


def test_a_claim_is_found_where_speaker_cue_and_stance_are_the_same_and_most_of_its_words() -> None:
    judged = _judged(1)
    shorter = dataclasses.replace(STATEMENTS[1], span=Span(judged.start, judged.end - 10))
    assert attached_claim(judged, [(0, STATEMENTS[0]), (1, shorter)]) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"stance": "doubts"},
        {"speaker_span": None},
        {"speaker_span": Span(0, 3)},
        {"cue": None},
        {"reportedly": True},
        {"span": Span(0, 5)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_claim_that_is_read_otherwise_is_another_one(change: dict[str, object]) -> None:
    other = dataclasses.replace(STATEMENTS[1], **change)  # type: ignore[arg-type]
    assert attached_claim(_judged(1), [(0, other)]) is None
