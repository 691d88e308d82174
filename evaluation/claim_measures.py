"""What is measured claim by claim: found or not, and right or not among those found."""

from collections.abc import Callable, Sequence

from corroborate.model.ledger import Claim
from corroborate.names.fold import fold
from evaluation.alignment import HALF, claimant_span, spans_agree
from evaluation.compared import Compared, Measure
from evaluation.confusion import Confusion
from evaluation.score import Rates, Share, rates

Pair = tuple[Claim, Claim]


def claims_found(both: Compared) -> Rates:
    """Claims of the same document that overlap by half of the union of their spans, one to one."""
    return rates(len(both.pairs.claims), ours=len(both.ours.claims), gold=len(both.gold.claims))


def attributed_found(both: Compared) -> Rates:
    """Found claims whose claimant is right, among all claims that name one: an outlet's own voice does not count."""
    ours, gold = _reported(both.ours.claims), _reported(both.gold.claims)
    right = sum(claimant_span(one) is not None and claimant_is_right(one, other) for one, other in both.pairs.claims)
    return rates(right, ours=ours, gold=gold)


def claimant_right(both: Compared) -> Share:
    """Found claims whose claimant spans overlap by half of their union, or that both have no claimant's span."""
    return _share(both.pairs.claims, claimant_is_right)


def named_claimant_right(both: Compared) -> Share:
    """The same, among found claims whose claimant gold names: without the outlets' own voice."""
    return _share([pair for pair in both.pairs.claims if claimant_span(pair[0])], claimant_is_right)


def claimant_is_right(gold: Claim, ours: Claim) -> bool:
    """Whether two claims have one claimant by where it stands."""
    return spans_agree(claimant_span(gold), claimant_span(ours)) >= HALF


def same_actor(both: Compared) -> Share:
    """Found claims whose claimant is the same actor, actors being paired by the mentions that they share."""
    return _share(both.pairs.claims, lambda gold, ours: _one_actor(both, gold.claimant.actor, ours.claimant.actor))


def stance_right(both: Compared) -> Share:
    """Found claims with gold's stance."""
    return _share(both.pairs.claims, lambda gold, ours: gold.stance == ours.stance)


def denials_found(both: Compared) -> Rates:
    """Claims that do not assert (deny, reject, doubt, cannot verify, demand ...), found with just that stance."""
    right = sum(one.stance == other.stance != "asserts" for one, other in both.pairs.claims)
    counts = (sum(claim.stance != "asserts" for claim in ledger.claims) for ledger in (both.ours, both.gold))
    return rates(right, ours=next(counts), gold=next(counts))


def stances_apart(both: Compared) -> Confusion:
    """The stances of found claims, as the mean F1 of the stances that either side has: all count alike."""
    return Confusion(tuple((one.stance, other.stance) for one, other in both.pairs.claims))


def certainties_apart(both: Compared) -> Confusion:
    """The certainties of found claims, as the mean F1 of the certainties that either side has."""
    return Confusion(tuple((one.certainty, other.certainty) for one, other in both.pairs.claims))


def certainty_right(both: Compared) -> Share:
    """Found claims with gold's certainty."""
    return _share(both.pairs.claims, lambda gold, ours: gold.certainty == ours.certainty)


def quotation_right(both: Compared) -> Share:
    """Found claims with gold's kind of quotation."""
    return _share(both.pairs.claims, lambda gold, ours: gold.quotation == ours.quotation)


def chain_roles(both: Compared) -> Share:
    """Found claims whose chain has gold's roles in gold's order."""
    return _share(both.pairs.claims, _same_roles)


def chain_actors(both: Compared) -> Share:
    """Found claims whose chain has gold's roles, each with the same name (folded) or the same actor."""

    def same(gold: Claim, ours: Claim) -> bool:
        links = zip(gold.chain, ours.chain, strict=False)
        return _same_roles(gold, ours) and all(
            fold(one.name) == fold(other.name) or (one.actor is not None and _one_actor(both, one.actor, other.actor))
            for one, other in links
        )

    return _share(both.pairs.claims, same)


def chain_exact(both: Compared) -> Share:
    """Found claims whose chain is exactly gold's: roles and names (folded), in order."""
    return _share(both.pairs.claims, chain_is_exact)


def named_chain_exact(both: Compared) -> Share:
    """The same, among found claims whose claimant gold names: chains of the own voice are short and easy."""
    return _share([pair for pair in both.pairs.claims if claimant_span(pair[0])], chain_is_exact)


def chain_is_exact(gold: Claim, ours: Claim) -> bool:
    """Whether two chains have the same roles and names."""
    first, second = (tuple((link.role, fold(link.name)) for link in claim.chain) for claim in (gold, ours))
    return first == second


def repeats_right(both: Compared) -> Rates:
    """Claims that restate another of their document (a headline, a pull quote), found as doing so."""
    right = sum(one.repeats is not None and other.repeats is not None for one, other in both.pairs.claims)
    counts = (sum(claim.repeats is not None for claim in ledger.claims) for ledger in (both.ours, both.gold))
    return rates(right, ours=next(counts), gold=next(counts))


def _reported(claims: Sequence[Claim]) -> int:
    return sum(claimant_span(claim) is not None for claim in claims)


def _same_roles(gold: Claim, ours: Claim) -> bool:
    return [link.role for link in gold.chain] == [link.role for link in ours.chain]


def _one_actor(both: Compared, gold: str | None, ours: str | None) -> bool:
    return gold is ours is None or (gold, ours) in both.pairs.actors


def _share(pairs: Sequence[Pair], right: Callable[[Claim, Claim], bool]) -> Share:
    return Share(sum(right(one, other) for one, other in pairs), len(pairs))


CLAIM_MEASURES = (
    Measure("claims found", claims_found),
    Measure("  found with named claimant right", attributed_found),
    Measure("claimant right", claimant_right),
    Measure("  of named claimants", named_claimant_right),
    Measure("claimant: same actor", same_actor),
    Measure("stance right", stance_right),
    Measure("  other than asserts", denials_found),
    Measure("  macro-F1", stances_apart),
    Measure("certainty right", certainty_right),
    Measure("  macro-F1", certainties_apart),
    Measure("quotation right", quotation_right),
    Measure("chain: roles", chain_roles),
    Measure("chain: roles and actors", chain_actors),
    Measure("chain exact", chain_exact),
    Measure("  of named claimants", named_chain_exact),
    Measure("repetitions marked", repeats_right),
)
