import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from corroborate.cli import backend
from corroborate.cli.app import run
from corroborate.ingest.inputs import Input
from corroborate.judging.rulings import Rulings
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.keys import Keys
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions
from corroborate.testing.synthetic import SyntheticWork, synthetic_inputs, synthetic_work

EXAMPLE = Path(__file__).parent.parent / "contracts" / "example" / "ledger.json"


@dataclass(frozen=True, slots=True)
class Run:
    """How a command line ended."""

    code: int
    out: str
    err: str


Corroborate = Callable[..., Run]


@pytest.fixture
def corroborate(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Corroborate:
    """Runs a command line as the shell would, at 100 columns."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str | Path) -> Run:
        with pytest.raises(SystemExit) as ended:
            run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(ended.value.code if isinstance(ended.value.code, int) else 0, captured.out, captured.err)

    return call


@dataclass(frozen=True, slots=True)
class FileWork:
    """Synthetic stages for files: a file holding the text of a synthetic article is read as that article."""

    synthetic: SyntheticWork
    versions: Versions = Versions("files=1", "synthetic-read=1", "synthetic-settle=1")  # noqa: RUF009 - frozen

    def load(self, item: Input, /) -> tuple[Document | None, tuple[Problem, ...]]:
        text = item.path.read_text(encoding="utf-8")
        for reading in self.synthetic.readings.values():
            if reading.document.text == text:
                return dataclasses.replace(reading.document, name=item.name), ()
        return None, (Problem("empty-text", "there is no text in it", "ingest", name=item.name),)

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        return self.synthetic.read(document)

    def keys(self, reading: GroundedReading, /) -> Keys:
        return self.synthetic.keys(reading)

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        return self.synthetic.linked(first, second)

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings, /) -> Ledger:
        return self.synthetic.reconcile(readings, rulings)

    def join(self, ledgers: Iterable[Ledger], rulings: Rulings, /) -> Ledger:
        return self.synthetic.join(ledgers, rulings)


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of six synthetic articles, with stages that can read them."""
    inputs = synthetic_inputs(6)
    work = FileWork(synthetic_work(inputs))
    monkeypatch.setattr(backend, "open_work", lambda: work)
    folder = tmp_path / "articles"
    folder.mkdir()
    for item in inputs:
        if item.reading is not None:
            (folder / item.name).with_suffix(".txt").write_text(item.reading.document.text, encoding="utf-8")
    return folder


@pytest.fixture
def example() -> Path:
    """The worked example's ledger."""
    return EXAMPLE
