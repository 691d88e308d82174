"""From articles in a test to their ledger, and readable keys for what stands in it."""

import functools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corroborate.clean.page import clean_page
from corroborate.export.check import check_ledger
from corroborate.export.json import contract_json
from corroborate.model.document import Document, LineageEntry, Metadata, Page
from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import Actor, Claim, Event, Ledger, Position
from corroborate.pipeline import Work, work

T = TypeVar("T")

# "## The Kestrin Post, 2021-03-09", "## -, 2021-03-09" or "## The Kestrin Post": what was given beside the text.
SOFT_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
HEADING = re.compile(r"^## (?P<outlet>[^,\n]*)(?:, (?P<published>\d{4}-\d\d-\d\d))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the outlet and the day that were given beside it; None where nothing was."""

    text: str
    outlet: str | None = None
    published: str | None = None


def articles(story: str) -> tuple[Article, ...]:
    """The articles of a test's story: each below a line "## Outlet, 2021-03-09" ("-" for no outlet).

    Paragraphs may be wrapped: only an empty line ends one.
    """
    headings = list(HEADING.finditer(story))
    ends = [heading.start() for heading in headings[1:]] + [len(story)]
    return tuple(
        Article(
            SOFT_BREAK.sub(" ", story[heading.end() : end].strip()) + "\n",
            None if heading["outlet"].strip() == "-" else heading["outlet"].strip(),
            heading["published"],
        )
        for heading, end in zip(headings, ends, strict=True)
    )


@functools.cache
def stages() -> Work:
    """The real stages, with the package's tables."""
    return work()


def document_of(article: Article, name: str = "article.txt") -> Document:
    """The article as cleaning hands it on."""
    given = Metadata(outlet=article.outlet, published=article.published)
    return clean_page(Page(name, article.text, given), stages().resources.clean)[0]


@functools.lru_cache(maxsize=64)
def tell(story: str) -> Ledger:
    """The ledger of a story given as text; its export keeps every rule of the contract, or the test fails."""
    documents = [document_of(article, f"{number}.txt") for number, article in enumerate(articles(story), start=1)]
    ledger = ledger_of(documents)
    exported = json.loads(contract_json(ledger, generated="2024-01-01T00:00:00Z"))
    findings = check_ledger(exported)
    assert not findings, "\n".join(f"{item.rule}: {item.message}" for item in findings)
    return ledger


def ledger_of(documents: Sequence[Document]) -> Ledger:
    """The ledger of documents, story by story, as adding would make it."""
    readings = sorted((stages().read(document)[0] for document in documents), key=lambda item: item.document.id)
    return stages().join(stages().reconcile(tuple(members)) for members in _stories(readings))


def _stories(readings: Sequence[GroundedReading]) -> list[list[GroundedReading]]:
    stories: list[list[GroundedReading]] = []
    for reading in readings:
        near = [story for story in stories if any(_one_story(reading, other) for other in story)]
        joined = sorted([reading, *(other for story in near for other in story)], key=lambda item: item.document.id)
        stories = [*(story for story in stories if story not in near), joined]
    return stories


def _one_story(first: GroundedReading, second: GroundedReading) -> bool:
    return stages().keys(first).find(stages().keys(second)) and stages().linked(first, second)


# --- what to look at


def incidents(ledger: Ledger, place: str | None = None, day: str | None = None) -> tuple[Event, ...]:
    """The attacks of one time and place, whole ones before parts; `day` must lie in the event's interval."""
    return tuple(
        event
        for event in ledger.events
        if event.scope == "incident"
        and event.kind.plover == "ASSAULT"
        and (place is None or place in _place_names(ledger, event))
        and (day is None or _holds(event, day))
    )


def incident(ledger: Ledger, place: str | None = None, day: str | None = None) -> Event:
    """The one attack at a place and day."""
    return only(incidents(ledger, place, day), lambda: _shown(ledger))


def aggregates(ledger: Ledger) -> tuple[Event, ...]:
    """The totals."""
    return tuple(event for event in ledger.events if event.scope == "aggregate")


def answer(event: Event, facet: str, words: str) -> Position:
    """The one answer to a question of an event whose value has these words in it, whatever their case."""
    answers = event.facets.get(facet, ())
    exact = [item for item in answers if item.value.lower() == words.lower()]
    found = exact or [item for item in answers if words.lower() in item.value.lower()]
    return only(tuple(found), lambda: f"{facet}: {[item.value for item in answers]}")


def counted(event: Event, number: int, facet: str = "killed") -> Position:
    """The one answer with this number as its least or most."""
    answers = event.facets.get(facet, ())
    found = [item for item in answers if item.quantity and number in (item.quantity.min, item.quantity.max)]
    return only(tuple(found), lambda: f"{facet}: {[item.value for item in answers]}")


def claims(ledger: Ledger, words: str) -> tuple[Claim, ...]:
    """The claims with these words in their text."""
    return tuple(claim for claim in ledger.claims if words in claim.text)


def claim(ledger: Ledger, words: str) -> Claim:
    """The one claim with these words in its text."""
    return only(claims(ledger, words), lambda: "\n".join(item.text for item in ledger.claims))


def stances(ledger: Ledger, position: Position) -> dict[str, str]:
    """First speaker -> stance towards an answer."""
    by_id = {item.id: item for item in ledger.claims}
    return {by_id[support.claim].chain[0].name: support.stance for support in position.claims}


def document(ledger: Ledger, number: int) -> Document:
    """The document that is the n-th article of the story, counted from 1."""
    return only(
        tuple(item for item in ledger.documents if item.name == f"{number}.txt"), lambda: f"no article {number}"
    )


def lineage(ledger: Ledger, number: int, kind: str) -> tuple[LineageEntry, ...]:
    """The lineage entries of one kind of the n-th article."""
    return tuple(entry for entry in document(ledger, number).lineage if entry.kind == kind)


def actors(ledger: Ledger, alias: str) -> tuple[Actor, ...]:
    """The actors that go by a name."""
    return tuple(actor for actor in ledger.actors if alias in (actor.name, *actor.aliases))


def chain(item: Claim) -> tuple[tuple[str, str], ...]:
    """The roles and names of a claim's chain."""
    return tuple((link.role, link.name) for link in item.chain)


def only(found: Sequence[T], others: Callable[[], str]) -> T:
    """The one thing that was found; the test fails with what else there is."""
    assert len(found) == 1, f"{len(found)} found. There is:\n{others()}"
    return found[0]


def _place_names(ledger: Ledger, event: Event) -> set[str]:
    by_id = {place.id: place for place in ledger.places}
    return {name for place in event.places for name in (by_id[place].name, *by_id[place].aliases)}


def _holds(event: Event, day: str) -> bool:
    if event.time is None or event.time.earliest is None or event.time.latest is None:
        return False
    return event.time.earliest[:10] <= day <= event.time.latest[:10]


def _shown(ledger: Ledger) -> str:
    """Every event with its answers, for the message of a test that fails."""
    return "\n".join(line for event in ledger.events for line in _lines(ledger, event))


def _lines(ledger: Ledger, event: Event) -> Iterator[str]:
    when = f"{event.time.earliest}..{event.time.latest}" if event.time else "no time"
    yield f"{event.scope} {event.title} | {when} | {sorted(_place_names(ledger, event))} | {event.status} {event.grade}"
    for facet, answers in event.facets.items():
        for item in answers:
            given = ", ".join(f"{name} {stance}" for name, stance in stances(ledger, item).items())
            yield f"  {facet}: {item.value} [{item.grade}, {item.independent_lines} of {item.origins}] {given}"
