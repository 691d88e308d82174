"""Hostile HTML (reliability line H3, H8): no crash, in time, text found or a problem recorded."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from corroborate.ingest.inputs import Input
from corroborate.ingest.limits import Limits
from corroborate.ingest.page import read_page
from corroborate.ingest.sandbox import HtmlWorker
from corroborate.model.document import Page
from corroborate.model.problem import Problem

SENTENCE = "A shell hit a bakery in Omrin on Monday, killing two people, the mayor said."
SECONDS = 30.0


def _read(folder: Path, data: bytes | str, **limits: float) -> tuple[Page | None, tuple[Problem, ...]]:
    (folder / "a.html").write_bytes(data.encode() if isinstance(data, str) else data)
    return (
        read_page(Input(folder / "a.html", "a.html"), limits=Limits(**limits))
        if limits
        else read_page(Input(folder / "a.html", "a.html"))
    )


def _nested(depth: int) -> str:
    return f"<p>Before.</p>{'<div>' * depth}<p>{SENTENCE}</p>{'</div>' * depth}<p>After.</p>"


HOSTILE: dict[str, str | bytes] = {
    "255 deep": _nested(255),
    "2,100 deep": _nested(2100),
    "100,000 deep": _nested(100_000),
    "50,000 attributes": f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{SENTENCE}</p>",
    "colspan 2^53": f"<table><tr><td colspan=9007199254740992>{SENTENCE}</td></tr></table>",
    "unclosed tags": f"<div><p><b><i><table><tr><td>{SENTENCE}<p>" * 50,
    "NUL": f"<p>\0{SENTENCE}\0</p>",
    "bad UTF-8": b"<p>" + SENTENCE.encode() + b" \xff\xfe\xc3</p>",
    "UTF-16": f"<p>{SENTENCE}</p>".encode("utf-16"),
    "mixed charset": b'<meta charset="utf-8"><p>' + SENTENCE.encode() + " „Café“".encode("cp1252") + b"</p>",
    "wrong charset": f'<meta charset="utf-16"><p>{SENTENCE}</p>',
    "no encoding": f'<meta charset="unicode_escape"><p>{SENTENCE} \\ud800</p>',
    "truncated": f"<html><head><title>x</title></head><body><p>{SENTENCE}</p><p cla",
    "entity": f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a; {SENTENCE}</p>",
    "surrogate entity": f"<p>&#xD800; {SENTENCE}</p>",
    "comment": f"<p>{SENTENCE}</p>" + "<!-" * 10_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_the_text_is_found(tmp_path: Path, name: str) -> None:
    started = time.monotonic()
    page, problems = _read(tmp_path, HOSTILE[name])
    assert time.monotonic() - started < SECONDS
    assert page is not None, problems
    assert SENTENCE in page.text
    assert "root:" not in page.text
    page.text.encode("utf-8")


@pytest.mark.parametrize("depth", [255, 2100])
def test_deep_nesting_is_said(tmp_path: Path, depth: int) -> None:
    page, problems = _read(tmp_path, _nested(depth))
    assert page is not None
    assert page.text.split("\n\n") == ["Before.", SENTENCE, "After."]
    assert [problem.code for problem in problems] == ["html-too-deep"]


def test_five_megabytes_of_one_word_are_read(tmp_path: Path) -> None:
    page, _ = _read(tmp_path, f"<p>{'x' * 5_000_000}</p>")
    assert page is not None
    assert len(page.text) == 5_000_000


@pytest.mark.parametrize("markup", ["", "   ", "<html></html>", "<script>x</script>", "<!-- only a comment -->"])
def test_an_empty_page_has_a_problem(tmp_path: Path, markup: str) -> None:
    page, problems = _read(tmp_path, markup)
    assert page is None
    assert [problem.code for problem in problems] == ["empty-text"]


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_read(tmp_path: Path) -> None:
    page, problems = _read(tmp_path, "<p>A word.</p>" * 100_000, html_seconds=1.0)
    assert [problem.code for problem in problems] == ["parser-timeout"]
    page, problems = _read(tmp_path, f"<p>{SENTENCE}</p>", html_seconds=20.0)
    assert page is not None


def test_a_killed_parser_costs_one_page(tmp_path: Path) -> None:
    with HtmlWorker() as worker:
        assert worker.parse("<p>One.</p>")[2] is None
        process = worker._process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        subprocess.Popen(["sh", "-c", f"sleep 0.3; kill -11 {process.pid}; kill -CONT {process.pid}"]).wait(1)
        assert worker.parse("<p>Two.</p>")[2] in (None, "parser-crashed")
        first, _, failure = worker.parse("<p>Three.</p>")
    assert failure is None
    assert first is not None
    assert first.blocks[0].text == "Three."
