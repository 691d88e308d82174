"""Which of two documents with the same words has them from the other: a table of signs, the surest first."""

from collections.abc import Callable
from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.span import Span
from corroborate.names.fold import core_words
from corroborate.names.similar import same_name

# A document that holds this much more of the other's words than the other of its own is an excerpt of it.
MARGIN = 0.15
# A page that prints agency copy has more of it than a sentence or two: those an agency may have from the page.
PRINTED = 0.2


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents, the part of its body that stands in the other, and whether that stands in quotation
    marks.
    """

    document: Document
    share: float
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Direction:
    """The ids of the original and the copy, and the sign that shows it, in words."""

    original: str
    copy: str
    reason: str


Sign = Callable[[Side, Side], str | None]


def direction_of(first: Side, second: Side) -> Direction | None:
    """Who copied whom; None where no sign tells, or where both have a third's words."""
    if _third(first.document, second.document):
        return None
    for sign in SIGNS:
        for copy, original in ((first, second), (second, first)):
            reason = sign(copy, original)
            if reason is not None and sign(original, copy) is None:
                return Direction(original.document.id, copy.document.id, reason)
    return None


def credited(copy: Side, original: Side) -> str | None:
    """A page that credits an outlet has its words from there."""
    outlet = _outlet(original.document)
    if outlet is None or _own(copy.document, outlet):
        return None
    found = (name for credit in copy.document.credits for name, _ in credit.names if is_name_of(name, outlet))
    name = next(found, None)
    return f"it credits {name}" if name is not None else None


def quoted(copy: Side, original: Side) -> str | None:
    """Words in quotation marks come from where they stand without."""
    return "the words stand in quotation marks here, and not there" if copy.quoted and not original.quoted else None


def agency_copy(copy: Side, original: Side) -> str | None:
    """A report whose dateline bears the outlet's own name is an agency's: others print it."""
    outlet, other = _outlet(original.document), _outlet(copy.document)
    if outlet is None or (other is not None and same_name(outlet, other).same) or copy.share < PRINTED:
        return None
    own = any(is_name_of(name, outlet) for name in _datelines(original.document))
    return f"the dateline of the other is its own, {outlet}" if own else None


def named(copy: Side, original: Side) -> str | None:
    """A page that names an outlet in its text ("the Courier reports") reports from it."""
    outlet = _outlet(original.document)
    if outlet is None or _own(copy.document, outlet) or not names_outlet(copy.document, outlet):
        return None
    return f"it names {outlet}"


def later(copy: Side, original: Side) -> str | None:
    """What was published later is the copy."""
    days = copy.document.published, original.document.published
    if days[0] is None or days[1] is None:
        return None
    length = min(len(days[0]), len(days[1]), 19)
    return f"the other was published before, {days[1]}" if days[1][:length] < days[0][:length] else None


def undated(copy: Side, original: Side) -> str | None:
    """Copies lose the date more often than originals."""
    if copy.document.published is None and original.document.published is not None:
        return "it bears no date, and the other does"
    return None


def excerpt(copy: Side, original: Side) -> str | None:
    """The page that holds little else is an excerpt of the one that says more."""
    if copy.share >= original.share + MARGIN:
        return f"{copy.share:.0%} of it stands in the other, {original.share:.0%} of the other in it"
    return None


SIGNS: tuple[Sign, ...] = (credited, quoted, agency_copy, named, later, excerpt, undated)


def is_name_of(name: str, outlet: str) -> bool:
    """Whether a printed name may stand for an outlet: a spelling, its initials, its telling words.

    >>> is_name_of("Meridiana agency", "Agencia Meridiana"), is_name_of("KWS", "Kestrel Wire Service")
    (True, True)
    """
    proper = " ".join(word for word in name.split() if any(sign.isupper() for sign in word))
    if not proper:
        return False
    short, full = set(core_words(proper)), set(core_words(outlet))
    return any(same_name(form, outlet).same for form in (name, proper)) or (bool(short) and short < full)


def names_outlet(document: Document, outlet: str) -> bool:
    """Whether the words of an outlet's name stand in the document, furniture included: credits are furniture."""
    wanted = " ".join(core_words(outlet))
    return len(wanted) > _SHORTEST and f" {wanted} " in f" {' '.join(core_words(document.text))} "


_MARKS = '"“”'
# A name of fewer letters is found in any text.
_SHORTEST = 3


def in_quotation(text: str, span: Span) -> bool:
    """Whether a stretch stands in quotation marks that its paragraph opens before it or with it."""
    start = max(text.rfind("\n", 0, span.start), 0)
    before = text[start : span.start + 1] if text[span.start : span.start + 1] in _MARKS else text[start : span.start]
    if before.count("“") != before.count("”"):
        return before.count("“") > before.count("”")
    return before.count('"') % 2 == 1


def _third(first: Document, second: Document) -> bool:
    """Whether both pages bear the dateline of one agency that published neither."""
    outlets = [outlet for item in (first, second) if (outlet := _outlet(item)) is not None]
    return any(
        same_name(one, other).same and not any(is_name_of(one, outlet) for outlet in outlets)
        for one in _datelines(first)
        for other in _datelines(second)
    )


def _datelines(document: Document) -> list[str]:
    return [name for credit in document.credits if credit.kind == "dateline" for name, _ in credit.names]


def _outlet(document: Document) -> str | None:
    return document.outlet.name if document.outlet is not None else None


def _own(document: Document, outlet: str) -> bool:
    own = _outlet(document)
    return own is not None and same_name(own, outlet).same
