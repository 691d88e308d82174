"""Who is one across the documents of a story, who is not, and what the ledger says of it."""

import csv
from pathlib import Path

import pytest
from casting import actors, cast, groupings, one

from corroborate.model.lineage import Passage
from corroborate.model.span import Span
from corroborate.names.fold import fold

LINES = (Path(__file__).parent / "actor_pairs.csv").read_text(encoding="utf-8").splitlines()
PAIRS = [(row["documents"].split(" // "), row["same"] == "yes", row["reason"]) for row in csv.DictReader(LINES)]
WITH_REASONS = [pair for pair in PAIRS if pair[2]]


@pytest.mark.parametrize(("documents", "same", "reason"), PAIRS, ids=lambda value: str(value)[:60])
def test_the_first_actors_of_two_documents_are_one_or_two(documents: list[str], same: bool, reason: str) -> None:
    assert one(*documents) is same


@pytest.mark.parametrize(("documents", "same", "reason"), WITH_REASONS, ids=lambda value: str(value)[:60])
def test_joins_and_near_misses_say_why(documents: list[str], same: bool, reason: str) -> None:
    found = actors(*documents)
    opening = "joined: " if same else "kept apart: "
    told = [line for line in found.by_id[found.ids[0, 0]].reasons if line.startswith(opening)]
    assert any(words in line for line in told for words in reason.split("|")), told


@pytest.mark.parametrize(("documents", "same", "reason"), PAIRS, ids=lambda value: str(value)[:60])
def test_the_order_of_the_documents_makes_no_difference(documents: list[str], same: bool, reason: str) -> None:
    assert len(groupings(*documents)) == 1


def test_unnamed_speakers_are_one_where_both_spoke_to_one_agency() -> None:
    lines = ("role: an army officer; page: Harbour Times", "role: an army officer; page: The Brask Courier")
    assert not one(*lines)
    assert one(*lines, told={(0, 0): "Palisade", (1, 0): "Palisade News Agency"})


def test_two_residents_in_two_reports_of_one_outlet_are_two() -> None:
    assert not one("role: a resident; page: Harbour Times", "role: a resident; page: Harbour Times")


def test_copied_words_name_whom_the_original_names() -> None:
    lines = ("population: their families", "population: their families")
    assert not one(*lines)
    first, second = (item.document.id for item in cast(*lines).readings)
    whole = Span(0, len("their families."))
    found = actors(*lines, passages=[Passage(first, second, whole, whole)])
    assert found.ids[0, 0] == found.ids[1, 0]


def test_the_record_bears_the_fullest_name_without_titles() -> None:
    found = actors("person: Commodore Idrin Vashtemi", "person: Vashtemi", "person: Idrin Oss Vashtemi")
    assert [actor.name for actor in found.by_id.values()] == ["Idrin Oss Vashtemi"]


def test_a_body_bears_its_state_s_name_rather_than_none() -> None:
    found = actors("state-forces: the army", "state-forces: the Norian army > Noria; state: Noria")
    assert found.by_id[found.ids[0, 0]].name == "Norian army"


def test_an_outlet_that_texts_name_is_one_actor_with_its_page() -> None:
    found = actors("page: Harbour Times; person: Joran Sel", "media: Harbour Times")
    assert found.by_name[fold("Harbour Times")] == found.ids[1, 0]
