"""Rules about one answer: its evidence, its counts, its grade, its rivals."""

from collections.abc import Iterator

from corroborate.export.checks.index import HOLDING, OPEN, Answer, Fault, Index
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


def quantity_bounds(index: Index) -> Iterator[Fault]:
    """A quantity has the numbers that its bound says, no negative ones, and a group that the contract knows."""
    for key, answer in index.answers.items():
        quantity = answer.position.quantity
        if quantity is not None:
            yield from ((key, fault) for fault in _bound_faults(quantity))


def origins_counted(index: Index) -> Iterator[Fault]:
    """`origins` counts the distinct first speakers of the claims that hold the answer, repetitions aside."""
    for key, answer in index.answers.items():
        least, most = _origin_range(index, answer)
        if not least <= answer.position.origins <= most:
            expected = f"{least}" if least == most else f"{least} to {most}"
            yield key, f"counts {answer.position.origins} origins, its claims have {expected}"


def lines_within_origins(index: Index) -> Iterator[Fault]:
    """There are at most as many independent lines as origins, and at least one where there is an origin."""
    for key, answer in index.answers.items():
        lines, origins = answer.position.independent_lines, answer.position.origins
        if lines > origins or (origins and not lines):
            yield key, f"has {lines} independent lines of {origins} origins"


def merges_explained(index: Index) -> Iterator[Fault]:
    """Where lines are fewer than origins, `collapsed` says which were merged and why."""
    for key, answer in index.answers.items():
        position = answer.position
        if position.independent_lines < position.origins and not position.collapsed:
            yield key, f"makes {position.independent_lines} lines of {position.origins} origins without a word why"


def one_party_one_line(index: Index) -> Iterator[Fault]:
    """A body and those who belong to it are one line, and so is one speaker in many documents."""
    for key, answer in index.answers.items():
        most = _parties(index, _counting(index, answer, HOLDING | OPEN))
        if answer.position.independent_lines > max(1, most):
            yield key, f"counts {answer.position.independent_lines} lines, its speakers are {most} parties"


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


def grade_holds(index: Index) -> Iterator[Fault]:
    """An answer's grade is the first that its claims, its rivals and its lines allow.

    The order: admitted, denied, contested, corroborated, unverified, single-source.
    """
    for key, answer in index.answers.items():
        fault = _grade_fault(index, answer)
        if fault:
            yield key, f"is {answer.position.grade}, but {fault}"


def _grade_fault(index: Index, answer: Answer) -> str | None:
    position = answer.position
    stances = frozenset[str](support.stance for support in position.claims)
    if position.grade == "admitted":
        return None if _admitted(index, answer) else "nobody of the party itself holds it"
    expected = _expected_grade(index, answer, stances)
    return None if position.grade == expected else f"its record makes it {expected}"


def _expected_grade(index: Index, answer: Answer, stances: frozenset[str]) -> str:
    position = answer.position
    rivals = (index.answers[other].position for other in position.contradicts if other in index.answers)
    if "denies" in stances:
        return "denied"
    if any(rival.independent_lines for rival in rivals):
        return "contested"
    unsettled = not stances & HOLDING
    if position.independent_lines >= 2 and not unsettled and position.grade != "unverified":
        return "corroborated"
    # An answer such as "not established" may be asserted too: the value alone tells, so the grade is believed.
    return "unverified" if stances & OPEN or position.grade == "unverified" else "single-source"


def _admitted(index: Index, answer: Answer) -> bool:
    """Whether a claim that holds the answer comes from the actor's own party; not knowable where no actor is given."""
    holders = index.holders(answer.position)
    party = index.party(answer.position.actor)
    return bool(holders) and (not party or any(party & index.party(claim.claimant.actor) for claim in holders))


def _counting(index: Index, answer: Answer, stances: frozenset[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in index.supports(answer.position, stances) if claim.repeats is None)


def _origin_range(index: Index, answer: Answer) -> tuple[int, int]:
    """Fewest and most origins: speakers that nobody names may be one or several, and only the value of an
    answer tells whether it says that something is open."""
    sure = _counting(index, answer, HOLDING)
    possible = _counting(index, answer, HOLDING | OPEN)
    named = {claim.chain[0].actor or claim.chain[0].name for claim in sure if not _nameless(claim)}
    least = len(named) + any(_nameless(claim) for claim in sure)
    all_named = {claim.chain[0].actor or claim.chain[0].name for claim in possible if not _nameless(claim)}
    return least, len(all_named) + sum(map(_nameless, possible))


def _nameless(claim: Claim) -> bool:
    return claim.chain[0].actor is None


def _parties(index: Index, claims: tuple[Claim, ...]) -> int:
    """How many speakers are left when whoever belongs to another one of them is merged with it."""
    actors = sorted({claim.chain[0].actor for claim in claims if claim.chain[0].actor})
    party = {actor: actor for actor in actors}
    for body in actors:
        for member in actors:
            if body in index.party(member):
                old, new = party[member], party[body]
                party = {key: new if value == old else value for key, value in party.items()}
    return len(set(party.values())) + sum(map(_nameless, claims))


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
