"""Keys by which copied text is looked up."""

import pytest

from corroborate.lineage.fingerprints import copied_text, text_keys
from corroborate.model.document import Document
from corroborate.testing.builders import a_document
from evaluation.copy_variants import copies_of, stitched

STORY = """Nine dead as shells hit Orvenna

Shells struck the market of Orvenna on Tuesday morning, killing nine people and wounding at least twenty, the
mayor of the town said by telephone.

The defence ministry said that its troops had "returned fire at armed men" near the grain silo, and that it
was looking into reports of harm to people who live there.

A doctor at the town's only clinic counted eleven bodies before the power failed, and said that the roads to
the south were closed to ambulances.

Fighting in the province began again in March, after talks on the harbour and its customs had come to nothing."""
OTHER = """Council votes on new bridge

Members of the council of Lemde voted on Monday for a second bridge, which would carry lorries past the old
town, and turned down a plan for a tunnel.

The bridge is to be paid for with money that had been set aside for a school, to the dismay of parents who had
come to the meeting with their children."""


def page(text: str, outlet: str = "Western Mirror", published: str | None = "2019-05-14") -> Document:
    return a_document(text, outlet=outlet, published=published)


@pytest.mark.parametrize("way", sorted({variant.way for variant in copies_of(STORY)}))
def test_a_copy_shares_a_key_however_it_was_changed(way: str) -> None:
    original = page(STORY, "The Gazette")
    for variant in copies_of(STORY):
        if variant.way == way:
            copy = page(variant.text)
            assert set(text_keys(original)) & set(text_keys(copy))
            assert copied_text(original, copy)


def test_a_page_stitched_from_several_shares_a_key_with_each() -> None:
    copy = page(stitched([STORY, OTHER]).text)
    assert all(copied_text(page(text, "The Gazette"), copy) for text in (STORY, OTHER))


def test_other_news_shares_no_key() -> None:
    assert not set(text_keys(page(STORY))) & set(text_keys(page(OTHER)))
    assert not copied_text(page(STORY), page(OTHER))


def test_a_page_of_a_few_words_has_a_key_all_the_same() -> None:
    assert len(text_keys(page("Nine people were killed in Orvenna."))) == 1
    assert text_keys(page("Nine dead.")) == ()


def test_background_of_another_season_joins_no_accounts() -> None:
    background = STORY.rsplit("\n\n", 1)[1]
    long_after = page(f"{OTHER}\n\n{OTHER.upper()}\n\n{background}", published="2021-01-02")
    # Of both pages it is a small part.
    first = page(f"{STORY}\n\n{STORY.split(chr(10), 2)[2].replace('e', 'o')}", "The Gazette")
    assert not copied_text(first, long_after)
    assert copied_text(page(STORY, "The Gazette"), page(STORY, published="2021-01-02"))
