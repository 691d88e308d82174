"""Two days' strikes told by three short pages."""

from dataclasses import replace

import pytest

from corroborate.model.ledger import Event, Figure, Ledger
from corroborate.testing.builders import a_document, a_ledger, an_event, mention_of
from evaluation import event_measures as measures
from evaluation.compared import Compared, compared
from evaluation.score import Rates, Share, rates

ONE = a_document("Jets struck Ostrel on Monday.", name="one.txt")
TWO = a_document("The strike on Ostrel came first. A blast hit Terrin next day.", name="two.txt")
THREE = a_document("In all, 90 were killed this year. Shells hit Terrin.", name="three.txt")

OSTREL = an_event(
    "Ostrel", mention_of("struck", ONE), mention_of("The strike", TWO), figures={"killed": Figure(2, 4, 4)}
)
TERRIN = an_event("Terrin", mention_of("blast", TWO), mention_of("hit", THREE))
YEAR = replace(an_event("Year", mention_of("killed", THREE), status=None), scope="aggregate")


def ledger(*events: Event) -> Ledger:
    return a_ledger(documents=(ONE, TWO, THREE), events=events)


def against(*ours: Event) -> Compared:
    return compared(ledger(OSTREL, TERRIN, YEAR), ledger(*ours))


def values(score: Rates) -> tuple[float | None, float | None]:
    return score.precision.value, score.recall.value


def merged() -> Event:
    """Both incidents as one."""
    return replace(OSTREL, mentions=OSTREL.mentions + TERRIN.mentions, documents=(ONE.id, TWO.id, THREE.id))


def test_the_same_events_are_right_under_other_ids() -> None:
    both = against(*(replace(event, id=f"other-{event.id}") for event in (YEAR, TERRIN, OSTREL)))
    assert measures.events_paired(both) == rates(3, ours=3, gold=3)
    assert values(measures.events_over_documents(both)) == (1, 1)
    assert values(measures.events_over_mentions(both)) == (1, 1)


def test_two_incidents_made_one_cost_precision_over_mentions() -> None:
    both = against(merged(), YEAR)
    assert values(measures.incidents_over_mentions(both)) == (0.5, 1)
    assert values(measures.aggregates_over_mentions(both)) == (1, 1)


def test_two_incidents_made_one_over_documents() -> None:
    # Gold: one {o}, two {o, t}, three {t}; here all {m}. Precision: one shares m rightly with one and two of three,
    # two with all, three with two of three. Recall: one 1; two (1 + 1/2 + 1) / 3; three 1.
    precision, recall = values(measures.incidents_over_documents(against(merged())))
    assert precision == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)
    assert recall == pytest.approx((1 + 2.5 / 3 + 1) / 3)


def test_mentions_are_found_by_any_overlap_and_a_missing_one_counts() -> None:
    wide = replace(OSTREL, mentions=(mention_of("Jets struck Ostrel", ONE),), documents=(ONE.id,))
    both = against(wide)
    assert measures.mentions_found(both) == rates(1, ours=1, gold=5)
    # Of Ostrel's two mentions the found one is recalled in one of two, the other and Terrin's two not at all.
    assert values(measures.incidents_over_mentions(both)) == (1, 0.5 / 4)
    assert values(measures.events_over_found_mentions(both)) == (1, 1)


def test_a_spurious_mention_costs_precision() -> None:
    # "first" is no event: it is wrong in Ostrel, and of Ostrel's two mentions two of three that share it are right.
    wide = replace(OSTREL, mentions=(*OSTREL.mentions, mention_of("first", TWO)))
    precision, recall = values(measures.events_over_mentions(against(wide, TERRIN, YEAR)))
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 0 + 1 + 1 + 1) / 6)
    assert recall == 1


def test_an_event_without_a_shared_mention_has_no_counterpart() -> None:
    stray = an_event("Stray", mention_of("90", THREE))
    assert measures.events_paired(against(stray)) == rates(0, ours=1, gold=3)


def test_details_are_shares_of_the_paired_events() -> None:
    ours = (replace(OSTREL, status="declared"), replace(YEAR, scope="incident"))
    both = against(*ours)
    assert measures.status_right(both) == Share(1, 2)
    assert measures.scope_right(both) == Share(1, 2)
    assert measures.type_right(both) == Share(2, 2)
    assert measures.dated_right(both) == Share(2, 2)


def test_dates_worked_out_are_those_of_undated_documents_and_of_paired_events() -> None:
    undated = replace(ONE, published="2019-05-14", published_basis="inferred")
    gold, ours = (
        a_ledger(documents=(replace(undated, published=day), TWO, THREE), events=(OSTREL, YEAR))
        for day in ("2019-05-14", "2019-05-15")
    )
    assert measures.worked_out_dates_right(compared(gold, gold)) == Share(3, 3)
    assert measures.worked_out_dates_right(compared(gold, ours)) == Share(2, 3)


def test_a_toll_is_right_when_low_high_and_best_are() -> None:
    assert measures.figures_right(against(OSTREL)) == rates(1, ours=1, gold=1)
    other = replace(OSTREL, figures={"killed": Figure(2, 4, 2), "injured": Figure(1, 1, 1)})
    assert measures.figures_right(against(other)) == rates(0, ours=2, gold=1)


def test_conll_takes_the_story_as_one_text_and_keeps_what_one_side_lacks() -> None:
    # gold: {a, b, c}, {d}; ours: {a, b}, {c, d}, {x}.
    # MUC: recall 1/2 (a-b of two links), precision 1/2. B3: recall (2/3+2/3+1/3+1)/4 = 2/3; precision
    # (1+1+1/2+1/2+0)/5 = 3/5. CEAF: 2*2/5 + 2*1/3 = 22/15; recall 22/15/2, precision 22/15/3.
    texts = ("Shells fell.", "The shelling went on.", "It was a shelling.", "A raid followed.", "Shots rang.")
    words = ("Shells", "shelling", "shelling", "raid", "Shots")
    pages = [a_document(text, name=f"{number}.txt") for number, text in enumerate(texts)]
    a, b, c, d, x = (mention_of(word, page) for word, page in zip(words, pages, strict=True))
    gold = a_ledger(documents=pages, events=(an_event("one", a, b, c), an_event("two", d)))
    ours = a_ledger(documents=pages, events=(an_event("p", a, b), an_event("q", c, d), an_event("r", x)))
    score = measures.events_conll(compared(gold, ours))
    assert score.muc == Rates(Share(1, 2), Share(1, 2))
    assert score.bcubed.recall.value == pytest.approx(2 / 3)
    assert score.bcubed.precision.value == pytest.approx(3 / 5)
    assert score.ceaf.recall.value == pytest.approx(22 / 30)
    assert score.ceaf.precision.value == pytest.approx(22 / 45)
