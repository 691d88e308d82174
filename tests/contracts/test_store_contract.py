"""What every store has to do, whatever it keeps its rows in. A second backend joins by a line in BACKENDS."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest

from corroborate import store as ledger_store
from corroborate.adding import add, export_ledger
from corroborate.model.codec import write_contract
from corroborate.model.keys import Keys
from corroborate.model.problem import Problem
from corroborate.store import Store, candidates, insert_document, open_store
from corroborate.testing.readings import LARGEST_STORY, story_size, synthetic_reading, synthetic_readings
from corroborate.testing.synthetic import SyntheticInput, renamed_input, synthetic_inputs, synthetic_work

SCHEMA = Path(__file__).parents[2] / "src" / "corroborate" / "data" / "ledger.schema.json"
INPUTS = synthetic_inputs(30)
WORK = synthetic_work(INPUTS)

Opener = Callable[[], Store]


def sqlite(folder: Path) -> Opener:
    return lambda: open_store(folder / "ledger.db")


BACKENDS = {"sqlite": sqlite}


@pytest.fixture(params=sorted(BACKENDS))
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return BACKENDS[request.param](tmp_path)


@pytest.fixture
def filled(opener: Opener) -> Iterator[Store]:
    with opener() as store:
        add(store, INPUTS, WORK)
        yield store


def test_an_empty_ledger_exports_nothing(opener: Opener) -> None:
    with opener() as store, store.transaction() as connection:
        ledger = ledger_store.export(connection, WORK.join)
    assert (ledger.documents, ledger.events, ledger.problems) == ((), (), ())


def test_what_was_added_is_there_after_opening_again(opener: Opener) -> None:
    with opener() as store:
        add(store, INPUTS, WORK)
        with store.transaction() as connection:
            before = ledger_store.export(connection, WORK.join)
    with opener() as store, store.transaction() as connection:
        assert ledger_store.export(connection, WORK.join) == before


def test_an_export_validates_against_the_contract(filled: Store) -> None:
    with filled.transaction() as connection:
        written = write_contract(ledger_store.export(connection, WORK.join))
    jsonschema.validate(json.loads(written), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_a_reading_comes_back_as_it_was(filled: Store) -> None:
    expected = INPUTS[3].reading
    assert expected is not None
    with filled.transaction() as connection:
        assert ledger_store.load_reading(connection, expected.document.id) == expected


def test_the_list_of_documents_is_the_union_of_single_documents(filled: Store) -> None:
    with filled.transaction() as connection:
        listed = ledger_store.list_documents(connection)
        single = [ledger_store.get_document(connection, line.id) for line in listed]
    assert sorted(found.document.id for found in single if found) == [line.id for line in listed]
    assert len(listed) == len(INPUTS)


def test_all_stories_are_the_union_of_single_stories(filled: Store) -> None:
    with filled.transaction() as connection:
        every = tuple(ledger_store.story_ledgers(connection))
        single = [ledger_store.get_story(connection, story) for story in ledger_store.stories(connection)]
    assert tuple(single) == every
    assert len(every) > 5


def test_all_events_are_the_union_of_single_events(filled: Store) -> None:
    with filled.transaction() as connection:
        exported = ledger_store.export(connection, WORK.join).events
        single = [ledger_store.get_event(connection, event) for event in ledger_store.list_events(connection)]
    assert tuple(single) == exported


def test_every_actor_and_place_of_an_export_is_found_by_its_id(filled: Store) -> None:
    with filled.transaction() as connection:
        ledger = ledger_store.export(connection, WORK.join)
        missing = [actor.id for actor in ledger.actors if not ledger_store.get_actors(connection, actor.id)]
        missing += [place.id for place in ledger.places if not ledger_store.get_places(connection, place.id)]
    assert missing == []


def test_a_document_is_found_by_the_beginning_of_its_id_and_by_its_name(filled: Store) -> None:
    reading = INPUTS[0].reading
    assert reading is not None
    with filled.transaction() as connection:
        by_id = ledger_store.find_documents(connection, reading.document.id[:14])
        by_name = ledger_store.find_documents(connection, reading.document.name)
    assert by_id == by_name == (reading.document.id,)


@pytest.mark.parametrize("wanted", ["", "%", "_", "' OR 1=1 --", "doc-%", "nothing", "x\x00y"])
def test_a_name_that_nothing_has_finds_nothing(filled: Store, wanted: str) -> None:
    with filled.transaction() as connection:
        assert ledger_store.find_documents(connection, wanted) == ()
        assert ledger_store.get_story(connection, wanted) is None


def test_a_beginning_that_several_share_names_no_document(filled: Store) -> None:
    with filled.transaction() as connection:
        assert len(ledger_store.find_documents(connection, "doc-")) > 1
        assert ledger_store.get_document(connection, "doc-") is None


def test_a_transaction_that_fails_leaves_nothing(filled: Store) -> None:
    with filled.transaction() as connection:
        before = ledger_store.list_problems(connection)
    with pytest.raises(RuntimeError, match="on purpose"), filled.transaction() as connection:
        ledger_store.replace_problems(connection, "source-1", [Problem("empty-text", "Nothing.", "ingest")])
        raise RuntimeError("on purpose")
    with filled.transaction() as connection:
        assert ledger_store.list_problems(connection) == before


def test_the_same_problem_of_two_files_is_listed_once(filled: Store) -> None:
    problem = Problem("empty-text", "Nothing in it.", "ingest", name="a.txt")
    with filled.transaction() as connection:
        ledger_store.replace_problems(connection, "source-1", [problem])
        ledger_store.replace_problems(connection, "source-2", [problem])
        assert ledger_store.list_problems(connection) == (problem,)


def test_a_source_that_is_fine_now_loses_its_problems(filled: Store) -> None:
    with filled.transaction() as connection:
        ledger_store.replace_problems(connection, "source-1", [Problem("empty-text", "Nothing in it.", "ingest")])
        ledger_store.replace_problems(connection, "source-1", [])
        assert ledger_store.list_problems(connection) == ()


@pytest.mark.parametrize("names", [("b.txt", "a.txt", "Z.txt"), ("Z.txt", "b.txt", "a.txt")])
def test_the_name_of_a_document_is_the_first_of_all_its_names(opener: Opener, names: tuple[str, ...]) -> None:
    with opener() as store:
        for name in names:
            add(store, [renamed_input(INPUTS[0], name)], WORK)
        with store.transaction() as connection:
            (line,) = ledger_store.list_documents(connection)
            (document,) = ledger_store.export(connection, WORK.join).documents
    assert (line.name, line.names, document.name) == ("Z.txt", ("Z.txt", "a.txt", "b.txt"), "Z.txt")


def test_ids_that_vanish_lead_to_the_record_that_took_over_their_mentions(opener: Opener) -> None:
    story = _longest_story()
    work = synthetic_work(story)
    ids = set()
    with opener() as store:
        for item in story:  # each addition may give the event a smaller mention, and so a new id
            add(store, [item], work)
            with store.transaction() as connection:
                ids |= set(ledger_store.list_events(connection))
        with store.transaction() as connection:
            (last,) = ledger_store.list_events(connection)
            assert {ledger_store.current_id(connection, event) for event in ids} == {last}
            assert all(ledger_store.get_event(connection, event) for event in ids)
    assert len(ids) > 1


def test_redirects_stand_in_no_export(opener: Opener, tmp_path: Path) -> None:
    story = _longest_story()
    work = synthetic_work(story)
    with opener() as store:
        for item in story:
            add(store, [item], work)
        with store.transaction() as connection:
            grown = ledger_store.export(connection, work.join)
    with open_store(tmp_path / "fresh.db") as store:
        add(store, story, work)
    assert write_contract(grown) == write_contract(export_ledger(tmp_path / "fresh.db", work))


def _longest_story() -> tuple[SyntheticInput, ...]:
    """A story whose documents come in falling order of their ids: its event has a new id after each."""
    number = next(story for story in itertools.count() if story_size(story) == LARGEST_STORY)
    readings = (synthetic_reading(number, member) for member in range(LARGEST_STORY))
    inputs = (SyntheticInput(Path(reading.document.name), reading.document.name, reading) for reading in readings)
    return tuple(sorted(inputs, key=_document_id, reverse=True))


def _document_id(item: SyntheticInput) -> str:
    assert item.reading is not None
    return item.reading.document.id


def test_candidates_have_enough_points_and_those_with_most_come_first(opener: Opener) -> None:
    first, second, third, new = synthetic_readings(4)
    found_by = {first: "a b", second: "a b c", third: "a", new: "a b c"}
    with opener() as store, store.transaction() as connection:
        for reading, keys in found_by.items():
            insert_document(connection, reading, keys=keys.split(), versions="", name=reading.document.name)
        wanted = Keys(frozenset("abc"), {"a": 1, "b": 2, "c": 1}, needed=3)
        found = candidates(connection, new.document.id, wanted)
    assert found == tuple((reading.document.id, reading.document.id) for reading in (second, first))
