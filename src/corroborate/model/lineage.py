"""Which words of a story came from where."""

from dataclasses import dataclass

from corroborate.model.document import LineageEntry
from corroborate.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents: their ids in order, and where they stand in each."""

    first: str
    second: str
    first_span: Span
    second_span: Span


@dataclass(frozen=True, slots=True)
class Lineage:
    """A story's lineage: each document's entries beside its id, and the passages that documents share."""

    entries: tuple[tuple[str, tuple[LineageEntry, ...]], ...]
    passages: tuple[Passage, ...]

    def of(self, document: str) -> tuple[LineageEntry, ...]:
        """The entries of one document."""
        return next((entries for name, entries in self.entries if name == document), ())
