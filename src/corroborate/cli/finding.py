"""Finding the one record that a user means: by id, by the beginning of an id, or by name."""

import difflib
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from corroborate.model.document import Document
from corroborate.model.ledger import Actor, Claim, Event, Ledger, Place

Record = Document | Event | Actor | Place | Claim
R = TypeVar("R", bound=Record)
CANDIDATES_SHOWN = 8


def find_one(records: Sequence[R], wanted: str) -> R:
    """The record that goes by an id, the beginning of one, or a name. A usage error where none or several do."""
    folded = wanted.casefold()
    tests: tuple[Callable[[Record], bool], ...] = (
        lambda record: record.id == wanted,
        lambda record: any(name.casefold() == folded for name in names_of(record)),
        lambda record: record.id.startswith(wanted) or record.id.partition("-")[2].startswith(wanted),
        lambda record: any(folded in name.casefold() for name in names_of(record)),
    )
    for test in tests:
        found = [record for record in records if test(record)]
        if len(found) == 1:
            return found[0]
        if found:
            raise click.UsageError(_several(wanted, found))
    raise click.UsageError(_none(wanted, records))


def names_of(record: Record) -> tuple[str, ...]:
    """What a record is called."""
    match record:
        case Document():
            outlet = record.outlet.name if record.outlet else None
            return tuple(filter(None, (record.name, record.title, outlet)))
        case Event():
            return (record.title,)
        case Claim():
            return ()
        case _:
            return (record.name, *record.aliases)


def all_records(ledger: Ledger) -> tuple[Record, ...]:
    """Everything in a ledger that can be shown by itself."""
    return (*ledger.documents, *ledger.events, *ledger.actors, *ledger.places, *ledger.claims)


def _several(wanted: str, found: Sequence[Record]) -> str:
    lines = [f"  {record.id}  {(*names_of(record), '')[0]}" for record in found[:CANDIDATES_SHOWN]]
    more = [f"  … and {len(found) - CANDIDATES_SHOWN} more"] if len(found) > CANDIDATES_SHOWN else []
    return "\n".join([f"{wanted!r} may be any of these; give the id:", *lines, *more])


def _none(wanted: str, records: Sequence[Record]) -> str:
    names = sorted({name for record in records for name in (record.id, *names_of(record))})
    near = difflib.get_close_matches(wanted, names, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else " `corroborate report` lists what there is."
    return f"Nothing in the ledger goes by {wanted!r}.{hint}"
