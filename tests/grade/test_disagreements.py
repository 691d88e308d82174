"""Each disagreement is told as a sentence with its kind."""

from dataclasses import replace

from grading import CLINIC, COUNCIL, FRONT, LEAGUE, attacker, exactly, graded, on, rivals, says

CLINIC_SAYS, COUNCIL_SAYS, FRONT_SAYS = says(CLINIC), says(COUNCIL), says(FRONT)
CLAIMS = (CLINIC_SAYS, COUNCIL_SAYS, FRONT_SAYS)


def test_numbers_that_cannot_both_be_true_are_another_number() -> None:
    killed = rivals(
        replace(exactly(4, on(CLINIC_SAYS)), value="four"), replace(exactly(9, on(COUNCIL_SAYS)), value="nine")
    )
    wanted = "disagreement, killed: “four” and “nine” cannot both be true (another number)"
    assert [line for line in graded(*CLAIMS, killed=killed).reasons if line.startswith("disagreement")] == [wanted]


def test_rival_attackers_are_another_attacker() -> None:
    both = rivals(attacker(FRONT, on(CLINIC_SAYS)), attacker(LEAGUE, on(COUNCIL_SAYS)))
    assert any("cannot both be true (another attacker)" in line for line in graded(*CLAIMS, attacker=both).reasons)


def test_what_the_accused_denies_is_told_apart_from_what_others_deny() -> None:
    own = attacker(FRONT, on(CLINIC_SAYS), on(FRONT_SAYS, "denies"))
    others = attacker(FRONT, on(CLINIC_SAYS), on(COUNCIL_SAYS, "denies"))
    assert any("that the accused denies" in line for line in graded(*CLAIMS, attacker=(own,)).reasons)
    assert any("that somebody else denies" in line for line in graded(*CLAIMS, attacker=(others,)).reasons)


def test_what_nobody_disputes_is_no_disagreement() -> None:
    event = graded(*CLAIMS, attacker=(attacker(FRONT, on(CLINIC_SAYS)),), killed=(exactly(4, on(CLINIC_SAYS)),))
    assert not any(line.startswith("disagreement") for line in event.reasons)
