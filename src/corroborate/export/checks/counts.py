"""Rules about how many stand behind an answer, and the grade that follows."""

from collections.abc import Iterator

from corroborate.export.checks.index import HOLDING, OPEN, Answer, Fault, Index
from corroborate.model.ledger import Claim


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
