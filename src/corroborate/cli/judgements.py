"""Judgements for people: what each says, by whom and why, and whether it holds."""

import click

from corroborate.cli.finding import find_one
from corroborate.cli.judging import Held, judgeable, standing_undos
from corroborate.cli.talk import put, put_json
from corroborate.export.wording import harmless, judgement_in_words
from corroborate.judging.attach import anchors_of
from corroborate.judging.resolve import in_force
from corroborate.model.codec import as_contract
from corroborate.model.judgement import Judgement
from corroborate.model.ledger import Claim

_STATES = {"judgement-waiting": "waits", "judgement-overruled": "overruled"}


def put_judgements(held: Held, record: str | None, *, everything: bool, as_json: bool) -> None:
    """The judgements of a ledger, or on one of its records; those that count, or all."""
    counting = {judgement.id for judgement in in_force(held.made)}
    wanted = [judgement for judgement in held.made if everything or judgement.id in counting]
    if record is not None:
        wanted = _of_record(held, record, wanted)
    if as_json:
        put_json([as_contract(judgement) for judgement in wanted])
        return
    states = _states(held)
    lines = [f"{_line(judgement, states.get(judgement.id, 'holds'))}\n" for judgement in wanted]
    put("".join(lines) or "No judgements.\n")


def _line(judgement: Judgement, state: str) -> str:
    who = f"{judgement.when[:16].replace('T', ' ')} {judgement.by}"
    return harmless(f"{judgement.id}  {who}  {state}: {judgement_in_words(judgement)} — {judgement.why}")


def _states(held: Held) -> dict[str, str]:
    """Judgement -> what it is, where it is not simply holding."""
    standing = {judgement.id for judgement in (*in_force(held.made), *standing_undos(held.made))}
    states = {judgement.id: "undone" for judgement in held.made if judgement.id not in standing}
    for problem in held.ledger.problems:
        if problem.code in _STATES:
            states |= {made.id: _STATES[problem.code] for made in held.made if made.id in problem.message}
    return states


def _of_record(held: Held, wanted: str, judgements: list[Judgement]) -> list[Judgement]:
    """Those that stand on words of a record, with the undos of them."""
    record = find_one(judgeable(held.ledger), wanted)
    if isinstance(record, Claim):
        ids = {judgement.id for judgement in held.made if judgement.claim and judgement.claim.id == record.id}
        ids |= set(record.judgements)
    else:
        keys = {mention.key for mention in record.mentions}
        ids = set(record.judgements)
        for judgement in held.made:
            words = [anchor for _, anchor in anchors_of(judgement)]
            if judgement.claim is None and any((each.document, each.start, each.end) in keys for each in words):
                ids.add(judgement.id)
    if not ids:
        raise click.UsageError(f"Nothing was judged of {record.id}.")
    for judgement in held.made:  # an undo comes after what it undoes
        if judgement.undoes in ids:
            ids.add(judgement.id)
    return [judgement for judgement in judgements if judgement.id in ids]
