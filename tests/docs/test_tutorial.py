"""The tutorial and the README's excerpt, run command by command."""

from pathlib import Path

import pytest

import corroborate

from .console import command_of, output_of, prepared, wanted, written
from .pages import DOCS, ROOT, WRITE, Block, blocks, rewrite

SAMPLES = Path(corroborate.__file__).parent / "data" / "samples"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder with the samples in it, at 100 columns and without colour."""
    prepared(tmp_path, SAMPLES)
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


def run_page(page: Path) -> list[tuple[Block, str]]:
    """All console blocks of a page in order, as one reader would at the shell."""
    return [(block, run_block(block)) for block in blocks(page, "console")]


def test_the_tutorial_runs_and_says_what_it_promises(here: Path) -> None:
    assert len(run_page(DOCS / "tutorial.md")) >= 8


def test_the_readme_shows_what_the_demo_prints(here: Path) -> None:
    assert len(run_page(ROOT / "README.md")) >= 1


@pytest.mark.parametrize("page", sorted((DOCS / "how-to").glob("*.md")), ids=lambda page: page.stem)
def test_a_how_to_runs(page: Path, here: Path) -> None:
    write_files(page, here)
    run_page(page)


@pytest.mark.slow
@pytest.mark.parametrize("page", [DOCS / "tutorial.md", ROOT / "README.md", *sorted((DOCS / "how-to").glob("*.md"))])
def test_outputs_stand_in_the_pages_to_the_letter(page: Path, here: Path) -> None:
    """`CORROBORATE_GOLDEN=write pytest tests/docs` brings them up to date."""
    write_files(page, here)
    assert [block.body for block, output in run_page(page) if block.body != written(block, output)] == []


def write_files(page: Path, folder: Path) -> None:
    """Files that a page tells the reader to make: blocks with a comment `file: NAME` above them."""
    for block in blocks(page):
        if block.note.startswith("file: "):
            file = folder / block.note.removeprefix("file: ").strip()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.body, encoding="utf-8")


@pytest.mark.parametrize("number", [0, 1])
def test_python_in_the_docs_runs(number: int, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    block = blocks(DOCS / "how-to" / "use-from-python.md", "python")[number]
    exec(compile(block.body, str(block), "exec"), {"__name__": "docs"})
    assert len(capsys.readouterr().out.splitlines()) > 3
