"""Reference pages on stages, tables and layers say what there is."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import corroborate
from corroborate.pipeline import STAGES

from .pages import DOCS, ROOT, WRITE, first_column

PACKAGE = Path(corroborate.__file__).parent
DATA = PACKAGE / "data"
LEXICONS = DOCS / "reference" / "lexicons.md"
LAYERS = DOCS / "reference" / "layers.md"
STAGES_PAGE = DOCS / "reference" / "stages.md"
TABLES = sorted(path for suffix in ("csv", "tsv") for path in DATA.rglob(f"*.{suffix}"))


def stages_page() -> str:
    """docs/reference/stages.md: the table of the pipeline's stages."""
    lines = [
        "# Stages",
        "",
        "Each stage is a pure function from one record to the next. A stage's version moves when its output can",
        "change for the same input; the ledger keeps the versions beside what they made. The first four see one",
        "document at a time, the next three one [story](../concepts/story.md), the last one all stories' ledgers,",
        "one after the other.",
        "",
        "| stage | version | takes | makes |",
        "|---|---|---|---|",
        *(f"| `{stage.name}` | {stage.version} | {stage.reads} | {stage.writes} |" for stage in STAGES),
        "",
    ]
    return "\n".join(lines)


def test_the_page_of_stages_is_the_pipeline_s_table() -> None:
    if WRITE:
        STAGES_PAGE.write_text(stages_page(), encoding="utf-8")
    assert STAGES_PAGE.read_text(encoding="utf-8") == stages_page()


def test_every_table_is_described_and_no_other() -> None:
    described = [name for name in first_column(LEXICONS.read_text(encoding="utf-8")) if "." in name]
    assert sorted(described) == [path.relative_to(DATA).as_posix() for path in TABLES]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_has_the_columns_that_are_described(path: Path) -> None:
    header = path.read_text(encoding="utf-8").partition("\n")[0].strip().split("\t" if path.suffix == ".tsv" else ",")
    assert described_columns(path.relative_to(DATA).as_posix()) == header


def test_every_column_is_explained() -> None:
    explained = LEXICONS.read_text(encoding="utf-8").split("## What the columns mean")[1]
    names = {name for path in TABLES for name in described_columns(path.relative_to(DATA).as_posix())}
    assert [name for name in sorted(names) if f"`{name}`" not in explained] == []


def test_the_page_of_layers_is_what_the_linter_checks() -> None:
    assert list(page_layers()) == [sorted(layer) for layer in linted_layers()]


def test_every_folder_of_the_package_is_on_the_page_of_layers() -> None:
    folders = [path.parent.name for path in sorted(PACKAGE.glob("*/__init__.py"))]
    text = LAYERS.read_text(encoding="utf-8")
    assert [folder for folder in folders if f"`{folder}`" not in text] == []


def described_columns(table: str) -> list[str]:
    """The columns that the page gives a table."""
    line = next(line for line in LEXICONS.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{table}`"))
    return line.split("|")[3].replace("`", "").split()


def page_layers() -> Iterator[list[str]]:
    """The folders of each layer, as the page has them."""
    for line in LAYERS.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0].isdigit():
            yield sorted(cells[1].replace("`", "").split(", "))


def linted_layers() -> Iterator[list[str]]:
    """The folders of each layer, as pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for layer in settings["tool"]["importlinter"]["contracts"][0]["layers"]:
        yield [name.strip().removeprefix("corroborate.") for name in layer.replace("|", ":").split(":")]
