"""`corroborate show`: a document, an event, an actor, a place, a claim, the problems."""

import dataclasses
import json
from pathlib import Path

import pytest

from corroborate.export.json import contract_json
from corroborate.model.codec import decode
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem

from .conftest import Corroborate
from .golden import assert_golden


@pytest.mark.parametrize(
    ("wanted", "name"), [("three.txt", "document"), ("event-bridge", "event"), ("actor-column", "actor")]
)
def test_what_is_shown_reads_as_in_the_golden_file(
    corroborate: Corroborate, example: Path, wanted: str, name: str
) -> None:
    assert_golden(f"show-{name}.txt", corroborate("show", wanted, "--ledger", example).out)


def test_a_claim_is_marked_at_its_exact_words(corroborate: Corroborate, example: Path) -> None:
    text = corroborate("show", "three.txt", "--ledger", example).out
    assert "He [5 denied that the market had been hit 5], and said" in text


def test_two_claims_on_the_same_words_share_one_bracket(corroborate: Corroborate, example: Path) -> None:
    assert "demanded [8,9 an independent inquiry" in corroborate("show", "three.txt", "--ledger", example).out


def test_a_name_that_fits_several_records_lists_them(corroborate: Corroborate, example: Path) -> None:
    ended = corroborate("show", "urwani", "--ledger", example)
    assert ended.code == 2
    assert "event-bridge" in ended.err
    assert "actor-column" in ended.err


@pytest.mark.parametrize("wanted", ["claim-one-toll", "one-toll", "place-lemde"])
def test_an_id_or_what_follows_its_kind_is_enough(corroborate: Corroborate, example: Path, wanted: str) -> None:
    assert corroborate("show", wanted, "--ledger", example).code == 0


def test_json_holds_the_record_and_its_claims(corroborate: Corroborate, example: Path) -> None:
    shown = json.loads(corroborate("show", "event-war", "--ledger", example, "--json").out)
    assert shown["kind"] == "event"
    assert [claim["id"] for claim in shown["claims"]] == ["claim-three-war"]


def test_problems_are_listed_by_code_with_every_place(corroborate: Corroborate, example: Path, tmp_path: Path) -> None:
    problems = (Problem("empty-text", "there is no text in it", "ingest", name="a.txt"),)
    ledger = dataclasses.replace(decode(example.read_bytes(), Ledger), problems=problems)
    (tmp_path / "some.json").write_bytes(contract_json(ledger, generated="test"))
    text = corroborate("show", "problems", "--ledger", tmp_path / "some.json").out
    assert "empty-text · 1 time" in text
    assert "a.txt: there is no text in it" in text


def test_a_ledger_without_problems_says_so(corroborate: Corroborate, example: Path) -> None:
    assert corroborate("show", "problems", "--ledger", example).out == "No problems.\n"
