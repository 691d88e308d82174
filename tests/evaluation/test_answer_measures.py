"""One strike, three speakers, two counts."""

from dataclasses import replace

from corroborate.model.ledger import Event, Ledger, Position
from corroborate.model.quantity import Quantity
from corroborate.testing.builders import a_claim, a_document, a_ledger, a_position, an_actor, an_event, mention_of
from evaluation import answer_measures as measures
from evaluation.compared import Compared, compared
from evaluation.score import Faults, Share, rates

PAGE = a_document(
    "A strike killed six people, the mayor said. The clinic said nine were killed. Six died, Corvane said."
)
MAYOR = an_actor("the mayor", mention_of("the mayor", PAGE))
CLINIC = an_actor("The clinic", mention_of("The clinic", PAGE))
CORVANE = an_actor("Corvane", mention_of("Corvane", PAGE))
SIX = a_claim("A strike killed six people", PAGE, speaker=MAYOR)
NINE = a_claim("nine were killed", PAGE, speaker=CLINIC)
AGAIN = a_claim("Six died", PAGE, speaker=CORVANE)


def people(number: int, group: str | None = None) -> Quantity:
    return Quantity(number, number, "exact", "people", group)


def six(**changes: object) -> Position:
    """The mayor's count and the agency's, which has it from the mayor: one line."""
    made = a_position("six people", (SIX, "asserts"), (AGAIN, "asserts"), quantity=people(6), grade="contested")
    return replace(made, **{"origins": 2, "contradicts": (nine().id,), **changes})  # type: ignore[arg-type]


def nine(**changes: object) -> Position:
    return replace(a_position("nine", (NINE, "asserts"), quantity=people(9), grade="contested"), **changes)  # type: ignore[arg-type]


def strike(**facets: tuple[Position, ...]) -> Event:
    return replace(an_event("Strike", mention_of("strike", PAGE)), facets=facets)


def ledger(event: Event) -> Ledger:
    return a_ledger(documents=(PAGE,), actors=(MAYOR, CLINIC, CORVANE), claims=(SIX, NINE, AGAIN), events=(event,))


GOLD = ledger(strike(killed=(six(), replace(nine(), contradicts=(six().id,)))))


def against(**facets: tuple[Position, ...]) -> Compared:
    return compared(GOLD, ledger(strike(**facets)))


def test_answers_are_found_by_event_question_and_number() -> None:
    assert measures.answers_found(against(killed=(six(), nine()))) == rates(2, ours=2, gold=2)
    assert measures.answers_found(against(injured=(six(),), killed=(nine(),))) == rates(1, ours=2, gold=2)


def test_a_figure_of_another_group_is_not_found() -> None:
    children = nine(quantity=people(9, "children"))
    assert measures.figures_found(against(killed=(six(), children))) == rates(1, ours=2, gold=2)


def test_lines_origins_and_grade_are_compared_where_the_answer_is_found() -> None:
    both = against(killed=(six(independent_lines=2, grade="corroborated"), nine()))
    assert measures.lines_right(both) == Share(1, 2)
    assert measures.origins_right(both) == Share(2, 2)
    assert measures.grade_right(both) == Share(1, 2)
    assert measures.several_lines_found(both) == rates(0, ours=1, gold=0)


def test_one_line_called_corroborated_is_a_fault() -> None:
    both = against(killed=(six(independent_lines=2, grade="corroborated"),))
    assert measures.corroborated_by_one_line(both) == Faults(1, 1)
    assert measures.corroborated_by_one_origin(both) == Faults(0, 1)
    assert measures.corroborated_not_in_gold(both) == Faults(0, 1)


def test_one_origin_called_corroborated_is_a_fault() -> None:
    both = against(killed=(nine(independent_lines=2, grade="corroborated"),))
    assert measures.corroborated_by_one_origin(both) == Faults(1, 1)


def test_a_corroborated_answer_in_the_wrong_number_is_judged_by_its_claims() -> None:
    wrong = nine(quantity=people(19), grade="corroborated", independent_lines=2)
    both = against(killed=(wrong,))
    assert measures.corroborated_not_in_gold(both) == Faults(1, 1)
    assert measures.corroborated_by_one_origin(both) == Faults(1, 1)


def test_contradictions_are_unordered_pairs_of_found_answers() -> None:
    mutual = (six(), nine(contradicts=(six().id,)))
    assert measures.contradictions_found(against(killed=mutual)) == rates(1, ours=1, gold=1)
    assert measures.contradictions_found(against(killed=(six(contradicts=()), nine()))) == rates(0, ours=0, gold=1)
