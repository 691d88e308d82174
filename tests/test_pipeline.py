"""The pipeline as a whole: order and batches change nothing, one document is read alone, stages stand in
their order.
"""

import json
import os
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_socket import disable_socket

from corroborate import store as ledger_store
from corroborate.adding import AddResult, add, export_ledger
from corroborate.clean.page import clean_page
from corroborate.export.check import check_ledger
from corroborate.export.json import contract_json
from corroborate.ingest.inputs import Input, find_inputs
from corroborate.model.codec import encode
from corroborate.model.document import Document, Metadata, Page
from corroborate.model.grounded import GroundedReading
from corroborate.pipeline import STAGES, Work, open_resources, read_data, work
from corroborate.store import open_store

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src" / "corroborate" / "data" / "samples"
SEEDS = Path(os.environ.get("CORROBORATE_DATA", ROOT / "../shared/data")).resolve().parent / "seeds"
NOW = "2024-01-01T00:00:00Z"
ORDERS = range(5)

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seed articles at {SEEDS} (beside CORROBORATE_DATA)")


class Kept:
    """The real stages, each document read once: what is tested here is the order, not the reading."""

    def __init__(self, stages: Work) -> None:
        self._stages = stages
        self._read: dict[str, tuple[GroundedReading, tuple[object, ...]]] = {}

    def __getattr__(self, name: str) -> object:
        return getattr(self._stages, name)

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[object, ...]]:
        if document.id not in self._read:
            self._read[document.id] = self._stages.read(document)
        reading, problems = self._read[document.id]
        return replace(reading, document=document), problems


@pytest.fixture(scope="module")
def kept() -> Kept:
    return Kept(work())


def _inputs(folder: Path) -> tuple[Input, ...]:
    return find_inputs([folder])[0]


def _export(path: Path, batches: Sequence[Sequence[Input]], stages: Kept) -> bytes:
    """The export of a ledger after adding the inputs batch by batch."""
    for batch in batches:
        _add(path, batch, stages)
    return contract_json(export_ledger(path, stages), generated=NOW)  # type: ignore[arg-type]


def _add(path: Path, inputs: Sequence[Input], stages: Kept) -> AddResult:
    with open_store(path) as store:
        return add(store, inputs, stages)  # type: ignore[arg-type]


def _shuffled(inputs: Sequence[Input], order: int) -> list[Input]:
    changed = list(inputs)
    random.Random(order).shuffle(changed)  # noqa: S311 - an order, not a secret
    return changed


# --- the same articles, however they come

FOLDERS = (
    pytest.param(SAMPLES, id="samples"),
    pytest.param(SEEDS, id="seeds", marks=needs_seeds),
)


@pytest.fixture(scope="module", params=FOLDERS)
def folder(request: pytest.FixtureRequest) -> Path:
    """A folder of articles."""
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def expected(folder: Path, kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of a folder's articles, added in one go."""
    return _export(tmp_path_factory.mktemp("expected") / "ledger.db", [_inputs(folder)], kept)


def test_the_whole_ledger_keeps_the_rules(expected: bytes) -> None:
    assert _faults(expected) == []


def _faults(exported: bytes) -> list[str]:
    """What the checker finds in an export."""
    found = check_ledger(json.loads(exported))
    return [f"{item.rule}: {item.record}: {item.message}" for item in found]


@pytest.mark.parametrize("order", ORDERS)
def test_any_order_gives_the_same_bytes(folder: Path, expected: bytes, order: int, tmp_path: Path, kept: Kept) -> None:
    assert _export(tmp_path / "ledger.db", [_shuffled(_inputs(folder), order)], kept) == expected


@pytest.mark.parametrize("order", ORDERS[:2])
def test_one_by_one_gives_the_same_bytes(folder: Path, expected: bytes, order: int, tmp_path: Path, kept: Kept) -> None:
    assert _export(tmp_path / "ledger.db", [[item] for item in _shuffled(_inputs(folder), order)], kept) == expected


def test_after_each_document_the_ledger_keeps_the_rules(folder: Path, tmp_path: Path, kept: Kept) -> None:
    for item in _shuffled(_inputs(folder), 7):
        assert _faults(_export(tmp_path / "ledger.db", [[item]], kept)) == []


# --- stories


def test_accounts_of_two_samples_never_become_one_story(tmp_path: Path, kept: Kept) -> None:
    _add(tmp_path / "ledger.db", _inputs(SAMPLES), kept)
    folder_of = {item.name: item.path.parent.name for item in _inputs(SAMPLES)}
    assert all(len({folder_of[name] for name in names}) == 1 for names in _stories(tmp_path / "ledger.db"))


def test_the_accounts_of_each_sample_are_one_story(tmp_path: Path, kept: Kept) -> None:
    _add(tmp_path / "ledger.db", _inputs(SAMPLES), kept)
    assert len(_stories(tmp_path / "ledger.db")) == 3


def _stories(path: Path) -> list[list[str]]:
    """The names of the documents of each story."""
    with open_store(path, read_only=True) as store, store.transaction() as connection:
        members = [ledger_store.members(connection, story) for story in ledger_store.stories(connection)]
        return [[item.document.name for item in ledger_store.load_readings(connection, ids)] for ids in members]


def test_an_added_document_touches_its_own_story_only(tmp_path: Path, kept: Kept) -> None:
    inputs = _inputs(SAMPLES)
    held_back = next(item for item in inputs if item.name == "northern-post.txt")
    _add(tmp_path / "ledger.db", [item for item in inputs if item != held_back], kept)
    result = _add(tmp_path / "ledger.db", [held_back], kept)
    own_story = len(_inputs(SAMPLES / "bus-station"))
    assert (result.added, result.stories) == (1, 1)
    assert result.compared < own_story


def test_a_document_of_no_story_touches_no_other(tmp_path: Path, kept: Kept) -> None:
    _add(tmp_path / "ledger.db", _inputs(SAMPLES), kept)
    lonely = tmp_path / "lonely.txt"
    lonely.write_text("Harvest fair opens\n\nThe harvest fair opened in Sorrel on Friday, its organisers said.\n")
    result = _add(tmp_path / "ledger.db", [Input(lonely, lonely.name)], kept)
    assert (result.added, result.stories, result.compared) == (1, 1, 0)


# --- the per-document half


def _document(text: str, *, published: str = "2021-05-18") -> Document:
    resources = open_resources()
    return clean_page(Page("a.txt", text, Metadata(outlet="The Brask Courier", published=published)), resources.clean)[
        0
    ]


def test_a_document_is_read_alike_alone_and_after_fifty_others() -> None:
    text = "Shells hit Orvenna on Monday and killed at least {} people, the mayor said. It was the third attack.\n"
    document, stages = _document(text.format(9)), work()
    alone = encode(stages.read(document)[0])
    for number in range(10, 60):
        stages.read(_document(text.format(number)))
    assert encode(stages.read(document)[0]) == alone


def test_the_name_of_the_file_changes_nothing_that_is_read() -> None:
    document, stages = _document("Shells hit Orvenna on Monday, the mayor said.\n"), work()
    renamed = replace(document, name="another.txt")
    assert replace(stages.read(renamed)[0], document=document) == stages.read(document)[0]


def test_fresh_resources_read_alike() -> None:
    document = _document("Shells hit Orvenna on Monday and killed nine people, the mayor said.\n")
    fresh = open_resources.__wrapped__()
    assert encode(work(fresh).read(document)[0]) == encode(work().read(document)[0])


def test_reading_asks_the_network_for_nothing(kept: Kept) -> None:
    disable_socket(allow_unix_socket=False)  # no host and no local socket either
    assert Work(open_resources.__wrapped__()).read(_document("Shells hit Orvenna on Monday, police said.\n"))


# --- the table of stages


def test_stages_have_names_of_their_own_and_versions() -> None:
    assert len({stage.name for stage in STAGES}) == len(STAGES)
    assert all(stage.version >= 1 for stage in STAGES)
    versions = work().versions
    told = f"{versions.loading} {versions.reading} {versions.settling}".split()
    assert [each for each in told if not each.startswith("gazetteers=")] == [
        f"{stage.name}={stage.version}" for stage in STAGES if stage.name != "join"
    ]


def test_each_stage_reads_what_one_before_it_writes() -> None:
    made = {"bytes"}
    for stage in STAGES:
        needed = [name for name in ("bytes", "Page", "Document", "GroundedReading", "Lineage", "Ledger")
                  if name in stage.reads.replace("GroundedReading", "GroundedReading ").split()]  # fmt: skip
        assert set(needed) <= made, stage
        made |= {stage.writes.split()[0].rstrip("s"), stage.writes.split()[0]}


def test_the_stages_run_in_the_order_of_the_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    called: list[str] = []
    functions = {
        "read_page": "ingest", "clean_page": "clean", "read_document": "read", "ground": "ground",
        "trace_lineage": "lineage", "reconcile_story": "reconcile", "grade_ledger": "grade", "join_stories": "join",
    }  # fmt: skip
    for function, stage in functions.items():
        monkeypatch.setattr(f"corroborate.pipeline.{function}", _noted(function, stage, called))
    path = tmp_path / "a.txt"
    path.write_text("Shells hit Orvenna on Monday, police said.\n")
    with open_store(tmp_path / "ledger.db") as store:
        add(store, [Input(path, path.name)], work())
    export_ledger(tmp_path / "ledger.db", work())
    assert called == [stage.name for stage in STAGES]


def _noted(function: str, stage: str, called: list[str]) -> object:
    import corroborate.pipeline

    original = getattr(corroborate.pipeline, function)

    def noted(*given: object, **named: object) -> object:
        called.append(stage)
        return original(*given, **named)

    return noted


def test_a_data_file_is_read_by_its_name() -> None:
    assert read_data("problems.csv").startswith("code,")
