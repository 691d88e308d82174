"""The set `boilerplate`: web pages with segments that belong to the article and segments that do not."""

import functools
import gzip
import tempfile
from collections.abc import Sequence
from pathlib import Path

from corroborate import pipeline
from corroborate.ingest.inputs import Input
from evaluation.layers.measures import Measured
from evaluation.layers.plain import Plain
from evaluation.layers.predicted import reading_processes
from evaluation.score import Rates, Share


def measured_pages(rows: Sequence[Plain], folder: Path) -> tuple[Measured, ...]:
    """The scores of pages whose HTML lies in `folder`."""
    with reading_processes() as processes:
        kept = list(processes.map(functools.partial(kept_text, folder=folder), rows, chunksize=4))
    empty = Share(sum(not text for text in kept), len(kept))
    return (
        Measured("page", "segments", segments_kept(rows, kept), segments_kept.__doc__ or ""),
        Measured("page", "without any text", empty, "Pages of which nothing was kept: fewer are better."),
    )


def segments_kept(rows: Sequence[Plain], kept: Sequence[str]) -> Rates:
    """Wanted segments that are kept outside furniture, among wanted and unwanted segments that are kept."""
    right = sum(_spaced(segment) in text for row, text in zip(rows, kept, strict=True) for segment in row["wanted"])
    wrong = sum(_spaced(segment) in text for row, text in zip(rows, kept, strict=True) for segment in row["unwanted"])
    return Rates(Share(right, right + wrong), Share(right, sum(len(row["wanted"]) for row in rows)))


def kept_text(row: Plain, folder: Path) -> str:
    """The text of a page without its furniture, white space folded; empty where nothing can be read of it."""
    with tempfile.TemporaryDirectory(prefix="corroborate-layers-") as place:
        path = Path(place) / "page.html"
        path.write_bytes(gzip.decompress((folder / row["html"]).read_bytes()))
        document, _ = _work().load(Input(path, path.name))
    if document is None:
        return ""
    text = list(document.text)
    for piece in document.furniture:
        text[piece.start : piece.end] = "\n" * (piece.end - piece.start)
    return _spaced("".join(text))


@functools.cache
def _work() -> pipeline.Work:
    return pipeline.work()


def _spaced(text: str) -> str:
    return " ".join(text.split())
