"""What every measure is handed."""

from collections.abc import Callable
from dataclasses import dataclass

from corroborate.model.ledger import Ledger
from evaluation.alignment import Alignment, align
from evaluation.documents import in_gold_terms
from evaluation.kinds import Score


@dataclass(frozen=True, slots=True)
class Compared:
    """Two ledgers with the same document ids, and which records are which."""

    gold: Ledger
    ours: Ledger
    pairs: Alignment


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's name in the table, and the function whose docstring says what it counts."""

    name: str
    count: Callable[[Compared], Score]

    @property
    def key(self) -> str:
        """The measure's name in a JSON file."""
        return self.count.__name__

    @property
    def says(self) -> str:
        return " ".join((self.count.__doc__ or "").split())


def compared(gold: Ledger, ours: Ledger) -> Compared:
    """Both ledgers aligned; what ours tells of documents that gold does not have is left out."""
    ours = in_gold_terms(gold, ours)
    return Compared(gold, ours, align(gold, ours))
