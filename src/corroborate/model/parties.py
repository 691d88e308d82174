"""Parties: a body with its spokesmen, officials, commanders and members is one voice."""

from collections.abc import Mapping

from corroborate.model.ledger import Actor

# Kinds that several states or forces share: standing in one does not make its members one party. Its own offices,
# missions and spokesmen are its voice all the same.
_SHARED = frozenset(("intergovernmental", "coalition"))
_MEMBERS = frozenset(("state", "state-forces", "government-body", "armed-group", "coalition"))


def topmost(actor: str, actors: Mapping[str, Actor]) -> str:
    """The topmost body that an actor belongs to, states before others; itself where it belongs to none."""
    seen = {actor}
    while actor in actors:
        parents = [
            parent
            for parent in actors[actor].member_of
            if parent in actors and parent not in seen and not _shares(actors[actor], actors[parent])
        ]
        if not parents:
            break
        actor = min(parents, key=lambda parent: (actors[parent].kind != "state", parent))
        seen.add(actor)
    return actor


def _shares(member: Actor, body: Actor) -> bool:
    """Whether a body is only a club of its members."""
    return body.kind in _SHARED and member.kind in _MEMBERS
