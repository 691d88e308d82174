"""The synthetic readings are honest: exact spans, the same everywhere, and ledgers that keep the contract."""

import json
from collections.abc import Iterator

import pytest

from corroborate.export.check import check_ledger
from corroborate.model.codec import decode, encode, write_contract
from corroborate.model.grounded import GroundedReading
from corroborate.model.span import Span
from corroborate.testing.readings import story_size, synthetic_reading, synthetic_readings
from corroborate.testing.synthetic import synthetic_inputs, synthetic_work

READINGS = tuple(synthetic_readings(30))


def _spans(grounded: GroundedReading) -> Iterator[tuple[Span, str]]:
    reading = grounded.reading
    for records in (reading.names, reading.times, reading.amounts, reading.events):
        yield from ((record.span, record.text) for record in records)
    for event in reading.events:
        for argument in event.arguments:
            if argument.name is not None:
                yield argument.span, reading.names[argument.name].text
            if argument.amount is not None:
                yield argument.span, reading.amounts[argument.amount].text
            if argument.time is not None:
                yield argument.span, reading.times[argument.time].text


@pytest.mark.parametrize("grounded", READINGS[:6], ids=lambda grounded: grounded.document.id)
def test_every_span_is_exact(grounded: GroundedReading) -> None:
    wrong = [(span, words) for span, words in _spans(grounded) if span.of(grounded.document.text) != words]
    assert wrong == []


def test_readings_are_the_same_on_every_machine() -> None:
    assert READINGS[0].document.id == "doc-74714a8d7671a787"


def test_no_two_documents_are_alike() -> None:
    assert len({reading.document.id for reading in READINGS}) == len(READINGS)


def test_stories_have_one_to_six_accounts() -> None:
    assert {story_size(story) for story in range(60)} == {1, 2, 3, 4, 5, 6}


def test_the_accounts_of_a_story_are_linked_like_a_chain() -> None:
    story = next(number for number in range(60) if story_size(number) == 6)
    accounts = [synthetic_reading(story, member) for member in range(6)]
    work = synthetic_work(())
    links = [[work.linked(first, second) for second in accounts] for first in accounts]
    assert links == [[abs(row - column) <= 1 for column in range(6)] for row in range(6)]


def test_a_reading_comes_back_from_its_json() -> None:
    assert decode(encode(READINGS[3]), GroundedReading) == READINGS[3]


def test_a_synthetic_ledger_keeps_the_contract() -> None:
    inputs = synthetic_inputs(12)
    work = synthetic_work(inputs)
    ledger = work.join(work.reconcile((item.reading,)) for item in inputs if item.reading)
    assert check_ledger(json.loads(write_contract(ledger))) == ()
