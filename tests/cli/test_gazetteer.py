import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from corroborate.cli import backend

from .conftest import Corroborate

TABLE = "name,latitude,longitude,country,admin1\nQorvaneh,35.9,36.7,Syria,Idlib\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for gazetteers that is nobody's own."""
    monkeypatch.setenv("CORROBORATE_GAZETTEERS", str(tmp_path / "gazetteers"))
    return tmp_path / "gazetteers"


def written(path: Path, text: str = TABLE) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_added_is_listed_and_can_be_removed(corroborate: Corroborate, tmp_path: Path) -> None:
    assert "villages: 2 places added" in corroborate("gazetteer", "add", written(tmp_path / "villages.csv")).out
    listed = json.loads(corroborate("gazetteer", "list", "--json").out)
    assert [(each["name"], each["places"]) for each in listed] == [("villages", 2)]
    assert corroborate("gazetteer", "remove", "villages").code == 0
    assert corroborate("gazetteer", "list", "--json").out == "[]\n"


def test_a_run_uses_what_was_added_and_says_so_in_its_versions(corroborate: Corroborate, tmp_path: Path) -> None:
    before = backend.open_work()
    corroborate("gazetteer", "add", written(tmp_path / "villages.csv"))
    after = backend.open_work()
    assert not before.resources.resolve.gazetteer.known("Qorvaneh")
    assert after.resources.resolve.gazetteer.known("Qorvaneh")
    (digest,) = after.resources.gazetteers
    assert before.versions.reading.endswith(" gazetteers=none")
    assert after.versions == replace(
        before.versions, reading=before.versions.reading.replace("gazetteers=none", f"gazetteers={digest}")
    )


def test_what_was_read_with_other_gazetteers_is_read_again(corroborate: Corroborate, tmp_path: Path) -> None:
    article = written(
        tmp_path / "raid.txt",
        "A raid on Qorvaneh, a village in Idlib province, Syria, killed two people on 3 May 2019, residents said.\n",
    )
    ledger = tmp_path / "a.db"

    def added() -> tuple[int, str]:
        result = json.loads(corroborate("add", article, "--ledger", ledger, "--json").out)
        places = json.loads(corroborate("export", "--ledger", ledger).out)["places"]
        return result["read_again"], next(place["basis"] for place in places if place["name"] == "Qorvaneh")

    assert added() == (0, "containing-area")
    corroborate("gazetteer", "add", written(tmp_path / "villages.csv"))
    assert added() == (1, "gazetteer")
    assert added() == (0, "gazetteer")
    corroborate("gazetteer", "remove", "villages")
    assert added() == (1, "containing-area")


def test_an_archive_is_read_as_its_file(corroborate: Corroborate, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.writestr("readme.txt", "About this file")
        archive.writestr("own.csv", TABLE)
    assert corroborate("gazetteer", "add", tmp_path / "own.zip", "--name", "mine").out.startswith("mine: 2 places")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("bad.csv", TABLE.replace("35.9", "359"), "line 2: latitude '359'"),
        ("bad.txt", "one\ttwo\n", "line 1: 2 columns instead of the 19"),
        ("bad.pdf", "", "a gazetteer is a file ending in"),
        ("empty.txt", "", "holds no place"),
    ],
)
def test_a_wrong_file_is_told_and_leaves_nothing(
    corroborate: Corroborate, tmp_path: Path, folder: Path, name: str, text: str, message: str
) -> None:
    run = corroborate("gazetteer", "add", written(tmp_path / name, text))
    assert run.code == 3
    assert message in run.err
    assert list(folder.iterdir()) == []


def test_an_unknown_gazetteer_cannot_be_removed(corroborate: Corroborate) -> None:
    run = corroborate("gazetteer", "remove", "nothing")
    assert (run.code, "There is no gazetteer 'nothing'" in run.err) == (3, True)


def test_a_damaged_gazetteer_is_named_before_anything_is_read(folder: Path, corroborate: Corroborate) -> None:
    folder.mkdir()
    written(folder / "old.pack", "corroborate-gazetteer/0\n")
    assert "damaged" in corroborate("gazetteer", "list").out
    run = corroborate("read", written(folder / "article.txt", "A mine went off on Monday, the mayor said."))
    assert (run.code, "old.pack" in run.err) == (3, True)
