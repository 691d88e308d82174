"""The lines of a ledger's own answers, counted by the program: the rules of merging by themselves."""

from collections.abc import Iterator, Mapping, Set
from itertools import combinations

from corroborate.lineage.passages import body_words, shared_passages
from corroborate.model.ledger import Claim, Ledger, Position
from corroborate.model.lineage import Passage
from corroborate.model.parties import topmost
from corroborate.pipeline import read_data
from corroborate.reconcile.answers.questions import load_questions
from corroborate.reconcile.lines.crowds import load_crowds
from corroborate.reconcile.lines.independence import Lines, count_lines, origins_of
from corroborate.reconcile.lines.merging import Voices
from evaluation.answer_measures import all_answers

HOLDING = frozenset(("asserts", "predicts", "demands"))
OPEN = frozenset(("doubts", "cannot-verify", "does-not-know"))


def voices_of(ledger: Ledger) -> Voices:
    """What merging looks things up in: the ledger's actors and parties, the passages that its documents share."""
    actors = {actor.id: actor for actor in ledger.actors}
    passages: dict[tuple[str, str], tuple[Passage, ...]] = {}
    for first, second in combinations([body_words(document) for document in ledger.documents], 2):
        pair = min(first.document, second.document), max(first.document, second.document)
        passages[pair] = tuple(shared_passages(first, second))
    return Voices(
        actors,
        {actor: topmost(actor, actors) for actor in actors},
        passages,
        {document.id: document.name for document in ledger.documents},
        load_crowds(read_data),
        load_questions(read_data),
    )


def holding_claims(ledger: Ledger) -> Iterator[tuple[Position, tuple[Claim, ...]]]:
    """Every answer that some claim holds for, with those claims."""
    claims = {claim.id: claim for claim in ledger.claims}
    for answer in all_answers(ledger):
        position = answer.position
        found = _with_stances(position, claims, HOLDING)
        if len(origins_of([claim for claim in found if claim.repeats is None])) != position.origins:
            found = _with_stances(position, claims, HOLDING | OPEN)  # the answer is that something is not settled
        if found:
            yield position, found


def _with_stances(position: Position, claims: Mapping[str, Claim], stances: Set[str]) -> tuple[Claim, ...]:
    return tuple(claims[support.claim] for support in position.claims if support.stance in stances)


def counted(ledger: Ledger) -> Iterator[tuple[Position, tuple[Claim, ...], Lines]]:
    """Every answer with the claims that hold for it and the lines that the program counts."""
    voices = voices_of(ledger)
    for position, claims in holding_claims(ledger):
        yield position, claims, count_lines(claims, voices)
