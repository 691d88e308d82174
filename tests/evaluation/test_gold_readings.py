"""Gold's readings of the marked example: nothing that a reader finds is lost on the way to the cross-document half."""

from pathlib import Path

import pytest

from corpus.check import checked
from corpus.ledger import as_ledger
from corpus.story import Story
from corroborate import pipeline
from corroborate.model.ledger import EventKind
from evaluation import answer_measures, claim_measures, event_measures
from evaluation.compared import Compared, compared
from evaluation.gold_readings import family_of, gold_ledger, gold_readings

LEMDE = Path(__file__).parents[1] / "corpus" / "lemde"


@pytest.fixture(scope="module")
def story() -> Story:
    return checked(LEMDE)[0]


@pytest.fixture(scope="module")
def both(story: Story) -> Compared:
    return compared(as_ledger(story), gold_ledger(story, pipeline.work()))


def test_every_claim_comes_through_with_its_labels(both: Compared) -> None:
    for measure in (
        claim_measures.claims_found,
        claim_measures.claimant_right,
        claim_measures.stance_right,
        claim_measures.certainty_right,
        claim_measures.quotation_right,
        claim_measures.repeats_right,
        claim_measures.chain_roles,
    ):
        assert measure(both).value == 1.0, measure.__name__


def test_the_four_events_are_kept_apart(both: Compared) -> None:
    assert event_measures.events_paired(both).recall.value == 1.0
    assert event_measures.events_over_documents(both).value == 1.0
    assert answer_measures.corroborated_by_one_origin(both).times == 0


def test_arguments_point_at_names_times_and_amounts(story: Story) -> None:
    one = next(each for each in gold_readings(story, pipeline.work()) if each.document.name == "one.txt").reading
    struck = next(event for event in one.events if event.text == "struck")
    filled = {argument.role: argument for argument in struck.arguments}
    assert one.names[filled["attacker"].name or 0].text == "Kestrian air force"
    assert one.times[filled["time"].time or 0].text in ("Tuesday", "on Tuesday")
    killed = [argument for argument in struck.arguments if argument.role == "killed"]
    assert 7 in {one.amounts[argument.amount or 0].quantity.min for argument in killed}
    daskal = next(each for each in one.statements if each.span.of(story.articles[0].text).startswith("two bombs"))
    assert [(link.role, link.name) for link in daskal.links] == [
        ("channel", "a video"),
        ("agency", "Palisade News Agency"),
    ]


def test_a_kind_stands_for_a_family() -> None:
    assert family_of(EventKind("ASSAULT", "aerial", "Explosions/Remote violence", "Air/drone strike")) == "air-strike"
    assert family_of(EventKind("ASSAULT", None, None, "Armed clash")) == "clash"
    assert family_of(EventKind("ASSAULT", None, None, None)) == "attack"
    assert family_of(EventKind(None, None, None, None)) == "act"
