"""What was missed, what is spurious and what is wrong, record by record, for a person to read."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from corroborate.model.ledger import Claim, Event
from evaluation.answer_measures import all_answers, contradictions, corroborated_in_ours
from evaluation.answers import Answer
from evaluation.claim_measures import chain_is_exact, claimant_is_right
from evaluation.compared import Compared
from evaluation.event_items import mention_pairs

T = TypeVar("T", Claim, Event)
Listing = Callable[[Compared], Iterator[str]]

# Claims run over several lines of an article; this much tells which is meant.
SHOWN = 110


def listed_claims(both: Compared) -> Iterator[str]:
    """Claims missed, spurious, and found with something wrong, document by document."""
    for document in both.gold.documents:
        yield f"== {document.name}"
        inside = [pair for pair in both.pairs.claims if pair[0].document == document.id]
        missed, spurious = _rest(both.gold.claims, both.ours.claims, both.pairs.claims)
        yield from (f"missed    {_claim(claim)}" for claim in _of(document.id, missed))
        yield from (f"spurious  {_claim(claim)}" for claim in _of(document.id, spurious))
        for gold, ours in inside:
            wrong = ", ".join(_wrong(gold, ours))
            if wrong:
                yield f"wrong     {_claim(gold)}"
                yield f"          {wrong}"


def listed_events(both: Compared) -> Iterator[str]:
    """Events paired, with what differs; events missed and spurious; mentions missed and spurious."""
    names = {document.id: document.name for document in both.gold.documents}
    missed, spurious = _rest(both.gold.events, both.ours.events, both.pairs.events)
    for gold, ours in both.pairs.events:
        yield f"paired    {_event(gold, names)}"
        yield f"  with    {_event(ours, names)}"
        yield from (f"          {line}" for line in _event_differences(gold, ours))
    yield from (f"missed    {_event(event, names)}" for event in missed)
    yield from (f"spurious  {_event(event, names)}" for event in spurious)
    yield from _listed_mentions(both, names)


def listed_positions(both: Compared) -> Iterator[str]:
    """Answers missed, spurious and found with something wrong, event by event; false corroboration first."""
    for ours, gold in corroborated_in_ours(both):
        judged = f"in gold {_answer(gold)}" if gold else "not in gold"
        yield f"corroborated here: {_answer(ours)}; {judged}"
    titles = {event.id: event.title for event in (*both.gold.events, *both.ours.events)}
    found = {answer.position.id for pair in both.pairs.answers for answer in pair}
    for event, other in both.pairs.events:
        yield f"== {event.title}  |  here: {other.title}"
        yield from _listed_answers(both, event, other, found)
    paired = {event.id for pair in both.pairs.events for event in pair}
    for name, ledger in (("missed", both.gold), ("spurious", both.ours)):
        for answer in all_answers(ledger):
            if answer.event not in paired:
                yield f"{name:9} {titles[answer.event]}: {_answer(answer)}"
    yield from _listed_contradictions(both)


LISTINGS: dict[str, Listing] = {"claims": listed_claims, "events": listed_events, "positions": listed_positions}


def _rest(gold: Sequence[T], ours: Sequence[T], pairs: Sequence[tuple[T, T]]) -> tuple[list[T], list[T]]:
    found, told = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    return [one for one in gold if one.id not in found], [other for other in ours if other.id not in told]


def _of(document: str, claims: Sequence[Claim]) -> list[Claim]:
    return sorted((claim for claim in claims if claim.document == document), key=lambda claim: (claim.start, claim.id))


def _wrong(gold: Claim, ours: Claim) -> Iterator[str]:
    if not claimant_is_right(gold, ours):
        yield f"claimant {_claimant(gold)} here {_claimant(ours)}"
    for name in ("stance", "certainty", "quotation"):
        if getattr(gold, name) != getattr(ours, name):
            yield f"{name} {getattr(gold, name)} here {getattr(ours, name)}"
    if not chain_is_exact(gold, ours):
        yield f"chain {_chain(gold)} here {_chain(ours)}"


def _claim(claim: Claim) -> str:
    words = " ".join(claim.text.split())
    return f"{claim.start}-{claim.end} {_claimant(claim)}, {claim.stance}: {words[:SHOWN]}"


def _claimant(claim: Claim) -> str:
    return f"[{claim.claimant.text}]" if claim.claimant.text else f"[no name, {claim.quotation}]"


def _chain(claim: Claim) -> str:
    return " > ".join(f"{link.role}:{link.name}" for link in claim.chain)


def _event(event: Event, names: dict[str, str]) -> str:
    places = ", ".join(names[document] for document in event.documents)
    days = f"{event.time.earliest}..{event.time.latest}" if event.time else "no date"
    return f"{event.scope} {event.title!r} ({days}; {places}; {len(event.mentions)} mentions)"


def _event_differences(gold: Event, ours: Event) -> Iterator[str]:
    pairs = (
        ("scope", gold.scope, ours.scope),
        ("status", gold.status, ours.status),
        ("PLOVER", gold.kind.plover, ours.kind.plover),
        ("ACLED", gold.kind.acled_sub, ours.kind.acled_sub),
        *((name, figure, ours.figures.get(name)) for name, figure in gold.figures.items()),
    )
    yield from (f"{name} {one} here {other}" for name, one, other in pairs if one != other)


def _listed_mentions(both: Compared, names: dict[str, str]) -> Iterator[str]:
    pairs = mention_pairs(both.gold, both.ours, "both")
    for name, ledger, found in (
        ("missed", both.gold, {one for one, _ in pairs}),
        ("spurious", both.ours, {other for _, other in pairs}),
    ):
        for mention in sorted({mention for event in ledger.events for mention in event.mentions} - found):
            yield f"{name} mention  {names[mention.document]} {mention.start}-{mention.end} {mention.text!r}"


def _answer(answer: Answer) -> str:
    position = answer.position
    lines = f"{position.independent_lines} of {position.origins}"
    return f"{answer.facet} {position.value!r} ({position.grade}, {lines} lines)"


def _listed_answers(both: Compared, event: Event, other: Event, found: set[str]) -> Iterator[str]:
    for gold, ours in both.pairs.answers:
        if gold.event == event.id and _judged(gold) != _judged(ours):
            yield f"differs   {_answer(gold)} here {_answer(ours)}"
    for name, ledger, wanted in (("missed", both.gold, event.id), ("spurious", both.ours, other.id)):
        for answer in all_answers(ledger):
            if answer.event == wanted and answer.position.id not in found:
                yield f"{name:9} {_answer(answer)}"


def _judged(answer: Answer) -> tuple[str, int, int]:
    return answer.position.grade, answer.position.origins, answer.position.independent_lines


def _listed_contradictions(both: Compared) -> Iterator[str]:
    values = {
        each.position.id: each.position.value for ledger in (both.gold, both.ours) for each in all_answers(ledger)
    }
    there = {one.position.id: other.position.id for one, other in both.pairs.answers}
    back = {other: one for one, other in there.items()}
    for name, mine, theirs, moved in (
        ("missed", both.gold, contradictions(both.ours), there),
        ("spurious", both.ours, contradictions(both.gold), back),
    ):
        for pair in sorted(map(sorted, contradictions(mine))):
            if frozenset(moved.get(each, "") for each in pair) not in theirs:
                yield f"{name} contradiction  {' / '.join(repr(values.get(each, each)) for each in pair)}"
