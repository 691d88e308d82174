"""Place mentions of a text as a reading holds them, and how well places are found: for the tests of places."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from corroborate.model.document import Document
from corroborate.model.grounded import LocalPlace, Spot
from corroborate.model.reading import Name, NameKind, Reading
from corroborate.model.span import Span
from corroborate.resolve.gazetteer import Gazetteer, distance_km
from corroborate.resolve.place_words import TYPE_OF
from corroborate.resolve.places import resolve_places

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("CORROBORATE_DATA", ROOT / ".." / "shared" / "data"))
PACK = ROOT / "src" / "corroborate" / "data" / "gazetteer" / "places.pack"
# The radius within which the literature on place names counts a place as found.
FOUND_KM = 161.0
# Words that may stand between a place and the area that holds it.
JOIN = re.compile(
    r"(?:,| in|, in| of)(?: the)?(?: (?:central|northern|southern|eastern|western|north|south|east|west))?\s*$"
)
MARKED = re.compile(r"\[(?P<name>[^\]|]+)(?:\|(?P<notes>[^\]]*))?\]")


def article(text: str) -> Document:
    """A document of that text and nothing else."""
    return Document("doc-1", "one.txt", None, None, None, None, None, "unknown", "en", text, ())


def marked(text: str) -> tuple[Document, Reading]:
    """Text with its places in brackets, `[Talbiseh|town in=Homs]`: type word, `in=` the area's first mention."""
    plain_text, spans, at = "", [], 0
    for match in MARKED.finditer(text):
        plain_text += text[at : match.start()]
        spans.append((Span(len(plain_text), len(plain_text) + len(match["name"])), match["name"], match["notes"] or ""))
        plain_text += match["name"]
        at = match.end()
    document = article(plain_text + text[at:])
    names = [_name(span, name, notes, spans) for span, name, notes in spans]
    return document, Reading(document.id, names=tuple(names))


def _name(span: Span, name: str, notes: str, spans: Sequence[tuple[Span, str, str]]) -> Name:
    listed = notes.split()
    area = next((note[3:] for note in listed if note.startswith("in=")), None)
    of = next((note[3:] for note in listed if note.startswith("of=")), None)
    kind: NameKind = "state" if "state" in listed else "place"
    first = {other.replace(" ", "_"): index for index, (_, other, _) in reversed(list(enumerate(spans)))}
    word = next((note for note in listed if note in TYPE_OF and note != "state"), None)
    return Name(
        span, name, name, kind, type_word=word, area=None if area is None else first[area],
        of=None if of is None else first[of],
    )  # fmt: skip


def places_of(text: str, gazetteer: Gazetteer) -> dict[str, LocalPlace]:
    """The places of a marked text by name; of several of one name the later is `name (2)`."""
    places, _ = resolve_places(*marked(text), gazetteer)
    found: dict[str, LocalPlace] = {}
    for place in places:
        found[place.name if place.name not in found else f"{place.name} (2)"] = place
    return found


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def annotated(record: dict[str, Any], gazetteer: Gazetteer) -> tuple[Document, Reading]:
    """An annotated text's places as names, each put in the next area where only a comma or "in" stands between."""
    document = article(record["text"])
    marks = sorted(record["places"], key=lambda mark: (mark["start"], -mark["end"]))
    names = []
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else None
        gap = record["text"][mark["end"] : following["start"]] if following else "."
        area = index + 1 if following and JOIN.fullmatch(gap) and _is_area(following["text"], gazetteer) else None
        names.append(Name(Span(mark["start"], mark["end"]), mark["text"], mark["text"], "place", area=area))
    return document, Reading(document.id, names=tuple(names))


def _is_area(name: str, gazetteer: Gazetteer) -> bool:
    return any(spot.kind in ("country", "admin1") for spot in gazetteer.candidates(name)[:1])


def found_places(path: Path, gazetteer: Gazetteer, corpus: str = "") -> tuple[float, float, int]:
    """Share of annotated places within 161 km, median error in km of those placed at all, and how many there are."""
    errors: list[float] = []
    total = 0
    for record in lines(path):
        if not record["corpus"].startswith(corpus):
            continue
        document, reading = annotated(record, gazetteer)
        places, place_of = resolve_places(document, reading, gazetteer)
        marks = sorted(record["places"], key=lambda mark: (mark["start"], -mark["end"]))
        for mark, number in zip(marks, place_of, strict=True):
            if mark["lat"] is not None:
                total += 1
                errors.extend(_error(mark, places[number]))
    return sum(error <= FOUND_KM for error in errors) / total, median(errors), total


def _error(mark: dict[str, Any], place: LocalPlace) -> tuple[float, ...]:
    if place.latitude is None or place.longitude is None:
        return ()
    return (distance_km(at(mark["lat"], mark["lon"]), at(place.latitude, place.longitude)),)


def at(latitude: float, longitude: float) -> Spot:
    """A point without a name."""
    return Spot("", "town", None, None, latitude, longitude, 0, None, "")
