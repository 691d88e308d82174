"""The ledger of one synthetic story: one incident, its accounts' claims, and how many were killed.

Small and valid against the contract's schema; no more than tests of the store need.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.interval import Interval
from corroborate.model.ledger import (
    About,
    Actor,
    ActorKind,
    Claim,
    Claimant,
    Cue,
    Event,
    Figure,
    Ledger,
    Link,
    Mention,
    Place,
    Position,
    Support,
)
from corroborate.model.quantity import Quantity
from corroborate.model.reading import Statement
from corroborate.model.span import Span

Key = tuple[ActorKind, str]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Identified)


def story_ledger(readings: tuple[GroundedReading, ...]) -> Ledger:
    """All that the accounts tell, as one incident."""
    actors, places = _actors(readings), _places(readings)
    event = _event(readings, tuple(place.id for place in places))
    answers = _answers(readings)
    positions = _positions(event.id, answers)
    claims = (
        _claim(reading, statement, actors, _about(reading, statement, event.id, positions))
        for reading in readings
        for statement in reading.reading.statements
    )
    figure = Figure(min(positions), max(positions), max(positions))
    return Ledger(
        documents=tuple(reading.document for reading in readings),
        actors=tuple(sorted(actors.values(), key=lambda actor: actor.id)),
        places=places,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        events=(dataclasses.replace(event, facets={"killed": tuple(positions.values())}, figures={"killed": figure}),),
    )


def join_ledgers(ledgers: Iterable[Ledger]) -> Ledger:
    """All stories in one; actors that several of them know are one."""
    found = tuple(ledgers)
    return Ledger(
        documents=_by_id(document for ledger in found for document in ledger.documents),
        actors=_joined_actors(actor for ledger in found for actor in ledger.actors),
        places=_by_id(place for ledger in found for place in ledger.places),
        claims=_by_id(claim for ledger in found for claim in ledger.claims),
        events=_by_id(event for ledger in found for event in ledger.events),
    )


def _by_id(records: Iterable[R]) -> tuple[R, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _joined_actors(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    by_id: dict[str, Actor] = {}
    for actor in actors:
        known = by_id.get(actor.id)
        mentions = {*actor.mentions, *(known.mentions if known else ())}
        by_id[actor.id] = dataclasses.replace(actor, mentions=tuple(sorted(mentions)))
    return _by_id(by_id.values())


def _actors(readings: Iterable[GroundedReading]) -> dict[Key, Actor]:
    mentions: dict[Key, list[Mention]] = defaultdict(list)
    for reading in readings:
        mentions[_outlet(reading)].extend(())
        for actor in reading.actors:
            mentions[(actor.kind, actor.name)].extend(_mentions(reading, actor.mentions))
    return {key: _actor(key, tuple(sorted(found))) for key, found in sorted(mentions.items())}


def _actor(key: Key, mentions: tuple[Mention, ...]) -> Actor:
    kind, name = key
    first = mentions[0] if mentions else None
    fields = (first.document, first.start, first.end) if first else (kind, name)
    aliases = (name,) if mentions else ()
    return Actor(content_id("actor", *fields), name, kind, aliases, None, (), mentions)


def _places(readings: tuple[GroundedReading, ...]) -> tuple[Place, ...]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for reading in readings:
        for place in reading.places:
            mentions[place.name].extend(_mentions(reading, place.mentions))
    return tuple(_place(name, tuple(sorted(found))) for name, found in sorted(mentions.items()))


def _place(name: str, mentions: tuple[Mention, ...]) -> Place:
    first = mentions[0]
    place_id = content_id("place", first.document, first.start, first.end)
    return Place(place_id, name, (name,), None, None, None, None, None, None, "unresolved", mentions)


def _mentions(reading: GroundedReading, names: Iterable[int]) -> tuple[Mention, ...]:
    spans = (reading.reading.names[index].span for index in names)
    return tuple(_mention(reading, span) for span in spans)


def _mention(reading: GroundedReading, span: Span) -> Mention:
    return Mention(reading.document.id, span.start, span.end, span.of(reading.document.text))


def _event(readings: tuple[GroundedReading, ...], places: tuple[str, ...]) -> Event:
    told = [(reading, event) for reading in readings for event in reading.reading.events]
    mentions = sorted(_mention(reading, event.span) for reading, event in told)
    first = mentions[0]
    return Event(
        id=content_id("event", first.document, first.start, first.end, "incident", None),
        title=f"Air strikes on {readings[0].places[0].name}",
        kind=told[0][1].kind,
        scope="incident",
        time=_time(readings),
        places=places,
        documents=tuple(reading.document.id for reading in readings),
        mentions=tuple(mentions),
        facets={},
        figures={},
        status="unknown",
        grade="weak",
        reasons=("a synthetic story",),
        part_of=None,
    )


def _time(readings: Iterable[GroundedReading]) -> Interval | None:
    known = [interval for reading in readings for interval in reading.intervals if interval]
    return min(known, key=lambda interval: (interval.earliest or "", interval.text or ""), default=None)


def _answers(readings: Iterable[GroundedReading]) -> dict[int, tuple[tuple[str, str], ...]]:
    """Number of dead -> (claim, who says it)."""
    answers: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for reading in readings:
        for statement in reading.reading.statements:
            number = _number(reading, statement)
            if number is not None:
                speaker = _speaker(reading, statement)[1]
                answers[number].append((_claim_id(reading, statement), speaker))
    return {number: tuple(sorted(found)) for number, found in sorted(answers.items())}


def _positions(event: str, answers: Mapping[int, tuple[tuple[str, str], ...]]) -> dict[int, Position]:
    ids = {number: content_id("position", event, "killed", found[0][0], number) for number, found in answers.items()}
    positions = {}
    for number, found in answers.items():
        origins = len({speaker for _, speaker in found})
        positions[number] = Position(
            id=ids[number],
            value=str(number),
            actor=None,
            place=None,
            quantity=Quantity(number, number, "exact", "people", None),
            time=None,
            claims=tuple(Support(claim, "asserts") for claim, _ in found),
            origins=origins,
            independent_lines=origins,
            collapsed=(),
            grade="contested" if len(ids) > 1 else "corroborated" if origins > 1 else "single-source",
            contradicts=tuple(sorted(other for key, other in ids.items() if key != number)),
        )
    return positions


def _number(reading: GroundedReading, statement: Statement) -> int | None:
    arguments = (argument for index in statement.about for argument in reading.reading.events[index].arguments)
    amounts = (reading.reading.amounts[argument.amount] for argument in arguments if argument.amount is not None)
    return next((amount.quantity.min for amount in amounts), None)


def _about(
    reading: GroundedReading, statement: Statement, event: str, positions: Mapping[int, Position]
) -> tuple[About, ...]:
    number = _number(reading, statement)
    return (About(event, None, None) if number is None else About(event, "killed", positions[number].id),)


def _claim(
    reading: GroundedReading, statement: Statement, actors: Mapping[Key, Actor], about: tuple[About, ...]
) -> Claim:
    text, span, cue = reading.document.text, statement.speaker_span, statement.cue
    outlet = actors[_outlet(reading)]
    speaker = actors[_speaker(reading, statement)]
    last = Link(outlet.name, outlet.id, "outlet")
    return Claim(
        id=_claim_id(reading, statement),
        document=reading.document.id,
        start=statement.span.start,
        end=statement.span.end,
        text=statement.span.of(text),
        claimant=_claimant(speaker.id, span, text),
        cue=Cue(cue.start, cue.end, cue.of(text)) if cue else None,
        chain=(Link(speaker.name, speaker.id, "origin", span.start, span.end), last) if span else (last,),
        stance=statement.stance,
        certainty=statement.certainty,
        quotation=statement.quotation,
        said=None,
        repeats=None,
        about=about,
    )


def _claimant(actor: str, span: Span | None, text: str) -> Claimant:
    if span is None:
        return Claimant(actor, None, None, None, anonymous=False)
    words = span.of(text)
    return Claimant(actor, words, span.start, span.end, anonymous=words.startswith("a "))


def _claim_id(reading: GroundedReading, statement: Statement) -> str:
    return content_id("claim", reading.document.id, statement.span.start, statement.span.end, statement.stance)


def _speaker(reading: GroundedReading, statement: Statement) -> Key:
    if statement.speaker is None:
        return _outlet(reading)
    actor = reading.actors[reading.actor_of[statement.speaker]]
    return actor.kind, actor.name


def _outlet(reading: GroundedReading) -> Key:
    outlet = reading.document.outlet
    return "media", outlet.name if outlet else "not named"
