"""Claims with what people say of them: corrected, or rejected and counting for nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from corroborate.judging.attach import attached_claim
from corroborate.judging.corrections import Owners, holder, owners_of
from corroborate.judging.rulings import Correction, Rulings
from corroborate.model.ledger import Actor, Certainty, Claim, Link, Quotation, Stance
from corroborate.reconcile.claims import Told
from corroborate.reconcile.events.slots import Identities


def judged_claims(told: Sequence[Told], story: Identities, rulings: Rulings) -> tuple[Told, ...]:
    """The claims of a story with their corrections, the latest of each field; what was rejected stands beside them."""
    if not rulings.on_claims:
        return tuple(told)
    owners = owners_of(story.actors.by_id.values())
    judged = {item.claim.id: item for item in told}
    for correction in rulings.on_claims:
        found = _judged(correction, told)
        if found is not None:
            item = judged[found]
            claim = _corrected(item.claim, correction, owners, story.actors.by_id)
            judged[found] = replace(item, claim=claim, counts=item.counts and claim.rejected is None)
    return tuple(_with_original(item, judged) for item in judged.values())


def _judged(correction: Correction, told: Sequence[Told]) -> str | None:
    """The claim that is meant, by its id."""
    claim = correction.judgement.claim
    if claim is None:
        return None
    of_document = [(at, item.statement) for at, item in enumerate(told) if item.claim.document == claim.document]
    found = attached_claim(claim, of_document)
    return told[found].claim.id if found is not None else None


def _with_original(item: Told, judged: Mapping[str, Told]) -> Told:
    """A claim that only repeats a rejected one counts no more than that."""
    original = judged.get(item.claim.repeats or "")
    if original is None or original.claim.rejected is None:
        return item
    rejected = original.claim.rejected
    marks = tuple(dict.fromkeys((*item.claim.judgements, rejected)))
    return replace(item, claim=replace(item.claim, judgements=marks), counts=False)


def _corrected(claim: Claim, correction: Correction, owners: Owners, actors: Mapping[str, Actor]) -> Claim:
    judgement = correction.judgement
    marked = replace(claim, judgements=(*claim.judgements, judgement.id))
    value = judgement.value
    match judgement.field:
        case None:
            return replace(marked, rejected=judgement.id)
        case "stance":
            stance = cast("Stance", value)
            read_as = claim.read_as or claim.stance
            certainty: Certainty = "unknown" if stance == "does-not-know" else claim.certainty
            return replace(marked, stance=stance, certainty=certainty, read_as=read_as)
        case "certainty":
            return replace(marked, certainty=cast("Certainty", value))
        case "quotation":
            return replace(marked, quotation=cast("Quotation", value))
        case "anonymous":
            return replace(marked, claimant=replace(claim.claimant, anonymous=value == "yes"))
        case "claimant":
            actor = actors.get(holder(correction.target, owners) or "")
            return claim if actor is None else _said_by(marked, actor)
        case _:
            return claim


def _said_by(claim: Claim, actor: Actor) -> Claim:
    """The claim with another claimant, who begins its way too."""
    first = claim.chain[0]
    begins = Link(actor.name, actor.id, first.role, first.start, first.end)
    rest = [link for link in claim.chain[1:] if link.actor != actor.id or link is claim.chain[-1]]
    return replace(claim, claimant=replace(claim.claimant, actor=actor.id), chain=(begins, *rest))
