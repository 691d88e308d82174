"""Whole sets, from their files to the table: with an invented article, names, places and pages."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from layered import said, spot

from corroborate.model.document import Metadata
from evaluation.layers.__main__ import main
from evaluation.layers.predicted import read_plain, told
from evaluation.layers.sets import read_set

ARTICLE = """Jets hit market in Lemde

LEMDE, Kestria - Jets struck a market on Tuesday, killing seven people, the mayor said.

"Nobody warned us," said Vera Kolm, a nurse."""


def _gold() -> dict[str, Any]:
    number = {"min": 7, "max": 7, "bound": "exact", "unit": "people", "group": None}
    reported = "Jets struck a market on Tuesday, killing seven people"
    return {
        "id": "invented",
        "text": ARTICLE,
        "published": "2019-05-15",
        "source": "The Eastgate Daily",
        "entities": [
            spot(ARTICLE, "Vera Kolm", type="person", id="vera"),
            spot(ARTICLE, "Lemde", type="place", id=None),
        ],
        "attributions": [
            said(ARTICLE, reported, by="the mayor", cue="said", stance="asserts", certainty="certain"),
            said(ARTICLE, "Nobody warned us", by="Vera Kolm", cue="said Vera", stance="asserts", certainty="certain"),
        ],
        "times": [spot(ARTICLE, "Tuesday", type="DATE", value="2019-05-14")],
        "quantities": [spot(ARTICLE, "seven people") | number],
        "events": [spot(ARTICLE, "struck", type="ASSAULT/aerial", id="x", reality="happened", arguments=[])],
    }


def _written(path: Path, *records: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_the_program_reads_in_the_format_of_plain_records() -> None:
    ours = read_plain(_gold())
    assert ours["text"] == ARTICLE
    for layer in ("entities", "times", "quantities", "events"):
        assert all(ARTICLE[item["start"] : item["end"]] == item["text"] for item in ours[layer])
    assert ("seven people", 7) in {(each["text"], each["min"]) for each in ours["quantities"]}
    assert "2019-05-14" in {each["value"] for each in ours["times"]}
    assert "struck" in {each["text"] for each in ours["events"]}
    speakers = [ARTICLE[start:end] for claim in ours["attributions"] for start, end in claim["source"]]
    assert "the mayor" in speakers


def test_the_title_of_marked_parts_is_not_told() -> None:
    record = {"id": "t", "text": "Some words.", "title": "A title", "source": "The Echo", "published": "2019-05-15"}
    assert told(record) == Metadata(outlet="The Echo", published="2019-05-15", title="A title")
    assert told(record | {"parts": []}) == Metadata(outlet="The Echo", published="2019-05-15")


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise IndexError("out of range")

    monkeypatch.setattr("corroborate.pipeline.read_document", fail)
    assert read_plain(_gold()) == {"id": "invented", "text": ARTICLE, "problem": "IndexError: out of range"}


def test_an_article_is_measured_from_its_file_to_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "scores.json"
    path = _written(tmp_path / "invented" / "dev.jsonl", _gold())
    shown = ["--show", "attribution", "--show", "stance"]
    assert main([str(path.parent), str(path), "--json", str(out), *shown]) == 0
    printed = capsys.readouterr().out
    assert "### invented: stance" in printed
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written.keys() == {"invented", "invented (2)"}
    scores = written["invented"]["scores"]
    assert scores["quantities: number"]["recall"] == 1
    assert scores["times: days"]["recall"] == 1
    assert scores["types: trigger and type"]["recall"] == 1
    assert scores["attribution: whole"]["recall"] >= 0.5
    assert not {name for name in scores if name.startswith(("furniture", "figures", "places", "templates"))}
    assert all(score["says"] for score in scores.values())


def test_pairs_of_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # The program takes the first two for one name. Gold has the first and the third as one.
    rows = [("Talbisah", "Talbiseh", True), ("Homs", "Homs", False), ("Vera Kolm", "Otto Brandt", True)]
    records = [
        {"name1": one, "name2": two, "match": same, "quality": "WEAK", "schema": "Person"} for one, two, same in rows
    ]
    assert main([str(_written(tmp_path / "names" / "dev.jsonl", *records))]) == 0
    line = capsys.readouterr().out.splitlines()[1]
    assert " ".join(line.split()) == "names names: same name 0.500 0.500 0.500 2 here, 2 in gold"


def test_places_without_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damascus = {
        "name": "Damascus", "coordinates": [[33.51, 36.29]], "doubtful": False, "governorate": "Damascus Governorate",
    }  # fmt: skip
    nowhere = {"name": "Vexquorn", "coordinates": [[33.51, 36.29]], "doubtful": False, "governorate": "Homs"}
    doubtful = {"name": "Homs", "coordinates": [[33.51, 36.29]], "doubtful": True}
    assert main([str(_written(tmp_path / "spots" / "dev.jsonl", damascus, nowhere, doubtful))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-5:] for line in lines[1:]] == [["0.500", "-", "-", "of", "2"]] * 4


def test_pages_keep_what_is_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "The bridge over the river fell on Tuesday evening after a week of heavy rain, the mayor of the town said. "
    page = f"<html><body><nav><a href='/'>Home and more</a></nav><article><p>{words * 3}</p></article></body></html>"
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(page.encode()))
    row = {"html": "page.html.gz", "wanted": ["The bridge over the river", "a lake"], "unwanted": ["Home and more"]}
    assert main([str(_written(tmp_path / "dev.jsonl", row))]) == 0
    lines = capsys.readouterr().out.splitlines()
    # One of two wanted segments, and not the unwanted one.
    assert " ".join(lines[1].split()).endswith("page: segments 0.667 1.000 0.500 1 here, 2 in gold")


def test_a_set_is_called_by_its_folder_or_its_file(tmp_path: Path) -> None:
    folder = _written(tmp_path / "gum" / "train.jsonl", {"text": ""}, {"text": ""}).parent
    assert read_set(folder, split="train", limit=1).name == "gum"
    assert len(read_set(folder, split="train", limit=1).records) == 1
    file = _written(tmp_path / "stories.jsonl", {"text": ""})
    assert read_set(file, split="dev", limit=None).name == "stories"


@pytest.mark.parametrize(("records", "words"), [([], "holds no records"), ([{"a": 1}], "is it a set of plain records")])
def test_what_is_no_set_is_named(
    records: list[dict[str, Any]], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(_written(tmp_path / "odd.jsonl", *records))]) == 2
    assert words in capsys.readouterr().err


def test_a_set_without_a_layer_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = {"id": "x", "text": "The plane flew.", "events": [spot("The plane flew.", "flew", factuality=3.0)]}
    assert main([str(_written(tmp_path / "rated.jsonl", record))]) == 0
    assert "nothing that a reading is measured by" in capsys.readouterr().out
