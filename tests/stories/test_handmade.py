import json
from pathlib import Path
from typing import Any

import pytest

from corroborate.export.check import check_ledger
from corroborate.ingest.inputs import find_inputs
from corroborate.ingest.page import read_page
from corroborate.model.codec import decode, write_contract
from corroborate.model.ledger import Ledger

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "corroborate" / "data" / "samples"
BUS_STATION = HERE / "bus_station" / "ledger.json"


@pytest.fixture(scope="module")
def ledger() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(BUS_STATION.read_text(encoding="utf-8"))
    return loaded


def test_the_handmade_ledger_loads_into_the_records_and_comes_out_equal(ledger: dict[str, Any]) -> None:
    assert json.loads(write_contract(decode(json.dumps(ledger), Ledger))) == ledger


def test_the_handmade_ledger_keeps_every_rule_of_the_contract(ledger: dict[str, Any]) -> None:
    assert check_ledger(ledger) == ()


def test_the_handmade_ledger_is_of_the_sample_articles_as_they_are_read(ledger: dict[str, Any]) -> None:
    inputs, problems = find_inputs([SAMPLES / "bus-station"])
    pages = [read_page(item)[0] for item in inputs]
    assert problems == ()
    assert {page.name: page.text for page in pages if page} == {d["name"]: d["text"] for d in ledger["documents"]}


def test_every_sentence_of_a_body_has_a_claim(ledger: dict[str, Any]) -> None:
    bare = [sentence for document in ledger["documents"] for sentence in _sentences_without_claim(document, ledger)]
    assert bare == []


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_every_sample_article_is_marked_as_invented(path: Path) -> None:
    beside = path.with_suffix(".json")
    marked = path.read_text(encoding="utf-8") + (beside.read_text(encoding="utf-8") if beside.exists() else "")
    assert "Invented for corroborate; no such event, outlet, group or person exists." in marked


def test_the_samples_are_three_stories_of_four_to_six_accounts_that_are_read_without_a_problem() -> None:
    folders = sorted(path for path in SAMPLES.iterdir() if path.is_dir())
    found = [find_inputs([folder]) for folder in folders]
    problems = [read_page(item)[1] for inputs, _ in found for item in inputs]
    assert len(found) == 3
    assert all(4 <= len(inputs) <= 6 and not troubles for inputs, troubles in found)
    assert not any(problems)


def _sentences_without_claim(document: dict[str, Any], ledger: dict[str, Any]) -> list[str]:
    """Lines of the text, cut at full stops, that neither a claim nor furniture touches."""
    taken = [(c["start"], c["end"]) for c in ledger["claims"] if c["document"] == document["id"]]
    taken += [(piece["start"], piece["end"]) for piece in document["furniture"]]
    return [
        document["text"][start:end]
        for start, end in _sentences(document["text"])
        if not any(low < end and start < high for low, high in taken)
    ]


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for position, character in enumerate(text):
        if character == "\n" or text[position : position + 2] == ". ":
            found.append((start, position))
            start = position + 1
    return [(low, high) for low, high in found if len(text[low:high].split()) > 3]
