"""What the program scores on the corpus and on outside data, with a fingerprint of what it was measured on."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.article import SUFFIX
from corpus.check import STORIES
from corpus.ledger import as_ledger
from corpus.splits import stories_of
from corpus.story import NAME
from corpus.training import as_records
from corroborate import pipeline
from evaluation.compare import sound, told
from evaluation.compared import compared
from evaluation.gold_events import ledger_with_gold_events
from evaluation.gold_readings import gold_ledger
from evaluation.layers.sets import RecordSet, SetScores, measured_set, read_set
from evaluation.layers.table import as_values as layer_values
from evaluation.measures import Scores, measured
from evaluation.table import as_values as ledger_values

DIGITS = 16


@dataclass(frozen=True, slots=True)
class Measured:
    """A data set's scores. `ledger`, `across` and `given` hold one story's each, where the set has whole stories: what
    the program makes of the articles, what its cross-document half makes of gold's readings, and the same with event
    mentions grouped as in gold, which measures answers by themselves; `layers` the readings'.
    """

    name: str
    fingerprint: str
    ledger: tuple[Scores, ...]
    across: tuple[Scores, ...]
    layers: SetScores | None
    given: tuple[Scores, ...] = ()

    def values(self) -> dict[str, float]:
        """Every figure that a floor can be set under, by its name; what has no case is left out."""
        found: dict[str, float] = {}
        for name, scores in self._tables():
            for key, record in ledger_values(scores)["overall"].items() if scores else ():
                found |= _figure(f"{name} {key}", record)
        if self.layers is not None:
            for key, record in layer_values([self.layers])[self.layers.name]["scores"].items():
                found |= _figure(f"reading {key}", record)
        return found

    def as_values(self) -> dict[str, Any]:
        """All that was counted, as plain values."""
        whole: dict[str, Any] = {"fingerprint": self.fingerprint}
        for name, scores in self._tables():
            if scores:
                whole[name] = ledger_values(scores)
        if self.layers is not None:
            whole["reading"] = layer_values([self.layers])[self.layers.name]
        return whole

    def _tables(self) -> tuple[tuple[str, tuple[Scores, ...]], ...]:
        return ("ledger", self.ledger), ("across", self.across), ("given", self.given)


def of_corpus(split: str) -> Measured:
    """The corpus' stories of one part that are there. ValueError where a story has faults or none is there."""
    return of_stories(f"corpus {split}", [STORIES / name for name in stories_of(split)])


def of_stories(name: str, folders: Iterable[Path]) -> Measured:
    """Marked stories: each as a ledger of its own, and its articles' readings."""
    present = [folder for folder in folders if (folder / NAME).is_file()]
    if not present:
        raise ValueError(f"{name}: none of its stories is there")
    stories = [sound(folder) for folder in present]
    ledger = tuple(measured(each.name, told(each)) for each in stories)
    work = pipeline.work()
    across = tuple(measured(each.name, compared(as_ledger(each), gold_ledger(each, work))) for each in stories)
    given = tuple(
        measured(each.name, compared(as_ledger(each), ledger_with_gold_events(each, work))) for each in stories
    )
    records = tuple(record for each in stories for record in as_records(each))
    layers = measured_set(RecordSet("corpus", present[0].parent, records))
    return Measured(
        name, fingerprint(file for folder in present for file in _files(folder)), ledger, across, layers, given
    )


def of_data(path: Path, split: str = "dev") -> Measured:
    """A file of plain records, or a folder with one. OSError or ValueError where it is not there or not such."""
    file = path / f"{split}.jsonl" if path.is_dir() else path
    scores = measured_set(read_set(path, split=split, limit=None))
    return Measured(f"{scores.name} {split}", fingerprint([file]), (), (), scores)


def _files(folder: Path) -> list[Path]:
    """What a story is made of; whatever else lies in its folder is not measured."""
    return [folder / NAME, *folder.glob(f"*{SUFFIX}")]


def fingerprint(files: Iterable[Path]) -> str:
    """A hash of the contents and names of files, each with its folder's name."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda path: (path.parent.name, path.name)):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.parent.name}/{file.name} {content}\n".encode())
    return digest.hexdigest()[:DIGITS]


def _figure(name: str, record: dict[str, Any]) -> dict[str, float]:
    keys: Sequence[str] = ("f1", "share", "macro_f1", "conll", "value", "times")
    found = next((record[key] for key in keys if record.get(key) is not None), None)
    return {} if found is None else {name: float(found)}
