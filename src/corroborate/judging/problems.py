"""What a user has to know of judgements that do nothing."""

from collections.abc import Iterator

from corroborate.judging.attach import anchors_of
from corroborate.judging.rulings import Rulings
from corroborate.model.judgement import Judgement
from corroborate.model.problem import Problem


def judgement_problems(rulings: Rulings) -> Iterator[Problem]:
    """One problem for each judgement that waits for its words, or that later ones contradict."""
    for judgement in rulings.in_force.values():
        if judgement.id in rulings.waiting:
            message = f"{_told(judgement)} waits: what it stands on is not read now."
            yield _problem("judgement-waiting", judgement, message)
        elif judgement.id in rulings.overruled:
            message = f"{_told(judgement)} does nothing: what was judged later contradicts it."
            yield _problem("judgement-overruled", judgement, message)


def _told(judgement: Judgement) -> str:
    return f"Judgement {judgement.id} ({judgement.kind}, {judgement.by}, {judgement.when[:10]})"


def _problem(code: str, judgement: Judgement, message: str) -> Problem:
    document = next((words.document for _, words in anchors_of(judgement)), None)
    return Problem(code, message, "judge", document)
