"""Articles by the incident that they tell of."""

import pytest

from evaluation.layers.clusters import clustered, measured_clusters
from evaluation.layers.plain import Plain

SHOT = "Gunmen shot dead the baker Anselm Corvey in Lemde on Monday, police said."
SHOT_TOLD_ANEW = "Police said that two gunmen killed Anselm Corvey, a baker, in Lemde on Monday."
BOMBED = "A bomb wounded six people at the ferry landing of Orrin on Friday, the harbour master said."


def record(name: str, text: str, subtopic: str | None = "one") -> Plain:
    return {"id": name, "text": text, "published": "2021-03-09", "subtopic": subtopic}


def test_accounts_of_one_incident_are_put_together_and_others_are_not() -> None:
    records = [record("a", SHOT), record("b", SHOT_TOLD_ANEW), record("c", BOMBED, "two")]
    found = measured_clusters(records)
    assert [measure.name for measure in found] == ["by main attack", "by event of most claims", "by story"]
    assert [measure.score.value for measure in found] == pytest.approx([1, 1, 1])


def test_a_record_that_was_put_nowhere_is_by_itself() -> None:
    rates = clustered([record("a", SHOT), record("b", SHOT_TOLD_ANEW)], {"a": "event-1"})
    assert (rates.precision.value, rates.recall.value) == (1, 0.5)


def test_records_without_a_subtopic_are_not_measured() -> None:
    assert measured_clusters([record("a", SHOT, None)]) == ()
