"""Competing answers side by side: the positions of one event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.ids import content_id
from corroborate.model.ledger import Claim, Position, Support
from corroborate.reconcile.answers.answer import NOT_ESTABLISHED, Answer
from corroborate.reconcile.answers.contradictions import Sides, relate
from corroborate.reconcile.answers.questions import Questions
from corroborate.reconcile.lines.independence import count_lines
from corroborate.reconcile.lines.merging import Voices

_HOLDS = ("asserts", "predicts", "demands")
_HOLDS_OPEN = (*_HOLDS, "doubts", "cannot-verify", "does-not-know")


@dataclass(frozen=True, slots=True)
class Bench:
    """What positions are built from: who speaks, what was copied, how claims stand to each other."""

    sides: Sides
    voices: Voices


def positions_of(event: str, answers: Sequence[Answer], bench: Bench) -> dict[str, tuple[Position, ...]]:
    """Facet -> its positions, those with most lines first. A denial of what nobody asserts is an answer of its own."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.facet, []).append(answer)
    return {
        facet: _facet(event, facet, found[facet], bench) for facet in sorted(found, key=bench.sides.questions.order)
    }


def _facet(event: str, facet: str, answers: Sequence[Answer], bench: Bench) -> tuple[Position, ...]:
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.key, []).append(answer)
    shown = [_negated(group) if _nobody_asserts(group) else group for _, group in sorted(groups.items())]
    positions = [_position(event, facet, group, bench) for group in shown]
    relations = relate(facet, positions, bench.sides)
    related = [
        replace(
            item,
            contradicts=relations[item.id].contradicts,
            supersedes=relations[item.id].supersedes,
            part_of=relations[item.id].part_of,
        )
        for item in positions
    ]
    return tuple(sorted(related, key=lambda item: (-item.independent_lines, -len(item.claims), item.value, item.id)))


def _nobody_asserts(group: Sequence[Answer]) -> bool:
    return (
        group[0].key != NOT_ESTABLISHED
        and not any(answer.stance in _HOLDS for answer in group)
        and any(answer.stance == "denies" for answer in group)
    )


def _negated(group: Sequence[Answer]) -> list[Answer]:
    """The negative as an answer of its own, on which the denial stands as an assertion."""
    return [
        replace(
            answer,
            key=f"not {answer.key}",
            value=f"not {answer.value}",
            stance="asserts" if answer.stance == "denies" else answer.stance,
        )
        for answer in group
    ]


def _position(event: str, facet: str, group: Sequence[Answer], bench: Bench) -> Position:
    supports = tuple(
        sorted({Support(answer.claim, answer.stance) for answer in group}, key=lambda item: (item.claim, item.stance))
    )
    one_each = {support.claim: support for support in reversed(supports)}
    supports = tuple(one_each[claim] for claim in sorted(one_each))
    lead = _lead(group)
    holding = _HOLDS_OPEN if lead.key == NOT_ESTABLISHED else _HOLDS
    claims = [bench.sides.claims[support.claim] for support in supports if support.stance in holding]
    lines = count_lines(claims, bench.voices)
    smallest = min(support.claim for support in supports)
    return Position(
        id=content_id("position", event, facet, smallest, lead.key),
        value=lead.value,
        actor=lead.actor,
        place=lead.place,
        quantity=lead.quantity,
        time=lead.time,
        claims=supports,
        origins=lines.origins,
        independent_lines=lines.independent,
        collapsed=lines.collapsed,
        grade="single-source",
        contradicts=(),
    )


def _lead(group: Sequence[Answer]) -> Answer:
    """The answer whose words stand for the position: the one that most claims give, longer words before shorter."""
    counts: dict[str, int] = {}
    for answer in group:
        counts[answer.value] = counts.get(answer.value, 0) + 1
    return min(group, key=lambda answer: (-counts[answer.value], -len(answer.value), answer.value, answer.claim))


def settled(answers: Sequence[Answer]) -> list[Answer]:
    """The answers without those to "what" that nobody denies or doubts: what it was is then no question."""
    disputed = {answer.key for answer in answers if answer.facet == "what" and answer.stance not in _HOLDS}
    return [answer for answer in answers if answer.facet != "what" or answer.key in disputed or _told_as(answer)]


def _told_as(answer: Answer) -> bool:
    """Whether a sentence of its own says that it was this."""
    return answer.key.startswith("told as ")


# Stances of claims that judge other claims.
_JUDGING = ("cannot-verify", "doubts", "denies")


def judged_answers(
    answers: Mapping[str, Sequence[Answer]], claims: Mapping[str, Claim], questions: Questions
) -> list[Answer]:
    """The answers of claims that judge other claims: "could not be verified" stands on what those claims answer."""
    found: list[Answer] = []
    for claim in sorted(claims):
        stance = claims[claim].stance
        for other in claims[claim].claims_on if stance in _JUDGING else ():
            judged = [answer for answer in answers.get(other, ()) if _is_judged(answer, questions)]
            found.extend(replace(answer, claim=claim, stance=stance) for answer in judged)
    return found


def _is_judged(answer: Answer, questions: Questions) -> bool:
    facet = questions.facets.get(answer.facet)
    return answer.stance == "asserts" and facet is not None and facet.judged
