"""Which records of one ledger are which of the other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corroborate.model.ledger import Claim, Event, Ledger, Mention
from corroborate.model.parties import topmost
from corroborate.model.span import Span
from corroborate.names.fold import fold
from evaluation.answers import Answer, SameNames, same_answer, same_sentence
from evaluation.pairing import Merit, best_pairs, shared_mentions, span_of

# "Overlaps by half of the union": what makes a claim found, and a claimant the right one.
HALF = 0.5
# A common name weighs less than one exact mention: it decides only where no mention does (outlets have none).
SAME_NAME = 0.5


class Named(Protocol):
    """An actor or a place."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def aliases(self) -> tuple[str, ...]: ...

    @property
    def mentions(self) -> tuple[Mention, ...]: ...


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of two ledgers, gold's first; of actors and places the ids only."""

    claims: tuple[tuple[Claim, Claim], ...]
    actors: frozenset[tuple[str, str]]
    places: frozenset[tuple[str, str]]
    events: tuple[tuple[Event, Event], ...]
    answers: tuple[tuple[Answer, Answer], ...]


def align(gold: Ledger, ours: Ledger) -> Alignment:
    """Pairs of claims, actors, places, events and answers. Both ledgers have the same document ids."""
    claims = same_claims(gold, ours)
    actors = frozenset(same_names(gold.actors, ours.actors))
    places = frozenset(same_names(gold.places, ours.places))
    events = same_events(gold, ours, claims)
    shared = _shared_claims(claims)
    names = SameNames(actors | places, _same_parties(gold, actors))
    answers = tuple(pair for one, other in events for pair in _same_answers(one, other, names, shared))
    return Alignment(claims, actors, places, events, answers)


def same_claims(gold: Ledger, ours: Ledger) -> tuple[tuple[Claim, Claim], ...]:
    """Claims of one document that overlap by half of their union, one to one.

    Where two claims share a span (two speakers joined in one sentence), claimant, cue and stance decide.
    """
    there: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(ours.claims):
        there[claim.document].append(index)
    candidates = (
        (first, second, _claim_merit(claim, ours.claims[second]))
        for first, claim in enumerate(gold.claims)
        for second in there[claim.document]
        if span_of(claim).overlap(span_of(ours.claims[second])) >= HALF
    )
    return best_pairs(gold.claims, ours.claims, candidates)


def claimant_span(claim: Claim) -> Span | None:
    """Where the claimant stands; None for an outlet's own voice and for speakers that nobody names."""
    start, end = claim.claimant.start, claim.claimant.end
    return None if start is None or end is None else Span(start, end)


def spans_agree(gold: Span | None, ours: Span | None) -> float:
    """The overlap of two spans that may be missing: 1 where both are."""
    if gold is None or ours is None:
        return float(gold is ours)
    return gold.overlap(ours)


def same_names(gold: Sequence[Named], ours: Sequence[Named]) -> tuple[tuple[str, str], ...]:
    """The ids of actors (or places) that are one: those with the most mentions in common, one to one."""
    candidates = _named_candidates(gold, ours)
    return tuple((one.id, other.id) for one, other in best_pairs(gold, ours, candidates))


def same_events(gold: Ledger, ours: Ledger, claims: tuple[tuple[Claim, Claim], ...]) -> tuple[tuple[Event, Event], ...]:
    """Events that are one: those that share most mentions (any overlap) and most found claims, one to one."""
    shared = Counter(pair for first, second in claims for pair in _told_by(first, second))
    candidates = [
        (index, place, _event_merit(event, other, shared[event.id, other.id]))
        for index, event in enumerate(gold.events)
        for place, other in enumerate(ours.events)
    ]
    return best_pairs(gold.events, ours.events, (each for each in candidates if each[2][0] > 0))


def answers_of(event: Event) -> tuple[Answer, ...]:
    """All answers to all questions of an event."""
    return tuple(
        Answer(event.id, facet, position) for facet in sorted(event.facets) for position in event.facets[facet]
    )


def _told_by(gold: Claim, ours: Claim) -> Iterator[tuple[str, str]]:
    """Every pair of events that a found claim speaks of, once."""
    for event in sorted({about.event for about in gold.about}):
        for other in sorted({about.event for about in ours.about}):
            yield event, other


def _claim_merit(gold: Claim, ours: Claim) -> Merit:
    cues = (Span(each.cue.start, each.cue.end) if each.cue else None for each in (gold, ours))
    return (
        span_of(gold).overlap(span_of(ours)),
        spans_agree(claimant_span(gold), claimant_span(ours)),
        spans_agree(*cues),
        float(gold.stance == ours.stance),
    )


def _named_candidates(gold: Sequence[Named], ours: Sequence[Named]) -> Iterator[tuple[int, int, Merit]]:
    keys = [_keys(other) for other in ours]
    for first, one in enumerate(gold):
        own = _keys(one)
        for second, other in enumerate(ours):
            merit = shared_mentions(one.mentions, other.mentions) + SAME_NAME * (not own.isdisjoint(keys[second]))
            if merit > 0:
                yield first, second, (merit, -float(len(other.mentions)))


def _keys(named: Named) -> frozenset[str]:
    return frozenset(fold(name) for name in (named.name, *named.aliases))


def _event_merit(gold: Event, ours: Event, claims: int) -> Merit:
    common = claims + sum(_meets(mention, ours.mentions) for mention in gold.mentions)
    size = len(gold.mentions) + len(ours.mentions) + len(gold.documents) + len(ours.documents)
    return float(common), float(gold.scope == ours.scope), -float(size)


def _meets(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(other.document == mention.document and span_of(mention).overlaps(span_of(other)) for other in others)


def _shared_claims(claims: tuple[tuple[Claim, Claim], ...]) -> frozenset[tuple[str, str]]:
    return frozenset((one.id, other.id) for one, other in claims)


def _same_parties(gold: Ledger, actors: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Gold's actors beside ours whose counterpart belongs to the same party in gold."""
    known = {actor.id: actor for actor in gold.actors}
    party = {actor: topmost(actor, known) for actor in known}
    return frozenset((actor, other) for one, other in actors for actor in known if party[actor] == party[one])


def _same_answers(
    gold: Event, ours: Event, names: SameNames, claims: frozenset[tuple[str, str]]
) -> tuple[tuple[Answer, Answer], ...]:
    """Answers of two events that are one; of several that could be, the one with the most found claims."""
    first, second = answers_of(gold), answers_of(ours)
    candidates = [
        (index, place, _answer_merit(one, other, names, claims))
        for index, one in enumerate(first)
        for place, other in enumerate(second)
        if one.facet == other.facet
    ]
    return best_pairs(first, second, (each for each in candidates if each[2][0] > 0))


def _answer_merit(gold: Answer, ours: Answer, names: SameNames, claims: frozenset[tuple[str, str]]) -> Merit:
    """How well two answers agree, then how many of their claims are the same (Dice)."""
    size = len(gold.position.claims) + len(ours.position.claims)
    shared = 2 * common_claims(gold, ours, claims) / max(1, size)
    return same_answer(gold, ours, names, shared) or same_sentence(gold, ours, shared), shared


def common_claims(gold: Answer, ours: Answer, claims: frozenset[tuple[str, str]]) -> int:
    """How many found claims stand on both answers."""
    pairs = ((one.claim, other.claim) for one in gold.position.claims for other in ours.position.claims)
    return sum(pair in claims for pair in pairs)
