"""Strings of MUC-4's templates among the arguments of all events of a document: no template is filled."""

from dataclasses import dataclass

from corroborate.names.fold import fold
from evaluation.layers.extent import HALF, overlap
from evaluation.layers.records import Filler, Filling, Record
from evaluation.score import Rates, Share


@dataclass(frozen=True, slots=True)
class Slots:
    """Slots of gold, the roles of ours that answer them, and slots that are another's but no mistake."""

    slots: tuple[str, ...]
    roles: tuple[str, ...]
    free: tuple[str, ...]


PERPETRATORS = Slots(("perp_org",), ("attacker",), ("perp_individual",))
TARGETS = Slots(("phys_id",), ("target",), ("hum_name", "hum_description"))
VICTIMS = Slots(("hum_name", "hum_description"), ("killed", "injured", "target"), ("phys_id",))


def perpetrator_organisations(gold: Record, ours: Record) -> Rates:
    """Organisations that did it, among attackers: the same words (folded), or half of the union.

    Each different string counts once in a document. Optional answers and individuals are neither right nor wrong.
    """
    return _strings(gold, ours, PERPETRATORS)


def targets(gold: Record, ours: Record) -> Rates:
    """Buildings, vehicles and the like that were hit, among targets; people are neither right nor wrong."""
    return _strings(gold, ours, TARGETS)


def victims(gold: Record, ours: Record) -> Rates:
    """People who were hit, among targets, killed and injured; things are neither right nor wrong."""
    return _strings(gold, ours, VICTIMS)


def _strings(gold: Record, ours: Record, table: Slots) -> Rates:
    wanted = {each.words: each for each in gold.fillings if each.slot in table.slots and not each.optional}
    free = [each for each in gold.fillings if each.slot in table.free or (each.slot in table.slots and each.optional)]
    fillers = [
        each for event in ours.events for each in event.arguments if each.role in table.roles and fold(each.text)
    ]
    said: dict[str, list[Filler]] = {}
    for filler in fillers:
        said.setdefault(fold(filler.text), []).append(filler)
    right = sum(any(_is(each, filling) for filling in wanted.values() for each in same) for same in said.values())
    spare = sum(
        not any(_is(each, filling) for filling in wanted.values() for each in same)
        and any(_is(each, filling) for filling in free for each in same)
        for same in said.values()
    )
    found = sum(any(_is(filler, filling) for filler in fillers) for filling in wanted.values())
    return Rates(Share(right, len(said) - spare), Share(found, len(wanted)))


def _is(filler: Filler, filling: Filling) -> bool:
    return fold(filler.text) in filling.words or any(
        overlap(filler.extent, extent) >= HALF for extent in filling.extents
    )
