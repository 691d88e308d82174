"""Record sets: read from their files, and measured by the kind of records that they hold."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.layers.chains import measured_chains
from evaluation.layers.clusters import measured_clusters
from evaluation.layers.measures import Measured, Pair, measured
from evaluation.layers.names import measured_names
from evaluation.layers.pages import measured_pages
from evaluation.layers.plain import Plain, compared_records
from evaluation.layers.predicted import predicted
from evaluation.layers.spots import measured_spots

SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class RecordSet:
    """Records of one file. `name` chooses the labels of classes.csv; `folder` is where other files of theirs lie."""

    name: str
    folder: Path
    records: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class SetScores:
    """What a set was measured by; `pairs` are its documents beside the program's reading, none where it has no text.

    `unread` names the documents at which the program failed, with its error: all of their gold counts as missed.
    """

    name: str
    records: int
    scores: tuple[Measured, ...]
    pairs: tuple[Pair, ...] = ()
    unread: tuple[str, ...] = ()


def read_set(path: Path, *, split: str, limit: int | None) -> RecordSet:
    """The first `limit` records of a .jsonl file, or of a folder's file of that split.

    The set is called by its folder where the file is named by a split, else by its file.
    """
    file = path / f"{split}.jsonl" if path.is_dir() else path
    name = file.absolute().parent.name if file.stem in SPLITS else file.stem
    with file.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return RecordSet(name, file.parent, tuple(records[:limit]))


def measured_set(records: RecordSet) -> SetScores:
    """The program's scores on a set. ValueError where its records are of no known kind, or it has none."""
    if not records.records:
        raise ValueError(f"{records.name}: holds no records")
    for key, score in KINDS.items():
        if key in records.records[0]:
            return score(records)
    raise ValueError(f"{records.name}: its records have none of {', '.join(KINDS)}: is it a set of plain records?")


def _texts(records: RecordSet) -> SetScores:
    """Documents with text: read by the program, each layer measured that gold has."""
    ours = list(predicted(records.records))
    pairs = tuple(compared_records(gold, own, records.name) for gold, own in zip(records.records, ours, strict=True))
    unread = tuple(f"{own['id']}: {own['problem']}" for own in ours if "problem" in own)
    scores = (*measured(pairs), *measured_clusters(records.records), *measured_chains(records.records))
    return SetScores(records.name, len(pairs), scores, pairs, unread)


def _scored(records: RecordSet, scores: Sequence[Measured]) -> SetScores:
    return SetScores(records.name, len(records.records), tuple(scores))


# Kinds of records by a key that the others lack.
KINDS: dict[str, Callable[[RecordSet], SetScores]] = {
    "name1": lambda records: _scored(records, measured_names(records.records)),
    "coordinates": lambda records: _scored(records, measured_spots(records.records)),
    "html": lambda records: _scored(records, measured_pages(records.records, records.folder)),
    "text": _texts,
}
