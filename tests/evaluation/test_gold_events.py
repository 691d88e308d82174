"""Gold's events in the place of those that the program finds."""

from pathlib import Path

from corpus.check import checked
from corpus.ledger import as_ledger
from corroborate import pipeline
from evaluation import answer_measures, event_measures
from evaluation.compared import compared
from evaluation.gold_events import ledger_with_gold_events

LEMDE = Path(__file__).parents[1] / "corpus" / "lemde"


def test_every_mention_stands_with_gold_s_event_and_answers_are_the_program_s() -> None:
    story = checked(LEMDE)[0]
    both = compared(as_ledger(story), ledger_with_gold_events(story, pipeline.work()))
    assert event_measures.events_conll(both).value == 1.0
    assert 0.0 < answer_measures.answers_found(both).value < 1.0
