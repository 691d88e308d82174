"""Chains from the first speaker to the page, and where pages have their words from."""

from stories import chain, claim, document, tell

OWN = """
## Corvane Press Agency, 2021-03-09
Nine killed in Omrin

OMRIN (CPA) - Shells hit the market of Omrin on Monday and killed nine people, the mayor of the town said.

The Kestrian army denied that it had fired at the town.
"""


def test_an_agencys_own_page_stands_once_in_a_chain_and_credits_nobody() -> None:
    ledger = tell(OWN)
    told = claim(ledger, "denied that it had fired")
    assert [role for role, _ in chain(told)] == ["origin", "outlet"]
    assert chain(told)[-1] == ("outlet", "Corvane Press Agency")
    assert document(ledger, 1).lineage == ()


COPY = """
## Corvane Press Agency, 2021-03-09
Nine killed in Omrin

OMRIN (CPA) - Shells hit the market of Omrin on Monday and killed nine people, wounding at least twenty more, the mayor
of the town said by telephone from the grain silo.

## Western Mirror
What happened in Omrin

Shells hit the market of Omrin on Monday and killed nine people, wounding at least twenty more, the mayor of the town
said by telephone from the grain silo.

(Corvane)
"""


def test_a_page_that_is_signed_with_an_outlets_name_credits_it_and_has_its_words_from_there() -> None:
    page = document(tell(COPY), 2)
    kinds = {(entry.kind, entry.source.name) for entry in page.lineage}
    assert {("credits", "Corvane Press Agency"), ("shares-text", "Corvane Press Agency")} <= kinds
    assert {entry.copied for entry in page.lineage if entry.kind == "shares-text"} == {"from"}
    original = document(tell(COPY), 1)
    assert {entry.copied for entry in original.lineage if entry.kind == "shares-text"} == {"to"}
