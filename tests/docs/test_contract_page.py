"""docs/reference/contract.md has the fields of the records and of the schema: no more, no fewer."""

import dataclasses
import json
from importlib import resources
from typing import Any

import pytest

from corroborate.model import document, interval, judgement, ledger, problem, quantity

from .pages import DOCS, first_column, sections

PAGE = DOCS / "reference" / "contract.md"
RECORDS: dict[str, type] = {
    "Ledger": ledger.Ledger,
    "Document": document.Document,
    "Outlet": document.Outlet,
    "Furniture": document.Furniture,
    "Lineage entry": document.LineageEntry,
    "Lineage source": document.LineageSource,
    "Mention": ledger.Mention,
    "Actor": ledger.Actor,
    "Place": ledger.Place,
    "Claim": ledger.Claim,
    "Claimant": ledger.Claimant,
    "Cue": ledger.Cue,
    "Link": ledger.Link,
    "About": ledger.About,
    "Event": ledger.Event,
    "Event kind": ledger.EventKind,
    "Figure": ledger.Figure,
    "Position": ledger.Position,
    "Support": ledger.Support,
    "Quantity": quantity.Quantity,
    "Interval": interval.Interval,
    "Problem": problem.Problem,
    "Judgement": judgement.Judgement,
    "Judged claim": judgement.JudgedClaim,
}
# Words of the contract's closed lists, by the schema's path to them.
LISTS = ("document.published_basis", "actor.kind", "place.basis", "claim.certainty", "claim.quotation",
         "position.grade", "event.scope", "event.status", "event.grade")  # fmt: skip


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_a_section_has_the_fields_of_its_record(name: str) -> None:
    text = dict(sections(PAGE))[name]
    assert sorted(first_column(text)) == sorted(field.name for field in dataclasses.fields(RECORDS[name]))


@pytest.mark.parametrize("name", ["mention", "interval", "document", "actor", "place", "claim", "position", "event"])
def test_a_section_has_the_fields_of_the_schema(name: str) -> None:
    documented = first_column(dict(sections(PAGE))[name.capitalize()])
    assert sorted(set(schema()["$defs"][name]["properties"]) - set(documented)) == []


@pytest.mark.parametrize("path", LISTS)
def test_every_word_of_a_closed_list_is_explained(path: str) -> None:
    record, field = path.split(".")
    words = schema()["$defs"][record]["properties"][field]["enum"]
    text = dict(sections(PAGE))[record.capitalize()]
    assert [word for word in words if word is not None and f"`{word}`" not in text] == []


def test_every_stance_role_and_furniture_kind_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    defs = schema()["$defs"]
    words = [
        *defs["stance"]["enum"],
        *defs["claim"]["properties"]["chain"]["items"]["properties"]["role"]["enum"],
        *defs["document"]["properties"]["furniture"]["items"]["properties"]["kind"]["enum"],
        *defs["document"]["properties"]["lineage"]["items"]["properties"]["kind"]["enum"],
        *(word for word in defs["position"]["properties"]["quantity"]["properties"]["bound"]["enum"] if word),
        *defs["interval"]["properties"]["basis"]["enum"],
    ]
    assert [word for word in words if f"`{word}`" not in text] == []


def schema() -> dict[str, Any]:
    """The shipped schema."""
    text = resources.files("corroborate").joinpath("data", "ledger.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
