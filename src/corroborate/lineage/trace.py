"""A story's lineage: copies, credits, quoted outlets, shared passages."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from corroborate.lineage.passages import body_words, shared_passages
from corroborate.model.document import Credit, Document, LineageEntry, LineageSource
from corroborate.model.grounded import GroundedReading
from corroborate.model.lineage import Lineage, Passage
from corroborate.model.span import Span
from corroborate.names.fold import plain

# A document of which this share stands in an earlier one republishes it (the contract: "wholly or mostly").
MOSTLY = 0.5
# Credits that say that the page's own words are another's; "credit" lines only name contributors.
_WHOLE_PAGE = ("dateline", "source-link", "byline")


def trace_lineage(readings: Sequence[GroundedReading]) -> Lineage:
    """The lineage of one story; compares each pair of its documents, memory one pair at a time."""
    words = [body_words(item.document) for item in readings]
    passages = tuple(passage for one, other in combinations(words, 2) for passage in shared_passages(one, other))
    names = {item.document.id: _outlet_name(item.document) for item in readings}
    by_id = {item.document.id: item.document for item in readings}
    return Lineage(
        tuple((item.document.id, tuple(_entries(item, passages, names, by_id))) for item in readings), passages
    )


def _entries(
    item: GroundedReading, passages: Sequence[Passage], names: dict[str, str], by_id: dict[str, Document]
) -> Iterator[LineageEntry]:
    document = item.document
    named = list(_credited(document))
    yield from named
    yield from _quoted(item, {entry.source.name for entry in named if entry.kind == "republishes"})
    own = [(_mirrored(passage, document.id)) for passage in passages if document.id in (passage.first, passage.second)]
    for other in sorted({second for second, _, _ in own}):
        spans = [span for second, span, _ in own if second == other]
        share = _share(document, spans)
        source = LineageSource(names[other], document=other)
        copied = share >= MOSTLY and _earlier(by_id[other], document) and not named
        if copied:
            yield LineageEntry(
                "republishes", source, min(span.start for span in spans), max(span.end for span in spans), share
            )
            continue
        for span in spans:
            yield LineageEntry("shares-text", source, span.start, span.end, _share(document, [span]))


def _mirrored(passage: Passage, document: str) -> tuple[str, Span, Span]:
    """The other document, the span here and the span there."""
    if passage.first == document:
        return passage.second, passage.first_span, passage.second_span
    return passage.first, passage.second_span, passage.first_span


def _earlier(one: Document, other: Document) -> bool:
    """Whether `one` is known to be the older text; undated pages are taken for the copies."""
    if one.published is None or other.published is None:
        return one.published is not None
    return one.published[:19] < other.published[:19]


def _outlet_name(document: Document) -> str:
    return document.outlet.name if document.outlet is not None else document.name


def _credited(document: Document) -> Iterator[LineageEntry]:
    for credit in document.credits:
        for name, span in credit.names:
            if (document.outlet is not None and name == document.outlet.name) or _names_again(document, credit, name):
                continue
            if credit.kind in _WHOLE_PAGE:
                start, end = _copy_span(document, credit)
                yield LineageEntry("republishes", LineageSource(name), start, end, _share(document, [Span(start, end)]))
            else:
                yield LineageEntry("credits", LineageSource(name), span.start, span.end, None)


def _names_again(document: Document, credit: Credit, name: str) -> bool:
    """A closing "Palisade News Agency" under a dateline "(Palisade)" says nothing new."""
    heads = [
        known
        for other in document.credits
        if other.kind == "dateline" and other is not credit
        for known, _ in other.names
    ]
    return credit.kind == "credit" and any(name.startswith(head) or head.startswith(name) for head in heads)


def _copy_span(document: Document, credit: Credit) -> tuple[int, int]:
    """From the credit or the body's first word to the body's last: the stretch that is another's."""
    body = _body_spans(document)
    start = credit.start if credit.kind == "dateline" else body[0].start
    return start, max(span.end for span in body)


def _quoted(item: GroundedReading, already: set[str]) -> Iterator[LineageEntry]:
    """Passages reported from an outlet or agency: the claims in whose chains it stands, neighbours joined."""
    spans: dict[str, list[Span]] = {}
    for statement in item.reading.statements:
        for link in statement.links:
            if link.role in ("agency", "outlet") and link.span is not None:
                spans.setdefault(_link_name(item, link.mention, link.name), []).append(statement.span)
    for name in sorted(spans):
        own = item.document.outlet is not None and plain(item.document.outlet.name) == plain(name)
        if name in already or own:
            continue
        for span in _joined(item.document.text, spans[name]):
            yield LineageEntry("quotes", LineageSource(name), span.start, span.end, _share(item.document, [span]))


def _link_name(item: GroundedReading, mention: int | None, name: str) -> str:
    actor = item.actor_of[mention] if mention is not None else -1
    return item.actors[actor].name if actor >= 0 else name


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Spans of one paragraph as one."""
    ordered = sorted(set(spans))
    current = ordered[0]
    for span in ordered[1:]:
        if "\n" in text[current.end : max(current.end, span.start)]:
            yield current
            current = span
        else:
            current = Span(current.start, max(current.end, span.end))
    yield current


def _body_spans(document: Document) -> list[Span]:
    """The stretches outside furniture (captions, credits and pull quotes are furniture here too)."""
    spans, start = [], 0
    for item in sorted(document.furniture, key=lambda item: item.start):
        spans.append(Span(start, max(start, item.start)))
        start = max(start, item.end)
    spans.append(Span(start, len(document.text)))
    kept = [_shrunk(document.text, span) for span in spans]
    return [span for span in kept if span.start < span.end] or [Span(0, len(document.text))]


def _shrunk(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + max(lead, len(words.rstrip())))


def _body_length(document: Document, within: Span) -> int:
    """Code points of a stretch outside furniture."""
    taken = (min(within.end, item.end) - max(within.start, item.start) for item in document.furniture)
    return within.end - within.start - sum(max(0, length) for length in taken)


def _share(document: Document, spans: Sequence[Span]) -> float:
    """The part of the body that spans cover, in code points, rounded to thousandths."""
    whole = _body_length(document, Span(0, len(document.text)))
    covered = sum(_body_length(document, span) for span in spans)
    return round(min(1.0, covered / max(1, whole)), 3)
