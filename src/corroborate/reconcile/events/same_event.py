"""Whether two tellings are of one event: signs, and what each weighs.

The signs are small documented functions (signs.py, signs_inside.py). What each weighs stands in
data/lexicons/same_event.csv with the reason for it: "inside" for a mention and an event told of before it in the same
document, "new" for the mention beginning an event of its own, "across" for the events of two documents; "again" is
for the second look at each mention (second_look.py): "local" beside what its own document tells of an event besides,
"others" beside what the others tell, "whole" for how much is told of it, or for one of its own. Positive weights speak
for one event (or for a new one), negative ones against it; training/event_weights.py fitted them.
"""

import csv
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from corroborate.reconcile.events.signs import ACROSS, Sign
from corroborate.reconcile.events.signs_inside import INSIDE, NEW
from corroborate.reconcile.events.telling import Ground, Telling, Weights

BIAS = "bias"
AGAIN = "again_"
# A sign that weighs less settles nothing, and is not told.
_WORTH_SAYING = 0.1
COLUMNS = ("inside", "new", "across", "again_local", "again_others", "again_whole")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two tellings: the log-odds that they are one event, and the signs for and against it."""

    score: float
    signs: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.score > 0


def may_be_one(first: Telling, second: Telling) -> bool:
    """An incident and a total over days or a region are never one event (the contract's scope), nor is what people
    keep apart.
    """
    return first.aggregate == second.aggregate and not first.barred & second.blocks


def compare_across(first: Telling, second: Telling, ground: Ground) -> Comparison:
    """Whether two documents tell of one event."""
    return _compared(values(first, second, ground, ACROSS), ground.weights.across)


def event_told_of(told: Sequence[Telling], mention: Telling, ground: Ground) -> int | None:
    """Which of the events that its document told of before a mention goes on about; None where it begins another.

    Each event and the beginning of another has a score; the highest is taken, the earliest event among equals.
    """
    begins = total(new_values(told, mention, ground), ground.weights.new)
    scores = [
        (total(values(event, mention, ground, INSIDE), ground.weights.inside), -place)
        for place, event in enumerate(told)
        if may_be_one(event, mention)
    ]
    best, place = max(scores, default=(begins, 0))
    return -place if best > begins else None


def values(first: Telling, second: Telling, ground: Ground, signs: tuple[Sign, ...]) -> dict[str, float]:
    """The signs that are there, by name, with how strongly (0 to 1)."""
    found = ((sign.__name__, sign(first, second, ground)) for sign in signs)
    return {name: value for name, value in found if value}


def new_values(told: Sequence[Telling], mention: Telling, ground: Ground) -> dict[str, float]:
    """The signs that a mention begins an event of its own, by name, with how strongly; the bias is always there."""
    open_to = [event for event in told if may_be_one(event, mention)]
    found = ((sign.__name__, sign(open_to, mention, ground)) for sign in NEW) if open_to else ()
    return {BIAS: 1.0, **{name: value for name, value in found if value}}


def _compared(found: Mapping[str, float], weights: Mapping[str, float]) -> Comparison:
    told = {name: value * weights.get(name, 0.0) for name, value in found.items()}
    ranked = sorted(
        (name for name in told if abs(told[name]) >= _WORTH_SAYING), key=lambda name: (-abs(told[name]), name)
    )
    return Comparison(
        weights.get(BIAS, 0.0) + sum(told.values()),
        tuple(name for name in ranked if told[name] > 0),
        tuple(name for name in ranked if told[name] < 0),
    )


def total(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the signs weigh together."""
    return math.fsum(value * weights.get(name, 0.0) for name, value in found.items())


def load_weights(read: Callable[[str], str]) -> Weights:
    """The table; `read` gives the text of a file below corroborate/data by its relative name."""
    rows = list(csv.DictReader(read("lexicons/same_event.csv").splitlines()))
    columns = {name: MappingProxyType({row["sign"]: float(row[name]) for row in rows if row[name]}) for name in COLUMNS}
    again = {name.removeprefix(AGAIN): columns[name] for name in COLUMNS if name.startswith(AGAIN)}
    words = MappingProxyType({row["sign"]: row["words"] for row in rows if row["words"]})
    return Weights(columns["inside"], columns["new"], columns["across"], MappingProxyType(again), words)
