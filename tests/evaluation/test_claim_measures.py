"""Two ledgers of one short article; every expected figure can be counted on the page."""

from dataclasses import replace

from corroborate.model.ledger import Claim, Ledger
from corroborate.testing.builders import a_claim, a_document, a_ledger, an_actor, mention_of
from evaluation import claim_measures as measures
from evaluation.compared import Compared, compared
from evaluation.score import Rates, Share, rates

PAGE = a_document(
    "Shells fell on the port of Ostrel on Monday, the harbour master said. "
    "Two people died, the mayor said. The army denied that it had fired."
)
MASTER = an_actor("the harbour master", mention_of("the harbour master", PAGE))
MAYOR = an_actor("the mayor", mention_of("the mayor", PAGE))
ARMY = an_actor("The army", mention_of("The army", PAGE))

FELL = a_claim("Shells fell on the port of Ostrel on Monday", PAGE, speaker=MASTER, cue="said")
DIED = a_claim("Two people died", PAGE, speaker=MAYOR)
DENIED = a_claim("denied that it had fired", PAGE, speaker=ARMY, cue="denied", stance="denies")


def ledger(*claims: Claim) -> Ledger:
    return a_ledger(documents=(PAGE,), actors=(MASTER, MAYOR, ARMY), claims=claims)


def against(gold: tuple[Claim, ...], *ours: Claim) -> Compared:
    return compared(ledger(*gold), ledger(*ours))


ALL = (FELL, DIED, DENIED)


def test_a_claim_is_found_when_half_of_the_union_is_shared() -> None:
    whole = a_claim("Shells fell on the port of", PAGE)  # 26 characters
    half = a_claim("Shells fell o", PAGE)  # 13
    less = a_claim("Shells fell", PAGE)  # 11
    assert measures.claims_found(against((whole,), half)) == rates(1, ours=1, gold=1)
    assert measures.claims_found(against((whole,), less)) == rates(0, ours=1, gold=1)


def test_a_claim_is_found_once() -> None:
    again = a_claim("Shells fell on the port of Ostrel", PAGE)
    assert measures.claims_found(against(ALL, FELL, again)) == rates(1, ours=2, gold=3)


def test_the_best_overlap_is_taken_first() -> None:
    near = a_claim("Shells fell on the port of Ostrel", PAGE)
    both = against((FELL,), near, FELL)
    assert [ours.id for _, ours in both.pairs.claims] == [FELL.id]


def test_claims_of_one_span_are_told_apart_by_their_claimants() -> None:
    joined = a_claim("Shells fell on the port of Ostrel on Monday", PAGE, speaker=MAYOR, cue="said")
    both = against((FELL, joined), joined, FELL)
    assert measures.claimant_right(both) == Share(2, 2)


def test_a_claimant_is_right_by_half_of_its_span_or_where_both_have_none() -> None:
    wider = replace(DIED, claimant=replace(DIED.claimant, start=(DIED.claimant.start or 0) - 4))
    own = a_claim("Shells fell on the port of Ostrel on Monday", PAGE)
    both = against((own, DIED, DENIED), own, wider, replace(DENIED, claimant=own.claimant))
    assert measures.claimant_right(both) == Share(2, 3)
    assert measures.named_claimant_right(both) == Share(1, 2)
    assert measures.attributed_found(both) == rates(1, ours=1, gold=2)


def test_the_same_actor_is_the_one_that_shares_the_mentions_whatever_it_is_called() -> None:
    named = replace(MAYOR, id="other", name="Ada Renn", aliases=("Ada Renn",))
    said = replace(DIED, claimant=replace(DIED.claimant, actor="other"))
    ours = replace(ledger(FELL, said), actors=(MASTER, named))
    assert measures.same_actor(compared(ledger(FELL, DIED), ours)) == Share(2, 2)
    wrong = replace(said, claimant=replace(said.claimant, actor=MASTER.id))
    assert measures.same_actor(compared(ledger(FELL, DIED), replace(ours, claims=(FELL, wrong)))) == Share(1, 2)


def test_stance_certainty_and_quotation_are_shares_of_the_found_claims() -> None:
    ours = (replace(FELL, certainty="possible"), replace(DENIED, stance="asserts", quotation="direct"))
    both = against(ALL, *ours)
    assert measures.stance_right(both) == Share(1, 2)
    assert measures.certainty_right(both) == Share(1, 2)
    assert measures.quotation_right(both) == Share(1, 2)


def test_what_does_not_assert_is_counted_apart() -> None:
    assert measures.denials_found(against(ALL, *ALL)) == rates(1, ours=1, gold=1)
    assert measures.denials_found(against(ALL, replace(DENIED, stance="doubts"))) == rates(0, ours=1, gold=1)


def test_a_chain_is_exact_when_roles_and_folded_names_are_the_same_in_order() -> None:
    origin, outlet = DIED.chain
    spelt = replace(DIED, chain=(replace(origin, name="The Mayor"), outlet))
    longer = replace(FELL, chain=(*FELL.chain, outlet))
    called = replace(DENIED, chain=(replace(DENIED.chain[0], name="the soldiers"), outlet))
    both = against(ALL, spelt, longer, called)
    assert measures.chain_exact(both) == Share(1, 3)
    assert measures.chain_actors(both) == Share(2, 3)
    assert measures.chain_roles(both) == Share(2, 3)


def test_outlets_that_stand_nowhere_in_the_text_are_one_actor_by_their_name() -> None:
    own = a_claim("Two people died", PAGE)
    said = replace(own, claimant=replace(own.claimant, actor="other"))
    ours = replace(ledger(said), actors=(MASTER, MAYOR, replace(an_actor("Gazette"), id="other")))
    assert measures.same_actor(compared(ledger(own), ours)) == Share(1, 1)


def test_a_link_without_an_actor_is_right_by_its_name() -> None:
    unknown = replace(DIED, chain=(replace(DIED.chain[0], name="a video", actor=None, role="channel"), DIED.chain[1]))
    assert measures.chain_actors(against((unknown,), unknown)) == Share(1, 1)
    named = replace(unknown, chain=(replace(unknown.chain[0], name="a letter"), DIED.chain[1]))
    assert measures.chain_actors(against((unknown,), named)) == Share(0, 1)


def test_nothing_found_has_no_share() -> None:
    assert measures.stance_right(against(ALL)) == Share(0, 0)
    assert measures.claims_found(against(ALL)) == Rates(Share(0, 0), Share(0, 3))
