"""THE table of stages, in order, and the one way through them. Nothing else registers a stage.

The per-document half (`read_document` below: clean, read, ground) never looks at another document. The
cross-document half (`reconcile`) sees the readings of one story at a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from mmap import ACCESS_READ, mmap
from pathlib import Path

from corroborate.clean.knowledge import CleanKnowledge, load_clean_knowledge
from corroborate.clean.page import clean_page
from corroborate.grade.events import grade_ledger
from corroborate.ingest.inputs import Input
from corroborate.ingest.page import read_page
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.lineage.fingerprints import copied_text, text_keys
from corroborate.lineage.trace import trace_lineage
from corroborate.model.document import Document
from corroborate.model.grounded import GroundedReading
from corroborate.model.keys import Keys
from corroborate.model.ledger import Ledger
from corroborate.model.problem import Problem
from corroborate.model.versions import Versions
from corroborate.names.tables import load_name_tables
from corroborate.reading.lexicon import load_lexicon
from corroborate.reading.read import ReadingKnowledge, read_document
from corroborate.reading.times import load_time_tables
from corroborate.reconcile.answers.questions import load_questions
from corroborate.reconcile.events.families import load_families
from corroborate.reconcile.events.same_event import load_weights
from corroborate.reconcile.events.titles import load_title_forms
from corroborate.reconcile.joining import join_stories
from corroborate.reconcile.lines.crowds import load_crowds
from corroborate.reconcile.places import load_place_nouns
from corroborate.reconcile.stories.blocking import keys_of
from corroborate.reconcile.stories.linked import linked
from corroborate.reconcile.stories.profiles import Profile, profile_of
from corroborate.reconcile.stories.wording import load_word_shares
from corroborate.reconcile.story import ReconcileKnowledge, reconcile_story
from corroborate.resolve.gazetteer import open_gazetteer
from corroborate.resolve.ground import ResolveKnowledge, ground
from corroborate.resolve.place_forms import load_place_forms
from corroborate.resolve.place_pack import DamagedGazetteerError, PackedPlaces
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
    Stage("clean", 4, "Page", "Document"),
    Stage("read", 4, "Document", "Reading"),
    Stage("ground", 3, "Reading", "GroundedReading"),
    Stage("lineage", 2, "GroundedReading of one story", "Lineage"),
    Stage("reconcile", 4, "GroundedReading and Lineage of one story", "Ledger of the story"),
    Stage("grade", 3, "Ledger of the story", "Ledger of the story"),
    Stage("join", 2, "Ledgers of the stories", "Ledger"),
)


# Which stages make a Document, a GroundedReading and the ledger of a story.
_LOADING, _READING, _SETTLING = ("ingest", "clean"), ("read", "ground"), ("lineage", "reconcile", "grade")


@dataclass(frozen=True, slots=True)
class Resources:
    """Lexicons, gazetteer and seed tables: loaded once, frozen, handed to every stage.

    `gazetteers` are the digests of those that the user added: what they hold decides what is found.
    """

    clean: CleanKnowledge
    reading: ReadingKnowledge
    resolve: ResolveKnowledge
    reconcile: ReconcileKnowledge
    gazetteers: tuple[str, ...] = ()


def read_data(name: str) -> str:
    """The text of a data file of the package, by its name below corroborate/data."""
    return resources.files("corroborate").joinpath("data", name).read_text(encoding="utf-8")


def open_pack(path: Path) -> PackedPlaces:
    """The places of a file, mapped and not read: it opens fast however large. DamagedGazetteerError names the file."""
    try:
        with path.open("rb") as file:
            return PackedPlaces(mmap(file.fileno(), 0, access=ACCESS_READ))
    except ValueError as error:
        raise DamagedGazetteerError(f"{path}: {error}") from error


@lru_cache(maxsize=1)
def open_resources(added: tuple[Path, ...] = ()) -> Resources:
    """All that the stages are handed, from the package's data files and the gazetteers that the user added.

    About a quarter of a second, once.
    """
    packs = tuple(open_pack(path) for path in added)
    shipped = resources.files("corroborate").joinpath("data", "gazetteer", "places.pack").read_bytes()
    gazetteer = open_gazetteer(shipped, added=packs, forms=load_place_forms(read_data))
    seeds = load_seeds(read_data)
    return Resources(
        clean=load_clean_knowledge(read_data),
        reading=ReadingKnowledge(load_lexicon(read_data), load_time_tables(read_data), gazetteer.known),
        resolve=ResolveKnowledge(seeds, gazetteer),
        reconcile=ReconcileKnowledge(
            load_families(read_data),
            seeds,
            load_weights(read_data),
            load_name_tables(read_data),
            load_place_nouns(read_data),
            load_questions(read_data),
            load_crowds(read_data),
            load_word_shares(read_data),
            load_title_forms(read_data),
        ),
        gazetteers=tuple(pack.head.digest for pack in packs),
    )


@dataclass(frozen=True, slots=True)
class Work:
    """The stages as adding needs them."""

    resources: Resources

    @property
    def versions(self) -> Versions:
        """The stages' names and versions, by what they make.

        The gazetteers that the user added belong to what reads: with others, or none, the same words are other places.
        """
        added = "+".join(self.resources.gazetteers) or "none"
        return Versions(
            loading=_versions(_LOADING),
            reading=f"{_versions(_READING)} gazetteers={added}",
            settling=_versions(_SETTLING),
        )

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

    def keys(self, reading: GroundedReading, /) -> Keys:
        """What a document is found by, and what it looks for."""
        return keys_of(self.profile(reading), text_keys(reading.document))

    def linked(self, first: GroundedReading, second: GroundedReading, /) -> bool:
        """Whether two documents belong to one story."""
        alike = linked(self.profile(first), self.profile(second), self.resources.reconcile.families)
        return alike or copied_text(first.document, second.document)

    def profile(self, reading: GroundedReading) -> Profile:
        """What a document is compared by before it has a story."""
        knowledge = self.resources.reconcile
        return profile_of(reading, knowledge.families, knowledge.shares)

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
