"""Who disputes what: a denial on an answer, a denial of what nobody said, and what nobody could verify."""

import pytest

from stories import answer, claim, claims, counted, incident, incidents, stances, tell

DENIED = """
## The Brask Courier, 2021-05-18
Clinic hit by rockets in Callow

The Tarvik Brigades fired rockets at a clinic in Callow on Monday and killed four patients, Petra Lund, the
governor of the district, said.

The Tarvik Brigades denied that they had attacked the clinic.

## Harbour Times, 2021-05-18
Rockets strike clinic in Callow

The Tarvik Brigades fired rockets at a clinic in Callow on Monday, the police said. A spokesman for the Tarvik
Brigades denied responsibility for the attack.
"""


def test_a_denial_of_responsibility_stands_on_the_answer_that_it_denies() -> None:
    ledger = tell(DENIED)
    position = answer(incident(ledger, "Callow"), "attacker", "Tarvik Brigades")
    given = stances(ledger, position)
    assert (given["spokesman"], given["Petra Lund"]) == ("denies", "asserts")
    assert position.grade == "denied"


def test_those_who_deny_an_answer_are_no_origins_of_it() -> None:
    ledger = tell(DENIED)
    position = answer(incident(ledger, "Callow"), "attacker", "Tarvik Brigades")
    assert position.origins == sum(stance == "asserts" for stance in stances(ledger, position).values())


def test_a_denial_by_the_accused_makes_status_and_grade_contested() -> None:
    event = incident(tell(DENIED), "Callow")
    assert (event.status, event.grade) == ("contested", "contested")


def test_a_denial_of_having_done_it_stands_on_the_attacker() -> None:
    ledger = tell(DENIED)
    position = answer(incident(ledger, "Callow"), "attacker", "Tarvik Brigades")
    assert stances(ledger, position)["Tarvik Brigades"] == "denies"


@pytest.mark.xfail(strict=True, reason="the police are taken for a crowd that the governor may belong to")
def test_the_police_and_a_governor_are_two_lines() -> None:
    assert answer(incident(tell(DENIED), "Callow"), "attacker", "Tarvik Brigades").independent_lines == 2


THEM = """
## The Brask Courier, 2021-05-18
Tarvik Brigades accused of rocket attack on Callow

Rockets hit a clinic in Callow on Monday, killing four patients. The governor of the district, Petra Lund,
said that the Tarvik Brigades had fired them.

The Tarvik Brigades denied that they had fired the rockets that hit the clinic.
"""


def test_who_fired_them_is_an_answer_about_the_rockets_told_before() -> None:
    ledger = tell(THEM)
    assert len(incidents(ledger)) == 1
    assert "Petra Lund" in stances(ledger, answer(incident(ledger, "Callow"), "attacker", "Tarvik Brigades"))


def test_somebody_accused_of_an_attack_does_not_say_that_it_happened() -> None:
    told = [item for item in claims(tell(THEM), "rocket attack on Callow") if item.cue and "accused" in item.cue.text]
    assert [item.chain[0].name for item in told if item.stance == "asserts"] == []


NOBODY_ASSERTED = """
## The Brask Courier, 2021-05-18
Camp bombed near Callow

The Keldrian air force bombed a camp near Callow on Monday, killing eleven people, the Keldrian army said.

## Harbour Times, 2021-05-18
Strike on Callow camp

The Keldrian air force bombed a camp near Callow on Monday. The strike did not target the Tarvik Brigades,
said Sara Whitlow, an analyst.
"""


def test_a_denial_of_what_nobody_asserted_is_an_answer_of_its_own() -> None:
    ledger = tell(NOBODY_ASSERTED)
    position = answer(incident(ledger, "Callow"), "target", "Tarvik Brigades")
    assert position.value.startswith("not ")
    assert stances(ledger, position) == {"Sara Whitlow": "asserts"}
    assert position.grade == "single-source"
    assert claim(ledger, "did not target").stance == "denies"


UNVERIFIED = """
## The Brask Courier, 2021-05-18
Village shelled, activists say

Activists said that shells fell on the village of Dorn Mere on Monday and that thirteen people were killed.
The reports could not be independently verified.
"""


def test_could_not_be_verified_stands_on_the_claims_that_it_judges() -> None:
    ledger = tell(UNVERIFIED)
    judged = set(claim(ledger, "could not be independently verified").claims_on)
    assert judged >= {claim(ledger, "thirteen people").id}


def test_a_claim_that_nobody_could_verify_gives_an_unverified_answer() -> None:
    ledger = tell(UNVERIFIED)
    position = counted(incident(ledger, "Dorn Mere"), 13)
    assert "cannot-verify" in stances(ledger, position).values()
    assert position.grade == "unverified"


RIVALS = """
## The Brask Courier, 2021-05-18
Bridge at Lorn destroyed

The Tarvik Brigades bombed the bridge at Lorn on Monday and killed two drivers, the Keldrian army said.

## Harbour Times, 2021-05-18
Two drivers killed at Lorn

The Ossian Front bombed the bridge at Lorn on Monday, killing two drivers, said Hanna Moss, who runs a tea
stall beside it.
"""


def test_rival_attackers_contradict_each_other() -> None:
    event = incident(tell(RIVALS), "Lorn")
    brigades, front = answer(event, "attacker", "Tarvik Brigades"), answer(event, "attacker", "Ossian Front")
    assert front.id in brigades.contradicts
    assert brigades.id in front.contradicts
    assert (brigades.grade, front.grade) == ("contested", "contested")


def test_rival_attackers_make_the_status_contested() -> None:
    assert incident(tell(RIVALS), "Lorn").status == "contested"


def test_those_killed_in_a_headline_are_no_attackers() -> None:
    attackers = incident(tell(RIVALS), "Lorn").facets["attacker"]
    assert sorted(item.value for item in attackers) == ["Ossian Front", "Tarvik Brigades"]


NOT_YET = """
## The Brask Courier, 2021-05-18
Bus bombed at Lorn

A bomb exploded under a bus at Lorn on Monday and killed six passengers, the Keldrian army said. The army said
it did not know who had planted the bomb.
"""


def test_not_known_yet_is_an_answer_too() -> None:
    ledger = tell(NOT_YET)
    answers = incident(ledger, "Lorn").facets.get("attacker", ())
    assert [set(stances(ledger, item).values()) for item in answers] == [{"does-not-know"}]
    assert [item.grade for item in answers] == ["unverified"]


SHELLED = """
## The Brask Courier, 2021-05-18
Village shelled

Two people were killed by shelling in Lorn on Monday, Petra Lund, the governor, said. The army blamed the Ossian
Front for the attack on Lorn.

Idris Vael, a spokesman for the Ossian Front, denied any role in the shelling.
"""


def test_who_is_killed_by_shelling_does_not_shell() -> None:
    attackers = incident(tell(SHELLED), "Lorn").facets["attacker"]
    assert [item.value for item in attackers] == ["Ossian Front"]


def test_whoever_is_blamed_for_an_attack_is_named_as_attacker() -> None:
    ledger = tell(SHELLED)
    accused = answer(incident(ledger, "Lorn"), "attacker", "Ossian Front")
    assert stances(ledger, accused)["army"] == "asserts"


def test_a_spokesman_s_denial_is_of_his_movement() -> None:
    ledger = tell(SHELLED)
    accused = answer(incident(ledger, "Lorn"), "attacker", "Ossian Front")
    assert stances(ledger, accused)["Idris Vael"] == "denies"
    assert incident(ledger, "Lorn").status == "contested"
