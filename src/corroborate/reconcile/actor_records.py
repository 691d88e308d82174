"""The records that groups of local actors become: name, kind, aliases, mentions, the bodies above."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corroborate.model.grounded import GroundedReading, LocalActor
from corroborate.model.ids import content_id
from corroborate.model.ledger import Actor, ActorKind, Mention
from corroborate.names.fold import fold
from corroborate.reconcile.actor_rules import is_agency_name
from corroborate.reconcile.sides import BODIES, Cast, Key


def draft_of(cast: Cast, group: Sequence[Key]) -> Actor:
    """The record of a group, without the bodies that it belongs to."""
    locals_ = [cast.local(key) for key in group]
    outlets = _outlet_names(cast.readings)
    lead = min(locals_, key=lambda item: (_KIND_RANK.get(item.kind, 0), -len(item.mentions), item.name))
    mentions = tuple(sorted({mention for key in group for mention in _mentions(cast.readings, key)}))
    listener = next((cast.spoken_to[key] for key in group if key in cast.spoken_to), None)
    country = next((item.country for item in locals_ if item.country is not None), None)
    return Actor(
        id=content_id("actor", *(mentions[0].document, mentions[0].start, mentions[0].end))
        if mentions
        else content_id("actor", lead.kind, fold(lead.name)),
        name=outlets.get(fold(lead.name))
        or _agency_names(cast.readings).get(fold(lead.name))
        or _shown_name(lead, _best_spelling(locals_, lead), listener, cast.readings[group[0][0]]),
        kind=lead.kind,
        aliases=tuple(sorted({alias for item in locals_ for alias in item.aliases})),
        country=country,
        member_of=(),
        mentions=mentions,
    )


_KIND_RANK: dict[ActorKind, int] = {"unknown": 8, "organisation": 5, "role": 6, "population": 7}


def _best_spelling(locals_: Sequence[LocalActor], lead: LocalActor) -> str:
    """The seed's name, else the spelling that most mentions bear, the longest among equals."""
    if lead.seed is not None:
        return lead.name
    counts: dict[str, int] = {}
    bodies = lead.kind in BODIES
    proper = not bodies and any(item.kind == lead.kind and item.name[:1].isupper() for item in locals_)
    for item in locals_:
        if item.kind == lead.kind and (item.name[:1].isupper() or not proper):
            counts[item.name] = counts.get(item.name, 0) + len(item.mentions)
    best = max(counts, key=lambda name: (counts[name] if lead.kind != "person" else 0, len(name), name))
    plain_form = best[:1].lower() + best[1:]
    return plain_form if bodies and plain_form in counts else best  # a sentence's first word has a capital anyway


def _agency_names(readings: Sequence[GroundedReading]) -> Mapping[str, str]:
    """The short names of credited agencies with their full ones: "Corvane" for "Corvane Press Agency"."""
    full = {
        name
        for item in readings
        for credit in item.document.credits
        for name, _ in credit.names
        if is_agency_name(name)
    }
    return {fold(name.split()[0]): name for name in sorted(full)}


def _outlet_names(readings: Sequence[GroundedReading]) -> Mapping[str, str]:
    return {
        fold(item.document.outlet.name): item.document.outlet.name
        for item in readings
        if item.document.outlet is not None
    }


def _shown_name(lead: LocalActor, name: str, listener: str | None, reading: GroundedReading) -> str:
    """Unnamed speakers take what tells them apart: whom they spoke to, else the page that quotes them."""
    if lead.kind != "role" or not lead.anonymous:
        return name
    outlet = reading.document.outlet.name if reading.document.outlet is not None else reading.document.name
    article = "an" if name[:1].lower() in "aeiou" and not name.startswith(("US", "UN", "UK", "U.S")) else "a"
    return f"{article} {name} (to {listener or outlet})"


def _mentions(readings: Sequence[GroundedReading], key: Key) -> tuple[Mention, ...]:
    item = readings[key[0]]
    names = (item.reading.names[index] for index in item.actors[key[1]].mentions)
    return tuple(Mention(item.document.id, name.span.start, name.span.end, name.text) for name in names)


def with_parents(cast: Cast, group: Sequence[Key], draft: Actor, ids: Mapping[Key, str]) -> Actor:
    """The record with the bodies that texts and the seed table put it in."""
    readings, seeds = cast.readings, cast.seeds
    parents = {ids[at, parent] for at, local in group for parent in readings[at].actors[local].member_of}
    by_seed = {
        item.seed: ids[at, local]
        for at, reading in enumerate(readings)
        for local, item in enumerate(reading.actors)
        if item.seed
    }
    for key in group:
        seed = seeds.by_key.get(cast.local(key).seed or "")
        parents |= {by_seed[parent] for parent in (seed.parents if seed is not None else ()) if parent in by_seed}
    return replace(draft, member_of=tuple(sorted(parents - {draft.id})))
