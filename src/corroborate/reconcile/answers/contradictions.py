"""What cannot be true together, what replaces what, and what is a part of what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.ledger import Actor, Claim, Position
from corroborate.names.fold import core_words, fold_word
from corroborate.reconcile.answers.answer import NO_ONE_ELSE
from corroborate.reconcile.answers.questions import Questions
from corroborate.reconcile.events.slots import head_noun


@dataclass(frozen=True, slots=True)
class Relations:
    """For one position: the ids that it contradicts and supersedes, and the whole that it is a part of."""

    contradicts: tuple[str, ...]
    supersedes: tuple[str, ...]
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Sides:
    """Who speaks: each claim by id, each claimant's party, when each document appeared, and which actors are bodies
    with a name: gunmen, a soldier or "the enemy" may be anybody's. `questions` says which facets have one answer.
    """

    claims: Mapping[str, Claim]
    parties: Mapping[str, str]
    published: Mapping[str, str]
    bodies: frozenset[str]
    questions: Questions


def relate(facet: str, positions: Sequence[Position], sides: Sides) -> dict[str, Relations]:
    """The relations between the answers to one facet of one event, by position id."""
    superseding = {
        item.id: tuple(sorted(other.id for other in positions if _supersedes(item, other, sides))) for item in positions
    }
    found: dict[str, Relations] = {}
    figures = sides.questions.figure(facet)
    parts = {item.id for item in positions if figures and _is_part(item, positions, sides)}
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
    if sides.questions.figure(facet) and _nobody(first, facet, sides) != _nobody(second, facet, sides):
        return _some(second if _nobody(first, facet, sides) else first, sides)
    if first.negative or second.negative:
        return facet == "target" and _rivals(first, second, sides)
    if sides.questions.figure(facet):
        return _figures_exclude(first, second, sides)
    if sides.questions.exclusive(facet):
        named = first.actor in sides.bodies and second.actor in sides.bodies
        apart = not _told_together(first, second, sides) and _party(first, sides) != _party(second, sides)
        return apart and ((named and not _short_form(first, second)) or _rivals(first, second, sides))
    if facet == "target":
        return _rivals(first, second, sides)
    return False


def _short_form(first: Position, second: Position) -> bool:
    """Whether one name may be the other's short form ("the Front", "Sorrel Front"): such names rival nobody."""
    names = [frozenset(fold_word(word) for word in core_words(item.value)) for item in (first, second)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def _party(position: Position, sides: Sides) -> str | None:
    return sides.parties.get(position.actor, position.actor) if position.actor is not None else position.value


def _told_together(first: Position, second: Position, sides: Sides) -> bool:
    """One speaker of one sentence who gives both answers does not contradict itself: two attackers in league."""
    return bool({support.claim for support in first.claims} & {support.claim for support in second.claims})


def _figures_exclude(first: Position, second: Position, sides: Sides) -> bool:
    """Whether no number fits both, of the same thing at the same time."""
    one, other = first.quantity, second.quantity
    if one is None or other is None or one.bound is None or other.bound is None or one.unit != other.unit:
        return False
    if one.group == other.group:
        kinds = one.group != "fighters" or head_noun(first.value) == head_noun(second.value)
        # Four militants and two soldiers are two sides' dead; tolls rise from day to day.
        return kinds and not one.allows(other) and not _least(first, second, sides) and not _risen(first, second, sides)
    return any(_beyond(*pair) or _exceeds(*pair) for pair in ((first, second), (second, first)))


def _nobody(position: Position, facet: str, sides: Sides) -> bool:
    """Whether the answer is that there was none at all, not only none of one side or group."""
    if position.quantity is not None:
        return position.quantity.max == 0 and position.quantity.group is None
    whole = sides.questions.matches("one-side", position.value) is None
    return whole and any(
        name == facet and pattern.fullmatch(position.value)
        for name, pattern in sides.questions.patterns.get("nobody", ())
    )


def _some(position: Position, sides: Sides) -> bool:
    """Whether an answer is that there was somebody: a number above none, or a person."""
    if position.negative or sides.questions.matches("nobody", position.value) is not None:
        return False
    return position.quantity is None or position.quantity.max is None or position.quantity.max > 0


def _exceeds(group: Position, whole: Position) -> bool:
    """Whether a group's number is greater than the most that there were in all."""
    if group.quantity is None or whole.quantity is None or group.quantity.group is None:
        return False
    least, most = group.quantity.min, whole.quantity.max
    return whole.quantity.group is None and least is not None and most is not None and least > most


def _least(first: Position, second: Position, sides: Sides) -> bool:
    """Whether the smaller number is of what was seen or listed (bodies, names): there may be more."""
    return sides.questions.matches("least", _smaller(first, second).value) is not None


def _risen(first: Position, second: Position, sides: Sides) -> bool:
    """Whether everybody who gives the greater number gives it on a later day than all who give the smaller."""
    less, more = sorted((first, second), key=lambda item: (_number(item), item.id))
    before, after = _days(less, sides), _days(more, sides)
    return bool(before and after) and "" not in before | after and max(before) < min(after)


def _days(position: Position, sides: Sides) -> set[str]:
    """The days on which the documents of those who hold an answer appeared."""
    return {
        sides.published.get(sides.claims[support.claim].document, "")
        for support in position.claims
        if support.stance == "asserts"
    }


def _smaller(first: Position, second: Position) -> Position:
    """Of two figures the one that may be a part of the other."""
    return min(first, second, key=lambda item: (_number(item), item.id))


def _number(position: Position) -> int:
    quantity = position.quantity
    if quantity is None:
        return 0
    return quantity.max if quantity.max is not None else quantity.min or 0


def _is_part(item: Position, positions: Sequence[Position], sides: Sides) -> bool:
    """Whether a figure is told as a part: in so many words ("two of the dead", "the other eleven"), once and without
    its noun beside a greater one ("one was a nurse"), or beside a greater one that the same speaker gives in the same
    document.
    """
    if item.value.endswith(NO_ONE_ELSE):
        return False
    if sides.questions.matches("part", item.value) is not None:
        return True
    bare = len(item.claims) == 1 and sides.questions.matches("bare-number", item.value) is not None
    if bare and any(_number(other) > _number(item) for other in positions):
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


def _rivals(first: Position, second: Position, sides: Sides) -> bool:
    """Two answers exclude each other where the speaker for one denies the other."""
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


def is_proper(actor: Actor, texts: Mapping[str, str]) -> bool:
    """Whether an actor has a name of his own: "Sorrel Front", not "Occupiers" at the head of a sentence, "our units".

    Some mention must bear a capital that neither a sentence, nor a quotation, nor a line begins with.
    """
    for mention in actor.mentions:
        first = texts[mention.document][: mention.start].rstrip(" ").endswith(_BEGINS) or mention.start == 0
        words = mention.text.split()
        if any(word[:1].isupper() for word in (words[1:] if first else words)):
            return True
    return False


# What a capital may stand after without being a name's.
_BEGINS = (".", "!", "?", ":", "\n", "“", '"', "‘", "•", "-", "–", "—")
