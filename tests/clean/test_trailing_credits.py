"""Credits behind the last sentence of a paragraph."""

import pytest

from corroborate.clean.page import clean_page
from corroborate.model.document import Metadata, Page
from corroborate.pipeline import work

TOLD = "The mayor said that nine people were killed and that the market was closed."


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (" (AFP)", ["AFP"]),
        (" — Agencies", ["Agencies"]),
        (" (Source: Corvane Agency.)", ["Corvane Agency"]),
        (" (via Orlia Press)", ["Orlia Press"]),
        (" (Tuesday)", []),
        (" (Ivo Brandt)", []),
    ],
)
def test_what_stands_behind_a_sentence_is_a_credit_where_it_names_a_source(behind: str, names: list[str]) -> None:
    text = f"Nine killed in Orvenna\n\n{TOLD}{behind}\n\n{TOLD.replace('mayor', 'clinic')}\n"
    document, _ = clean_page(Page("a.txt", text, Metadata(outlet="The Gazette")), work().resources.clean)
    found = [(name, span.of(text)) for credit in document.credits for name, span in credit.names]
    assert found == [(name, name) for name in names]
