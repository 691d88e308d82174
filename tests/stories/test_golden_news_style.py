"""How news is written: remarks after the speaker, tolls in pairs, hearsay beside a source."""

from stories import aggregates, answer, claim, claims, incident, incidents, tell

REMARKED = """
## The Brask Courier, 2021-05-18
Seven soldiers killed in ambush at Lorn

Seven soldiers were killed and 13 wounded when gunmen ambushed a convoy at Lorn on Monday, the Keldrian army said,
the deadliest attack on the army since March.
"""


def test_a_deadliest_attack_since_a_month_is_one_attack() -> None:
    ledger = tell(REMARKED)
    assert len(incidents(ledger, "Lorn")) == 1
    assert aggregates(ledger) == ()


def test_the_name_of_a_month_is_no_march() -> None:
    assert not any("march" in mention.text.lower() for event in tell(REMARKED).events for mention in event.mentions)


def test_two_tolls_of_one_sentence_are_two_claims_of_its_speaker() -> None:
    ledger = tell(REMARKED)
    said = [*claims(ledger, "Seven soldiers were killed"), *claims(ledger, "13 wounded")]
    assert {item.chain[0].name for item in said if item.cue is not None} == {"Keldrian army"}


def test_a_remark_after_the_speaker_is_the_article_s_own() -> None:
    assert claim(tell(REMARKED), "the deadliest attack on the army").quotation == "own-voice"


HEARSAY = """
## Sahel Desk, 2021-05-18
Convoy hit

We are hearing reports of an attack on a convoy at Lorn on Monday. It is not clear who was behind it.

## The Brask Courier, 2021-05-18
Convoy ambushed

Gunmen ambushed a convoy at Lorn on Monday, the Keldrian army said.
"""


def test_hearsay_is_no_line_beside_a_source() -> None:
    assert answer(incident(tell(HEARSAY), "Lorn"), "place", "Lorn").independent_lines == 1
