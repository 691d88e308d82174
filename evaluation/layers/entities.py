"""Mentions of persons, organisations and places, and which of them are one.

Only mentions of these three classes count, on either side; classes.csv says which labels of a data set are which. A
label may be of two classes (a state that acts is an organisation and a place): it agrees with either.
"""

from collections.abc import Hashable
from itertools import count
from typing import get_args

from corroborate.model.ledger import ActorKind
from evaluation.coreference import Coreference, coreference
from evaluation.layers.extent import Extent, exact, paired, shared
from evaluation.layers.records import Entity, Record
from evaluation.score import Rates, Share, rates

# Labels that only the corpus and the program use: others say "person" too.
OWN_KINDS = frozenset(get_args(ActorKind)) - {"person"}


def spans_exact(gold: Record, ours: Record) -> Rates:
    """Mentions with just gold's words, of whatever class."""
    return exact(*([each.extent for each in classed(record)] for record in (gold, ours)))


def spans_shared(gold: Record, ours: Record) -> Rates:
    """Mentions, each right to the share of its characters that the other side has in mentions."""
    return shared(*([each.extent for each in classed(record)] for record in (gold, ours)))


def classes_exact(gold: Record, ours: Record) -> Rates:
    """Mentions with just gold's words and one of its classes."""
    first, second = _by_extent(gold), _by_extent(ours)
    right = sum(not classes.isdisjoint(second.get(extent, ())) for extent, classes in first.items())
    return rates(right, ours=len(second), gold=len(first))


def classes_half(gold: Record, ours: Record) -> Rates:
    """Mentions that overlap gold's by half of the union, one to one, and have one of its classes."""
    first, second = classed(gold), classed(ours)
    right = sum(not one.classes.isdisjoint(other.classes) for one, other in paired(first, second))
    return rates(right, ours=len(second), gold=len(first))


def kinds_right(gold: Record, ours: Record) -> Share:
    """Of the mentions that overlap by half, those with gold's label itself (state, armed-group, monitor ...)."""
    pairs = paired(classed(gold), classed(ours))
    return Share(sum(one.kind == other.kind for one, other in pairs), len(pairs))


def chains_exact(gold: Record, ours: Record) -> Coreference:
    """CoNLL: the mean of MUC, BCubed and CEAF over the chains, single mentions too; a mention is found if exact."""
    return coreference(
        _chains([(each, each.extent) for each in classed(gold)]),
        _chains([(each, each.extent) for each in classed(ours)]),
    )


def chains_half(gold: Record, ours: Record) -> Coreference:
    """The same; a mention is found if it overlaps gold's by half of the union, one to one."""
    first, second = classed(gold), classed(ours)
    numbers = count()
    keys: dict[int, Hashable] = {}
    for one, other in paired(first, second):
        keys[id(one)] = keys[id(other)] = next(numbers)
    return coreference(
        _chains([(each, keys.get(id(each), ("gold", next(numbers)))) for each in first]),
        _chains([(each, keys.get(id(each), ("ours", next(numbers)))) for each in second]),
    )


def classed(record: Record) -> tuple[Entity, ...]:
    """The mentions that count."""
    return tuple(each for each in record.entities if each.classes)


def _by_extent(record: Record) -> dict[Extent, frozenset[str]]:
    found: dict[Extent, frozenset[str]] = {}
    for each in classed(record):
        found[each.extent] = found.get(each.extent, frozenset()) | each.classes
    return found


def _chains(keyed: list[tuple[Entity, Hashable]]) -> list[frozenset[Hashable]]:
    """The mentions of each chain by their keys; one without a chain is alone."""
    found: dict[Hashable, set[Hashable]] = {}
    for each, key in keyed:
        found.setdefault(each.chain if each.chain is not None else ("alone", key), set()).add(key)
    return [frozenset(chain) for chain in found.values()]
