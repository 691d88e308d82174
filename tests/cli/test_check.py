"""`corroborate check`: findings on standard output, the verdict on standard error."""

import json
from pathlib import Path

import pytest

from .conftest import Corroborate


@pytest.fixture
def broken(example: Path, tmp_path: Path) -> Path:
    raw = json.loads(example.read_text(encoding="utf-8"))
    raw["claims"][0]["text"] = "other words"
    (tmp_path / "broken.json").write_text(json.dumps(raw), encoding="utf-8")
    return tmp_path / "broken.json"


def test_a_clean_ledger_ends_with_0_and_no_output(corroborate: Corroborate, example: Path) -> None:
    ended = corroborate("check", example)
    assert (ended.code, ended.out) == (0, "")
    assert "keeps the schema and all" in ended.err


def test_a_broken_rule_ends_with_1_and_names_record_and_rule(corroborate: Corroborate, broken: Path) -> None:
    ended = corroborate("check", broken)
    assert ended.code == 1
    assert ended.out.startswith("claim-one-title  exact-words: ")
    assert "1 finding of 1 rule" in ended.err


def test_json_lists_the_findings(corroborate: Corroborate, broken: Path) -> None:
    findings = json.loads(corroborate("check", broken, "--json").out)
    assert [finding["rule"] for finding in findings] == ["exact-words"]


def test_a_ledger_file_is_checked_as_its_export(corroborate: Corroborate, articles: Path) -> None:
    ledger = articles.parent / "my.db"
    corroborate("add", articles, "--ledger", ledger)
    assert "nothing-empty" not in corroborate("check", "--ledger", ledger).out


def test_a_file_that_is_no_json_ends_with_3(corroborate: Corroborate, tmp_path: Path) -> None:
    (tmp_path / "torn.json").write_text('{"format":', encoding="utf-8")
    ended = corroborate("check", tmp_path / "torn.json")
    assert ended.code == 3
    assert "no JSON" in ended.err
