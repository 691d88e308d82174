"""Rules about words: every record's text stands exactly where it says."""

import itertools
from collections.abc import Iterator

from corroborate.export.checks.index import Fault, Index
from corroborate.model.document import EVIDENCE_FURNITURE, Document
from corroborate.model.ledger import Actor, Event, Place

# A share of the body is written with three digits; a hundredth more leaves room for how its edge is cut.
SHARE_SLACK = 0.01

# id of the record at fault, document id, start, end, text (None: only that the span lies inside the document)
Words = tuple[str, str, int | None, int | None, str | None]


def exact_words(index: Index) -> Iterator[Fault]:
    """For every record with a span, the document's text at that span is the record's text."""
    for record, document, start, end, text in _all_words(index):
        fault = _fault(index.documents.get(document), start, end, text)
        if fault:
            yield record, fault


def whole_spans(index: Index) -> Iterator[Fault]:
    """Start, end and text of a claimant, and start and end of a link or a lineage, are all given or all null."""
    for claim in index.ledger.claims:
        speaker = claim.claimant
        if len({speaker.start is None, speaker.end is None, speaker.text is None}) > 1:
            yield claim.id, "the claimant has only a part of start, end and text"
        if any((link.start is None) != (link.end is None) for link in claim.chain):
            yield claim.id, "a link of the chain has a start without an end, or an end without a start"
    for document in index.ledger.documents:
        if any((entry.start is None) != (entry.end is None) for entry in document.lineage):
            yield document.id, "a lineage entry has a start without an end, or an end without a start"


def furniture_apart(index: Index) -> Iterator[Fault]:
    """No two pieces of furniture of a document overlap."""
    for document in index.ledger.documents:
        pieces = sorted((piece.start, piece.end) for piece in document.furniture)
        for (_, end), (start, _) in itertools.pairwise(pieces):
            if start < end:
                yield document.id, f"two pieces of furniture overlap at {start}"


def nothing_from_furniture(index: Index) -> Iterator[Fault]:
    """No claim and no event mention lies in furniture, except in a caption, a credit or a pull quote."""
    mute = {
        document.id: tuple(
            (piece.start, piece.end) for piece in document.furniture if piece.kind not in EVIDENCE_FURNITURE
        )
        for document in index.ledger.documents
    }
    spans = [(claim.id, claim.document, claim.start, claim.end) for claim in index.ledger.claims]
    spans += [
        (e.id, mention.document, mention.start, mention.end) for e in index.ledger.events for mention in e.mentions
    ]
    for record, document, start, end in spans:
        if any(low < end and start < high for low, high in mute.get(document, ())):
            yield record, f"takes words {start}-{end} from page furniture that is no evidence"


def lineage_shares(index: Index) -> Iterator[Fault]:
    """A lineage's share is its passage's part of the document's body (text outside furniture), between 0 and 1."""
    for document in index.ledger.documents:
        for entry in document.lineage:
            if entry.share is None or entry.start is None or entry.end is None:
                continue
            share = body_length(document, entry.start, entry.end) / max(1, body_length(document, 0, len(document.text)))
            if abs(share - entry.share) > SHARE_SLACK:
                yield (
                    document.id,
                    f"lineage of {entry.source.name!r}: share is {entry.share}, the passage makes {share:.3f}",
                )


def body_length(document: Document, start: int, end: int) -> int:
    """Code points between start and end that are not furniture."""
    covered = (min(end, piece.end) - max(start, piece.start) for piece in document.furniture)
    return min(end, len(document.text)) - start - sum(max(0, length) for length in covered)


def _all_words(index: Index) -> Iterator[Words]:
    ledger = index.ledger
    for claim in ledger.claims:
        where = (claim.id, claim.document)
        yield (*where, claim.start, claim.end, claim.text)
        yield (*where, claim.claimant.start, claim.claimant.end, claim.claimant.text)
        if claim.cue is not None:
            yield (*where, claim.cue.start, claim.cue.end, claim.cue.text)
        for link in claim.chain:
            yield (*where, link.start, link.end, None)
    records: tuple[Actor | Place | Event, ...] = (*ledger.actors, *ledger.places, *ledger.events)
    for record in records:
        for mention in record.mentions:
            yield record.id, mention.document, mention.start, mention.end, mention.text
    for document in ledger.documents:
        for piece in document.furniture:
            yield document.id, document.id, piece.start, piece.end, piece.text
        for entry in document.lineage:
            yield document.id, document.id, entry.start, entry.end, None


def _fault(document: Document | None, start: int | None, end: int | None, text: str | None) -> str | None:
    if document is None or start is None or end is None:
        return None  # another rule's: references, whole_spans
    if not 0 <= start < end <= len(document.text):
        return f"span {start}-{end} is empty or outside the text of {document.id} ({len(document.text)} characters)"
    found = document.text[start:end]
    if text is not None and found != text:
        return f"says {shortened(text)!r}, but {document.id} has {shortened(found)!r} at {start}-{end}"
    return None


def shortened(text: str, limit: int = 60) -> str:
    """At most `limit` characters of the text, with an ellipsis where it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
