from dataclasses import replace

from corroborate.model.document import Document, Furniture, LineageEntry, LineageSource, Outlet
from corroborate.testing.builders import a_document, a_ledger
from evaluation import document_measures as measures
from evaluation.compared import Compared, compared
from evaluation.score import Share, rates

TEXT = "Guns fired at Ostrel.\n\nSubscribe now"  # 36 code points; the appeal is 23-36
PAGE = a_document(TEXT, furniture=(Furniture(23, 36, "appeal"),))
OTHER = a_document("A quiet day in Ostrel.", name="other.txt", published=None)


def against(gold: tuple[Document, ...], *ours: Document) -> Compared:
    return compared(a_ledger(documents=gold), a_ledger(documents=ours))


def test_documents_are_the_same_by_their_text_whatever_their_ids() -> None:
    both = against((PAGE, OTHER), replace(PAGE, id="doc-elsewhere", text=f"{TEXT}\n"))
    assert measures.documents_read(both) == Share(1, 2)


def test_furniture_is_counted_in_characters() -> None:
    wide = replace(PAGE, furniture=(Furniture(13, 36, "navigation"),))
    both = against((PAGE,), wide)
    assert measures.furniture_found(both) == rates(13, ours=23, gold=13)
    assert measures.furniture_kind_right(both) == Share(0, 13)


def test_furniture_of_a_document_that_was_not_read_is_missed() -> None:
    assert measures.furniture_found(against((PAGE,))) == rates(0, ours=0, gold=13)


def test_a_day_of_publication_is_right_without_its_hour_and_where_both_have_none() -> None:
    both = against((PAGE, OTHER), replace(PAGE, published="2019-05-14T08:00:00Z"), OTHER)
    assert measures.published_right(both) == Share(2, 2)
    assert measures.published_right(against((OTHER,), replace(OTHER, published="2019-05-14"))) == Share(0, 1)


def test_an_outlet_is_right_in_another_spelling() -> None:
    assert measures.outlet_right(against((PAGE,), replace(PAGE, outlet=Outlet("GAZETTE", None)))) == Share(1, 1)
    assert measures.outlet_right(against((PAGE,), replace(PAGE, outlet=None))) == Share(0, 1)


def test_lineage_is_right_by_kind_and_source() -> None:
    credit = LineageEntry("credits", LineageSource("Corvane"), 0, 4, None)
    gold = replace(PAGE, lineage=(credit, replace(credit, kind="quotes")))
    ours = replace(PAGE, lineage=(replace(credit, start=None, end=None),))
    assert measures.lineage_found(against((gold,), ours)) == rates(1, ours=1, gold=2)
