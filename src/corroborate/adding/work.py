"""What adding is handed, and what it hands back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from corroborate.judging.rulings import Rulings
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.keys import Keys
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions


class Input(Protocol):
    """A file to add: where it lies, and the name that its document goes by."""

    @property
    def path(self) -> Path: ...

    @property
    def name(self) -> str: ...


I = TypeVar("I", bound=Input, contravariant=True)  # noqa: E741 - the input's type, as in Work[I]


class Work(Protocol[I]):
    """The stages, as adding needs them. All are pure, but for `load`, which opens the file.

    Loading is apart from reading so that a document that is there already is recognised by its id
    before the costly stages run.
    """

    @property
    def versions(self) -> Versions:
        """The names and versions of the stages: stored beside what they made."""

    def load(self, item: I, /) -> tuple[Document | None, tuple[Problem, ...]]:
        """The cleaned document of an input with its id, None where nothing can be read of it."""

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        """All that the per-document half finds in it."""

    def keys(self, reading: GroundedReading, /) -> Keys:
        """What a document is found by and what it looks for: only documents with enough in common are compared."""

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        """Whether two documents belong to one story; the same either way round."""

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings, /) -> Ledger:
        """The ledger of one story, its documents in order of their ids, with what people say of them."""

    def join(self, ledgers: Iterable[Ledger], rulings: Rulings, /) -> Ledger:
        """One ledger of those of all stories, which come in order of their ids, with what people say."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an addition is: `done` of `total` documents, readings to be renewed or stories, and what comes next."""

    phase: Literal["documents", "readings", "stories"]
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class AddResult:
    """What an addition did.

    `already_there` counts inputs whose content the ledger had (under this name or another), `failed` those of
    which nothing could be read, `compared` the stored documents that new ones were compared with, `stories` the
    stories reconciled, `reread` the stored documents that stages of other versions had read. `stopped` is true where
    it was asked to leave before all was done.
    """

    inputs: int
    added: int
    already_there: int
    failed: int
    compared: int
    stories: int
    stopped: bool
    problems: tuple[Problem, ...]
    reread: int = 0


OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]
