"""What is measured document by document."""

from collections.abc import Callable

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
    Measure("outlet right", outlet_right),
    Measure("lineage", lineage_found),
)
