from pathlib import Path

import pytest

from corpus.check import checked
from corpus.convert import main, write_articles
from corpus.training import Record, as_records

LEMDE = Path(__file__).parent / "lemde"


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return {record["id"]: record for record in as_records(checked(LEMDE)[0])}


def test_every_offset_points_at_its_words(records: dict[str, Record]) -> None:
    for record in records.values():
        for layer in ("parts", "furniture", "entities", "times", "quantities", "events"):
            assert record[layer]
            for item in record[layer]:
                assert record["text"][item["start"] : item["end"]] == item["text"]


def test_an_attribution_has_its_words_labels_chain_and_figures(records: dict[str, Record]) -> None:
    record = records["lemde/one"]
    toll = next(each for each in record["attributions"] if each["id"] == "toll")
    words = {name: [record["text"][s:e] for s, e in toll[name]] for name in ("source", "cue", "content")}
    assert words == {
        "source": ["the director of the hospital in nearby Osk Berin"],
        "cue": ["said"],
        "content": ["killing at least seven people"],
    }
    assert [link["role"] for link in toll["chain"]] == ["origin", "agency", "outlet"]
    assert toll["figures"] == [
        {
            "event": "market",
            "facet": "killed",
            "min": 7,
            "max": None,
            "bound": "at-least",
            "unit": "people",
            "group": None,
        }
    ]
    own = next(each for each in record["attributions"] if each["id"] == "title")
    assert (own["source"], own["cue"], own["quotation"], own["repeats"]) == ([], [], "own-voice", "struck")


def test_event_mentions_have_type_reality_and_arguments(records: dict[str, Record]) -> None:
    events = {event["text"]: event for event in records["lemde/one"]["events"]}
    assert events["struck"]["type"] == "ASSAULT/aerial"
    assert [(each["role"], each["text"]) for each in events["struck"]["arguments"]] == [
        ("attacker", "Kestrian air force"),
        ("weapon", "jets"),
        ("target", "market"),
        ("place", "Lemde"),
        ("time", "Tuesday"),
        ("killed", "at least seven people"),
    ]
    denied = [event for event in records["lemde/three"]["events"] if event["reality"] == "denied"]
    assert [event["text"] for event in denied] == ["hit"]


def test_times_have_values_where_the_article_gives_them(records: dict[str, Record]) -> None:
    assert {time["text"]: time["value"] for time in records["lemde/three"]["times"]} == {
        "Tuesday's": "2019-05-14",
        "on Thursday": "2019-05-16",
        "this year": "2019-01-01/2019-12-31",
        "2017": "2017-01-01/2017-12-31",
    }
    assert {time["value"] for time in records["lemde/two"]["times"]} == {None}


def test_articles_are_written_as_a_reader_is_given_them(tmp_path: Path) -> None:
    write_articles(checked(LEMDE)[0], tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "one.json", "one.txt", "three.json", "three.txt", "two.txt",
    ]  # fmt: skip
    example = Path(__file__).parents[1] / "contracts" / "example"
    assert (tmp_path / "two.txt").read_bytes() == (example / "two.txt").read_bytes()


def test_the_ledger_and_the_records_go_to_the_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "ledger", str(LEMDE)]) == 0
    assert capsys.readouterr().out.startswith("{\n")
    assert main(["--to", "jsonl", str(LEMDE)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
