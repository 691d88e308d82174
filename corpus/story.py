"""A whole story: its articles and the gold across them. FORMAT.md is the definition."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from corpus.article import SUFFIX, Article, Fault, read_article
from corpus.values import days, interval, quantity
from corroborate.model.interval import Basis, Interval
from corroborate.model.ledger import ActorKind, EventGrade, EventKind, PlaceBasis, Status
from corroborate.model.quantity import Quantity

NAME = "story.toml"
TABLES = ("actors", "places", "events")
PLACE_KINDS = (
    "country", "province", "district", "town", "village", "quarter", "facility", "road", "water", "area",
)  # fmt: skip
RULES = {
    "one party": "one party",
    "one text": "the same words: one text",
    "one agency": "unnamed speakers through one agency",
    "collective": "the unnamed collective is no line beside a speaker who may belong to it",
    "own sentence": "the outlet's own sentence is no line where the same article gives a source for it",
    "reportedly": '"reportedly" is a line only where it is the only one',
}
FIELDS = {
    "story": ("title", "geography", "actors", "places", "events", "copies"),
    "actor": ("name", "kind", "of", "country", "anonymous"),
    "place": ("name", "kind", "in", "country", "lat", "lon", "geonames_id", "precision", "basis"),
    "event": ("title", "kind", "scope", "when", "places", "status", "grade", "reasons", "part_of"),
    "kind": ("plover", "mode", "acled", "sub"),
    "time": ("from", "to", "basis", "text", "precision"),
    "answer": (
        "value", "actor", "place", "count", "time", "contradicts", "supersedes", "part_of", "admitted", "open", "whole",
        "lines", "merged",
    ),
    "copy": ("of", "how"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoryActor:
    """Somebody who acts or speaks in the story."""

    key: str
    name: str
    kind: ActorKind
    member_of: tuple[str, ...]
    country: str | None
    anonymous: bool


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """Somewhere that the story speaks of; `areas` are the places that it lies in, finest first."""

    key: str
    name: str
    kind: str
    areas: tuple[str, ...]
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    precision: int | None
    basis: PlaceBasis


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one question of an event, as the story file gives it."""

    key: str
    value: str
    actor: str | None
    place: str | None
    quantity: Quantity | None
    time: Interval | None
    contradicts: tuple[str, ...]
    supersedes: tuple[str, ...]
    part_of: str | None
    admitted: bool
    open: bool
    whole: bool
    lines: int | None
    merged: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """An event of the story with its questions and their answers."""

    key: str
    title: str
    kind: EventKind
    scope: str
    time: Interval | None
    places: tuple[str, ...]
    status: Status | None
    grade: EventGrade | None
    reasons: tuple[str, ...]
    part_of: str | None
    facets: Mapping[str, tuple[Answer, ...]]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that has another's words: an article of the story, or an actor whose text is not in it."""

    article: str
    of: str
    how: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story of the corpus."""

    name: str
    title: str
    geography: str
    articles: tuple[Article, ...]
    actors: Mapping[str, StoryActor]
    places: Mapping[str, StoryPlace]
    events: Mapping[str, StoryEvent]
    copies: tuple[Copy, ...]
    stock: tuple[str, ...]


def read_story(folder: Path) -> tuple[Story, tuple[Fault, ...]]:
    """The story of a folder and every fault of its files' form. OSError where a file is not there."""
    faults: list[Fault] = []
    articles = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        article, found = read_article(path)
        articles.append(article)
        faults += found
    path = folder / NAME
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(path.as_posix(), 1, f"is no TOML: {error}"))
        raw = {}
    table = _Table(path.as_posix(), faults)
    story = Story(
        folder.name,
        str(raw.get("title", "")),
        str(raw.get("geography", "")),
        tuple(articles),
        {key: table.actor(key, value) for key, value in table.section(raw, "actors").items()},
        {key: table.place(key, value) for key, value in table.section(raw, "places").items()},
        {key: table.event(key, value) for key, value in table.section(raw, "events").items()},
        tuple(table.copies(raw)),
        table.listed("copies.stock", table.section(raw, "copies").get("stock")),
    )
    table.known("the story", raw, "story")
    if not story.title:
        table.fault("the story has no title")
    if story.geography not in ("real", "invented"):
        table.fault(f"geography: {story.geography!r} is neither 'real' nor 'invented'")
    return story, tuple(faults)


class _Table:
    """Turns the tables of a story file into records; what is wrong becomes a fault, and a harmless value."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults

    def fault(self, message: str) -> None:
        self.faults.append(Fault(self.file, 1, message))

    def section(self, raw: Mapping[str, Any], name: str) -> dict[str, Any]:
        value = raw.get(name, {})
        if not isinstance(value, dict):
            self.fault(f"{name} is no table")
            return {}
        if name in TABLES:
            for key in [key for key, each in value.items() if not isinstance(each, dict)]:
                self.fault(f"{name}.{key} is no table {{…}}")
                value = {other: each for other, each in value.items() if other != key}
        return value

    def listed(self, what: str, value: Any) -> tuple[str, ...]:
        """A list of words; a single word stands for a list of it."""
        if value is None or isinstance(value, str):
            return (value,) if value else ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fault(f"{what}: {value!r} is no list of words")
            return ()
        return tuple(value)

    def known(self, what: str, raw: Mapping[str, Any], fields: str) -> None:
        unknown = sorted(set(raw) - set(FIELDS[fields]))
        if unknown:
            self.fault(f"{what}: no such field: {', '.join(unknown)}")

    def one_of(self, what: str, value: Any, allowed: tuple[Any, ...], default: Any) -> Any:
        if value is None or value in allowed:
            return default if value is None else value
        self.fault(f"{what}: {value!r} is none of {', '.join(map(str, allowed))}")
        return default

    def actor(self, key: str, raw: dict[str, Any]) -> StoryActor:
        self.known(f"actor {key}", raw, "actor")
        kind = self.one_of(f"actor {key}", raw.get("kind"), get_args(ActorKind), "unknown")
        if "name" not in raw:
            self.fault(f"actor {key} has no name")
        return StoryActor(
            key,
            raw.get("name", key),
            kind,
            self.listed(f"actor {key}: of", raw.get("of")),
            raw.get("country"),
            bool(raw.get("anonymous", kind == "population")),
        )

    def place(self, key: str, raw: dict[str, Any]) -> StoryPlace:
        self.known(f"place {key}", raw, "place")
        if "name" not in raw:
            self.fault(f"place {key} has no name")
        if "kind" not in raw:
            self.fault(f"place {key} has no kind")
        return StoryPlace(
            key,
            raw.get("name", key),
            self.one_of(f"place {key}", raw.get("kind"), PLACE_KINDS, "area"),
            self.listed(f"place {key}: in", raw.get("in")),
            raw.get("country"),
            raw.get("lat"),
            raw.get("lon"),
            raw.get("geonames_id"),
            self.one_of(f"place {key}", raw.get("precision"), (1, 2, 3, 4, 5, 6, 7), None),
            self.one_of(f"place {key}", raw.get("basis"), get_args(PlaceBasis), "context"),
        )

    def event(self, key: str, raw: dict[str, Any]) -> StoryEvent:
        what = f"event {key}"
        facets = {name: value for name, value in raw.items() if name not in FIELDS["event"]}
        kind = self.section(raw, "kind")
        self.known(what, kind, "kind")
        if not raw.get("title"):
            self.fault(f"{what} has no title")
        return StoryEvent(
            key,
            raw.get("title", key),
            EventKind(kind.get("plover"), kind.get("mode"), kind.get("acled"), kind.get("sub")),
            self.one_of(what, raw.get("scope"), ("incident", "aggregate"), "incident"),
            self.time(what, raw.get("when")),
            self.listed(f"{what}: places", raw.get("places")),
            self.one_of(what, raw.get("status"), get_args(Status), None),
            self.one_of(what, raw.get("grade"), get_args(EventGrade), None),
            self.listed(f"{what}: reasons", raw.get("reasons")),
            raw.get("part_of"),
            {name: tuple(self.answers(f"{key}.{name}", value)) for name, value in facets.items()},
        )

    def answers(self, facet: str, raw: Any) -> list[Answer]:
        if not isinstance(raw, dict) or not all(isinstance(value, dict) for value in raw.values()):
            hint = "; the event's own time is `when`" if facet.endswith(".time") else ""
            self.fault(f"{facet} is neither a field of an event nor a table of answers{hint}")
            return []
        return [self.answer(f"{facet}={key}", key, value) for key, value in raw.items()]

    def answer(self, what: str, key: str, raw: dict[str, Any]) -> Answer:
        self.known(what, raw, "answer")
        count = None
        if "count" in raw:
            try:
                count = quantity(str(raw["count"]))
            except ValueError as error:
                self.fault(f"{what}: {error}")
        return Answer(
            key,
            raw.get("value", ""),
            raw.get("actor"),
            raw.get("place"),
            count,
            self.time(what, raw.get("time")),
            self.listed(f"{what}: contradicts", raw.get("contradicts")),
            self.listed(f"{what}: supersedes", raw.get("supersedes")),
            raw.get("part_of"),
            bool(raw.get("admitted", False)),
            bool(raw.get("open", False)),
            bool(raw.get("whole", False)),
            raw.get("lines"),
            tuple(self.merges(what, raw.get("merged", ()))),
        )

    def merges(self, what: str, raw: Any) -> list[tuple[str, str, str]]:
        found = []
        for entry in raw if isinstance(raw, list | tuple) else (raw,):
            if not isinstance(entry, list) or len(entry) != 3 or str(entry[2]) not in RULES:
                self.fault(f"{what}: merged {entry!r} is not [origin, origin, rule]; rules: {', '.join(RULES)}")
            else:
                found.append((str(entry[0]), str(entry[1]), str(entry[2])))
        return found

    def time(self, what: str, raw: Any) -> Interval | None:
        if raw is None:
            return None
        if not isinstance(raw, dict):
            self.fault(f"{what}: time is no table {{from, to, basis, text}}")
            return None
        self.known(what, raw, "time")
        basis = self.one_of(f"{what}: basis", raw.get("basis"), get_args(Basis), "stated")
        try:
            first = days(str(raw["from"]))[0] if raw.get("from") else None
            last = days(str(raw["to"]))[1] if raw.get("to") else None
        except ValueError as error:
            self.fault(f"{what}: {error}")
            return None
        if first and last and first > last:
            self.fault(f"{what}: the time ends before it begins")
            return None
        found = interval(first, last, basis, raw.get("text"))
        return Interval(first, last, raw["precision"], basis, found.text) if "precision" in raw else found

    def copies(self, raw: Mapping[str, Any]) -> list[Copy]:
        found = []
        for article, entries in self.section(raw, "copies").items():
            if article == "stock":
                continue
            for entry in entries if isinstance(entries, list) else [entries]:
                if not isinstance(entry, dict) or "of" not in entry:
                    self.fault(f"copies.{article}: {entry!r} is no table {{of, how}}")
                    continue
                self.known(f"copies.{article}", entry, "copy")
                found.append(Copy(article, str(entry["of"]), str(entry.get("how", ""))))
        return found
