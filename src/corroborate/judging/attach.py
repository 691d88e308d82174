"""Where the words that a judgement stands on are read now.

A mention that is read at the same place is the same. After another reading it may begin or end elsewhere: then it is
the mention of the same kind that covers most of both, if it shares at least half of the shorter one. A claim is the
same where its stance is, its speaker and its cue are at the same words (overlapping, or both not there), and its
content shares at least half of both together. Anything else waits: what is read otherwise may be read rightly now.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from corroborate.model.grounded import GroundedReading
from corroborate.model.judgement import JudgedClaim, JudgedKind, Judgement
from corroborate.model.mention import Mention
from corroborate.model.reading import Statement
from corroborate.model.span import Span

# Of the shorter of two spans, and of two contents together: below it, more is other than the same.
HALF = 0.5

Anchor = tuple[JudgedKind, Mention | JudgedClaim]


def anchors_of(judgement: Judgement) -> tuple[Anchor, ...]:
    """All that a judgement stands on, always in the same order: its sides, its claim, its target."""
    kind = judgement.record
    sides = [(kind, mention) for side in judgement.sides for mention in side] if kind is not None else []
    claim: list[Anchor] = [("claim", judgement.claim)] if judgement.claim is not None else []
    return (*sides, *claim, *(("actor", mention) for mention in judgement.target))


def attached(anchor: Anchor, reading: GroundedReading) -> Span | None:
    """Where in the reading of its document an anchor is found; None where it is not."""
    kind, words = anchor
    if isinstance(words, JudgedClaim):
        found = attached_claim(words, enumerate(reading.reading.statements))
        return reading.reading.statements[found].span if found is not None else None
    return nearest(Span(words.start, words.end), _SPANS[kind](reading))


def nearest(span: Span, candidates: Iterable[Span]) -> Span | None:
    """The candidate that is a span, else the one that covers most of it; None where none shares half of the shorter."""
    near = [other for other in candidates if _shared(span, other) >= HALF]
    return min(near, key=lambda other: (-span.overlap(other), other), default=None)


def attached_claim(claim: JudgedClaim, statements: Iterable[tuple[int, Statement]]) -> int | None:
    """The index of the statement that a judged claim is now; the first of several that are as near."""
    near = [
        (-Span(claim.start, claim.end).overlap(statement.span), -_overlap(claim.speaker, statement.speaker_span), index)
        for index, statement in statements
        if _same_claim(claim, statement)
    ]
    return min(near, default=(0.0, 0.0, None))[2]


def _same_claim(claim: JudgedClaim, statement: Statement) -> bool:
    return (
        claim.stance == statement.stance
        and _same_words(claim.speaker, None if statement.reportedly else statement.speaker_span)
        and _same_words(claim.cue, statement.cue)
        and Span(claim.start, claim.end).overlap(statement.span) >= HALF
    )


def _same_words(one: Span | None, other: Span | None) -> bool:
    return one is other if one is None or other is None else one.overlaps(other)


def _overlap(one: Span | None, other: Span | None) -> float:
    return one.overlap(other) if one is not None and other is not None else 0.0


def _shared(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(1, min(one.end - one.start, other.end - other.start))


def _events(reading: GroundedReading) -> Iterator[Span]:
    return (event.span for event in reading.reading.events)


def _actors(reading: GroundedReading) -> Iterator[Span]:
    return (name.span for name, local in zip(reading.reading.names, reading.actor_of, strict=True) if local >= 0)


def _places(reading: GroundedReading) -> Iterator[Span]:
    return (name.span for name, local in zip(reading.reading.names, reading.place_of, strict=True) if local >= 0)


_SPANS: Mapping[JudgedKind, Callable[[GroundedReading], Iterator[Span]]] = {
    "event": _events,
    "actor": _actors,
    "place": _places,
}
