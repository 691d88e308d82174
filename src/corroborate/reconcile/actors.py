"""Actors across a story: which local actors are one, and the records that they become."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.grounded import GroundedReading
from corroborate.model.ids import content_id
from corroborate.model.ledger import Actor, ActorKind
from corroborate.names.fold import fold
from corroborate.reconcile.actor_groups import Grouping, grouped, reasons_of
from corroborate.reconcile.actor_records import draft_of, with_parents
from corroborate.reconcile.actor_rules import is_agency_name
from corroborate.reconcile.sides import Cast, Key
from corroborate.reconcile.states import with_unknown_states
from corroborate.resolve.seeds import Seeds

# What they are called is no name: no page is published under it.
_NAMELESS = frozenset(("role", "population"))


@dataclass(frozen=True, slots=True)
class StoryActors:
    """The actor records of a story by id, and the id of each local actor and each name that documents bear."""

    by_id: Mapping[str, Actor]
    ids: Mapping[Key, str]
    by_name: Mapping[str, str]

    def of(self, document: int, local: int) -> str | None:
        """The actor id of a local actor; None for none (-1)."""
        return self.ids.get((document, local))


def story_actors(cast: Cast) -> StoryActors:
    """The actors of a story.

    Outlets and credited agencies are actors too, though no sentence may name them.
    """
    return actors_of(cast, grouped(cast))


def actors_of(cast: Cast, grouping: Grouping) -> StoryActors:
    """The records of groups that are final."""
    members, reasons = grouping.groups, reasons_of(cast, grouping)
    drafts = [replace(draft_of(cast, group), reasons=reasons.get(group[0], ())) for group in members]
    ids = {key: draft.id for group, draft in zip(members, drafts, strict=True) for key in group}
    records = [with_parents(cast, group, draft, ids) for group, draft in zip(members, drafts, strict=True)]
    records = [*with_unknown_states(records)]
    by_name = _names(records)
    extra = _extra_actors(cast.readings, by_name, cast.seeds)
    return StoryActors({item.id: item for item in (*records, *extra)}, ids, {**_names(extra), **by_name})


def _names(records: Sequence[Actor]) -> dict[str, str]:
    found: dict[str, str] = {}
    for record in records:
        if record.kind not in _NAMELESS:
            for name in (record.name, *record.aliases):
                found.setdefault(fold(name), record.id)
    return found


def _extra_actors(readings: Sequence[GroundedReading], by_name: Mapping[str, str], seeds: Seeds) -> tuple[Actor, ...]:
    """Outlets and credited agencies that no sentence mentions."""
    wanted: dict[str, tuple[str, ActorKind, str | None]] = {}
    for item in readings:
        names = [(item.document.outlet.name, "media")] if item.document.outlet is not None else []
        names += [(name, "agency") for credit in item.document.credits for name, _ in credit.names]
        for name, kind in names:
            seed = seeds.find(name)
            shown = seed.name if seed is not None else name
            short = fold(name.split()[0]) if is_agency_name(name) else fold(name)
            known = any(key in by_name for key in (fold(name), fold(shown), short))
            if not known and name.lower() != "agencies":
                fallback: ActorKind = "media" if kind == "media" else "agency"
                wanted.setdefault(
                    fold(shown),
                    (shown, seed.kind if seed is not None else fallback, seed.country if seed is not None else None),
                )
    return tuple(
        Actor(content_id("actor", kind, folded), name, kind, (), country, (), ())
        for folded, (name, kind, country) in sorted(wanted.items())
    )
