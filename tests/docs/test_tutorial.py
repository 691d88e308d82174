"""The tutorial and the README's excerpt, run command by command."""

import shutil
from pathlib import Path

import pytest

import corroborate

from .console import command_of, output_of, wanted, written
from .pages import DOCS, ROOT, WRITE, Block, blocks, rewrite

SAMPLES = Path(corroborate.__file__).parent / "data" / "samples"
HOW_TO = sorted((DOCS / "how-to").glob("*.md"))
PAGES = [ROOT / "README.md", DOCS / "tutorial.md", *HOW_TO]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder with the samples in it, at 100 columns and without colour."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


def run_block(block: Block) -> str:
    """What a block's command prints; fails where it ends or speaks otherwise than the page promises."""
    program, *arguments = command_of(block)
    assert program == "corroborate"
    asked = wanted(block)
    code, output = output_of(arguments)
    assert code == asked.exit_code, f"{block}\n{output}"
    if WRITE:
        rewrite(block, written(block, output))
    missing = [words for words in asked.must_say if words not in output]
    assert not missing, f"{block}\n{output}"
    return output


def run_page(page: Path) -> tuple[str, ...]:
    """What all commands of a page print, in order; files that it tells the reader to make are made on the way."""
    outputs = []
    for block in blocks(page):
        if block.note.startswith("file: "):
            file = Path(block.note.removeprefix("file: ").strip())
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.body, encoding="utf-8")
        elif block.info == "console":
            outputs.append(run_block(block))
    return tuple(outputs)


def test_the_tutorial_runs_and_says_what_it_promises(here: Path) -> None:
    assert len(run_page(DOCS / "tutorial.md")) >= 8


def test_the_readme_shows_what_the_demo_prints(here: Path) -> None:
    assert len(run_page(ROOT / "README.md")) >= 1


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_a_how_to_runs(page: Path, here: Path) -> None:
    run_page(page)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_outputs_stand_in_the_pages_to_the_letter(page: Path, here: Path) -> None:
    """`CORROBORATE_GOLDEN=write pytest tests/docs` brings them up to date."""
    outputs = run_page(page)
    shown = blocks(page, "console")
    assert [block.body for block in shown] == [written(*pair) for pair in zip(shown, outputs, strict=True)]


@pytest.mark.parametrize("number", [0, 1])
def test_python_in_the_docs_runs(number: int, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    block = blocks(DOCS / "how-to" / "use-from-python.md", "python")[number]
    exec(compile(block.body, str(block), "exec"), {"__name__": "docs"})  # noqa: S102 - our own page
    assert len(capsys.readouterr().out.splitlines()) > 3
