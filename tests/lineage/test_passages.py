"""Words that two documents share."""

from collections.abc import Sequence
from itertools import combinations

from corroborate.lineage.passages import body_words, shared_passages, without_stock
from corroborate.model.document import Document
from corroborate.model.lineage import Passage
from corroborate.testing.builders import a_document

TOLD = "Shells struck the market of Orvenna on Tuesday morning, killing nine people, the mayor of the town said"


def _shared(first: Document, second: Document) -> list[Passage]:
    return list(shared_passages(body_words(first), body_words(second)))


def test_a_copied_sentence_is_a_passage_with_its_place_in_both() -> None:
    first, second = a_document(f"{TOLD}."), a_document(f"Our readers ask. {TOLD}!", outlet="Western Mirror")
    (passage,) = _shared(first, second)
    assert (passage.first_span.of(first.text), passage.second_span.of(second.text)) == (TOLD, TOLD)


def test_case_signs_and_spacing_hide_no_copy() -> None:
    second = a_document(TOLD.upper().replace(" ", " \n").replace(",", ""), outlet="Western Mirror")
    assert len(_shared(a_document(TOLD), second)) == 1


def test_a_run_of_eleven_words_is_no_passage() -> None:
    short = " ".join(TOLD.split()[:11])
    assert _shared(a_document(f"{short} today."), a_document(f"{short} again.", outlet="Western Mirror")) == []


def test_other_words_are_no_passage() -> None:
    other = "Nine people were killed on Tuesday when the market of Orvenna was shelled, according to its mayor"
    assert _shared(a_document(TOLD), a_document(other, outlet="Western Mirror")) == []


def test_a_few_changed_words_do_not_part_a_passage() -> None:
    changed = f"{TOLD.replace('nine people', '9 townspeople')}, by telephone from the market, where he was standing"
    original = f"{TOLD}, by telephone from the market, where he was standing"
    (passage,) = _shared(a_document(original), a_document(changed, outlet="Western Mirror"))
    assert passage.first_span.of(original) == original


def test_an_apostrophe_hides_no_copy() -> None:
    first = a_document(TOLD.replace("the mayor of the town", "the town's mayor"))
    second = a_document(TOLD.replace("the mayor of the town", "the towns mayor"), outlet="Western Mirror")
    (passage,) = _shared(first, second)
    assert passage.second_span.of(second.text) == second.text


# --- stock

STOCK = "Fighting in the province began again in March after talks on the harbour and its customs came to nothing"
NEWS = (
    "A bridge fell into the river at Lemde and nobody was hurt, the council said after a long night",
    "Farmers of the plain say that rain has come too late for the barley and that prices will double",
    "Two trains met on one track near Ostrel and both drivers saw it in good time and braked hard",
    "The university of Omrin opens a hall for four hundred students in a building that was once a bank",
)


def _kept(pages: Sequence[Document]) -> int:
    words = [body_words(page) for page in pages]
    found = [passage for one, other in combinations(words, 2) for passage in shared_passages(one, other)]
    return len(without_stock(found, {item.document: item for item in words}))


def test_background_that_many_pages_carry_is_no_copy() -> None:
    pages = [a_document(f"{news}. {STOCK}.", outlet=f"Paper {at}") for at, news in enumerate(NEWS)]
    assert _kept(pages) == 0
    assert _kept(pages[:2]) == 1


def test_a_lead_that_many_pages_print_is_an_agencys() -> None:
    pages = [a_document(f"{STOCK}. {news}.", outlet=f"Paper {at}") for at, news in enumerate(NEWS)]
    assert _kept(pages) == 6


def test_pages_that_share_more_than_background_are_copies() -> None:
    pages = [a_document(f"{news}. {NEWS[0]}. {STOCK}.", outlet=f"Paper {at}") for at, news in enumerate(NEWS[1:])]
    pages.append(a_document(f"{NEWS[0]}. {NEWS[1][:30]}. {STOCK}.", outlet="Paper 9"))
    assert _kept(pages) == 9  # six pairs, three of them with two passages
