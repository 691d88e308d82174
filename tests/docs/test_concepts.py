"""The concept pages show records as the hand-made ledger has them, and name every field."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corroborate.model.document import Document, LineageEntry
from corroborate.model.interval import Interval
from corroborate.model.ledger import Actor, Claim, Event, Place, Position
from corroborate.model.problem import Problem
from corroborate.model.quantity import Quantity

from .pages import DOCS, ROOT, WRITE, Block, blocks, rewrite

CONCEPTS = DOCS / "concepts"
LEDGER = ROOT / "tests" / "stories" / "bus_station" / "ledger.json"
EXAMPLES = [block for page in sorted(CONCEPTS.glob("*.md")) for block in blocks(page, "json example")]
RECORDS: dict[str, type] = {
    "document": Document, "lineage": LineageEntry, "actor": Actor, "place": Place, "claim": Claim, "event": Event,
    "position": Position, "quantity": Quantity, "interval": Interval, "problem": Problem,
}  # fmt: skip
# These have no record of their own.
OTHERS = {"README", "grade-and-status", "same-event", "story"}


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_an_example_is_a_record_of_the_ledger(block: Block) -> None:
    record = chosen(block.info)
    if WRITE:
        rewrite(block, json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    else:
        assert json.loads(block.body) == record


def test_every_concept_page_has_an_example() -> None:
    assert {page.stem for page in CONCEPTS.glob("*.md")} - {"README", "same-event", "story", "problem"} == {
        block.page.stem for block in EXAMPLES
    }


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_a_concept_page_names_the_record_s_fields(name: str) -> None:
    text = (CONCEPTS / f"{name}.md").read_text(encoding="utf-8")
    listed = text.split("\nFields: ")[1].split("([what each")[0]
    assert [field.name for field in dataclasses.fields(RECORDS[name]) if f"`{field.name}`" not in listed] == []


def test_there_is_a_page_for_each_concept_and_the_index_links_it() -> None:
    pages = {page.stem for page in CONCEPTS.glob("*.md")}
    index = (CONCEPTS / "README.md").read_text(encoding="utf-8")
    assert pages == set(RECORDS) | OTHERS
    assert [name for name in sorted(pages - {"README"}) if f"({name}.md)" not in index] == []


def chosen(info: str) -> dict[str, Any]:
    """The fields of a record that an info string names: `json example ID [without|only FIELD ...]`."""
    _, _, identifier, *rest = info.split()
    record = next(record for record in records(json.loads(Path(LEDGER).read_bytes())) if record["id"] == identifier)
    if not rest:
        return record
    how, *fields = rest
    return {name: value for name, value in record.items() if (name in fields) == (how == "only")}


def records(value: object) -> Iterator[dict[str, Any]]:
    """Every object with an id, however deep."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for item in value.values():
            yield from records(item)
    elif isinstance(value, list):
        for item in value:
            yield from records(item)
