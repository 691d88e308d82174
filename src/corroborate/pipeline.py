"""THE table of stages, in order, and the one way through them. Nothing else registers a stage.

The per-document half (`read_document` below: clean, read, ground) never looks at another document. The
cross-document half (`reconcile`) sees the readings of one story at a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from corroborate.clean.knowledge import CleanKnowledge, load_clean_knowledge
from corroborate.clean.page import clean_page
from corroborate.grade.events import grade_ledger
from corroborate.ingest.inputs import Input
from corroborate.ingest.page import read_page
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.lineage.trace import trace_lineage
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions
from corroborate.reading.lexicon import load_lexicon
from corroborate.reading.read import ReadingKnowledge, read_document
from corroborate.reading.times import load_time_tables
from corroborate.reconcile.families import load_families
from corroborate.reconcile.joining import join_stories
from corroborate.reconcile.same_event import load_weights
from corroborate.reconcile.stories import linked, story_keys
from corroborate.reconcile.story import ReconcileKnowledge, reconcile_story
from corroborate.resolve.gazetteer import open_gazetteer
from corroborate.resolve.ground import ResolveKnowledge, ground
from corroborate.resolve.seeds import load_seeds


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it takes and makes. `version` moves when its output can change for the same input."""

    name: str
    version: int
    reads: str
    writes: str


STAGES: tuple[Stage, ...] = (
    Stage("ingest", 2, "bytes", "Page"),
    Stage("clean", 3, "Page", "Document"),
    Stage("read", 2, "Document", "Reading"),
    Stage("ground", 2, "Reading", "GroundedReading"),
    Stage("lineage", 1, "GroundedReading of one story", "Lineage"),
    Stage("reconcile", 2, "GroundedReading and Lineage of one story", "Ledger of the story"),
    Stage("grade", 1, "Ledger of the story", "Ledger of the story"),
    Stage("join", 1, "Ledgers of the stories", "Ledger"),
)


# Which stages make a Document, a GroundedReading and the ledger of a story.
_LOADING, _READING, _SETTLING = ("ingest", "clean"), ("read", "ground"), ("lineage", "reconcile", "grade")


@dataclass(frozen=True, slots=True)
class Resources:
    """Lexicons, gazetteer and seed tables: loaded once, frozen, handed to every stage."""

    clean: CleanKnowledge
    reading: ReadingKnowledge
    resolve: ResolveKnowledge
    reconcile: ReconcileKnowledge


def read_data(name: str) -> str:
    """The text of a data file of the package, by its name below corroborate/data."""
    return resources.files("corroborate").joinpath("data", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def open_resources() -> Resources:
    """All that the stages are handed, from the package's data files; about a quarter of a second, once."""
    gazetteer = open_gazetteer(resources.files("corroborate").joinpath("data", "gazetteer", "places.pack").read_bytes())
    seeds = load_seeds(read_data)
    return Resources(
        clean=load_clean_knowledge(read_data),
        reading=ReadingKnowledge(load_lexicon(read_data), load_time_tables(read_data), gazetteer.known),
        resolve=ResolveKnowledge(seeds, gazetteer),
        reconcile=ReconcileKnowledge(load_families(read_data), seeds, load_weights(read_data)),
    )


@dataclass(frozen=True, slots=True)
class Work:
    """The stages as adding needs them."""

    resources: Resources

    @property
    def versions(self) -> Versions:
        """The stages' names and versions, by what they make."""
        return Versions(loading=_versions(_LOADING), reading=_versions(_READING), settling=_versions(_SETTLING))

    def load(self, item: Input, /) -> tuple[Document | None, tuple[Problem, ...]]:
        """The cleaned document of a file, None where nothing can be read of it."""
        page, problems = read_page(item)
        if page is None:
            return None, problems
        document, more = clean_page(page, self.resources.clean)
        return document, (*problems, *more)

    def read(self, document: Document, /) -> tuple[GroundedReading, tuple[Problem, ...]]:
        """All that the per-document half finds in one document."""
        reading, problems = read_document(document, self.resources.reading)
        grounded, more = ground(document, reading, self.resources.resolve)
        return grounded, (*problems, *more)

    def keys(self, reading: GroundedReading, /) -> tuple[str, ...]:
        """The keys of which the documents of a story share one."""
        return story_keys(reading, self.resources.reconcile.families)

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        """Whether two documents belong to one story."""
        return linked(first, second, self.resources.reconcile.families)

    def reconcile(self, readings: tuple[GroundedReading, ...], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        """The ledger of one story, with what people say of its documents."""
        lineage = trace_lineage(readings)
        return grade_ledger(reconcile_story(readings, lineage, self.resources.reconcile, rulings=rulings))

    def join(self, ledgers: Iterable[Ledger], rulings: Rulings = NO_RULINGS, /) -> Ledger:
        """One ledger of those of all stories, with what people say."""
        return join_stories(ledgers, self.resources.resolve.seeds, rulings)


def _versions(names: Sequence[str]) -> str:
    return " ".join(f"{stage.name}={stage.version}" for stage in STAGES if stage.name in names)


def work(loaded: Resources | None = None) -> Work:
    """The stages with their resources."""
    return Work(loaded or open_resources())
