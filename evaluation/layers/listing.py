"""What was missed, what is spurious and what is wrong in one layer, line by line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.confusion import Confusion, confusion_table
from evaluation.layers import claims, entities
from evaluation.layers.attributions import joined
from evaluation.layers.events import plover_type
from evaluation.layers.extent import HALF, Extent, paired
from evaluation.layers.measures import Pair, pooled
from evaluation.layers.records import Attribution, Record

# A claim of several lines is cut.
SHOWN_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing of a layer: where it stands, its words, and what is said of it."""

    extent: Extent
    text: str
    says: tuple[object, ...]


def _spanned(least: float, of_record: Callable[[Record], Sequence[Shown]]) -> Callable[[Sequence[Pair]], Iterator[str]]:
    """A listing of things that are one where they overlap by `least` of the union."""

    def listing(pairs: Sequence[Pair]) -> Iterator[str]:
        for gold, ours in pairs:
            first, second = of_record(gold), of_record(ours)
            found = paired(first, second, least=least)
            there = {id(each) for pair in found for each in pair}
            yield from (f"missed    {_line(gold, each)}" for each in first if id(each) not in there)
            yield from (f"spurious  {_line(gold, each)}" for each in second if id(each) not in there)
            for one, other in found:
                if one.says != other.says:
                    yield f"differs   {_line(gold, one)}  here: {other.text!r} {_said(other)}"

    return listing


def _line(record: Record, shown: Shown) -> str:
    text = " ".join(shown.text.split())
    cut = text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "..."
    return f"{record.id} {min(shown.extent)}: {cut!r} {_said(shown)}"


def _said(shown: Shown) -> str:
    return " ".join(str(each) for each in shown.says)


def _confused(count: Callable[[Record, Record], Confusion]) -> Callable[[Sequence[Pair]], Iterator[str]]:
    """A confusion table of the claims found: gold's classes down, the program's across."""

    def listing(pairs: Sequence[Pair]) -> Iterator[str]:
        total = pooled([count(gold, ours) for gold, ours in pairs])
        if isinstance(total, Confusion):
            yield from confusion_table(total).splitlines()

    return listing


def _attributed(each: Attribution) -> Shown:
    return Shown(each.content, each.text, (each.by,))


LISTINGS: dict[str, Callable[[Sequence[Pair]], Iterator[str]]] = {
    "attribution": _spanned(HALF, lambda record: [_attributed(each) for each in joined(record)]),
    "claims": _spanned(
        HALF,
        lambda record: [Shown(each.content, each.text, (each.stance, each.certainty)) for each in record.attributions],
    ),
    "figures": _spanned(
        HALF,
        lambda record: [
            Shown(each.content, each.text, tuple((one.low, one.high, one.group, one.facet) for one in each.figures))
            for each in record.attributions
            if each.figures
        ],
    ),
    "entities": _spanned(
        HALF,
        lambda record: [Shown(each.extent, each.text, (*sorted(each.classes),)) for each in entities.classed(record)],
    ),
    "times": _spanned(0, lambda record: [Shown(each.extent, each.text, (each.days,)) for each in record.times]),
    "quantities": _spanned(
        0,
        lambda record: [
            Shown(each.extent, each.text, (each.low, each.high, each.bound, each.group)) for each in record.quantities
        ],
    ),
    "events": _spanned(
        0, lambda record: [Shown(each.extent, each.text, (plover_type(each), each.reality)) for each in record.events]
    ),
    "places": _spanned(0, lambda record: [Shown(each.extent, each.text, (each.point,)) for each in record.places]),
    "stance": _confused(claims.stances),
    "certainty": _confused(claims.certainties),
    "quotation": _confused(claims.quotations),
}
