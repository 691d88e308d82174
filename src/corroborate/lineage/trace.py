"""A story's lineage: copies, credits, quoted outlets, shared passages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from corroborate.lineage.direction import Direction, Side, direction_of, in_quotation, is_name_of, names_outlet
from corroborate.lineage.passages import LEAST_WORDS, body_words, shared_passages, without_stock
from corroborate.model.document import Credit, Document, LineageEntry, LineageSource
from corroborate.model.grounded import GroundedReading
from corroborate.model.lineage import Lineage, Passage
from corroborate.model.span import Span

# A document of which this share stands in an earlier one republishes it (the contract: "wholly or mostly"). A page
# that has half of its words from elsewhere has written the other half.
MOSTLY = 0.6
# As many equal words are a quotation of a page that is named.
QUOTED_WORDS = 8
# A name alone on a line, or in brackets behind a paragraph's last sentence.
_SIGNATURE = re.compile(
    r"(?m)^[ \t(\[—–-]*(?P<line>[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){0,4})[)\]]?[ \t]*$"
    r"|(?<=[.!?\"”]) ?[(\[](?P<bracket>[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){0,4})[)\]][ \t]*$"
)
# Credits that say that the page's own words are another's; "credit" lines only name contributors.
_WHOLE_PAGE = ("dateline", "source-link", "byline")


def trace_lineage(readings: Sequence[GroundedReading]) -> Lineage:
    """The lineage of one story; compares each pair of its documents, memory one pair at a time."""
    words = [body_words(item.document) for item in readings]
    by_id = {item.document.id: item.document for item in readings}
    found = [
        passage
        for one, other in combinations(words, 2)
        for passage in shared_passages(one, other, least=_least(by_id[one.document], by_id[other.document]))
    ]
    passages = without_stock(found, {item.document: item for item in words})
    outlets = sorted({item.document.outlet.name for item in readings if item.document.outlet is not None})
    named = {item.document.id: (*_credited(item.document), *_signed(item.document, outlets)) for item in readings}
    shared = _shared(passages, by_id)
    entries = tuple(
        (item.document.id, tuple(_called(entry, outlets) for entry in _entries(item, named, shared, by_id)))
        for item in readings
    )
    return Lineage(entries, passages)


def _called(entry: LineageEntry, outlets: Sequence[str]) -> LineageEntry:
    """The entry with its source under the name of the story's outlet that the printed name can only mean."""
    if entry.source.document is not None or entry.source.name in outlets:
        return entry
    found = [outlet for outlet in outlets if is_name_of(entry.source.name, outlet)]
    return replace(entry, source=replace(entry.source, name=found[0])) if len(found) == 1 else entry


@dataclass(frozen=True, slots=True)
class _Shared:
    """What one document shares with another: its stretches, their part of its body, and who copied whom."""

    spans: tuple[Span, ...]
    share: float
    direction: Direction | None


def _least(first: Document, second: Document) -> int:
    """A shorter passage is a quotation where one page names the other's outlet."""
    pairs = (first, second), (second, first)
    named = any(
        other.outlet is not None and not _names_own(one, other.outlet.name) and names_outlet(one, other.outlet.name)
        for one, other in pairs
    )
    return QUOTED_WORDS if named else LEAST_WORDS


def _shared(passages: Sequence[Passage], by_id: Mapping[str, Document]) -> dict[tuple[str, str], _Shared]:
    """What each document shares with each other, by the two ids, its own first."""
    spans: dict[tuple[str, str], list[Span]] = {}
    for passage in passages:
        spans.setdefault((passage.first, passage.second), []).append(passage.first_span)
        spans.setdefault((passage.second, passage.first), []).append(passage.second_span)
    sides = {pair: _side(by_id[pair[0]], found) for pair, found in spans.items()}
    return {
        (here, there): _Shared(
            tuple(sorted(found)), sides[here, there].share, direction_of(sides[here, there], sides[there, here])
        )
        for (here, there), found in spans.items()
    }


def _side(document: Document, spans: Sequence[Span]) -> Side:
    quoted = sum(in_quotation(document.text, span) for span in spans)
    return Side(document, _share(document, spans), 2 * quoted > len(spans))


def _entries(
    item: GroundedReading,
    named: Mapping[str, Sequence[LineageEntry]],
    shared: Mapping[tuple[str, str], _Shared],
    by_id: Mapping[str, Document],
) -> Iterator[LineageEntry]:
    document = item.document
    own = [entry for entry in named[document.id] if entry.kind == "republishes"]
    yield from named[document.id]
    yield from _quoted(item, {entry.source.name for entry in own})
    others = [(there, found) for (here, there), found in sorted(shared.items()) if here == document.id]
    if not own:
        yield from _republished(document, others, named, by_id)
    for there, found in others:
        source = LineageSource(_outlet_name(by_id[there]), document=there)
        for span in found.spans:
            entry = LineageEntry("shares-text", source, span.start, span.end, _share(document, [span]))
            yield _directed(entry, found.direction)


def _republished(
    document: Document,
    others: Sequence[tuple[str, _Shared]],
    named: Mapping[str, Sequence[LineageEntry]],
    by_id: Mapping[str, Document],
) -> Iterator[LineageEntry]:
    """The page that this one is a copy of: the one that most of it stands in; an agency's, where that is a copy too."""
    copied = [
        (found.share, there, found)
        for there, found in others
        if found.share >= MOSTLY and found.direction is not None and found.direction.copy == document.id
    ]
    if copied:
        _, there, found = max(copied, key=lambda entry: (entry[0], entry[1]))
        agency = next((entry.source for entry in named[there] if entry.kind == "republishes"), None)
        source = agency if agency is not None else LineageSource(_outlet_name(by_id[there]), document=there)
        start, end = min(span.start for span in found.spans), max(span.end for span in found.spans)
        yield _directed(LineageEntry("republishes", source, start, end, found.share), found.direction)


def _directed(entry: LineageEntry, direction: Direction | None) -> LineageEntry:
    if direction is None:
        return entry
    there = entry.source.document
    copied: Literal["from", "to"] = "to" if there is not None and direction.copy == there else "from"
    return replace(entry, copied=copied, reason=direction.reason)


def _outlet_name(document: Document) -> str:
    return document.outlet.name if document.outlet is not None else document.name


def _credited(document: Document) -> Iterator[LineageEntry]:
    for credit in document.credits:
        for name, span in credit.names:
            if _names_own(document, name) or _names_again(document, credit, name):
                continue
            if credit.kind in _WHOLE_PAGE:
                start, end = _copy_span(document, credit)
                yield LineageEntry("republishes", LineageSource(name), start, end, _share(document, [Span(start, end)]))
            else:
                yield LineageEntry("credits", LineageSource(name), span.start, span.end, None)


def _signed(document: Document, outlets: Sequence[str]) -> Iterator[LineageEntry]:
    """The names of the story's other outlets that stand by themselves on a line or in brackets behind a sentence."""
    known = [span for credit in document.credits for _, span in credit.names]
    for match in _SIGNATURE.finditer(document.text):
        span = Span(*match.span("line" if match["line"] else "bracket"))
        name = span.of(document.text)
        outlet = next((outlet for outlet in outlets if is_name_of(name, outlet)), None)
        if outlet is not None and not _names_own(document, name) and not any(span.overlaps(other) for other in known):
            yield LineageEntry("credits", LineageSource(name), span.start, span.end, None)


def _names_own(document: Document, name: str) -> bool:
    """Whether a name is the page's own outlet's: an agency's own dateline credits nobody."""
    return document.outlet is not None and is_name_of(name, document.outlet.name)


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
        proper = any(sign.isupper() for sign in name)  # "state television", "local radio" cannot be looked up
        if name in already or not proper or _names_own(item.document, name):
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
