"""Actors across a story: which local actors are one, and the records that they become."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.judging.corrections import judged_actors
from corroborate.judging.grouping import regrouped
from corroborate.judging.rulings import NO_RULINGS, Rulings
from corroborate.model.ledger import Actor
from corroborate.names.fold import fold
from corroborate.reconcile.actors.groups import Grouping, grouped, reasons_of
from corroborate.reconcile.actors.offices import with_offices
from corroborate.reconcile.actors.publishers import with_publishers
from corroborate.reconcile.actors.records import draft_of, with_parents
from corroborate.reconcile.actors.sides import Cast, Key
from corroborate.reconcile.actors.states import with_unknown_states

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


def story_actors(cast: Cast, rulings: Rulings = NO_RULINGS) -> StoryActors:
    """The actors of a story, with what people say of them.

    Outlets and credited agencies are actors too, though no sentence may name them.
    """
    found = grouped(cast)
    groups = regrouped(found.groups, cast.mention_keys, rulings.actor)
    return actors_of(cast, replace(found, groups=groups), rulings)


def actors_of(cast: Cast, grouping: Grouping, rulings: Rulings = NO_RULINGS) -> StoryActors:
    """The records of groups that are final."""
    members, reasons = grouping.groups, reasons_of(cast, grouping)
    drafts = [replace(draft_of(cast, group), reasons=reasons.get(group[0], ())) for group in members]
    ids = {key: draft.id for group, draft in zip(members, drafts, strict=True) for key in group}
    seeded = {seed: ids[key] for key in sorted(ids, reverse=True) if (seed := cast.local(key).seed) is not None}
    records = [with_parents(cast, group, draft, ids, seeded) for group, draft in zip(members, drafts, strict=True)]
    records = with_offices(cast, members, with_publishers(cast, members, records))
    records = [*judged_actors([*with_unknown_states(records)], rulings)]
    pages = {fold(page.name): ids[key] for key, page in sorted(cast.pages.items(), reverse=True)}
    return StoryActors({item.id: item for item in records}, ids, {**_names(records), **pages})


def _names(records: Sequence[Actor]) -> dict[str, str]:
    found: dict[str, str] = {}
    for record in records:
        if record.kind not in _NAMELESS:
            for name in (record.name, *record.aliases):
                found.setdefault(fold(name), record.id)
    return found
