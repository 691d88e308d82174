"""What people say of real articles holds, whatever the second look and the joining of names would make of them."""

import itertools
import random
from pathlib import Path

import pytest
from saying import Record, author, keep_apart, kind_of, merge_records, ruled

import corroborate
from corroborate import pipeline
from corroborate.ingest.inputs import find_inputs
from corroborate.judging import making
from corroborate.model.grounded import GroundedReading
from corroborate.model.judgement import Judgement
from corroborate.model.ledger import Ledger

STORY = Path(corroborate.__file__).parent / "data" / "samples" / "ombrel-strait"
WORK = pipeline.work()


@pytest.fixture(scope="module")
def readings() -> tuple[GroundedReading, ...]:
    """The articles of one sample story, read."""
    documents = [document for item in find_inputs((str(STORY),))[0] if (document := WORK.load(item)[0]) is not None]
    return tuple(WORK.read(document)[0] for document in sorted(documents, key=lambda document: document.id))


@pytest.fixture(scope="module")
def found(readings: tuple[GroundedReading, ...]) -> Ledger:
    return WORK.reconcile(readings)


def _owners(ledger: Ledger) -> dict[object, str]:
    return {
        (kind, mention.key): record.id
        for kind in ("events", "actors", "places")
        for record in getattr(ledger, kind)
        for mention in record.mentions
    }


def _kind(record: Record) -> str:
    return f"{type(record).__name__.lower()}s"


def _told(records: tuple[Record, ...], judgement: Judgement, readings: tuple[GroundedReading, ...]) -> list[set[str]]:
    """The records that have each one's mentions once it is judged."""
    owners = _owners(WORK.reconcile(readings, ruled([judgement])))
    return [
        {owners[_kind(record), mention.key] for mention in record.mentions if (_kind(record), mention.key) in owners}
        for record in records
    ]


def _pairs(found: Ledger, kind: str, seed: int) -> list[tuple[Record, Record]]:
    records = [record for record in getattr(found, kind) if record.mentions]
    pairs = [
        (one, other)
        for one, other in itertools.combinations(records, 2)
        if getattr(one, "scope", None) == getattr(other, "scope", None)
    ]
    return random.Random(seed).sample(pairs, min(6, len(pairs)))  # noqa: S311 - a choice, not a secret


@pytest.mark.parametrize("kind", ["events", "actors", "places"])
def test_what_is_judged_one_is_one_with_all_its_mentions(
    readings: tuple[GroundedReading, ...], found: Ledger, kind: str
) -> None:
    for pair in _pairs(found, kind, seed=1):
        first, second = _told(pair, merge_records(*pair), readings)
        assert len(first | second) == 1


@pytest.mark.parametrize("kind", ["events", "actors", "places"])
def test_what_is_kept_apart_never_meets(readings: tuple[GroundedReading, ...], found: Ledger, kind: str) -> None:
    for pair in _pairs(found, kind, seed=2):
        first, second = _told(pair, keep_apart(*pair), readings)
        assert not first & second


@pytest.mark.parametrize("kind", ["events", "actors", "places"])
def test_a_mention_taken_out_of_a_record_stays_out(
    readings: tuple[GroundedReading, ...], found: Ledger, kind: str
) -> None:
    records = [record for record in getattr(found, kind) if len(record.mentions) > 1]
    assert records
    for record in random.Random(3).sample(records, min(6, len(records))):  # noqa: S311 - a choice, not a secret
        out, *rest = record.mentions
        judgement = making.apart(kind_of(record), [[out], rest], author(1))
        owners = _owners(WORK.reconcile(readings, ruled([judgement])))
        assert owners[kind, out.key] not in {owners.get((kind, mention.key)) for mention in rest}


@pytest.mark.parametrize("kind", ["events", "actors", "places"])
def test_reasons_and_records_without_judgements_are_as_before(
    readings: tuple[GroundedReading, ...], found: Ledger, kind: str
) -> None:
    assert getattr(WORK.reconcile(readings, ruled([])), kind) == getattr(found, kind)
