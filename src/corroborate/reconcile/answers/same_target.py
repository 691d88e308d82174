"""Targets of one event told in general and in particular words as one answer: "the vessel" is its only tanker."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corroborate.reconcile.answers.answer import Answer
from corroborate.reconcile.answers.questions import Questions
from corroborate.reconcile.events.slots import head_noun


def one_of_each(answers: Sequence[Answer], questions: Questions) -> list[Answer]:
    """The answers, those to "target" that name one thing under one key; a pronoun alone names nothing.

    A building goes by its proper name or by its noun ("Tavor School", "the school"), where no other of its kind is
    named; a general word that points back ("the building") goes with the only particular one of its kind.
    """
    kept = [answer for answer in answers if not _only_a_pronoun(answer, questions)]
    things = [answer for answer in kept if answer.facet == "target" and answer.actor is None]
    keys = _by_noun(things)
    keys = _by_kind(keys, questions)
    return [replace(item, key=keys.get((item.key, item.value), item.key)) if item in things else item for item in kept]


def _only_a_pronoun(answer: Answer, questions: Questions) -> bool:
    nothing = answer.actor is None and answer.place is None and answer.quantity is None
    return answer.facet == "target" and nothing and questions.matches("pronoun", answer.value) is not None


def _by_noun(things: Sequence[Answer]) -> dict[tuple[str, str], str]:
    """The key of each wording: its noun, where at most one record with a proper name has it."""
    nouns = {(item.key, item.value): _noun(item) for item in things}
    named: dict[str, set[str]] = {}
    for item in things:
        if item.place is not None and item.key == item.place:
            named.setdefault(_noun(item), set()).add(item.place)
    told = {item.key for item in things if item.key != item.place}
    return {
        wording: noun if noun in told and len(named.get(noun, ())) <= 1 else wording[0]
        for wording, noun in nouns.items()
    }


def _noun(answer: Answer) -> str:
    return head_noun(answer.value)


def _by_kind(keys: Mapping[tuple[str, str], str], questions: Questions) -> dict[tuple[str, str], str]:
    """The keys, a general noun's replaced by that of the only particular thing of its kind."""
    told = set(keys.values())
    found = {}
    for wording, key in keys.items():
        points_back = questions.matches("definite", wording[1]) is not None
        particular = told & questions.kinds.get(key, frozenset()) if points_back else set()
        found[wording] = next(iter(particular)) if len(particular) == 1 else key
    return found
