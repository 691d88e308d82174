"""Parties: a body with its spokesmen, officials, commanders and members is one voice."""

from collections.abc import Mapping

from corroborate.model.ledger import Actor

# Kinds that several states or bodies share: standing in one does not make its members one party.
_SHARED = frozenset(("intergovernmental", "coalition"))


def topmost(actor: str, actors: Mapping[str, Actor]) -> str:
    """The topmost body that an actor belongs to, states before others; itself where it belongs to none."""
    seen = {actor}
    while actor in actors:
        parents = [
            parent
            for parent in actors[actor].member_of
            if parent in actors and parent not in seen and actors[parent].kind not in _SHARED
        ]
        if not parents:
            break
        actor = min(parents, key=lambda parent: (actors[parent].kind != "state", parent))
        seen.add(actor)
    return actor
