"""Records with what people correct in them, and the judgements that act on them.

A correction is of the record that has most of the mentions that it stands on (of several, the first); where several
are of one field of one record, the latest counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from corroborate.judging.fields import coordinates_of, interval_of, term_of
from corroborate.judging.rulings import Correction, Rulings
from corroborate.model.judgement import JudgedKind, Judgement, MentionKey
from corroborate.model.ledger import Actor, ActorKind, Event, Place, PlaceBasis

R = TypeVar("R", Actor, Place, Event)
Owners = Mapping[MentionKey, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One value for one field; `target` is the actor that is meant, where the field takes one."""

    judgement: Judgement
    target: str | None

    @property
    def value(self) -> str | None:
        return self.judgement.value


def owners_of(records: Iterable[Actor | Place | Event]) -> Owners:
    """Mention -> the id of the record that has it."""
    return {mention.key: record.id for record in records for mention in record.mentions}


def holder(keys: Iterable[MentionKey], owners: Owners) -> str | None:
    """The record that has most of the mentions; of several, the one whose id comes first."""
    counts = Counter(owners[key] for key in keys if key in owners)
    return min(counts, key=lambda record: (-counts[record], record), default=None)


def judged_actors(actors: Sequence[Actor], rulings: Rulings) -> tuple[Actor, ...]:
    """The actors with what people say of them. Who is made a member of a body is no body of it."""
    if not rulings:
        return tuple(actors)
    judged = {actor.id: actor for actor in _judged(actors, "actor", rulings, owners_of(actors))}
    for correction in reversed(rulings.corrections):  # of two that make a circle the later one holds
        judgement = correction.judgement
        if judgement.field == "member_of" and judgement.record == "actor":
            for actor in [actor for actor in judged.values() if judgement.id in actor.judgements]:
                _cut_circles(actor, judged)
    for actor in actors:  # who was merged with a body above its own
        if judged[actor.id].judgements:
            _cut_circles(judged[actor.id], judged)
    return tuple(judged[actor.id] for actor in actors)


def judged_places(places: Sequence[Place], rulings: Rulings) -> tuple[Place, ...]:
    """The places with what people say of them."""
    return _judged(places, "place", rulings, {}) if rulings else tuple(places)


def judged_events(events: Sequence[Event], rulings: Rulings) -> tuple[Event, ...]:
    """The events with what people say of them, which stands first among the reasons."""
    if not rulings:
        return tuple(events)
    return tuple(
        replace(event, reasons=(*(said(rulings.in_force[each]) for each in event.judgements), *event.reasons))
        for event in _judged(events, "event", rulings, {})
    )


def said(judgement: Judgement) -> str:
    """A judgement in one line: "judged one event by Anna, 3 May 2021: the same convoy"."""
    what = {"merge": f"one {judgement.record}", "apart": "kept apart from others", "reject": "rejected"}.get(
        judgement.kind, f"{judgement.field} corrected"
    )
    return f"judged: {what} ({judgement.by}, {judgement.when[:10]}): {judgement.why}"


def _judged(records: Sequence[R], kind: JudgedKind, rulings: Rulings, actors: Owners) -> tuple[R, ...]:
    speaking = rulings.verdicts(kind).speaking
    changes = _changes(records, kind, rulings, actors)
    found = []
    for record in records:
        acting: set[str] = set(record.judgements)
        for mention in record.mentions:
            acting.update(speaking.get(mention.key, ()))
        for field, change in changes.get(record.id, {}).items():
            record = cast("R", SETTERS[kind, field](record, change))
            acting.add(change.judgement.id)
        found.append(replace(record, judgements=tuple(each for each in rulings.in_force if each in acting)))
    return tuple(found)


def _changes(records: Sequence[R], kind: JudgedKind, rulings: Rulings, actors: Owners) -> dict[str, dict[str, Change]]:
    """Record -> field -> the latest correction of it."""
    owners = owners_of(records)
    found: dict[str, dict[str, Change]] = {}
    for correction in rulings.corrections:
        record = holder(correction.keys, owners) if correction.judgement.record == kind else None
        field, target = correction.judgement.field, _target(correction, actors)
        lost = correction.judgement.target and target in (None, record)
        if record is not None and field is not None and not lost and (kind, field) in SETTERS:
            fields = found.setdefault(record, {})
            fields.pop(field, None)
            fields[field] = Change(correction.judgement, target)
    return found


def _target(correction: Correction, actors: Owners) -> str | None:
    return holder(correction.target, actors)


def _cut_circles(actor: Actor, actors: dict[str, Actor]) -> None:
    """Nobody above an actor is a member of it any more."""
    waiting, seen = list(actor.member_of), {actor.id}
    while waiting:
        above = actors.get(waiting.pop())
        if above is None or above.id in seen:
            continue
        seen.add(above.id)
        left = tuple(body for body in above.member_of if body != actor.id)
        if left != above.member_of:
            actors[above.id] = replace(above, member_of=left)
        waiting += left


Setter = Callable[[R, Change], R]


def _actor_name(actor: Actor, change: Change) -> Actor:
    return replace(actor, name=change.value or actor.name)


def _actor_kind(actor: Actor, change: Change) -> Actor:
    return replace(actor, kind=cast("ActorKind", change.value))


def _actor_country(actor: Actor, change: Change) -> Actor:
    return replace(actor, country=change.value)


def _member_of(actor: Actor, change: Change) -> Actor:
    return replace(actor, member_of=(change.target,) if change.target is not None else ())


def _place_name(place: Place, change: Change) -> Place:
    return replace(place, name=change.value or place.name)


def _place_country(place: Place, change: Change) -> Place:
    return replace(place, country=change.value)


def _admin1(place: Place, change: Change) -> Place:
    return replace(place, admin1=change.value)


def _coordinates(place: Place, change: Change) -> Place:
    latitude, longitude = coordinates_of(change.value)
    basis: PlaceBasis = "unresolved" if latitude is None else "context"
    return replace(place, latitude=latitude, longitude=longitude, geonames_id=None, basis=basis)


def _precision(place: Place, change: Change) -> Place:
    return replace(place, precision=int(change.value) if change.value is not None else None)


def _geonames_id(place: Place, change: Change) -> Place:
    return replace(place, geonames_id=int(change.value) if change.value is not None else None)


def _title(event: Event, change: Change) -> Event:
    return replace(event, title=change.value or event.title)


def _time(event: Event, change: Change) -> Event:
    return replace(event, time=interval_of(change.value))


def _plover(event: Event, change: Change) -> Event:
    kind, mode = term_of(change.value)
    return replace(event, kind=replace(event.kind, plover=kind, plover_mode=mode))


def _acled(event: Event, change: Change) -> Event:
    kind, sub = term_of(change.value)
    return replace(event, kind=replace(event.kind, acled=kind, acled_sub=sub))


SETTERS: Mapping[tuple[str, str], Callable[..., Actor | Place | Event]] = {
    ("actor", "name"): _actor_name,
    ("actor", "kind"): _actor_kind,
    ("actor", "country"): _actor_country,
    ("actor", "member_of"): _member_of,
    ("place", "name"): _place_name,
    ("place", "country"): _place_country,
    ("place", "admin1"): _admin1,
    ("place", "coordinates"): _coordinates,
    ("place", "precision"): _precision,
    ("place", "geonames_id"): _geonames_id,
    ("event", "title"): _title,
    ("event", "time"): _time,
    ("event", "plover"): _plover,
    ("event", "acled"): _acled,
}
