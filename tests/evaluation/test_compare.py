import json
from pathlib import Path

import pytest

from evaluation.compare import main
from evaluation.measures import MEASURES

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "contracts" / "example"
BUS_STATION = ROOT / "tests" / "stories" / "bus_station"
ARTICLES = ROOT / "src" / "corroborate" / "data" / "samples" / "bus-station"


@pytest.mark.parametrize("folder", [EXAMPLE, BUS_STATION], ids=lambda folder: folder.name)
def test_gold_against_itself_is_right_in_everything(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    assert main([str(folder), "--ledger", str(folder / "ledger.json"), "--json", str(file)]) == 0
    overall = json.loads(file.read_text(encoding="utf-8"))["overall"]
    assert overall.keys() == {measure.key for measure in MEASURES}
    assert {name: score for name, score in overall.items() if not _perfect(score)} == {}


def test_gold_against_itself_lists_no_difference(capsys: pytest.CaptureFixture[str]) -> None:
    shown = ["--show", "claims", "--show", "events", "--show", "positions"]
    assert main([str(EXAMPLE), "--ledger", str(EXAMPLE / "ledger.json"), *shown]) == 0
    words = {
        line.split()[0] for line in capsys.readouterr().out.split("documents read")[0].splitlines() if line.strip()
    }
    assert not words & {"missed", "spurious", "wrong", "differs"}


def test_the_program_is_run_on_the_articles_of_each_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(EXAMPLE), str(BUS_STATION), "--articles", str(ARTICLES)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["example", "bus_station", "overall"]
    assert lines[1].split() == ["documents", "read", "1.000", "1.000", "1.000", "of", "7"]


def test_articles_that_are_nowhere_are_named_with_a_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(BUS_STATION)]) == 2
    message = capsys.readouterr().err
    assert "gazette.txt" in message
    assert "--articles" in message


def test_another_ledger_of_the_same_articles_lists_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = json.loads((EXAMPLE / "ledger.json").read_text(encoding="utf-8"))
    dropped = raw["claims"].pop()
    ours = tmp_path / "ours.json"
    ours.write_text(json.dumps(raw), encoding="utf-8")
    assert main([str(EXAMPLE), "--ledger", str(ours), "--show", "claims"]) == 0
    out = capsys.readouterr().out
    assert f"missed    {dropped['start']}-{dropped['end']}" in out


def test_a_folder_without_a_ledger_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "ledger.json" in capsys.readouterr().err


def _perfect(score: dict[str, float | None]) -> bool:
    """All that is there is right; what must not be is not."""
    if "times" in score:
        return score["times"] == 0
    return all(score[name] == 1.0 for name in ("share", "f1", "precision", "recall") if name in score)
