"""`corroborate show`: one record, with everything that is known of it."""

from pathlib import Path

import click

from corroborate.cli import options
from corroborate.cli.finding import Record, all_records, find_one
from corroborate.cli.ledgers import current_name, load_ledger
from corroborate.cli.problems import problem_lines
from corroborate.cli.report import hints_for
from corroborate.cli.show_document import document_page
from corroborate.cli.show_event import event_page
from corroborate.cli.show_name import claim_page, name_page
from corroborate.cli.talk import colour, put, put_json, width
from corroborate.cli.verb import Verb
from corroborate.export.report_text import rendered
from corroborate.model.codec import as_contract
from corroborate.model.document import Document
from corroborate.model.ledger import Claim, Event, Ledger


@click.command("show", cls=Verb, short_help="Show one document, event, actor, place or claim, or the problems.")
@click.argument("wanted", metavar="ID|NAME")
@options.ledger_or_json
@options.as_json
def command(wanted: str, *, ledger: Path, as_json: bool) -> int:
    """Show one document, event, actor, place or claim, or the problems.

    A document is shown with its claims marked; an event with every claim in its exact words; an actor with what it
    says and what is said of it. ID may be the beginning of an id, or the whole of one that was given up in a merge;
    NAME any part of a name or title; the word "problems" lists what could not be read, and why.

    \b
    Examples:
      corroborate show article-3.txt
      corroborate show "White Helmets" --ledger syria.db
    """
    held = load_ledger(ledger)
    if wanted == "problems":
        _put_problems(held, as_json=as_json)
        return 0
    record = find_one(all_records(held), current_name(ledger, held, wanted))
    if as_json:
        put_json(as_json_value(held, record))
    else:
        put(_page(held, record, ledger))
    return 0


def as_json_value(ledger: Ledger, record: Record) -> dict[str, object]:
    """The record in the contract's shape, with the claims in it, about it or by it."""
    kind = type(record).__name__.lower()
    claims = [claim for claim in ledger.claims if _belongs(claim, record.id)]
    return {"kind": kind, "record": as_contract(record), "claims": [as_contract(claim) for claim in claims]}


def _belongs(claim: Claim, record: str) -> bool:
    owners = (claim.document, claim.claimant.actor, *(about.event for about in claim.about))
    return record in owners and record != claim.id


def _page(ledger: Ledger, record: Record, file: Path) -> str:
    columns = width()
    match record:
        case Document():
            content = document_page(ledger, record)
        case Event():
            content = event_page(ledger, record, columns=columns, hints=hints_for(file))
        case Claim():
            content = claim_page(ledger, record)
        case _:
            content = name_page(ledger, record)
    return rendered(content, width=columns, colour=colour())


def _put_problems(ledger: Ledger, *, as_json: bool) -> None:
    if as_json:
        put_json(as_contract(ledger.problems))
    else:
        put(rendered(problem_lines(ledger.problems), width=width(), colour=colour()))
