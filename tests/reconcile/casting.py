"""Stories of actors only, written in a line: for tests of who is joined with whom.

A document is "kind: mention | mention > body; kind: ..."; the body is a mention of an actor of the same document.
A line that begins with "page: " names who publishes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from corroborate.model.document import Document, Outlet
from corroborate.model.grounded import GroundedReading
from corroborate.model.lineage import Passage
from corroborate.model.reading import Name, NameKind, Reading
from corroborate.model.span import Span
from corroborate.pipeline import open_resources
from corroborate.reconcile.actors.groups import grouped
from corroborate.reconcile.actors.sides import Cast, Key, cast_of
from corroborate.reconcile.actors.story_actors import StoryActors, story_actors
from corroborate.resolve.actors import resolve_actors
from corroborate.testing.builders import a_document

ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")


def document_of(line: str, number: int) -> GroundedReading:
    """The grounded reading of a document written in a line."""
    parts = [part.strip() for part in line.split(";")]
    outlet = next((part.removeprefix("page: ") for part in parts if part.startswith("page: ")), None)
    text, names, bodies = "", list[Name](), dict[int, str]()
    for part in (part for part in parts if not part.startswith("page: ")):
        kind, _, rest = part.partition(": ")
        said, _, body = rest.partition(" > ")
        first = len(names)
        for mention in said.split(" | "):
            start, text = len(text), f"{text}{mention}. "
            plain = next((mention.removeprefix(word) for word in ARTICLES if mention.startswith(word)), mention)
            named = Name(
                Span(start, start + len(mention)), mention, plain, _kind(kind), of=first if len(names) > first else None
            )
            names.append(named)
        if body:
            bodies[first] = body
    names = [_within(name, bodies.get(at), names) for at, name in enumerate(names)]
    document = _document(text, number, outlet)
    reading = Reading(document.id, names=tuple(names))
    actors, actor_of = resolve_actors(reading, open_resources().resolve.seeds)
    return GroundedReading(document, reading, actors, (), actor_of, tuple(-1 for _ in names), ())


def _document(text: str, number: int, outlet: str | None) -> Document:
    made = a_document(text, outlet=None, name=f"{number}.txt", published=f"2019-05-{number + 10}")
    return made if outlet is None else replace(made, outlet=Outlet(outlet, None))


def _within(name: Name, body: str | None, names: Sequence[Name]) -> Name:
    found = next((at for at, other in enumerate(names) if body is not None and other.text == body), None)
    return replace(name, body=found)


def _kind(word: str) -> NameKind:
    return word  # type: ignore[return-value]


def cast(*lines: str, told: Mapping[Key, str] | None = None, passages: Sequence[Passage] = ()) -> Cast:
    """The cast of the documents."""
    readings = tuple(document_of(line, at) for at, line in enumerate(lines))
    knowledge = open_resources().reconcile
    return cast_of(readings, told or {}, passages, knowledge.seeds, knowledge.names)


def actors(*lines: str, told: Mapping[Key, str] | None = None, passages: Sequence[Passage] = ()) -> StoryActors:
    """The actors of the documents as one story."""
    return story_actors(cast(*lines, told=told, passages=passages))


def one(*lines: str, told: Mapping[Key, str] | None = None) -> bool:
    """Whether the first actors of the first two documents are one."""
    found = actors(*lines, told=told)
    return found.ids[0, 0] == found.ids[1, 0]


def groupings(*lines: str) -> set[frozenset[frozenset[str]]]:
    """The groups of the documents in all their orders, as the words of their members."""
    found = set()
    for order in permutations(lines):
        story = cast(*order)
        groups = grouped(story).groups
        found.add(
            frozenset(frozenset(f"{story.local(key).name} in {order[key[0]]}" for key in group) for group in groups)
        )
    return found
