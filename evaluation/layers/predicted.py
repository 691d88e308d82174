"""What the program reads in a text, in the format of plain records."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context

from corroborate import pipeline
from corroborate.clean.page import clean_page
from corroborate.ingest.metadata import from_stated
from corroborate.model.document import Document, Metadata, Page
from corroborate.model.grounded import GroundedReading
from corroborate.model.interval import Interval
from corroborate.model.quantity import Quantity
from corroborate.model.reading import EventMention, Reality, Statement
from corroborate.model.span import Span
from corroborate.reading.times import TimeTables, find_times
from corroborate.resolve.ground import published_interval
from corroborate.resolve.times import resolve_time
from evaluation.layers.given import put_given_places
from evaluation.layers.named_days import named_days
from evaluation.layers.plain import Plain

PROCESSES = 2
# What gold has for an act that is told as not having happened.
REALITIES: dict[Reality, str] = {
    "happened": "happened",
    "not-happened": "denied",
    "possible": "possible",
    "planned": "planned",
}
# The roles whose amounts are answers to a question of an event.
FIGURE_ROLES = ("killed", "injured")


def predicted(records: Sequence[Plain]) -> Iterator[Plain]:
    """The program's reading of each record's text, in order; two processes read."""
    with reading_processes() as processes:
        yield from processes.map(read_plain, records, chunksize=4)


def read_plain(record: Plain) -> Plain:
    """The program's reading of one record's text. ValueError where the text did not come through as it was.

    Where the reading ends in an error the record has no layer, and the error under "problem".
    """
    work = _work()
    document, _ = clean_page(Page(record["id"], record["text"], told(record)), work.resources.clean)
    if document.text != record["text"]:
        raise ValueError(f"{record['id']}: the document's text is not the record's, so no offset can be compared")
    try:
        grounded, _ = work.read(document)
    except Exception as error:  # noqa: BLE001 - a worker loop: the other records are measured all the same
        return {"id": record["id"], "text": record["text"], "problem": f"{type(error).__name__}: {error}"}
    plain = _plain(record["id"], grounded, work.resources.reading.times)
    if record.get("places"):
        plain["given_places"] = list(put_given_places(record, grounded, work.resources.resolve.gazetteer))
    return plain


def reading_processes() -> ProcessPoolExecutor:
    """Processes that each hold the program once. Started afresh: a copy of this one could copy held locks."""
    return ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"))


@lru_cache(maxsize=1)
def _work() -> pipeline.Work:
    return pipeline.work()


def told(record: Plain) -> Metadata:
    """What a reader is told beside a record's text.

    The title of a record that marks its parts is a mark as well: a reader is not told it.
    """
    names = {"outlet": "source", "published": "published", "url": "url", "title": "title"}
    stated = {name: record.get(key) for name, key in names.items() if not (key == "title" and "parts" in record)}
    metadata, _ = from_stated(stated, record["id"])
    return metadata


def _plain(name: str, grounded: GroundedReading, times: TimeTables) -> Plain:
    text, reading = grounded.document.text, grounded.reading
    return {
        "id": name,
        "text": text,
        "furniture": [
            {"start": piece.start, "end": piece.end, "type": piece.kind} for piece in grounded.document.furniture
        ],
        "entities": [_entity(grounded, index) for index in range(len(reading.names))],
        "places": list(_places(grounded)),
        "times": [*_times(grounded), *_printed_dates(grounded.document, times)],
        "quantities": [_spanned(text, amount.span) | _number(amount.quantity) for amount in reading.amounts],
        "events": [_event(text, index, event) for index, event in enumerate(reading.events)],
        "attributions": [
            _attribution(grounded, index, statement) for index, statement in enumerate(reading.statements)
        ],
    }


def _spanned(text: str, span: Span) -> Plain:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _entity(grounded: GroundedReading, index: int) -> Plain:
    """A mention with the kind of the actor or place that it was resolved to, and that one's number as its chain."""
    name, actor, place = grounded.reading.names[index], grounded.actor_of[index], grounded.place_of[index]
    kind: str = name.kind
    chain = f"name-{_first(grounded, index)}"
    if place >= 0:
        kind, chain = "place", f"place-{place}"
    elif actor >= 0:
        kind, chain = grounded.actors[actor].kind, f"actor-{actor}"
    return _spanned(grounded.document.text, name.span) | {"type": kind, "id": chain}


def _first(grounded: GroundedReading, index: int) -> int:
    """The mention at which a chain of pronouns and the like begins."""
    names, seen = grounded.reading.names, {index}
    while (earlier := names[index].of) is not None and earlier not in seen:
        seen.add(earlier)
        index = earlier
    return index


def _places(grounded: GroundedReading) -> Iterator[Plain]:
    for place in grounded.places:
        for mention in place.mentions:
            span = grounded.reading.names[mention].span
            yield _spanned(grounded.document.text, span) | {"lat": place.latitude, "lon": place.longitude}


def _days(interval: Interval | None) -> str | None:
    if interval is None or interval.earliest == interval.latest is None:
        return None
    earliest, latest = (interval.earliest or "")[:10], (interval.latest or "")[:10]
    return earliest if earliest == latest else f"{earliest}/{latest}"


def _times(grounded: GroundedReading) -> Iterator[Plain]:
    text, published = grounded.document.text, published_interval(grounded.document)
    for time, interval in zip(grounded.reading.times, grounded.intervals, strict=True):
        named = [value for days in named_days(time, interval, published) if (value := _days(days)) is not None]
        yield _spanned(text, time.span) | {"type": "DATE", "value": _days(interval), "named": named}


def _printed_dates(document: Document, times: TimeTables) -> Iterator[Plain]:
    """The full dates that stand by themselves on the page: no part of its article, but read as its day."""
    for piece in document.furniture:
        span = Span(piece.start, piece.end)
        for time in find_times(document.text, span, times):
            if time.form == "date" and time.span == span:
                value = _days(resolve_time(time, published=None))
                yield _spanned(document.text, span) | {"type": "DATE", "value": value, "named": [value]}


def _number(quantity: Quantity) -> Plain:
    return {
        "min": quantity.min,
        "max": quantity.max,
        "bound": quantity.bound,
        "unit": quantity.unit,
        "group": quantity.group,
    }


def _event(text: str, index: int, event: EventMention) -> Plain:
    kind = "/".join(part for part in (event.kind.plover, event.kind.plover_mode) if part)
    return _spanned(text, event.span) | {
        "type": kind or None,
        "id": _event_id(index),
        "reality": REALITIES[event.reality],
        "arguments": [{"role": argument.role} | _spanned(text, argument.span) for argument in event.arguments],
    }


def _event_id(index: int) -> str:
    """A reading alone does not say which mentions tell of one event: each is one by itself."""
    return f"event-{index}"


def _attribution(grounded: GroundedReading, index: int, statement: Statement) -> Plain:
    return {
        "id": f"claim-{index}",
        "source": _spans(statement.speaker_span),
        "cue": _spans(statement.cue),
        "content": _spans(statement.span),
        "stance": statement.stance,
        "certainty": statement.certainty,
        "quotation": statement.quotation,
        "repeats": None if statement.repeats is None else f"claim-{statement.repeats}",
        "claims_on": [f"claim-{other}" for other in statement.claims_on],
        "figures": list(_figures(grounded, statement)),
    }


def _spans(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]


def _figures(grounded: GroundedReading, statement: Statement) -> Iterator[Plain]:
    """The numbers of killed and injured in the claim's own words, of each event mention that it speaks of."""
    reading = grounded.reading
    for index in statement.about:
        for argument in reading.events[index].arguments:
            if argument.role in FIGURE_ROLES and argument.amount is not None and statement.span.contains(argument.span):
                number = _number(reading.amounts[argument.amount].quantity)
                yield {"event": _event_id(index), "facet": argument.role} | number
