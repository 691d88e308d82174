"""All measures of one ledger against another, in the order of the table."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from evaluation.answer_measures import ANSWER_MEASURES
from evaluation.claim_measures import CLAIM_MEASURES
from evaluation.compared import Compared, Measure
from evaluation.document_measures import DOCUMENT_MEASURES
from evaluation.event_measures import EVENT_MEASURES
from evaluation.kinds import Score, added
from evaluation.line_measures import LINE_MEASURES
from evaluation.name_measures import NAME_MEASURES


@dataclass(frozen=True, slots=True)
class Scores:
    """One story's score on every measure, in the order of `MEASURES`."""

    story: str
    scores: tuple[Score, ...]


MEASURES: tuple[Measure, ...] = (
    *DOCUMENT_MEASURES, *NAME_MEASURES, *CLAIM_MEASURES, *EVENT_MEASURES, *ANSWER_MEASURES, *LINE_MEASURES,
)  # fmt: skip


def measured(story: str, both: Compared) -> Scores:
    """The story's score on every measure."""
    return Scores(story, tuple(measure.count(both) for measure in MEASURES))


def overall(stories: Iterable[Scores]) -> Scores:
    """All stories pooled: every case counts once, whatever story it is in. TypeError where there is no story."""
    pooled = reduce(
        lambda first, second: tuple(added(one, other) for one, other in zip(first, second, strict=True)),
        (each.scores for each in stories),
    )
    return Scores("overall", pooled)
