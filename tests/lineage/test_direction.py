"""Who copied whom."""

from dataclasses import replace

from corroborate.lineage.direction import Side, direction_of, in_quotation, is_name_of
from corroborate.model.document import Credit, Document
from corroborate.model.span import Span
from corroborate.testing.builders import a_document

WIRE = a_document("Shells fell on Orvenna.", outlet="Kestrel Wire")
PAPER = a_document("Shells fell on Orvenna, it is told.", outlet="Western Mirror")


def crediting(document: Document, name: str, kind: str = "credit") -> Document:
    return replace(document, credits=(Credit(0, 1, kind, ((name, Span(0, 1)),)),))  # type: ignore[arg-type]


def told(first: Side, second: Side) -> tuple[str, str] | None:
    """The copy and the sign, the same whichever page is named first."""
    found, again = direction_of(first, second), direction_of(second, first)
    assert found == again
    return None if found is None else (found.copy, found.reason)


def test_who_credits_an_outlet_has_it_from_there() -> None:
    side = Side(crediting(PAPER, "KW"), 0.4)
    assert told(Side(WIRE, 0.9), side) == (PAPER.id, "it credits KW")


def test_an_agencys_own_dateline_marks_the_original() -> None:
    side = Side(crediting(WIRE, "Kestrel Wire", "dateline"), 0.9)
    assert told(side, Side(PAPER, 0.4)) == (PAPER.id, "the dateline of the other is its own, Kestrel Wire")
    # A sentence of the page may have come to the agency from there.
    assert told(side, Side(PAPER, 0.1)) != (PAPER.id, "the dateline of the other is its own, Kestrel Wire")


def test_words_in_quotation_marks_come_from_where_they_stand_without() -> None:
    found = told(Side(WIRE, 0.2, quoted=True), Side(PAPER, 0.2))
    assert found == (WIRE.id, "the words stand in quotation marks here, and not there")


def test_what_was_published_later_is_the_copy() -> None:
    later = replace(PAPER, published="2019-05-15")
    assert told(Side(WIRE, 0.5), Side(later, 0.5)) == (later.id, "the other was published before, 2019-05-14")


def test_an_excerpt_is_the_copy_of_the_longer_page() -> None:
    assert told(Side(WIRE, 0.3), Side(PAPER, 0.9)) == (
        PAPER.id, "90% of it stands in the other, 30% of the other in it",
    )  # fmt: skip


def test_nothing_is_said_where_no_sign_tells_or_a_third_wrote_it() -> None:
    assert told(Side(WIRE, 0.5), Side(PAPER, 0.5)) is None
    third = [
        Side(crediting(item, "Corvane", "dateline"), 0.9) for item in (replace(WIRE, published="2019-05-12"), PAPER)
    ]
    assert told(*third) is None


def test_an_outlet_goes_by_initials_and_by_its_telling_words() -> None:
    outlet = "Kestrel Wire Service"
    assert all(is_name_of(name, outlet) for name in ("KWS", "Kestrel", "news agency KWS", "Kestrel Wire Service"))
    assert not any(is_name_of(name, outlet) for name in ("agencies", "Western Mirror", "Kestrel Mirror"))


def test_a_stretch_stands_in_the_quotation_that_its_paragraph_opens() -> None:
    text = 'He said: "It fell on the market." Then it rained.\nIt fell on the market.'
    first = text.index("It fell")
    assert in_quotation(text, Span(first, first + 5))
    assert not in_quotation(text, Span(text.rindex("It fell"), len(text)))
    assert not in_quotation(text, Span(text.index("Then"), text.index("Then") + 4))
