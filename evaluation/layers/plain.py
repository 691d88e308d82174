"""Plain records (JSON objects, see corpus/training.py and the README of the data) as the measures take them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from corroborate.names.fold import fold
from evaluation.layers.days import days_of
from evaluation.layers.extent import HALF, Extent, extent_of
from evaluation.layers.records import (
    Attribution,
    Counted,
    Entity,
    Event,
    Figure,
    Filler,
    Filling,
    Record,
    Time,
    Toponym,
)

Plain = dict[str, Any]
# What the corpus and the program call things; a set that classes.csv does not name is taken to do so too.
OWN_LABELS = "corpus"
CLASSES = Path(__file__).parent / "classes.csv"
# The slots of a template that hold words of the text.
STRING_SLOTS = ("perp_individual", "perp_org", "phys_id", "hum_name", "hum_description")


def compared_records(gold: Plain, ours: Plain, labels: str) -> tuple[Record, Record]:
    """Gold and ours of one document, both without what lies outside the part of it that gold's makers looked at."""
    scored = _scored(gold)
    return _record(gold, labels, scored), _record(ours, OWN_LABELS, scored)


def _scored(gold: Plain) -> Extent | None:
    """The part that counts, None for all of it: sentences that were checked, or all but what was set aside."""
    text = gold["text"]
    if "checked" in gold:
        return frozenset(place for start, end in gold["checked"] for place in range(start, end))
    if gold.get("discard"):
        return frozenset(range(len(text))).difference(*(range(start, end) for start, end in gold["discard"]))
    return None


def _record(plain: Plain, labels: str, scored: Extent | None) -> Record:
    def kept(items: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(item for item in items if _counts(item.extent, scored))

    text = plain["text"]
    events = (item for item in _items(plain, "events") if "factuality" not in item)
    return Record(
        id=plain["id"],
        entities=kept(_entity(text, item, labels) for item in _items(plain, "entities")),
        attributions=kept(_attribution(text, item) for item in _items(plain, "attributions")),
        times=kept(_time(text, item) for item in _items(plain, "times")),
        quantities=kept(_counted(text, item) for item in _items(plain, "quantities")),
        events=kept(_event(text, item) for item in events),
        places=kept(_toponym(text, item) for item in _items(plain, "places")),
        given_places=kept(_toponym(text, item) for item in _items(plain, "given_places")),
        fillings=tuple(_fillings(text, _items(plain, "templates"))),
        furniture=extent_of(text, [(item["start"], item["end"]) for item in _items(plain, "furniture")]),
    )


def _items(plain: Plain, name: str) -> Sequence[Plain]:
    return plain.get(name) or ()


def _counts(extent: Extent, scored: Extent | None) -> bool:
    return bool(extent) and (scored is None or len(extent & scored) >= HALF * len(extent))


def _extent(text: str, item: Plain) -> Extent:
    """Where an item stands; nowhere where its words were not found in the text."""
    return extent_of(text, item["spans"] if "spans" in item else [(item["start"], item["end"])])


def _entity(text: str, item: Plain, labels: str) -> Entity:
    kind = item["type"]
    return Entity(_extent(text, item), item["text"], kind, classes_of(labels, kind), item.get("id"))


def classes_of(labels: str, kind: str | None) -> frozenset[str]:
    """Which of person, organisation and place a label may be. ValueError for one that classes.csv does not have."""
    table = _classes()
    own = table.get(labels, table[OWN_LABELS])
    if kind is not None and kind not in own:
        raise ValueError(f"the set {labels!r} has entities of the type {kind!r}: give it a row in {CLASSES.name}")
    return own[kind] if kind is not None else frozenset()


@lru_cache(maxsize=1)
def _classes() -> dict[str, dict[str, frozenset[str]]]:
    table: dict[str, dict[str, frozenset[str]]] = {}
    with CLASSES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["set"], {})[row["label"]] = frozenset(row["class"].split())
    return table


def _time(text: str, item: Plain) -> Time:
    """A time. Where the record does not say what its words name, they name what they mean."""
    named = tuple(days for value in item.get("named", [item["value"]]) if (days := days_of(value)) is not None)
    return Time(_extent(text, item), item["text"], days_of(item["value"]), named)


def _attribution(text: str, item: Plain) -> Attribution:
    return Attribution(
        source=extent_of(text, item["source"]),
        cue=extent_of(text, item["cue"]),
        content=extent_of(text, item["content"]),
        text=_words(text, item["content"]),
        by=f"{_words(text, item['source'])} / {_words(text, item['cue'])}",
        stance=item.get("stance"),
        certainty=item.get("certainty"),
        quotation=item.get("quotation"),
        figures=tuple(
            Figure(figure["min"], figure["max"], figure["group"], figure["facet"], figure["event"])
            for figure in item.get("figures") or ()
        ),
    )


def _words(text: str, spans: Iterable[Sequence[int]]) -> str:
    return " ... ".join(text[start:end] for start, end in spans)


def _counted(text: str, item: Plain) -> Counted:
    return Counted(_extent(text, item), item["text"], item["min"], item["max"], item["bound"], item["group"])


def _event(text: str, item: Plain) -> Event:
    extent = _extent(text, item)
    return Event(
        extent=extent,
        text=item.get("text") or item.get("eventText") or "",
        kind=item.get("type"),
        chain=item.get("id"),
        reality=item.get("reality"),
        arguments=tuple(
            Filler(_extent(text, argument), argument["text"], argument["role"])
            for argument in item.get("arguments") or ()
        ),
    )


def _toponym(text: str, item: Plain) -> Toponym:
    latitude, longitude = item.get("lat"), item.get("lon")
    point = None if latitude is None or longitude is None else (float(latitude), float(longitude))
    return Toponym(_extent(text, item), item["text"], point)


def _fillings(text: str, templates: Iterable[Plain]) -> Iterator[Filling]:
    for template in templates:
        for slot in STRING_SLOTS:
            for wanted in template.get(slot) or ():
                spans = [span for each in wanted["any_of"] for span in each["spans"]]
                yield Filling(
                    slot,
                    extents=tuple(extent_of(text, [span]) for span in spans),
                    words=frozenset(fold(each["text"]) for each in wanted["any_of"]),
                    optional=bool(wanted["optional"] or template["optional"]),
                )
