"""The reference pages say what the program says; `CORROBORATE_GOLDEN=write` writes them anew."""

import ast
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import corroborate
from corroborate.cli.problems import meanings

from .reference import DOCS, checks_page, commands_page, problems_page

SOURCE = Path(corroborate.__file__).parent
PAGES = [("commands.md", commands_page), ("problems.md", problems_page), ("checks.md", checks_page)]


@pytest.mark.parametrize(("name", "page"), PAGES, ids=[name for name, _ in PAGES])
def test_a_reference_page_is_what_the_program_says(name: str, page: Callable[[], str]) -> None:
    if os.environ.get("CORROBORATE_GOLDEN") == "write":
        DOCS.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(page(), encoding="utf-8")
    assert page() == (DOCS / name).read_text(encoding="utf-8")


def test_every_problem_code_of_the_source_is_explained() -> None:
    assert sorted(set(codes_in_source()) - set(meanings())) == []


def test_no_explained_problem_code_is_unknown_to_the_source() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py")))
    assert [code for code in meanings() if f'"{code}"' not in text] == []


def codes_in_source() -> Iterator[str]:
    """The first argument of each call that makes a Problem, where it is written out."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in ("Problem", "_problem") and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
