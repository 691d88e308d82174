"""R8 of the catalogue: a stage gets another version half way. What is stale is run again, once, and nothing else."""

import dataclasses
import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from corroborate import store as ledger_store
from corroborate.adding import AddResult, add, export_ledger
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.codec import write_contract
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions, made_by, part_of
from corroborate.store import open_store
from corroborate.testing.synthetic import SyntheticInput, SyntheticWork, renamed_input, synthetic_inputs

INPUTS = synthetic_inputs(12)
FIRST = Versions("load=1", "read=1", "settle=1")
READ = Versions("load=1", "read=2", "settle=1")
SETTLED = Versions("load=1", "read=1", "settle=2")
LOADED = Versions("load=2", "read=1", "settle=1")


@dataclasses.dataclass(frozen=True, slots=True)
class NotedWork(SyntheticWork):
    """Work that tells which documents it read, and how many stories it reconciled."""

    read_of: list[str] = dataclasses.field(default_factory=list)
    stories: list[int] = dataclasses.field(default_factory=list)

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        self.read_of.append(document.id)
        return SyntheticWork.read(self, document)

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        self.stories.append(len(readings))
        return SyntheticWork.reconcile(self, readings, rulings)


def _work(versions: Versions, *, changed: bool = False) -> NotedWork:
    """Work in these versions; `changed`: what it reads differs from what the first did."""
    readings = {item.reading.document.id: item.reading for item in INPUTS if item.reading}
    if changed:
        readings = {key: _renamed_town(reading) for key, reading in readings.items()}
    return NotedWork(readings, versions)


def _renamed_town(reading: GroundedReading) -> GroundedReading:
    """The reading with its town under another name: every second one moves to one place that they share."""
    moved = int(reading.document.id[-1], 16) % 2 == 0
    places = (dataclasses.replace(place, name="Osk" if moved else f"{place.name} Town") for place in reading.places)
    return dataclasses.replace(reading, places=tuple(places))


def _add(path: Path, work: NotedWork, inputs: Sequence[SyntheticInput] = INPUTS) -> AddResult:
    with open_store(path) as store:
        return add(store, inputs, work)


def _export(path: Path) -> bytes:
    return write_contract(export_ledger(path, _work(FIRST)))


def _versions(path: Path) -> set[str]:
    with open_store(path, read_only=True) as store, store.transaction() as connection:
        rows = ledger_store.list_documents(connection)
        return {ledger_store.document_versions(connection, row.id) for row in rows}


def _ids(inputs: Sequence[SyntheticInput]) -> list[str]:
    return sorted(item.reading.document.id for item in inputs if item.reading)


@pytest.mark.parametrize("changed", [False, True])
def test_a_reading_stage_that_changes_half_way_gives_what_the_new_one_gives_from_the_start(
    tmp_path: Path, changed: bool
) -> None:
    _add(tmp_path / "half.db", _work(FIRST), INPUTS[:7])
    later = _work(READ, changed=changed)
    result = _add(tmp_path / "half.db", later, INPUTS[7:])
    assert (result.added, result.reread) == (5, 7)
    assert sorted(later.read_of) == _ids(INPUTS)
    _add(tmp_path / "fresh.db", _work(READ, changed=changed))
    assert _export(tmp_path / "half.db") == _export(tmp_path / "fresh.db")
    assert _versions(tmp_path / "half.db") == {"load=1 read=2"}


def test_nothing_is_run_again_that_is_up_to_date(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    _add(tmp_path / "ledger.db", _work(READ, changed=True))
    again = _work(READ, changed=True)
    result = _add(tmp_path / "ledger.db", again)
    assert (again.read_of, again.stories, result.reread, result.stories) == ([], [], 0, 0)


def test_a_document_that_is_read_as_before_leaves_its_story_alone(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    later = _work(READ)
    _add(tmp_path / "ledger.db", later)
    assert (len(later.read_of), later.stories) == (len(INPUTS), [])


def test_a_reconciling_stage_that_changes_reads_nothing_and_reconciles_each_story_once(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    later = _work(SETTLED)
    result = _add(tmp_path / "ledger.db", later, INPUTS[:1])
    assert (later.read_of, sum(later.stories), result.stories) == ([], len(INPUTS), len(later.stories))
    again = _work(SETTLED)
    _add(tmp_path / "ledger.db", again, INPUTS[:1])
    assert again.stories == []


def test_a_cleaning_stage_that_changes_reads_a_file_again_when_it_is_given_again(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    later = _work(LOADED)
    result = _add(tmp_path / "ledger.db", later, [INPUTS[0], renamed_input(INPUTS[1], "copy.txt")])
    assert (sorted(later.read_of), result.reread, result.already_there) == (_ids(INPUTS[:2]), 2, 2)
    assert _versions(tmp_path / "ledger.db") == {"load=1 read=1", "load=2 read=1"}


def test_what_was_read_before_is_kept_beside_what_is_read_now(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    _add(tmp_path / "ledger.db", _work(READ, changed=True))
    expected = INPUTS[0].reading
    assert expected is not None
    with open_store(tmp_path / "ledger.db", read_only=True) as store, store.transaction() as connection:
        (row,) = [row for row in ledger_store.list_documents(connection) if row.id == expected.document.id]
        old = ledger_store.old_readings(connection, row.id)
        ledger_store.check(connection)
    kept = old["load=1 read=1"]
    assert kept.reading == expected.reading
    assert kept.places == expected.places


def test_a_run_that_is_stopped_while_it_reads_again_goes_on_from_there(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    asked = itertools.count()
    stopped = _work(READ, changed=True)
    with open_store(tmp_path / "ledger.db") as store:
        result = add(store, INPUTS[:1], stopped, should_stop=lambda: next(asked) > 4)
    assert 0 < len(stopped.read_of) < len(INPUTS)
    assert result.stopped
    later = _work(READ, changed=True)
    _add(tmp_path / "ledger.db", later, INPUTS[:1])
    assert sorted(stopped.read_of + later.read_of) == _ids(INPUTS)
    _add(tmp_path / "fresh.db", _work(READ, changed=True))
    assert _export(tmp_path / "ledger.db") == _export(tmp_path / "fresh.db")


def test_progress_tells_of_every_document_that_is_read_again(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", _work(FIRST))
    told: list[tuple[str, int, int]] = []
    with open_store(tmp_path / "ledger.db") as store:
        add(store, INPUTS[:1], _work(READ), on_progress=lambda line: told.append((line.phase, line.done, line.total)))
    assert [line for line in told if line[0] == "readings"] == [("readings", n, 12) for n in range(12)]


def test_the_versions_of_a_row_are_told_apart() -> None:
    row = "ingest=2 clean=3 read=2 ground=2 lineage=1"
    assert made_by(row, "read=2 ground=2")
    assert not made_by(row, "read=3 ground=2")
    assert part_of(row, "clean=9 ingest=9") == "ingest=2 clean=3"
