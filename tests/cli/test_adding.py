"""`read` and `add` with synthetic stages: what they print where, and how they end."""

import json
import os
import signal
from pathlib import Path

import pytest

import corroborate as corroborate_package
from corroborate.cli import backend
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.problem import Problem

from .conftest import Corroborate, FileWork


def test_read_prints_a_report_and_keeps_nothing(corroborate: Corroborate, articles: Path) -> None:
    ended = corroborate("read", articles)
    assert ended.code == 0
    assert ended.out.startswith("6 documents · ")
    assert sorted(path.name for path in articles.parent.iterdir()) == ["articles"]


def test_read_goes_on_past_a_file_that_cannot_be_read(corroborate: Corroborate, articles: Path) -> None:
    (articles / "blank.txt").write_text("", encoding="utf-8")
    ended = corroborate("read", articles)
    assert ended.code == 1
    assert ended.out.startswith("6 documents · ")
    assert "blank.txt: there is no text in it [empty-text]" in ended.err
    assert "1 failed" in ended.err


def test_a_path_that_is_not_there_is_named_and_counted(corroborate: Corroborate, articles: Path) -> None:
    ended = corroborate("read", articles, "nowhere.txt", "nothing.html")
    assert ended.code == 1
    assert "nowhere.txt" in ended.err
    assert "nothing.html" in ended.err
    assert "2 failed" in ended.err


def test_nothing_usable_ends_with_3_and_says_what_to_give(corroborate: Corroborate, articles: Path) -> None:
    ended = corroborate("read", articles.parent / "nowhere")
    assert ended.code == 3
    assert ended.out == ""
    assert "Nothing could be read" in ended.err


def test_read_without_a_path_is_wrong_use(corroborate: Corroborate) -> None:
    assert corroborate("read").code == 2


def test_read_writes_the_whole_ledger_as_json(corroborate: Corroborate, articles: Path) -> None:
    ended = corroborate("read", articles, "--json")
    assert json.loads(ended.out)["format"] == "corroborate-ledger/1"


def test_add_then_report_shows_what_was_added(corroborate: Corroborate, articles: Path) -> None:
    ledger = articles.parent / "my.db"
    added = corroborate("add", articles, "--ledger", ledger)
    assert added.code == 0
    assert added.out.startswith(f"{ledger}: 6 documents added")
    assert f"corroborate report --ledger {ledger}" in added.out
    assert corroborate("report", "--ledger", ledger).out.startswith("6 documents · ")


def test_adding_again_finds_everything_there_already(corroborate: Corroborate, articles: Path) -> None:
    ledger = articles.parent / "my.db"
    corroborate("add", articles, "--ledger", ledger)
    again = json.loads(corroborate("add", articles, "--ledger", ledger, "--json").out)
    assert (again["added"], again["already_there"], again["stories"]) == (0, 6, 0)


def test_export_in_one_go_or_one_by_one_gives_the_same_bytes(corroborate: Corroborate, articles: Path) -> None:
    one, other = articles.parent / "one.db", articles.parent / "other.db"
    corroborate("add", articles, "--ledger", one)
    for path in sorted(articles.iterdir(), reverse=True):
        corroborate("add", path, "--ledger", other)
    assert corroborate("export", "--ledger", one).out == corroborate("export", "--ledger", other).out


def test_verbose_names_each_document(corroborate: Corroborate, articles: Path) -> None:
    name = sorted(articles.iterdir())[0].name
    assert f"Reading {name} (1 of 6)" in corroborate("read", articles, "--verbose").err


def test_many_problems_are_cut_and_verbose_lists_all(corroborate: Corroborate, articles: Path) -> None:
    for number in range(15):
        (articles / f"blank-{number}.txt").write_text("", encoding="utf-8")
    assert "… and 5 more problems (--verbose lists all)" in corroborate("read", articles).err
    assert "blank-9.txt" in corroborate("read", articles, "-v").err


def test_a_file_that_is_no_ledger_ends_with_3(corroborate: Corroborate, articles: Path) -> None:
    ended = corroborate("report", "--ledger", sorted(articles.iterdir())[0])
    assert ended.code == 3
    assert "not a ledger" in ended.err


def test_a_ledger_that_is_not_there_ends_with_3_and_says_how_to_make_one(
    corroborate: Corroborate, articles: Path
) -> None:
    ended = corroborate("report", "--ledger", articles / "none.db")
    assert ended.code == 3
    assert "corroborate add" in ended.err


def test_demo_reports_the_samples_and_says_how_to_go_on(corroborate: Corroborate) -> None:
    if not (Path(corroborate_package.__file__).parent / "data" / "samples").is_dir():
        pytest.skip("the sample articles are not there yet")
    ended = corroborate("demo")
    assert ended.code == 0
    assert "documents · " in ended.out.splitlines()[0]
    assert "corroborate add articles --ledger my.db" in ended.err


def test_ctrl_c_once_finishes_the_document_and_keeps_it(
    corroborate: Corroborate, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = backend.open_work()
    plain = type(work).read

    def interrupted(self: FileWork, document: Document) -> tuple[GroundedReading, tuple[Problem, ...]]:
        os.kill(os.getpid(), signal.SIGINT)
        return plain(self, document)

    monkeypatch.setattr(type(work), "read", interrupted)
    ended = corroborate("add", articles, "--ledger", articles.parent / "my.db")
    assert ended.code == 130
    assert "1 document added" in ended.out
    assert "the same command goes on from there" in ended.err
    monkeypatch.setattr(type(work), "read", plain)
    assert "5 documents added, 1 already there" in corroborate("add", articles, "-l", articles.parent / "my.db").out
