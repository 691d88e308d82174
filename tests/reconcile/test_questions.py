"""Which question a role answers, and by which words a claim answers one."""

import pytest

from corroborate.pipeline import read_data
from corroborate.reconcile.answers.questions import load_questions

QUESTIONS = load_questions(read_data)


@pytest.mark.parametrize(
    ("role", "families", "counted", "facet"),
    [
        ("attacker", ("air-strike", "air-strike"), False, "attacker"),
        ("attacker", ("talks", "talks"), False, "participants"),
        ("target", ("shelling", "shelling"), False, "target"),
        ("target", ("arrest", "detention"), False, "arrested"),
        ("target", ("attack", "abduction"), True, "abducted"),
        ("target", ("arrest", "abduction"), True, "arrested"),
        ("target", ("arrest", "shooting"), False, "target"),
        ("target", ("evacuation", "evacuation"), True, "rescued"),
        ("amount", ("shelling", "shelling"), True, None),
    ],
)
def test_a_role_answers_by_the_event_s_kind_where_the_mention_is_of_it(
    role: str, families: tuple[str, str], counted: bool, facet: str | None
) -> None:
    assert QUESTIONS.facet_of(role, families, counted=counted) == facet


@pytest.mark.parametrize(
    ("words", "facet"),
    [
        ("did not say who was behind it", "attacker"),
        ("No group has claimed the raid", "attacker"),
        ("would not say how many had died", "killed"),
        ("the cause of the blast is not known", "what"),
        ("the road is long", None),
    ],
)
def test_what_is_not_known_leaves_its_question_open(words: str, facet: str | None) -> None:
    assert QUESTIONS.matches("open", words) == facet


@pytest.mark.parametrize(
    ("words", "number", "facet"),
    [
        ("nine are missing of those who were taken", "nine", "missing"),
        ("four were taken, and are missing now", "four", "abducted"),
        ("police detained twelve and freed two", "twelve", "arrested"),
        ("two hundred fled", "two hundred", "displaced"),
        ("six bought bread", "six", None),
    ],
)
def test_people_are_counted_as_the_nearest_words_say(words: str, number: str, facet: str | None) -> None:
    start = words.index(number)
    assert QUESTIONS.nearest("counted", words, start, start + len(number)) == facet


@pytest.mark.parametrize(
    ("said", "owns"),
    [("responsibility for the attack", True), ("any part in it", True), ("it was not us", True), ("the town", False)],
)
def test_responsibility_is_taken_or_refused_at_the_beginning_of_what_is_said(said: str, owns: bool) -> None:
    assert (QUESTIONS.matches("own-part", said) == "attacker") == owns


def test_every_facet_that_a_table_names_is_a_question() -> None:
    named = {*QUESTIONS.roles.values(), *(facet for rows in QUESTIONS.patterns.values() for facet, _ in rows)}
    assert named - {""} <= set(QUESTIONS.facets)


def test_one_attacker_did_it_and_several_things_were_hit() -> None:
    assert QUESTIONS.exclusive("attacker") and not QUESTIONS.exclusive("target")
    assert QUESTIONS.figure("killed") and not QUESTIONS.figure("number")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("it was a tyre", "a tyre"),
        ("This is not a coup d'état", "a coup d'état"),
        ("the blast was an accident, no more", "an accident"),
        ("called the fire an accident", "an accident"),
        ("it was the first time", None),
        ("it was raining", None),
    ],
)
def test_a_sentence_says_what_the_event_was(words: str, said: str | None) -> None:
    found = [match["what"] for _, pattern in QUESTIONS.patterns["told-as"] if (match := pattern.match(words))]
    assert found == ([said] if said else [])


@pytest.mark.parametrize(
    ("use", "words", "holds"),
    [
        ("nobody", "there were no fatalities", True),
        ("nobody", "denying any death", True),
        ("nobody", "nobody was killed", True),
        ("nobody", "no death toll was given", False),
        ("one-side", "no losses among personnel", True),
        ("one-side", "there were no fatalities", False),
        ("no-act", "there was no battle", True),
        ("no-act", "its forces did not fire", False),
        ("care", "the provincial hospital", True),
        ("care", "the market", False),
        ("bare-number", "three", True),
        ("bare-number", "three drivers", False),
    ],
)
def test_words_of_a_use_are_known(use: str, words: str, holds: bool) -> None:
    assert any(pattern.search(words) for _, pattern in QUESTIONS.patterns[use]) is holds
