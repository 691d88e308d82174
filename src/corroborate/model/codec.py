"""Records to JSON and back. The contract's optional fields are left out where they are empty."""

import dataclasses
from typing import Any, TypeVar

import msgspec

from corroborate.model.document import Document, Furniture, LineageEntry
from corroborate.model.judgement import Judgement
from corroborate.model.ledger import Actor, Claim, Event, Ledger, Link, Place, Position
from corroborate.model.problem import Problem

R = TypeVar("R")

# Record -> fields that an export leaves out when they are empty or None.
OPTIONAL: dict[type, tuple[str, ...]] = {
    Document: ("published_interval", "headline", "subheads", "dateline", "credits"),
    Furniture: ("text",),
    LineageEntry: ("copied", "reason"),
    Link: (),
    Actor: ("reasons", "judgements"),
    Place: ("judgements",),
    Claim: ("claims_on", "rejected", "read_as", "judgements"),
    Event: ("judgements",),
    Position: ("supersedes", "part_of"),
    Problem: ("document", "name"),
    Judgement: ("sides", "claim", "field", "value", "target", "undoes"),
    Ledger: ("judgements",),
}


class MalformedRecordError(ValueError):
    """JSON that does not hold the record it should; the message names the field."""


def encode(record: object) -> bytes:
    """Compact JSON of any record; `decode` gives an equal record back."""
    return msgspec.json.encode(record)


def decode(data: bytes | str, record_type: type[R]) -> R:
    """The record that `encode` wrote. Raises MalformedRecordError where the JSON does not hold one."""
    try:
        return msgspec.json.decode(data, type=record_type)
    except msgspec.MsgspecError as error:
        raise MalformedRecordError(f"not a {record_type.__name__}: {error}") from error


def as_contract(record: object) -> Any:
    """Plain lists and dicts in the contract's shape, fields in the order of the records."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        optional = OPTIONAL.get(type(record), ())
        pairs = ((field.name, getattr(record, field.name)) for field in dataclasses.fields(record))
        return {name: as_contract(value) for name, value in pairs if not (name in optional and value in (None, ()))}
    if isinstance(record, tuple | list):
        return [as_contract(item) for item in record]
    if isinstance(record, dict):
        return {key: as_contract(value) for key, value in record.items()}
    return record


def write_contract(ledger: Ledger) -> bytes:
    """The ledger as the JSON text of an export: two spaces of indent, UTF-8, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(as_contract(ledger)), indent=2) + b"\n"
