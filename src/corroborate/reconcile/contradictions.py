"""What cannot be true together, what replaces what, and what is a part of what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.ledger import Claim, Position
from corroborate.reconcile.answer import NO_ONE_ELSE
from corroborate.reconcile.slots import head_noun

# Facets to which one event has one answer; several targets, places and weapons can all be true.
_EXCLUSIVE = frozenset(("attacker",))
_FIGURES = frozenset(("killed", "injured"))
# Words that make a number a part of another.
PART = re.compile(
    r"\bof (?:the (?:dead|wounded|injured|victims|killed|deceased|casualties|fatalities)|them|whom|which|his|her|its"
    r"|our|their|those|these)\b|^(?:the|all) (?:other|rest)\b|^(?:an)?other\b|^(?!no\b)\S+ more\b(?! than)"
    r"|^(?:an?|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Relations:
    """For one position: the ids that it contradicts and supersedes, and the whole that it is a part of."""

    contradicts: tuple[str, ...]
    supersedes: tuple[str, ...]
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Sides:
    """Who speaks: each claim by id, each claimant's party, when each document appeared, and which actors are bodies
    with a name: gunmen, a soldier or "the enemy" may be anybody's.
    """

    claims: Mapping[str, Claim]
    parties: Mapping[str, str]
    published: Mapping[str, str]
    bodies: frozenset[str] = frozenset()


def relate(facet: str, positions: Sequence[Position], sides: Sides) -> dict[str, Relations]:
    """The relations between the answers to one facet of one event, by position id."""
    superseding = {
        item.id: tuple(sorted(other.id for other in positions if _supersedes(item, other, sides))) for item in positions
    }
    found: dict[str, Relations] = {}
    parts = {item.id for item in positions if facet in _FIGURES and _is_part(item, positions, sides)}
    for item in positions:
        replaced = {*superseding[item.id], *(other for other, ids in superseding.items() if item.id in ids)}
        against = sorted(
            other.id
            for other in positions
            if other.id != item.id
            and other.id not in replaced
            and _exclude(facet, item, other, sides)
            and _smaller(item, other).id not in parts
        )
        found[item.id] = Relations(tuple(against), superseding[item.id], _whole(item, positions, sides))
    return found


def _exclude(facet: str, first: Position, second: Position, sides: Sides) -> bool:
    if first.negative or second.negative:
        return facet == "target" and _rival_targets(first, second, sides)
    if facet in _FIGURES:
        return _figures_exclude(first, second)
    if facet in _EXCLUSIVE:
        named = first.actor in sides.bodies and second.actor in sides.bodies
        return named and not _told_together(first, second, sides) and _party(first, sides) != _party(second, sides)
    if facet == "target":
        return _rival_targets(first, second, sides)
    return False


def _party(position: Position, sides: Sides) -> str | None:
    return sides.parties.get(position.actor, position.actor) if position.actor is not None else position.value


def _told_together(first: Position, second: Position, sides: Sides) -> bool:
    """One speaker of one sentence who gives both answers does not contradict itself: two attackers in league."""
    return bool({support.claim for support in first.claims} & {support.claim for support in second.claims})


def _figures_exclude(first: Position, second: Position) -> bool:
    one, other = first.quantity, second.quantity
    if one is None or other is None or one.bound is None or other.bound is None or one.unit != other.unit:
        return False
    if one.group == other.group:
        kinds = one.group != "fighters" or head_noun(first.value) == head_noun(second.value)
        return kinds and not one.allows(other)  # four militants and two soldiers are two sides' dead
    return _beyond(first, second) or _beyond(second, first)


def _smaller(first: Position, second: Position) -> Position:
    """Of two figures the one that may be a part of the other."""
    return min(first, second, key=lambda item: (_number(item), item.id))


def _number(position: Position) -> int:
    quantity = position.quantity
    if quantity is None:
        return 0
    return quantity.max if quantity.max is not None else quantity.min or 0


def _is_part(item: Position, positions: Sequence[Position], sides: Sides) -> bool:
    """Whether a figure is told as a part: in so many words ("two of the dead", "the other eleven"), or beside a greater
    one that the same speaker gives in the same document.
    """
    if item.value.endswith(NO_ONE_ELSE):
        return False
    if PART.search(item.value):
        return True
    told = _tellings(item, sides)
    return any(_number(other) > _number(item) and told & _tellings(other, sides) for other in positions)


def _tellings(position: Position, sides: Sides) -> set[tuple[str, str]]:
    """Who gives an answer in which document."""
    return {
        (_speaker(support.claim, sides), sides.claims[support.claim].document)
        for support in position.claims
        if support.stance == "asserts"
    }


def _beyond(closed: Position, other: Position) -> bool:
    """Whether "two fighters and no one else" leaves no room for the other figure."""
    limit = closed.quantity.max if closed.quantity is not None else None
    least = other.quantity.min if other.quantity is not None else None
    return closed.value.endswith(NO_ONE_ELSE) and limit is not None and least is not None and least > limit


def _rival_targets(first: Position, second: Position, sides: Sides) -> bool:
    """Two targets exclude each other where the speaker for one denies the other."""
    speakers = [
        {_speaker(support.claim, sides) for support in item.claims if support.stance == "asserts"}
        for item in (first, second)
    ]
    deniers = [
        {_speaker(support.claim, sides) for support in item.claims if support.stance == "denies"}
        for item in (first, second)
    ]
    return bool(speakers[0] & deniers[1] or speakers[1] & deniers[0])


def _speaker(claim: str, sides: Sides) -> str:
    first = sides.claims[claim].chain[0]
    return sides.parties.get(first.actor, first.actor) if first.actor is not None else first.name


def _supersedes(later: Position, earlier: Position, sides: Sides) -> bool:
    """A later figure of the same speaker for the same group replaces the earlier one."""
    one, other = later.quantity, earlier.quantity
    if one is None or other is None or later.id == earlier.id or (one.unit, one.group) != (other.unit, other.group):
        return False
    if one.bound is None or other.bound is None:
        return False
    days = [
        {
            (_speaker(item.claim, sides), sides.published.get(sides.claims[item.claim].document, ""))
            for item in position.claims
            if item.stance == "asserts"
        }
        for position in (later, earlier)
    ]
    return any(
        speaker == same and "" not in (day, before) and before < day
        for speaker, day in days[0]
        for same, before in days[1]
    )


def _whole(part: Position, positions: Sequence[Position], sides: Sides) -> str | None:
    """The total that a group's figure is a part of, as the same speaker tells it."""
    quantity = part.quantity
    if quantity is None or quantity.group is None or part.value.endswith(NO_ONE_ELSE):
        return None
    wholes = [
        item
        for item in positions
        if item.quantity is not None
        and item.quantity.group is None
        and item.quantity.unit == quantity.unit
        and _holds(item, part)
    ]
    speakers = {_speaker(support.claim, sides) for support in part.claims if support.stance == "asserts"}
    near = [
        item
        for item in wholes
        if speakers & {_speaker(support.claim, sides) for support in item.claims if support.stance == "asserts"}
    ]
    return min((item.id for item in near), default=None)


def _holds(whole: Position, part: Position) -> bool:
    top = whole.quantity.max if whole.quantity is not None and whole.quantity.max is not None else None
    least = part.quantity.min if part.quantity is not None else None
    return top is None or least is None or least <= top
