"""How many: the amounts of a document, what they count, and the harm that they count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.model.quantity import Quantity
from corroborate.model.reading import Amount, TimeExpression
from corroborate.model.span import Span
from corroborate.reading.counting import WEAK, Item, find_items
from corroborate.reading.harm import harm_of
from corroborate.reading.sheet import Sheet

PEOPLE = "people"
# What vague words may count without harm: "dozens of houses" says nothing that a ledger could hold.
_VAGUELY_COUNTED = frozenset((PEOPLE, "families"))


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with the tokens that it takes, and the harm facet it belongs to ("killed", "injured" or None)."""

    amount: Amount
    first: int
    end: int
    person: bool
    facet: str | None
    harm: int | None = None


def find_counted(sheet: Sheet, times: Sequence[TimeExpression]) -> tuple[Counted, ...]:
    """All amounts of a document in order; numbers inside time expressions are none. Linear in its length."""
    taken = {index for time in times for index in sheet.between(time.span)}
    return tuple(item for bounds in sheet.bounds for item in _in_sentence(sheet, bounds, taken))


def _in_sentence(sheet: Sheet, bounds: tuple[int, int], taken: set[int]) -> Iterator[Counted]:
    items = find_items(sheet, bounds, taken)
    for item, found in zip(items, harm_of(sheet, items, bounds), strict=True):
        facet, harm = found if found is not None else (None, None)
        if _counts(sheet, item, facet):
            yield _counted(sheet, item, facet, harm)


def _counts(sheet: Sheet, item: Item, facet: str | None) -> bool:
    """Whether a number counts something: people that were harmed, or a noun beside it."""
    if item.of_whole and item.number.vague:  # "half of the 40 injured"
        return False
    if facet is not None:
        return True
    if item.unit is None or item.told:
        return False
    if not item.number.vague:
        return True
    return item.unit.unit in _VAGUELY_COUNTED and sheet.tokens[item.number.core].lower not in WEAK


def _counted(sheet: Sheet, item: Item, facet: str | None, harm: int | None) -> Counted:
    name, group = (item.unit.unit, item.unit.group) if item.unit is not None else (PEOPLE, None)
    number = item.number
    span = sheet.span(item.first, item.end)
    quantity = Quantity(number.low, number.high, number.bound, name, group)
    return Counted(Amount(span, span.of(sheet.text), quantity), item.first, item.end, item.person, facet, harm)


def within(counted: Sequence[Counted], span: Span) -> tuple[Counted, ...]:
    """The amounts inside a stretch of text."""
    return tuple(item for item in counted if span.contains(item.amount.span))
