"""Parties: a body with its spokesmen, officials, commanders and members is one voice."""

from collections.abc import Mapping, Sequence

from corroborate.model.ledger import Actor

# Kinds that several states or bodies share: standing in one does not make its members one party.
_SHARED = frozenset(("intergovernmental", "coalition"))


def party_of(actors: Sequence[Actor]) -> Mapping[str, str]:
    """Actor id -> the id of the topmost body that it belongs to (itself where it belongs to none)."""
    by_id = {actor.id: actor for actor in actors}
    return {actor.id: _top(actor, by_id) for actor in actors}


def _top(actor: Actor, by_id: Mapping[str, Actor]) -> str:
    seen = {actor.id}
    while True:
        parents = [
            by_id[parent]
            for parent in actor.member_of
            if parent in by_id and parent not in seen and by_id[parent].kind not in _SHARED
        ]
        if not parents:
            return actor.id
        actor = min(parents, key=lambda parent: (parent.kind != "state", parent.id))
        seen.add(actor.id)
