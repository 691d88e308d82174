"""The gate on the marked example: what fell is named, data that changed are refused."""

import json
import shutil
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.__main__ import log_test_run
from evaluation.__main__ import main as measure
from evaluation.results import Measured, fingerprint, of_data, of_stories

LEMDE = Path(__file__).parents[1] / "corpus" / "lemde"


@pytest.fixture(scope="module")
def lemde() -> Measured:
    return of_stories("lemde", [LEMDE])


def test_a_floor_that_was_made_of_the_scores_holds(lemde: Measured) -> None:
    floors = gate.written([lemde])["lemde"]
    assert floors["floors"]["ledger documents_read"] == 1.0
    assert floors["floors"]["ledger corroborated_by_one_origin"] == 0
    assert any(name.startswith("reading events") for name in floors["floors"])
    assert list(gate.fallen(lemde, floors)) == []


def test_what_fell_is_named(lemde: Measured) -> None:
    floors = gate.written([lemde])["lemde"]
    floors["floors"]["ledger claims_found"] = 1.01
    floors["floors"]["ledger corroborated_by_one_origin"] = -1
    floors["floors"]["ledger no_longer_there"] = 0.5
    faults = list(gate.fallen(lemde, floors))
    assert len(faults) == 3
    assert faults[0].startswith("lemde: ledger claims_found: ")
    assert faults[0].endswith("its floor is 1.01")
    assert faults[2] == "lemde: ledger no_longer_there: is no longer measured; its floor is 0.5"


def test_data_that_changed_have_no_floors(lemde: Measured) -> None:
    floors = gate.written([lemde])["lemde"] | {"fingerprint": "0" * 16}
    assert "are not those that the floors were made on" in next(gate.fallen(lemde, floors))
    assert "has no floors" in next(gate.fallen(lemde, None))


def test_a_fingerprint_is_of_names_and_contents_not_of_where_they_lie(tmp_path: Path) -> None:
    copied = tmp_path / "lemde"
    shutil.copytree(LEMDE, copied)
    assert fingerprint(copied.iterdir()) == fingerprint(LEMDE.iterdir())
    (copied / "two.marked").write_text("other", encoding="utf-8")
    assert fingerprint(copied.iterdir()) != fingerprint(LEMDE.iterdir())


def test_stories_that_are_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="none of its stories is there"):
        of_stories("none", [tmp_path])


def test_records_of_ones_own_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Two people died, the mayor said."
    record = {
        "id": "a",
        "text": text,
        "attributions": [{"source": [[17, 26]], "cue": [[27, 31]], "content": [[0, 15]], "stance": "asserts"}],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    file = tmp_path / "scores.json"
    assert measure(["--data", str(tmp_path), "--json", str(file)]) == 0
    assert "attribution: whole" in capsys.readouterr().out
    (found,) = json.loads(file.read_text(encoding="utf-8")).values()
    assert found["fingerprint"] == of_data(tmp_path).fingerprint
    assert found["reading"]["scores"]["attribution: whole"]["value"] == 1.0


def test_what_is_not_there_to_be_measured_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure(["--data", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_the_test_part_is_measured_for_a_stated_reason_only(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        measure(["--split", "test"])
    assert "--because" in capsys.readouterr().err


def test_runs_on_the_test_part_are_written_down(lemde: Measured, tmp_path: Path) -> None:
    log_test_run(lemde, "a release\nof figures", tmp_path / "runs.tsv")
    log_test_run(lemde, "another", tmp_path / "runs.tsv")
    head, first, second = (tmp_path / "runs.tsv").read_text(encoding="utf-8").splitlines()
    assert head == "day\tfingerprint\tbecause\tfigures"
    assert first.split("\t")[1:3] == [lemde.fingerprint, "a release of figures"]
    assert second.split("\t")[3].startswith("ledger_claims_found=")
