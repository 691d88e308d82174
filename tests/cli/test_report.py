"""`corroborate report` on the worked example, on paper."""

import json
from pathlib import Path

import pytest

from .conftest import Corroborate
from .golden import assert_golden


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_the_report_of_the_worked_example_reads_as_in_the_golden_file(
    corroborate: Corroborate, example: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = corroborate("report", example).out
    assert max(map(len, text.splitlines())) <= columns
    assert_golden(f"report-{columns}.txt", text)


def test_the_markdown_report_reads_as_in_the_golden_file(corroborate: Corroborate, example: Path) -> None:
    assert_golden("report.md", corroborate("report", example, "--format", "markdown").out)


def test_one_event_is_found_by_words_of_its_title(corroborate: Corroborate, example: Path) -> None:
    text = corroborate("report", "tavor bridge", "--ledger", example).out
    assert "Blast at the Urwani Column's checkpoint" in text
    assert "Air strike on Lemde" not in text


def test_an_event_that_is_not_there_is_wrong_use_with_the_nearest_name(corroborate: Corroborate, example: Path) -> None:
    ended = corroborate("report", "event-markte", "--ledger", example)
    assert ended.code == 2
    assert "Did you mean 'event-market'?" in ended.err


def test_json_holds_the_rows_of_the_report(corroborate: Corroborate, example: Path) -> None:
    report = json.loads(corroborate("report", example, "--json").out)
    rows = report["attacks"][0]["rows"]
    assert {"facet": "attacker", "value": "Kestrian air force", "grade": "admitted"}.items() <= rows[0].items()


def test_output_is_written_whole_and_told_on_standard_error(
    corroborate: Corroborate, example: Path, tmp_path: Path
) -> None:
    ended = corroborate("report", example, "--format", "html", "--output", tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert ended.out == ""
    assert "report.html" in ended.err


def test_an_output_in_no_folder_is_wrong_use_before_anything_is_read(corroborate: Corroborate, tmp_path: Path) -> None:
    ended = corroborate("report", tmp_path / "no-ledger.db", "--output", tmp_path / "no-folder" / "report.txt")
    assert ended.code == 2
    assert "there is no folder" in ended.err


def test_an_output_never_takes_the_place_of_a_ledger(corroborate: Corroborate, tmp_path: Path) -> None:
    ledger = tmp_path / "my.db"
    ledger.write_bytes(b"SQLite format 3\0" + bytes(100))
    kept = ledger.read_bytes()
    ended = corroborate("report", "--ledger", ledger, "--output", ledger)
    assert (ended.code, ledger.read_bytes()) == (2, kept)
    assert "is a ledger" in ended.err


def test_an_output_is_a_plain_file(corroborate: Corroborate, example: Path) -> None:
    ended = corroborate("report", example, "--output", "/dev/null")
    assert ended.code == 2
    assert "no plain file" in ended.err


def test_all_mistakes_in_options_are_told_at_once(corroborate: Corroborate, tmp_path: Path) -> None:
    ended = corroborate("report", "--format", "pdf", "--output", tmp_path / "no-folder" / "report.txt")
    assert ended.code == 2
    assert "'--format'" in ended.err
    assert "'--output'" in ended.err


def test_an_output_that_cannot_be_written_ends_with_3(
    corroborate: Corroborate, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ended = corroborate("report", example, "--output", tmp_path / "report.txt")
    assert ended.code == 3
    assert "No space left on device" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_colour_is_asked_for_and_never_carries_meaning_alone(
    corroborate: Corroborate, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = corroborate("report", example).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = corroborate("report", example).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in coloured
    assert corroborate("report", example).out == plain


def test_a_broken_export_is_named_with_the_command_that_tells_more(corroborate: Corroborate, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"format": 1}', encoding="utf-8")
    ended = corroborate("report", "--ledger", tmp_path / "broken.json")
    assert ended.code == 3
    assert "corroborate check" in ended.err
