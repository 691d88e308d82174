"""States that no table knows: bodies that bear one nation's name ("Kestrian army", "Kestrian air force") are its."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corroborate.model.ids import content_id
from corroborate.model.ledger import Actor
from corroborate.names.fold import fold

_BODIES = frozenset(("government-body", "state-forces"))


def with_unknown_states(records: Sequence[Actor]) -> Iterator[Actor]:
    """The records with a state for every unknown nation whose bodies act, and the bodies as its members.

    A body named without a nation ("the defence ministry") belongs to the story's only state, where there is only one.
    """
    nations = {record.id: nation for record in records if (nation := _nation(record)) is not None}
    states = {nation: _state(nation) for nation in sorted(set(nations.values()))}
    known = {record.id for record in records if record.kind == "state" and _has_members(record, records)}
    only = _only([*known, *(state.id for state in states.values())])
    for record in records:
        nation = nations.get(record.id)
        if nation is not None:
            yield replace(record, member_of=(states[nation].id,))
        elif only is not None and record.kind in _BODIES and not record.member_of and _is_bare(record):
            yield replace(record, member_of=(only,))
        else:
            yield record
    yield from states.values()


def _nation(record: Actor) -> str | None:
    """The adjective that opens a body's name, where no known state is its parent."""
    words = record.name.split()
    if record.kind not in _BODIES or record.member_of or record.country is not None or len(words) < 2:
        return None
    first = words[0]
    return first if first[:1].isupper() and words[1][:1].islower() else None


def _state(nation: str) -> Actor:
    return Actor(content_id("actor", "state", fold(nation)), f"{nation} state", "state", (), None, (), ())


def _has_members(state: Actor, records: Sequence[Actor]) -> bool:
    return any(state.id in record.member_of and record.kind in _BODIES for record in records)


def _only(states: Sequence[str]) -> str | None:
    found = sorted(set(states))
    return found[0] if len(found) == 1 else None


def _is_bare(record: Actor) -> bool:
    return record.name[:1].islower()
