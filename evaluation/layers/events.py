"""Event mentions with their type, reality and arguments. Which mentions are one event is measured elsewhere."""

import csv
from functools import lru_cache

from corroborate.pipeline import read_data
from evaluation.layers.extent import paired
from evaluation.layers.records import Event, Record
from evaluation.score import Rates, Share, rates


def triggers_found(gold: Record, ours: Record) -> Rates:
    """Event mentions whose words overlap at all, one to one."""
    return rates(len(event_pairs(gold, ours)), ours=len(ours.events), gold=len(gold.events))


def types_found(gold: Record, ours: Record) -> Rates:
    """The same, with PLOVER's type right; its mode does not count. Where gold has no type, ours must have none."""
    right = sum(plover_type(one) == plover_type(other) for one, other in event_pairs(gold, ours))
    return rates(right, ours=len(ours.events), gold=len(gold.events))


def arguments_found(gold: Record, ours: Record) -> Rates:
    """Arguments of paired event mentions with gold's role whose words overlap by half of the union, one to one.

    Arguments of mentions that are not paired count as missed, or as wrong.
    """
    right = 0
    for event, other in event_pairs(gold, ours):
        for role in sorted({argument.role for argument in event.arguments}):
            sides = ([filler for filler in each.arguments if filler.role == role] for each in (event, other))
            right += len(paired(next(sides), next(sides)))
    counts = (sum(len(event.arguments) for event in record.events) for record in (ours, gold))
    return rates(right, ours=next(counts), gold=next(counts))


def realities_right(gold: Record, ours: Record) -> Share:
    """Of the event mentions found, those with gold's reality: happened, planned, possible or denied."""
    pairs = [(one, other) for one, other in event_pairs(gold, ours) if one.reality is not None]
    return Share(sum(one.reality == other.reality for one, other in pairs), len(pairs))


def event_pairs(gold: Record, ours: Record) -> tuple[tuple[Event, Event], ...]:
    """Event mentions of both sides that are one: their words overlap, those that overlap most first."""
    return paired(gold.events, ours.events, least=0)


def plover_type(event: Event) -> str | None:
    """The type without its mode."""
    return event.kind.split("/")[0] if event.kind else None


@lru_cache(maxsize=1)
def plover_types() -> frozenset[str]:
    """PLOVER's types, from the codebooks that ledgers are checked by."""
    rows = csv.DictReader(read_data("check/codebooks.csv").splitlines())
    return frozenset(row["type"] for row in rows if row["codebook"] == "plover")
