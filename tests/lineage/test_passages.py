"""Words that two documents share."""

from corroborate.lineage.passages import body_words, shared_passages
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
