"""Adding: what is new, what is known, what is touched."""

import dataclasses
import itertools
import random
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corroborate import store as ledger_store
from corroborate.adding import AddResult, Progress, add, export_ledger, open_settled
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.codec import write_contract
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.keys import Keys
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.store import LedgerBusyError, open_store
from corroborate.testing.synthetic import (
    SyntheticInput,
    SyntheticWork,
    renamed_input,
    synthetic_inputs,
    synthetic_work,
    unreadable_input,
)

INPUTS = synthetic_inputs(28)
WORK = synthetic_work(INPUTS)


def _add(path: Path, inputs: Sequence[SyntheticInput], work: SyntheticWork = WORK) -> AddResult:
    with open_store(path) as store:
        return add(store, inputs, work)


def _export(path: Path, work: SyntheticWork = WORK) -> bytes:
    return write_contract(export_ledger(path, work))


def _rows(path: Path) -> dict[str, int]:
    with open_store(path, read_only=True) as store, store.transaction() as connection:
        tables = [row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in tables}  # noqa: S608


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("expected") / "ledger.db"
    _add(path, INPUTS)
    return _export(path)


def test_the_result_counts_what_happened(tmp_path: Path) -> None:
    inputs = [*INPUTS[:3], renamed_input(INPUTS[0], "again.txt"), unreadable_input("broken.txt")]
    result = _add(tmp_path / "ledger.db", inputs)
    assert (result.inputs, result.added, result.already_there, result.failed) == (5, 3, 1, 1)
    assert (result.stopped, [problem.code for problem in result.problems]) == (False, ["empty-text"])


@pytest.mark.parametrize("order", range(20))
def test_the_same_articles_in_any_order_give_the_same_bytes(tmp_path: Path, expected: bytes, order: int) -> None:
    shuffled = list(INPUTS)
    random.Random(order).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    _add(tmp_path / "ledger.db", shuffled)
    assert _export(tmp_path / "ledger.db") == expected


def test_adding_the_same_articles_again_adds_no_row(tmp_path: Path) -> None:
    inputs = [*INPUTS, unreadable_input("broken.txt")]
    _add(tmp_path / "ledger.db", inputs)
    before = _rows(tmp_path / "ledger.db"), _export(tmp_path / "ledger.db")
    result = _add(tmp_path / "ledger.db", list(reversed(inputs)))
    assert (result.added, result.stories) == (0, 0)
    assert (_rows(tmp_path / "ledger.db"), _export(tmp_path / "ledger.db")) == before


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    order=st.permutations(range(14)),
    cuts=st.sets(st.integers(1, 13), max_size=4),
    names=st.lists(st.sampled_from(["a.txt", "z.txt", "copy of b.txt"]), max_size=3),
)
def test_any_order_and_any_batches_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: set[int], names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    copies = [renamed_input(INPUTS[0], name) for name in names]
    _add(folder / "whole.db", [*INPUTS[:14], *copies])
    bounds = [0, *sorted(cuts), 14]
    for start, end in itertools.pairwise(bounds):
        _add(folder / "parts.db", [*copies[: start % 2], *(INPUTS[index] for index in order[start:end])])
    _add(folder / "parts.db", copies)
    assert _export(folder / "parts.db") == _export(folder / "whole.db")


@pytest.mark.parametrize("order", range(3))
def test_every_id_that_was_ever_exported_still_leads_to_a_record(tmp_path: Path, order: int) -> None:
    shuffled = list(INPUTS)
    random.Random(order).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    exported: set[str] = set()
    for start in range(0, len(shuffled), 5):
        _add(tmp_path / "ledger.db", shuffled[start : start + 5])
        ledger = export_ledger(tmp_path / "ledger.db", WORK)
        last = {record.id for records in (ledger.events, ledger.actors, ledger.places) for record in records}
        exported |= last
    with open_store(tmp_path / "ledger.db", read_only=True) as store, store.transaction() as connection:
        lead = {old: ledger_store.current_id(connection, old) for old in sorted(exported)}
        redirects = connection.exec_driver_sql("SELECT count(*) FROM redirect").scalar_one()
    assert set(lead.values()) == last
    assert len(exported) > len(last)  # else nothing was redirected
    assert redirects == len(exported) - len(last)


def test_stories_are_what_links_connect_whatever_came_first(tmp_path: Path) -> None:
    inputs = synthetic_inputs(30, seed="chains")
    work = synthetic_work(inputs)
    _add(tmp_path / "ledger.db", inputs, work)
    with open_store(tmp_path / "ledger.db") as store, store.transaction() as connection:
        found = {ledger_store.members(connection, story) for story in ledger_store.stories(connection)}
    assert found == _components(inputs, work)


def _components(inputs: Sequence[SyntheticInput], work: SyntheticWork) -> set[tuple[str, ...]]:
    """The connected components of all pairs, worked out without keys or a store."""
    readings = [item.reading for item in inputs if item.reading]
    groups = [{reading.document.id} for reading in readings]
    for first in readings:
        for second in readings:
            if first is not second and work.linked(first, second):
                one = next(group for group in groups if first.document.id in group)
                other = next(group for group in groups if second.document.id in group)
                if one is not other:
                    one |= other
                    groups.remove(other)
    return {tuple(sorted(group)) for group in groups}


def test_an_added_article_touches_its_own_story_only(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", INPUTS[:-1])
    result = _add(tmp_path / "ledger.db", INPUTS[-1:])
    with open_store(tmp_path / "ledger.db") as store, store.transaction() as connection:
        figures = ledger_store.counters(connection)
    assert result.stories == figures["last.stories"] == 1
    assert result.compared == figures["last.compared"] <= 12  # the two stories that may share a town
    assert figures["last.added"] == 1
    assert figures["total.added"] == len(INPUTS)


def test_an_article_that_joins_two_stories_makes_them_one(tmp_path: Path) -> None:
    first, middle, last = _chain()
    _add(tmp_path / "ledger.db", [first, last])
    with open_store(tmp_path / "ledger.db") as store, store.transaction() as connection:
        assert len(ledger_store.stories(connection)) == 2
    _add(tmp_path / "ledger.db", [middle])
    with open_store(tmp_path / "ledger.db") as store, store.transaction() as connection:
        (story,) = ledger_store.stories(connection)
        members = ledger_store.members(connection, story)
    assert story == min(members)
    assert len(members) == 3


def _chain() -> tuple[SyntheticInput, SyntheticInput, SyntheticInput]:
    """Three accounts of a town on three days: only neighbours are linked."""
    for first, middle, last in zip(INPUTS, INPUTS[1:], INPUTS[2:], strict=False):
        assert first.reading
        assert middle.reading
        assert last.reading
        links = WORK.linked(first.reading, middle.reading), WORK.linked(middle.reading, last.reading)
        if links == (True, True) and not WORK.linked(first.reading, last.reading):
            return first, middle, last
    raise AssertionError("no chain among the inputs")


@dataclasses.dataclass(frozen=True, slots=True)
class CountingWork(SyntheticWork):
    """Work that tells what it was asked to do; every document shares a key with every other."""

    calls: list[str] = dataclasses.field(default_factory=list)

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        self.calls.append("read")
        return SyntheticWork.read(self, document)

    def keys(self, reading: GroundedReading, /) -> Keys:
        keys = SyntheticWork.keys(self, reading)
        return Keys(keys.stored | {"everything"}, {**keys.wanted, "everything": 1})

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        self.calls.append("linked")
        return SyntheticWork.linked(self, first, second)

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        self.calls.append("reconcile")
        return SyntheticWork.reconcile(self, readings, rulings)


def test_a_known_article_is_neither_read_nor_compared_again(tmp_path: Path) -> None:
    work = CountingWork(WORK.readings)
    _add(tmp_path / "ledger.db", INPUTS[:5], work)
    work.calls.clear()
    _add(tmp_path / "ledger.db", INPUTS[:5], work)
    assert work.calls == []


def test_what_two_programs_add_at_once_is_all_there(tmp_path: Path, expected: bytes) -> None:
    path = tmp_path / "ledger.db"
    open_store(path).close()
    threads = [threading.Thread(target=_add, args=(path, INPUTS[part::2])) for part in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _export(path) == expected


def test_a_key_that_every_document_has_changes_no_story(tmp_path: Path, expected: bytes) -> None:
    _add(tmp_path / "ledger.db", INPUTS, CountingWork(WORK.readings))
    assert _export(tmp_path / "ledger.db") == expected


@dataclasses.dataclass(frozen=True, slots=True)
class OneStory(CountingWork):
    """Work for which all documents belong together."""

    def linked(self, _first: GroundedReading, _second: GroundedReading, /) -> bool:
        self.calls.append("linked")
        return True


def test_one_link_into_a_story_spares_the_other_comparisons(tmp_path: Path) -> None:
    work = OneStory(WORK.readings)
    result = _add(tmp_path / "ledger.db", INPUTS[:10], work)
    assert (work.calls.count("linked"), result.compared, result.stories) == (9, 9, 1)


def _stop_after(count: int) -> Callable[[], bool]:
    asked = itertools.count(1)
    return lambda: next(asked) > count


def test_a_stopped_run_says_so_and_the_next_one_ends_the_same(tmp_path: Path, expected: bytes) -> None:
    with open_store(tmp_path / "ledger.db") as store:
        result = add(store, INPUTS, WORK, should_stop=_stop_after(7))
    assert (result.stopped, result.added, result.stories) == (True, 7, 0)
    _add(tmp_path / "ledger.db", INPUTS)
    assert _export(tmp_path / "ledger.db") == expected


def test_stories_left_by_a_stopped_run_are_settled_before_an_export(tmp_path: Path) -> None:
    with open_store(tmp_path / "ledger.db") as store:
        add(store, INPUTS, WORK, should_stop=_stop_after(7))
        with pytest.raises(LedgerBusyError, match="being added"), store.transaction() as connection:
            ledger_store.export(connection, WORK.join)
    assert len(export_ledger(tmp_path / "ledger.db", WORK).documents) == 7


def test_a_settled_ledger_is_opened_for_reading_only(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", INPUTS[:3])
    with open_settled(tmp_path / "ledger.db", WORK) as store:
        assert store.read_only


def test_progress_tells_of_every_document_and_story(tmp_path: Path) -> None:
    told: list[Progress] = []
    with open_store(tmp_path / "ledger.db") as store:
        result = add(store, INPUTS[:6], WORK, on_progress=told.append)
    assert [(line.done, line.total) for line in told if line.phase == "documents"] == [(n, 6) for n in range(6)]
    assert len([line for line in told if line.phase == "stories"]) == result.stories


def test_problems_of_files_and_documents_stand_in_the_export(tmp_path: Path) -> None:
    _add(tmp_path / "ledger.db", [INPUTS[0], unreadable_input("broken.txt")])
    (problem,) = export_ledger(tmp_path / "ledger.db", WORK).problems
    assert (problem.code, problem.name) == ("empty-text", "broken.txt")


@dataclasses.dataclass(frozen=True, slots=True)
class DoubtfulWork(SyntheticWork):
    """Work that has something to say of every file and of every document."""

    def load(self, item: SyntheticInput, /) -> tuple[Document | None, tuple[Problem, ...]]:
        document, problems = SyntheticWork.load(self, item)
        guessed = Problem("encoding-guessed", "Read as cp1252.", "ingest", document and document.id, item.name)
        return document, (*problems, guessed)

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        reading, problems = SyntheticWork.read(self, document)
        return reading, (*problems, Problem("span-lost", "A candidate was dropped.", "read", document.id))


def test_problems_of_a_document_bear_its_name_whichever_file_showed_them(tmp_path: Path) -> None:
    work = DoubtfulWork(WORK.readings)
    for name in ("b.txt", "a.txt", "c.txt"):
        _add(tmp_path / "ledger.db", [renamed_input(INPUTS[0], name)], work)
    problems = export_ledger(tmp_path / "ledger.db", work).problems
    assert [(problem.code, problem.name) for problem in problems] == [
        ("encoding-guessed", "a.txt"),
        ("span-lost", "a.txt"),
    ]


def test_a_file_that_was_mended_has_no_problem_any_more(tmp_path: Path) -> None:
    broken = unreadable_input("article.txt")
    _add(tmp_path / "ledger.db", [broken])
    _add(tmp_path / "ledger.db", [renamed_input(INPUTS[0], "article.txt")])
    assert export_ledger(tmp_path / "ledger.db", WORK).problems == ()


def test_no_path_is_kept_in_the_ledger(tmp_path: Path) -> None:
    secret = dataclasses.replace(INPUTS[0], path=Path("/home/somebody/hidden-folder/article.txt"), name="article.txt")
    _add(
        tmp_path / "ledger.db", [secret, dataclasses.replace(unreadable_input("b.txt"), path=Path("/hidden-folder/b"))]
    )
    assert b"hidden-folder" not in (tmp_path / "ledger.db").read_bytes()


def test_a_bug_in_a_stage_stops_the_run_and_keeps_what_was_done(tmp_path: Path) -> None:
    work = synthetic_work(INPUTS[:1])
    with pytest.raises(KeyError):
        _add(tmp_path / "ledger.db", INPUTS[:2], work)
    assert len(export_ledger(tmp_path / "ledger.db", WORK).documents) == 1
