"""What is measured answer by answer: found, graded, counted, contradicted."""

from collections.abc import Iterator

from corroborate.model.ledger import Ledger
from evaluation.alignment import answers_of, common_claims
from evaluation.answers import Answer, same_quantity
from evaluation.compared import Compared, Measure
from evaluation.score import Faults, Rates, Share, rates

CASUALTIES = ("killed", "injured")


def answers_found(both: Compared) -> Rates:
    """Answers of paired events to the same question with the same number, day, actor, place or wording, one to one."""
    return rates(len(both.pairs.answers), ours=len(all_answers(both.ours)), gold=len(all_answers(both.gold)))


def figures_found(both: Compared) -> Rates:
    """Killed and injured: paired event, question, minimum, maximum and group all gold's."""
    right = sum(_is_figure(one) and same_quantity(one.position.quantity, other.position.quantity)
                for one, other in both.pairs.answers)  # fmt: skip
    ours, gold = (sum(map(_is_figure, all_answers(ledger))) for ledger in (both.ours, both.gold))
    return rates(right, ours=ours, gold=gold)


def grade_right(both: Compared) -> Share:
    """Found answers with gold's grade."""
    pairs = both.pairs.answers
    return Share(sum(one.position.grade == other.position.grade for one, other in pairs), len(pairs))


def lines_right(both: Compared) -> Share:
    """Found answers with exactly gold's number of independent lines."""
    pairs = both.pairs.answers
    right = sum(one.position.independent_lines == other.position.independent_lines for one, other in pairs)
    return Share(right, len(pairs))


def lines_of_several_right(both: Compared) -> Share:
    """The same, among found answers on which gold has two claims or more."""
    pairs = [(one, other) for one, other in both.pairs.answers if len(one.position.claims) > 1]
    return Share(
        sum(one.position.independent_lines == other.position.independent_lines for one, other in pairs), len(pairs)
    )


def origins_right(both: Compared) -> Share:
    """Found answers with exactly gold's number of origins."""
    pairs = both.pairs.answers
    return Share(sum(one.position.origins == other.position.origins for one, other in pairs), len(pairs))


def several_lines_found(both: Compared) -> Rates:
    """Answers with two independent lines or more, found with two or more."""
    right = sum(_several(one) and _several(other) for one, other in both.pairs.answers)
    ours, gold = (sum(map(_several, all_answers(ledger))) for ledger in (both.ours, both.gold))
    return rates(right, ours=ours, gold=gold)


def corroborated_by_one_origin(both: Compared) -> Faults:
    """Answers called corroborated whose counterpart in gold has one origin or none. Must be 0."""
    judged = [other for _, other in corroborated_in_ours(both) if other]
    return Faults(sum(other.position.origins < 2 for other in judged), len(judged))


def corroborated_by_one_line(both: Compared) -> Faults:
    """Answers called corroborated whose counterpart in gold has one independent line or none. Must be 0."""
    judged = [other for _, other in corroborated_in_ours(both) if other]
    return Faults(sum(other.position.independent_lines < 2 for other in judged), len(judged))


def corroborated_not_in_gold(both: Compared) -> Faults:
    """Answers called corroborated that gold does not have: wrong in themselves, or worded too far apart."""
    paired = {other.position.id for _, other in both.pairs.answers}
    found = [answer.position.id not in paired for answer, _ in corroborated_in_ours(both)]
    return Faults(sum(found), len(found))


def contradictions_found(both: Compared) -> Rates:
    """Pairs of answers that cannot both be true, both found and said to contradict each other."""
    there = {one.position.id: other.position.id for one, other in both.pairs.answers}
    gold, ours = contradictions(both.gold), contradictions(both.ours)
    moved = {frozenset(there.get(each, "") for each in sorted(pair)) for pair in gold}
    return rates(len(moved & ours), ours=len(ours), gold=len(gold))


def corroborated_in_ours(both: Compared) -> Iterator[tuple[Answer, Answer | None]]:
    """Our corroborated answers, each with gold's answer of which it tells.

    That is its pair; failing that the answer to the same question, of any event, that shares most found claims.
    """
    pairs = {other.position.id: one for one, other in both.pairs.answers}
    for answer in all_answers(both.ours):
        if answer.position.grade == "corroborated":
            yield answer, pairs.get(answer.position.id) or _by_claims(both, answer)


def contradictions(ledger: Ledger) -> frozenset[frozenset[str]]:
    """Unordered pairs of ids of positions that contradict each other."""
    positions = (answer.position for answer in all_answers(ledger))
    return frozenset(frozenset((each.id, other)) for each in positions for other in each.contradicts)


def all_answers(ledger: Ledger) -> tuple[Answer, ...]:
    """All answers of all events of a ledger."""
    return tuple(answer for event in ledger.events for answer in answers_of(event))


def _by_claims(both: Compared, ours: Answer) -> Answer | None:
    found = frozenset((one.id, other.id) for one, other in both.pairs.claims)
    scored = [
        (common_claims(answer, ours, found), answer) for answer in all_answers(both.gold) if answer.facet == ours.facet
    ]
    most, answer = max(scored, key=lambda each: each[0], default=(0, None))
    return answer if most else None


def _is_figure(answer: Answer) -> bool:
    quantity = answer.position.quantity
    return answer.facet in CASUALTIES and quantity is not None and (quantity.min, quantity.max) != (None, None)


def _several(answer: Answer) -> bool:
    return answer.position.independent_lines > 1


ANSWER_MEASURES = (
    Measure("answers found", answers_found),
    Measure("figures: event, group, min, max", figures_found),
    Measure("grade of answers right", grade_right),
    Measure("independent lines exactly right", lines_right),
    Measure("  where two claims or more hold", lines_of_several_right),
    Measure("origins exactly right", origins_right),
    Measure("answers of several lines", several_lines_found),
    Measure("corroborated by one origin (0!)", corroborated_by_one_origin),
    Measure("corroborated by one line (0!)", corroborated_by_one_line),
    Measure("corroborated, not in gold", corroborated_not_in_gold),
    Measure("contradictions", contradictions_found),
)
