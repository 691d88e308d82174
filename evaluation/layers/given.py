"""Place names that are told to the program: where it puts each one, so that the finding of names counts for nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.model.grounded import GroundedReading
from corroborate.model.reading import Name
from corroborate.model.span import Span
from corroborate.resolve.gazetteer import Gazetteer
from corroborate.resolve.places import resolve_places
from evaluation.layers.plain import Plain


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name of the list to be: which name of ours it was (None: none), which given one it is (None: none)."""

    name: Name
    old: int | None
    given: int | None


def put_given_places(record: Plain, read: GroundedReading, gazetteer: Gazetteer) -> Iterator[Plain]:
    """The record's place names with the coordinates that the program puts them at, in their order.

    Each stands in the reading as a place name with the context (area, type word) of the place name that the program
    found there, if it found one; all else that it found in the text is kept.
    """
    spans = [Span(item["start"], item["end"]) for item in record["places"]]
    entries = _entries(read.document.text, read.reading.names, spans)
    new = {entry.old: number for number, entry in enumerate(entries) if entry.old is not None}
    names = tuple(_renumbered(entry.name, new) for entry in entries)
    places, place_of = resolve_places(read.document, replace(read.reading, names=names), gazetteer)
    at = {entry.given: place_of[number] for number, entry in enumerate(entries) if entry.given is not None}
    for number, span in enumerate(spans):
        place = places[at[number]] if at[number] >= 0 else None
        yield {
            "start": span.start,
            "end": span.end,
            "text": span.of(read.document.text),
            "lat": place.latitude if place else None,
            "lon": place.longitude if place else None,
        }


def _entries(text: str, names: Sequence[Name], spans: Sequence[Span]) -> list[_Entry]:
    """The names in the order of the text: the given ones, each in the stead of a place name that it overlaps most."""
    taken: dict[int, int] = {}
    for given, span in enumerate(spans):
        over = [index for index, name in enumerate(names) if name.span.overlaps(span) and index not in taken]
        best = min(over, key=lambda index: _fit(names[index], span), default=None)
        if best is not None:
            taken[best] = given
    found = [_Entry(_kept(name, spans), index, None) for index, name in enumerate(names) if index not in taken]
    found += [_Entry(_given(text, spans[given], names[index]), index, given) for index, given in taken.items()]
    left = set(range(len(spans))) - set(taken.values())
    found += [_Entry(_given(text, spans[given], None), None, given) for given in sorted(left)]
    return sorted(found, key=lambda entry: (entry.name.span.start, entry.name.span.end, entry.given is None))


def _fit(name: Name, span: Span) -> tuple[bool, int]:
    common = min(name.span.end, span.end) - max(name.span.start, span.start)
    return name.kind != "place", len(name.text) + (span.end - span.start) - 2 * common


def _kept(name: Name, spans: Sequence[Span]) -> Name:
    """A name of ours; one that is no name of its own beside a given one that it overlaps names nothing."""
    hidden = name.kind in ("place", "state") and any(name.span.overlaps(span) for span in spans)
    return replace(name, kind="thing") if hidden else name


def _given(text: str, span: Span, ours: Name | None) -> Name:
    words = " ".join(span.of(text).split())
    if ours is None or ours.kind != "place":
        return Name(span=span, text=span.of(text), name=words, kind="place")
    return replace(ours, span=span, text=span.of(text), name=words, of=None)


def _renumbered(name: Name, new: dict[int, int]) -> Name:
    def moved(index: int | None) -> int | None:
        return None if index is None else new.get(index)

    return replace(name, body=moved(name.body), of=moved(name.of), area=moved(name.area))
