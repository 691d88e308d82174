"""The page of dependencies is what pyproject.toml asks for and what the source imports; decisions are dated."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import corroborate

from .pages import DOCS, ROOT, first_column, sections

PACKAGE = Path(corroborate.__file__).parent
DECISIONS = DOCS / "decisions"
PAGE = DECISIONS / "dependencies.md"


@dataclass(frozen=True, slots=True)
class Row:
    """A dependency, the module that it is imported as, and where."""

    name: str
    module: str
    places: tuple[str, ...]


def test_the_program_s_dependencies_are_those_of_pyproject() -> None:
    assert [row.name for row in rows()] == required("dependencies")


def test_the_development_tools_are_those_of_pyproject() -> None:
    listed = first_column(dict(sections(PAGE))["For working on it"])
    assert list(listed) == required("optional-dependencies")


def test_every_dependency_has_its_licence_and_reason() -> None:
    table = [line.strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert [cells[0] for cells in table if not all(cell.strip() for cell in cells)] == []


def test_a_dependency_is_imported_where_the_page_says_and_nowhere_else() -> None:
    found = tuple(imports())
    assert {row.name: places_of(row, found) for row in rows()} == {row.name: set(row.places) for row in rows()}


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_is_dated_and_listed(page: Path) -> None:
    if page.stem == "README":
        return
    text = page.read_text(encoding="utf-8")
    assert re.match(r"# .+\n\n20\d\d-\d\d-\d\d\n\n", text)
    assert "What would change our mind" in text
    assert f"({page.name})" in (DECISIONS / "README.md").read_text(encoding="utf-8")


def rows() -> tuple[Row, ...]:
    """The table of the program's own dependencies."""
    table = dict(sections(PAGE))["Of the program"]
    cells = [[re.findall(r"`([^`]+)`", cell) for cell in line.split("|")] for line in table.splitlines()]
    return tuple(Row(line[1][0], line[3][0], tuple(line[4])) for line in cells if len(line) > 5 and line[1])


def places_of(row: Row, found: tuple[tuple[Path, str], ...]) -> set[str]:
    """Where a dependency is imported: the page's place that holds a file, else the file."""
    files = [path.relative_to(PACKAGE).as_posix() for path, module in found if module == row.module]
    return {next((place for place in row.places if f"{file}/".startswith(f"{place}/")), file) for file in files}


def required(group: str) -> list[str]:
    """The names that pyproject.toml lists."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][group]
    return [re.split(r"[><=~ \[]", line)[0] for line in (listed["dev"] if isinstance(listed, dict) else listed)]


def imports() -> Iterator[tuple[Path, str]]:
    """Each file of the package with the top-level modules that it imports."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name.partition(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module.partition(".")[0]
