"""Rules about one event: its figures, its status and grade, its kind and its places."""

import csv
import functools
import re
from collections.abc import Iterator
from importlib import resources

from corroborate.export.checks.index import HOLDING, Fault, Index
from corroborate.model.ledger import Actor, Event, Figure, Place, Position
from corroborate.model.quantity import Quantity

COUNTRY = re.compile(r"[A-Z]{2}")
COUNTED = ("killed", "injured")


def figures_from_answers(index: Index) -> Iterator[Fault]:
    """A figure's low and high are the extremes of the answers about the whole event, best is one of their numbers.

    Where no answer gives a number there is no figure.
    """
    for event in index.ledger.events:
        for name, figure in event.figures.items():
            answers = _whole_answers(event, name)
            for fault in _figure_faults(figure, answers):
                yield event.id, f"{name}: {fault}"


def figures_present(index: Index) -> Iterator[Fault]:
    """An event whose killed or injured have a number for the whole event has that figure."""
    for event in index.ledger.events:
        for name in COUNTED:
            if name not in event.figures and any(
                p.quantity and not p.quantity.group for p in _whole_answers(event, name)
            ):
                yield event.id, f"has an answer with a number for {name}, but no figure"


def status_from_answers(index: Index) -> Iterator[Fault]:
    """An event's status follows from who is named as attacker, by whom, and who denies it.

    Declared needs an admission, alleged an attacker, contested a denial or rival attackers, unknown nobody named.
    """
    for event in index.ledger.events:
        attackers = event.facets.get("attacker", ())
        named = [p for p in attackers if _held(p) and p.actor is not None and p.independent_lines and not p.negative]
        admitted = any(position.grade == "admitted" for position in attackers)
        rivals = len(named) > 1 or any(p.contradicts for p in attackers)
        denied = any(
            s.stance in ("denies", "rejects") for p in (*attackers, *event.facets.get("what", ())) for s in p.claims
        ) or any(p.negative and p.actor is not None for p in attackers)
        fault = {
            "declared": None if admitted else "no attacker admits it",
            "contested": None if denied or rivals else "nobody denies it and no rival attackers are named",
            "alleged": None if any(map(_held, attackers)) else "nobody names an attacker",
            "unknown": "an attacker is named" if named else None,
            None: None,
        }[event.status]
        if fault:
            yield event.id, f"its status is {event.status}, but {fault}"


def event_grade(index: Index) -> Iterator[Fault]:
    """An event has a grade only with a status and with somebody reported killed or hurt, and gives its reasons."""
    for event in index.ledger.events:
        if event.grade is not None and event.status is None:
            yield event.id, f"its grade is {event.grade}, but it has no status: it is no attack"
        if event.grade is not None and not any(event.facets.get(name) for name in COUNTED):
            yield event.id, f"its grade is {event.grade}, but nobody is reported killed or hurt"
        if (event.grade or event.status) and not event.reasons:
            yield event.id, "has a status or a grade without a reason"


def codebook_terms(index: Index) -> Iterator[Fault]:
    """An event's kind uses PLOVER's and ACLED's own terms, and a mode or sub-type with the type that it is of."""
    for event in index.ledger.events:
        kind = event.kind
        for book, name, term in (("plover", kind.plover, kind.plover_mode), ("acled", kind.acled, kind.acled_sub)):
            if (name or term) and (name, term or "") not in codebook(book):
                yield event.id, f"{book} has no {' / '.join(filter(None, (name, term)))}"


def on_the_map(index: Index) -> Iterator[Fault]:
    """Coordinates are both given and on earth, or both null; countries are ISO 3166-1 alpha-2 codes."""
    for place in index.ledger.places:
        latitude, longitude = place.latitude, place.longitude
        if (latitude is None) != (longitude is None):
            yield place.id, "has a latitude without a longitude, or a longitude without a latitude"
        if abs(latitude or 0) > 90 or abs(longitude or 0) > 180:
            yield place.id, f"lies at {latitude}, {longitude}, which is nowhere on earth"
    named: tuple[Actor | Place, ...] = (*index.ledger.actors, *index.ledger.places)
    for record in named:
        if record.country is not None and not COUNTRY.fullmatch(record.country):
            yield record.id, f"its country {record.country!r} is no two-letter code"


@functools.cache
def codebook(name: str) -> frozenset[tuple[str, str]]:
    """The types of a codebook, each alone and with its terms."""
    text = (resources.files("corroborate") / "data" / "check" / "codebooks.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return frozenset((row["type"], row["term"]) for row in rows if row["codebook"] == name)


def _held(position: Position) -> bool:
    return any(support.stance in HOLDING for support in position.claims)


def _whole_answers(event: Event, name: str) -> list[Position]:
    """Answers about the whole event for which some claim asserts a number of people."""
    return [
        position
        for position in event.facets.get(name, ())
        if position.quantity is not None
        and position.quantity.bound is not None
        and position.quantity.unit == "people"
        and position.part_of is None
        and position.place is None
        and any(support.stance == "asserts" for support in position.claims)
        and not position.negative
    ]


def _figure_faults(figure: Figure, answers: list[Position]) -> Iterator[str]:
    numbers = [position.quantity for position in answers if position.quantity]
    lows: set[int | None] = {quantity.min for quantity in numbers if quantity.min is not None}
    highs: set[int | None] = {quantity.max for quantity in numbers if quantity.max is not None}
    if not numbers:
        yield "no answer about the whole event gives a number"
        return
    if figure.low not in (lows or highs | {None}):
        yield f"low is {figure.low}, the answers begin at {sorted(map(str, lows))}"
    if figure.high not in (highs or {None}):
        yield f"high is {figure.high}, the answers end at {sorted(map(str, highs))}"
    if figure.best is not None and figure.best not in lows | highs:
        yield f"best is {figure.best}, which no answer gives"
    if not _ordered(figure.low, figure.best) or not _ordered(figure.best, figure.high):
        yield f"low {figure.low}, best {figure.best} and high {figure.high} are out of order"
    yield from _beyond(
        figure, [position.quantity for position in answers if position.quantity and not position.quantity.group]
    )


def _beyond(figure: Figure, totals: list[Quantity]) -> Iterator[str]:
    """Answers about everybody must lie inside low and high; one about a group may be a part of them."""
    for quantity in totals:
        if not _ordered(figure.low, quantity.min):
            yield f"low is {figure.low}, but an answer begins at {quantity.min}"
        if not _ordered(quantity.max, figure.high):
            yield f"high is {figure.high}, but an answer ends at {quantity.max}"


def _ordered(first: int | None, second: int | None) -> bool:
    return first is None or second is None or first <= second
