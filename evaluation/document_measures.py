"""What is measured document by document."""

from collections.abc import Callable, Sequence

from corroborate.model.document import Document
from corroborate.names.fold import fold
from evaluation.compared import Compared, Measure
from evaluation.score import Rates, Share, rates


def documents_read(both: Compared) -> Share:
    """Documents of gold that ours has, by their text."""
    return Share(len(both.ours.documents), len(both.gold.documents))


def furniture_found(both: Compared) -> Rates:
    """Code points that are furniture on both sides."""
    pairs = [(_marked(one), _marked(other)) for one, other in _pairs(both)]
    missing = sum(len(_marked(each)) for each in _unread(both))
    return rates(
        sum(len(gold & ours) for gold, ours in pairs),
        ours=sum(len(ours) for _, ours in pairs),
        gold=sum(len(gold) for gold, _ in pairs) + missing,
    )


def furniture_kind_right(both: Compared) -> Share:
    """Code points that are furniture on both sides, and of the same kind."""
    right = of = 0
    for one, other in _pairs(both):
        first, second = _kinds(one), _kinds(other)
        common = first.keys() & second.keys()
        right += sum(first[place] == second[place] for place in common)
        of += len(common)
    return Share(right, of)


def published_right(both: Compared) -> Share:
    """Documents with gold's day of publication; not known on both sides is right."""
    return _share(both, lambda gold, ours: _day(gold) == _day(ours))


def worked_out_right(both: Compared) -> Share:
    """Documents whose day nobody gave and no text prints: gold's first and last possible day, or not known on both."""
    pairs = [(one, other) for one, other in _pairs(both) if one.published_basis in ("inferred", "unknown")]
    return Share(sum(_days(one) == _days(other) for one, other in pairs), len(pairs))


def copies_found(both: Compared) -> Rates:
    """Pairs of documents that share a passage."""
    gold, ours = _copies(both.gold.documents), _copies(both.ours.documents)
    return rates(len(gold & ours), ours=len(ours), gold=len(gold))


def outlet_right(both: Compared) -> Share:
    """Documents with gold's outlet, its name folded; not known on both sides is right."""
    return _share(both, lambda gold, ours: _outlet(gold) == _outlet(ours))


def lineage_found(both: Compared) -> Rates:
    """Lineage entries of gold's kind and source (its name folded)."""
    right = ours = gold = 0
    for one, other in _pairs(both):
        first, second = _lineage(one), _lineage(other)
        right, ours, gold = right + len(first & second), ours + len(second), gold + len(first)
    return rates(right, ours=ours, gold=gold + sum(len(_lineage(each)) for each in _unread(both)))


def _pairs(both: Compared) -> tuple[tuple[Document, Document], ...]:
    there = {document.id: document for document in both.ours.documents}
    return tuple((document, there[document.id]) for document in both.gold.documents if document.id in there)


def _unread(both: Compared) -> tuple[Document, ...]:
    there = {document.id for document in both.ours.documents}
    return tuple(document for document in both.gold.documents if document.id not in there)


def _marked(document: Document) -> frozenset[int]:
    return frozenset(_kinds(document))


def _kinds(document: Document) -> dict[int, str]:
    return {place: piece.kind for piece in document.furniture for place in range(piece.start, piece.end)}


def _day(document: Document) -> str | None:
    return document.published and document.published[:10]


def _days(document: Document) -> tuple[str | None, str | None]:
    if document.published:
        return _day(document), _day(document)
    interval = document.published_interval
    return (interval.earliest, interval.latest) if interval else (None, None)


def _copies(documents: Sequence[Document]) -> frozenset[frozenset[str]]:
    ids = {document.id for document in documents}
    return frozenset(
        frozenset((document.id, entry.source.document))
        for document in documents
        for entry in document.lineage
        if entry.kind == "shares-text" and entry.source.document in ids
    )


def _outlet(document: Document) -> str | None:
    return fold(document.outlet.name) if document.outlet else None


def _lineage(document: Document) -> frozenset[tuple[str, str]]:
    return frozenset((entry.kind, fold(entry.source.name)) for entry in document.lineage)


def _share(both: Compared, right: Callable[[Document, Document], bool]) -> Share:
    return Share(sum(right(one, other) for one, other in _pairs(both)), len(both.gold.documents))


DOCUMENT_MEASURES = (
    Measure("documents read", documents_read),
    Measure("furniture (characters)", furniture_found),
    Measure("kind of furniture right", furniture_kind_right),
    Measure("published right", published_right),
    Measure("  where nobody gave it", worked_out_right),
    Measure("outlet right", outlet_right),
    Measure("lineage", lineage_found),
    Measure("copies: pairs of documents", copies_found),
)
