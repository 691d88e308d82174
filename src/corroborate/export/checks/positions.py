"""Rules about one answer: its evidence, its counts, its grade, its rivals."""

from collections.abc import Iterator

from corroborate.export.checks.index import Answer, Fault, Index
from corroborate.export.checks.words import has_number
from corroborate.model.ledger import Claim
from corroborate.model.quantity import Quantity

GROUPS = ("civilians", "children", "women", "men", "fighters")
# bound -> whether it has a min, whether it has a max
BOUNDS = {
    None: (False, False), "exact": (True, True), "about": (True, True), "between": (True, True),
    "at-least": (True, False), "more-than": (True, False), "up-to": (False, True), "less-than": (False, True),
}  # fmt: skip


def figure_in_words(index: Index) -> Iterator[Fault]:
    """Every claim that asserts an answer with a number has the number in its own span, in digits or words."""
    for key, answer in index.answers.items():
        quantity = answer.position.quantity
        if quantity is None:
            continue
        numbers = sorted({number for number in (quantity.min, quantity.max) if number is not None})
        for claim in index.supports(answer.position, frozenset({"asserts"})):
            missing = [number for number in numbers if not has_number(claim.text, number)]
            if missing and claim.stance == "asserts":
                yield key, f"gives {missing[0]:,}, which does not stand in the words of {claim.id}: {claim.text!r}"


def actor_in_words(index: Index) -> Iterator[Fault]:
    """The actor of an answer is one whom its evidence names.

    That is: a claim on the answer is by that actor's party or stands in a document that mentions it, or the
    event's reasons name it.
    """
    mentioned = {actor.id: {mention.document for mention in actor.mentions} for actor in index.ledger.actors}
    for key, answer in index.answers.items():
        actor = answer.position.actor
        if actor not in index.actors or any(
            _speaks_of(index, claim, actor, mentioned) for claim in _all(index, answer)
        ):
            continue
        names = (index.actors[actor].name, *index.actors[actor].aliases)
        if not any(name in reason for name in names for reason in answer.event.reasons):
            yield key, f"names {actor}, whom no claim on this answer names and no reason explains"


def answers_given(index: Index) -> Iterator[Fault]:
    """Some claim gives each answer: a denial of what nobody asserts is an answer of its own, which it asserts.

    Each claim stands once on an answer.
    """
    for key, answer in index.answers.items():
        claims = [support.claim for support in answer.position.claims]
        if not index.holders(answer.position):
            yield key, "is denied or rejected, but no claim gives it"
        if len(set(claims)) < len(claims):
            yield key, "lists one claim twice"


def quantity_bounds(index: Index) -> Iterator[Fault]:
    """A quantity has the numbers that its bound says, no negative ones, and a group that the contract knows."""
    for key, answer in index.answers.items():
        quantity = answer.position.quantity
        if quantity is not None:
            yield from ((key, fault) for fault in _bound_faults(quantity))


def rivals_mutual(index: Index) -> Iterator[Fault]:
    """Answers that contradict each other say so both, and answer the same question of the same event."""
    for key, answer in index.answers.items():
        for other in answer.position.contradicts:
            rival = index.answers.get(other)
            if rival is None:
                continue
            if rival.event.id != answer.event.id or rival.facet != answer.facet or other == key:
                yield key, f"contradicts {other}, which is no other answer to the same question"
            elif key not in rival.position.contradicts:
                yield key, f"contradicts {other}, which does not contradict it"


def kin_in_facet(index: Index) -> Iterator[Fault]:
    """An answer supersedes, and is part of, answers to the same question of the same event only."""
    for key, answer in index.answers.items():
        position = answer.position
        for other in (*position.supersedes, *((position.part_of,) if position.part_of else ())):
            kin = index.answers.get(other)
            if kin and (kin.event.id, kin.facet) != (answer.event.id, answer.facet):
                yield key, f"is tied to {other}, which answers another question"


def _all(index: Index, answer: Answer) -> Iterator[Claim]:
    return (index.claims[support.claim] for support in answer.position.claims if support.claim in index.claims)


def _speaks_of(index: Index, claim: Claim, actor: str, mentioned: dict[str, set[str]]) -> bool:
    speaker = claim.claimant.actor
    return claim.document in mentioned[actor] or bool(index.party(actor) & index.party(speaker))


def _bound_faults(quantity: Quantity) -> Iterator[str]:
    has = (quantity.min is not None, quantity.max is not None)
    if has != BOUNDS[quantity.bound]:
        yield f"its bound is {quantity.bound}, its numbers are {quantity.min} and {quantity.max}"
    elif quantity.bound in ("exact", "about") and quantity.min != quantity.max:
        yield f"its bound is {quantity.bound}, but min {quantity.min} and max {quantity.max} differ"
    elif quantity.min is not None and quantity.max is not None and quantity.min > quantity.max:
        yield f"its min {quantity.min} is above its max {quantity.max}"
    if min(quantity.min or 0, quantity.max or 0) < 0:
        yield "counts fewer than none"
    if quantity.group is not None and quantity.group not in GROUPS:
        yield f"counts the group {quantity.group!r}; the contract knows {', '.join(GROUPS)}"
