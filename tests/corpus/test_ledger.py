"""The worked example of the contract, marked as a story, becomes the ledger that was made of it by hand."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.check import checked
from corpus.ledger import as_ledger
from corroborate.model.ledger import Claim, Event, Ledger
from evaluation.documents import completed, read_ledger

ROOT = Path(__file__).parents[2]
LEMDE = Path(__file__).parent / "lemde"
EXAMPLE = ROOT / "tests" / "contracts" / "example"


@pytest.fixture(scope="module")
def marked() -> Ledger:
    story, faults = checked(LEMDE)
    assert faults == ()
    return as_ledger(story)


@pytest.fixture(scope="module")
def made() -> Ledger:
    return read_ledger(EXAMPLE / "ledger.json")


def test_the_texts_are_those_of_the_example(marked: Ledger, made: Ledger) -> None:
    assert {each.name: each.text for each in marked.documents} == {each.name: each.text for each in made.documents}


def _document(document: Any) -> Any:
    furniture = [(piece.start, piece.end, piece.kind) for piece in document.furniture]
    stated = (document.url, document.outlet, document.title, document.published, document.published_basis)
    return stated, furniture


def test_documents_are_the_same_but_for_credits_inside_a_dateline(marked: Ledger, made: Ledger) -> None:
    ours = {each.name: _document(each) for each in marked.documents}
    theirs = {each.name: _document(each) for each in made.documents}
    stated, furniture = ours["one.txt"]
    dateline = next(piece for piece in furniture if piece[2] == "credit")
    assert marked.documents[0].text[dateline[0] : dateline[1]] == "Palisade"
    ours["one.txt"] = stated, [piece for piece in furniture if piece != dateline]
    assert ours == theirs


def test_lineage_has_the_same_kinds_sources_and_passages(marked: Ledger, made: Ledger) -> None:
    def lineage(ledger: Ledger) -> dict[str, list[tuple[str, str, str]]]:
        return {
            each.name: sorted(
                (e.kind, e.source.name, each.text[e.start or 0 : e.end].rstrip(".")) for e in each.lineage
            )
            for each in ledger.documents
        }

    assert lineage(marked) == lineage(made)


def _claim(claim: Claim, actors: dict[str, str]) -> Any:
    """A claim without ids: its chain's links by name and role, and what it speaks of by the answers' wording."""
    claimant = claim.claimant
    speaker = (actors.get(claimant.actor or ""), claimant.text, claimant.start, claimant.anonymous)
    chain = [(link.name, link.role) for link in claim.chain]
    cue = (claim.cue.start, claim.cue.end) if claim.cue else None
    said = claim.said.text if claim.said else None
    labels = (claim.stance, claim.certainty, claim.quotation, said, claim.repeats, claim.claims_on)
    return (claim.document, claim.start, claim.end, claim.text), speaker, chain, cue, labels


def test_every_claim_is_the_same(marked: Ledger, made: Ledger) -> None:
    def claims(ledger: Ledger) -> dict[str, Any]:
        actors = {actor.id: actor.name for actor in ledger.actors}
        return {claim.id: _claim(claim, actors) for claim in ledger.claims}

    assert claims(marked) == claims(made)


def _event(event: Event) -> Any:
    return replace(
        event,
        id="",
        title="",
        places=(),
        mentions=(),
        facets={},
        reasons=(),
        documents=tuple(sorted(event.documents)),
    )


def test_events_have_the_same_kind_time_status_and_figures(marked: Ledger, made: Ledger) -> None:
    assert [_event(event) for event in marked.events] == [_event(event) for event in made.events]


def test_every_answer_has_the_same_claims_counts_grade_and_rivals(marked: Ledger, made: Ledger) -> None:
    def answers(ledger: Ledger) -> dict[Any, Any]:
        values = {
            position.id: position.value
            for event in ledger.events
            for positions in event.facets.values()
            for position in positions
        }
        return {
            (event.id, facet, position.value): (
                position.quantity,
                sorted((support.claim, support.stance) for support in position.claims),
                (position.origins, position.independent_lines, position.grade),
                sorted(values[other] for other in position.contradicts),
                [values[other] for other in position.supersedes],
                values.get(position.part_of or ""),
            )
            for event in ledger.events
            for facet, positions in event.facets.items()
            for position in positions
        }

    assert answers(marked) == answers(made)


def test_the_export_is_one_that_the_records_read_back(marked: Ledger) -> None:
    from corroborate.model.codec import as_contract, decode

    raw = json.dumps(completed(as_contract(marked)))
    assert decode(raw, Ledger).events == marked.events
