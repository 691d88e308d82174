"""Stories joined to one ledger: actors and places that several stories name become one record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from corroborate.judging.corrections import judged_actors, judged_places
from corroborate.judging.grouping import regrouped
from corroborate.judging.rulings import NO_RULINGS, Rulings, Verdicts
from corroborate.model.document import LineageEntry
from corroborate.model.judgement import MentionKey
from corroborate.model.ledger import About, Actor, Claim, Event, Ledger, Mention, Place, Position
from corroborate.names.fold import plain
from corroborate.reconcile.union import Union
from corroborate.resolve.seeds import Seeds

R = TypeVar("R", Actor, Place)

# Offices and crowds of two stories are never the same for bearing the same words; persons only by full name.
_NEVER_JOINED = frozenset(("role", "population", "unknown"))


def join_stories(ledgers: Iterable[Ledger], seeds: Seeds, rulings: Rulings = NO_RULINGS) -> Ledger:
    """One ledger of all stories' ledgers; the same whatever their order. No story is recomputed for it.

    What people say of actors and places holds across stories too.
    """
    stories = list(ledgers)
    actors = [actor for story in stories for actor in story.actors]
    places = [place for story in stories for place in story.places]
    actor_ids = _joined_ids(actors, lambda actor: _actor_keys(actor, seeds), rulings.actor)
    place_ids = _joined_ids(places, lambda place: (_place_key(place),), rulings.place)
    return Ledger(
        documents=tuple(
            sorted(
                (
                    replace(item, lineage=_lineage(item.lineage, actor_ids))
                    for story in stories
                    for item in story.documents
                ),
                key=lambda item: item.id,
            )
        ),
        actors=judged_actors(_merged_actors(actors, actor_ids), rulings),
        places=judged_places(_merged_places(places, place_ids), rulings),
        claims=tuple(
            sorted(
                (_claim(claim, actor_ids) for story in stories for claim in story.claims),
                key=lambda item: (item.document, item.start, item.end, item.id),
            )
        ),
        events=tuple(
            sorted(
                (_event(event, actor_ids, place_ids) for story in stories for event in story.events),
                key=lambda item: item.id,
            )
        ),
        problems=tuple(sorted({problem for story in stories for problem in story.problems})),
    )


def _actor_key(actor: Actor, seeds: Seeds) -> str | None:
    """The seed that an actor is, else its kind, exact name and country; None for what is never joined."""
    seed = seeds.by_name.get(actor.name)
    if seed is not None:
        return f"seed:{seed}"
    if actor.kind in _NEVER_JOINED or (actor.kind == "person" and " " not in actor.name) or actor.name[:1].islower():
        return None
    return f"{actor.kind}:{plain(actor.name)}:{actor.country}"


def _actor_keys(actor: Actor, seeds: Seeds) -> tuple[str, ...]:
    """The keys of its name; where people may have given it another one, of those that texts give it too."""
    names = (actor.name, *(actor.aliases if actor.judgements else ()))
    keys = (_actor_key(replace(actor, name=name), seeds) for name in names)
    return tuple(key for key in keys if key is not None)


def _place_key(place: Place) -> str:
    if place.geonames_id is not None:
        return f"geonames:{place.geonames_id}"
    if place.latitude is not None and place.basis == "gazetteer":
        return f"at:{place.name}:{place.latitude}:{place.longitude}"
    return f"{plain(place.name)}:{place.country}:{place.admin1}"


def _joined_ids(records: Sequence[R], keys: Callable[[R], Iterable[str]], verdicts: Verdicts) -> Mapping[str, str]:
    """Every record's id -> the id of the record that it becomes: the one with the smallest mention."""
    groups = Union([record.id for record in records])
    first: dict[str, str] = {}
    for record in records:
        for name in keys(record):
            groups.join(first.setdefault(name, record.id), record.id)
    by_id: dict[str, R] = {}
    for record in records:
        by_id.setdefault(record.id, record)
    ids = {}
    mentions: dict[str, list[MentionKey]] = {}
    for record in records if verdicts else ():
        mentions.setdefault(record.id, []).extend(mention.key for mention in record.mentions)
    for group in regrouped(groups.groups(), lambda record: mentions.get(record, ()), verdicts):
        lead = min(group, key=lambda item: (by_id[item].mentions[:1] == (), by_id[item].mentions[:1], item))
        ids.update(dict.fromkeys(group, lead))
    return ids


def _merged_actors(actors: Sequence[Actor], ids: Mapping[str, str]) -> tuple[Actor, ...]:
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        found.setdefault(ids[actor.id], []).append(actor)
    merged = []
    for identifier, group in sorted(found.items()):
        lead = next(actor for actor in group if actor.id == identifier)
        parents = {ids.get(parent, parent) for actor in group for parent in actor.member_of} - {identifier}
        merged.append(
            replace(
                lead,
                aliases=_all(actor.aliases for actor in group),
                member_of=tuple(sorted(parents)),
                mentions=_all(actor.mentions for actor in group),
                reasons=_all(actor.reasons for actor in group),
                judgements=_all(actor.judgements for actor in group),
            )
        )
    return tuple(merged)


def _merged_places(places: Sequence[Place], ids: Mapping[str, str]) -> tuple[Place, ...]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(ids[place.id], []).append(place)
    return tuple(
        replace(
            next(place for place in group if place.id == identifier),
            aliases=_all(place.aliases for place in group),
            mentions=_all(place.mentions for place in group),
            judgements=_all(place.judgements for place in group),
        )
        for identifier, group in sorted(found.items())
    )


T = TypeVar("T", str, Mention)


def _all(parts: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(sorted({item for part in parts for item in part}))


def _lineage(entries: Sequence[LineageEntry], ids: Mapping[str, str]) -> tuple[LineageEntry, ...]:
    return tuple(
        replace(entry, source=replace(entry.source, actor=_renamed(entry.source.actor, ids))) for entry in entries
    )


def _claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    claimant = replace(claim.claimant, actor=_renamed(claim.claimant.actor, ids))
    return replace(
        claim,
        claimant=claimant,
        chain=tuple(replace(link, actor=_renamed(link.actor, ids)) for link in claim.chain),
        about=_about(claim.about),
    )


def _about(about: Sequence[About]) -> tuple[About, ...]:
    return tuple(sorted(about, key=lambda item: (item.event, item.facet or "", item.position or "")))


def _renamed(identifier: str | None, ids: Mapping[str, str]) -> str | None:
    return ids.get(identifier, identifier) if identifier is not None else None


def _event(event: Event, actors: Mapping[str, str], places: Mapping[str, str]) -> Event:
    facets = {
        facet: tuple(_position(item, actors, places) for item in positions) for facet, positions in event.facets.items()
    }
    return replace(
        event, facets=facets, places=tuple(dict.fromkeys(places.get(place, place) for place in event.places))
    )


def _position(position: Position, actors: Mapping[str, str], places: Mapping[str, str]) -> Position:
    return replace(position, actor=_renamed(position.actor, actors), place=_renamed(position.place, places))
