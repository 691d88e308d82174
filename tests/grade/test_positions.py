"""The grade of an answer is the first that holds."""

from grading import CLINIC, COUNCIL, FRONT, LEAGUE, SPOKESMAN, attacker, exactly, grade, graded, on, rivals, says

from corroborate.testing.builders import a_position

CLINIC_SAYS, COUNCIL_SAYS, FRONT_SAYS = says(CLINIC), says(COUNCIL), says(FRONT)
SPOKESMAN_SAYS = says(SPOKESMAN)
CLAIMS = (CLINIC_SAYS, COUNCIL_SAYS, FRONT_SAYS, SPOKESMAN_SAYS)


def test_one_line_is_single_source() -> None:
    assert grade("attacker", *CLAIMS, answers=(attacker(FRONT, on(CLINIC_SAYS)),)) == "single-source"


def test_two_lines_corroborate() -> None:
    answer = attacker(FRONT, on(CLINIC_SAYS), on(COUNCIL_SAYS), lines=2)
    assert grade("attacker", *CLAIMS, answers=(answer,)) == "corroborated"


def test_two_claims_of_one_line_do_not_corroborate() -> None:
    answer = attacker(FRONT, on(CLINIC_SAYS), on(COUNCIL_SAYS), lines=1)
    assert grade("attacker", *CLAIMS, answers=(answer,)) == "single-source"


def test_an_attacker_that_says_so_itself_admits() -> None:
    assert grade("attacker", *CLAIMS, answers=(attacker(FRONT, on(FRONT_SAYS)),)) == "admitted"


def test_a_spokesman_admits_for_his_body() -> None:
    assert grade("attacker", *CLAIMS, answers=(attacker(FRONT, on(SPOKESMAN_SAYS)),)) == "admitted"


def test_naming_somebody_else_admits_nothing() -> None:
    assert grade("attacker", *CLAIMS, answers=(attacker(LEAGUE, on(FRONT_SAYS)),)) == "single-source"


def test_a_party_that_says_it_was_not_there_admits_nothing() -> None:
    answer = attacker(FRONT, on(FRONT_SAYS), negative=True)
    assert grade("attacker", *CLAIMS, answers=(answer,)) == "single-source"


def test_admitted_goes_before_denied() -> None:
    answer = attacker(FRONT, on(FRONT_SAYS), on(COUNCIL_SAYS, "denies"))
    assert grade("attacker", *CLAIMS, answers=(answer,)) == "admitted"


def test_an_attacker_that_owns_up_admits_the_civilians_it_killed() -> None:
    dead = exactly(4, on(FRONT_SAYS), group="civilians")
    event = graded(*CLAIMS, attacker=(attacker(FRONT, on(FRONT_SAYS)),), killed=(dead,))
    assert event.facets["killed"][0].grade == "admitted"


def test_dead_that_only_others_tell_are_not_admitted() -> None:
    dead = exactly(4, on(CLINIC_SAYS), group="civilians")
    event = graded(*CLAIMS, attacker=(attacker(FRONT, on(FRONT_SAYS)),), killed=(dead,))
    assert event.facets["killed"][0].grade == "single-source"


def test_a_denial_goes_before_two_lines() -> None:
    answer = attacker(FRONT, on(CLINIC_SAYS), on(COUNCIL_SAYS), on(FRONT_SAYS, "denies"), lines=2)
    assert grade("attacker", *CLAIMS, answers=(answer,)) == "denied"


def test_a_denial_goes_before_a_rival_answer() -> None:
    denied = attacker(FRONT, on(CLINIC_SAYS), on(FRONT_SAYS, "denies"))
    answers = rivals(denied, attacker(LEAGUE, on(COUNCIL_SAYS)))
    assert grade("attacker", *CLAIMS, answers=answers) == "denied"


def test_refusing_responsibility_is_no_denial() -> None:
    answer = attacker(FRONT, on(CLINIC_SAYS), on(FRONT_SAYS, "rejects"))
    assert grade("attacker", *CLAIMS, answers=(answer,)) == "single-source"


def test_a_rival_answer_contests_two_lines() -> None:
    answers = rivals(exactly(12, on(CLINIC_SAYS), lines=2), exactly(20, on(COUNCIL_SAYS)))
    assert grade("killed", *CLAIMS, answers=answers) == "contested"


def test_a_rival_answer_without_a_line_of_its_own_contests_nothing() -> None:
    answers = rivals(exactly(12, on(CLINIC_SAYS)), exactly(20, on(COUNCIL_SAYS), lines=0))
    assert grade("killed", *CLAIMS, answers=answers) == "single-source"


def test_an_answer_that_can_also_be_true_contests_nothing() -> None:
    answers = (exactly(12, on(CLINIC_SAYS)), exactly(3, on(COUNCIL_SAYS), group="children"))
    assert grade("killed", *CLAIMS, answers=answers) == "single-source"


def test_one_line_that_could_not_be_verified_is_unverified() -> None:
    answer = exactly(12, on(CLINIC_SAYS), on(COUNCIL_SAYS, "cannot-verify"))
    assert grade("killed", *CLAIMS, answers=(answer,)) == "unverified"


def test_two_lines_go_before_could_not_be_verified() -> None:
    answer = exactly(12, on(CLINIC_SAYS), on(FRONT_SAYS), on(COUNCIL_SAYS, "cannot-verify"), lines=2)
    assert grade("killed", *CLAIMS, answers=(answer,)) == "corroborated"


def test_two_lines_for_an_open_question_leave_it_unverified() -> None:
    open_question = a_position("not established", on(CLINIC_SAYS, "does-not-know"), on(COUNCIL_SAYS), lines=2)
    assert grade("attacker", *CLAIMS, answers=(open_question,)) == "unverified"
