"""Which files are read, and what is said of those that are not."""

import os
from pathlib import Path

import pytest

from corroborate.ingest.inputs import find_inputs


def _files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("A text.")


def test_a_folder_gives_its_files_sorted_and_those_below_it(tmp_path: Path) -> None:
    _files(tmp_path, "b.txt", "a.html", "c/d.md", ".hidden.txt", ".git/e.txt")
    found, problems = find_inputs([tmp_path])
    assert [item.name for item in found] == ["a.html", "b.txt", "d.md"]
    assert problems == ()


def test_a_glob_gives_its_matches(tmp_path: Path) -> None:
    _files(tmp_path, "b.txt", "a.txt", "a.json", "c.htm")
    found, problems = find_inputs([f"{tmp_path}/*.txt", f"{tmp_path}/a.*"])
    assert [item.name for item in found] == ["a.txt", "b.txt"]
    assert problems == ()


def test_a_sidecar_is_no_input_and_no_problem(tmp_path: Path) -> None:
    _files(tmp_path, "one.txt", "one.json")
    found, problems = find_inputs([tmp_path])
    assert [item.name for item in found] == ["one.txt"]
    assert problems == ()


def test_unknown_kinds_in_a_folder_are_counted_once_per_kind(tmp_path: Path) -> None:
    _files(tmp_path, "one.txt", "a.pdf", "b.pdf", "c.docx", "lonely.json")
    _, problems = find_inputs([tmp_path])
    assert [(problem.code, problem.count) for problem in problems] == [
        ("unknown-kind", 1),
        ("unknown-kind", 1),
        ("unknown-kind", 2),
    ]


@pytest.mark.parametrize(
    ("path", "code"), [("none.txt", "path-not-found"), ("*.txt", "nothing-matches"), ("a.pdf", "unknown-kind")]
)
def test_what_leads_nowhere_is_said(tmp_path: Path, path: str, code: str) -> None:
    _files(tmp_path, "a.pdf")
    found, problems = find_inputs([tmp_path / path])
    assert found == ()
    assert [problem.code for problem in problems] == [code]
    assert path in problems[0].message


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert [problem.code for problem in find_inputs([tmp_path])[1]] == ["nothing-matches"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt")
    assert len(find_inputs([tmp_path / "a.txt", tmp_path])[0]) == 1


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [problem.code for problem in find_inputs([tmp_path / "a.txt"])[1]] == ["not-a-file"]


def test_a_name_that_is_no_utf8_is_printable(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("A text.")
    (item,) = find_inputs([tmp_path])[0]
    assert item.name == "caf\ufffd.txt"


def test_a_name_with_brackets_is_a_name_where_it_exists(tmp_path: Path) -> None:
    _files(tmp_path, "a[1].txt")
    assert [item.name for item in find_inputs([tmp_path / "a[1].txt"])[0]] == ["a[1].txt"]
