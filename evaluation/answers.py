"""Whether two positions give the same answer."""

import re
from dataclasses import dataclass

from corroborate.model.interval import Interval
from corroborate.model.ledger import Position
from corroborate.model.quantity import Quantity
from corroborate.names.fold import core_words, fold_word

# Merits of an agreement, best first: what is normalised counts before the wording.
EXACT = 3.0
SAME_RECORD = 2.0
SAME_WORDS = 1.0

# Words that carry no answer.
EMPTY = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "near", "of", "on", "or", "that", "to", "with"})
NEGATIVE = frozenset({"neither", "never", "no", "nobody", "none", "not"})
# "Not established", "not yet identified": answers that leave the question open are one answer, however worded.
OPEN = frozenset(
    {"clear", "confirmed", "determined", "established", "identified", "known", "said", "specified", "stated"}
)
# Shorter answers are often the head of longer ones ("the market", "the market in Lemde").
ENOUGH_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """A position with where it stands."""

    event: str
    facet: str
    position: Position


def same_answer(gold: Answer, ours: Answer, names: frozenset[tuple[str, str]]) -> float:
    """How surely two answers to one question are the same; 0 where they are not.

    `names` are the pairs of actor and of place ids that are one. Numbers decide where both have them, then days;
    an answer and its negative are two; then one actor or one place, or wording that agrees by half.
    """
    one, other = gold.position, ours.position
    if _numeric(one.quantity) and _numeric(other.quantity):
        return EXACT * same_quantity(one.quantity, other.quantity)
    if one.time and other.time:
        return EXACT * same_days(one.time, other.time)
    if is_negative(one.value) != is_negative(other.value):
        return 0.0
    if is_open(one.value) and is_open(other.value):
        return EXACT
    words = agreement(one.value, other.value)
    for record, other_record, enough in _records(one, other, gold.facet):
        if record and other_record:
            return _by_record((record, other_record) in names, words, enough, one.value == other.value)
    return SAME_WORDS * words if words >= ENOUGH_WORDS else 0.0


def same_quantity(gold: Quantity | None, ours: Quantity | None) -> bool:
    """Whether minimum, maximum and group are the same; units and wording do not count."""
    if gold is None or ours is None:
        return gold is ours
    return (gold.min, gold.max, gold.group) == (ours.min, ours.max, ours.group)


def same_days(gold: Interval | None, ours: Interval | None) -> bool:
    """Whether both have the same first and last day."""
    if gold is None or ours is None:
        return gold is ours
    return _days(gold) == _days(ours)


def is_negative(value: str) -> bool:
    """Whether the answer is that something is not so."""
    return bool(NEGATIVE.intersection(value.casefold().split()[:1]))


def is_open(value: str) -> bool:
    """Whether the answer is that the question is not settled."""
    return is_negative(value) and bool(OPEN.intersection(value.casefold().split()[1:4]))


def agreement(gold: str, ours: str) -> float:
    """The share of common words, of the shorter answer's; spelling variants are one word.

    >>> agreement("the market in Lemde", "market")
    1.0
    """
    first, second = _words(gold), _words(ours)
    return len(first & second) / max(1, min(len(first), len(second)))


def _words(value: str) -> frozenset[str]:
    bare = " ".join(re.findall(r"[\w'’-]+", value))
    return frozenset(fold_word(word) for word in core_words(bare) if word not in EMPTY)


def _numeric(quantity: Quantity | None) -> bool:
    return quantity is not None and (quantity.min, quantity.max) != (None, None)


def _days(interval: Interval) -> tuple[str | None, str | None]:
    first, last = interval.earliest, interval.latest
    return first and first[:10], last and last[:10]


def _records(gold: Position, ours: Position, facet: str) -> tuple[tuple[str | None, str | None, float], ...]:
    """The records that tell answers apart, and how far the wording must agree beside them.

    A place is the whole answer to "where"; to another question it is only where the answer stands ("the market
    in Lemde", "the school in Lemde").
    """
    return (gold.actor, ours.actor, 0.0), (gold.place, ours.place, 0.0 if facet == "place" else ENOUGH_WORDS)


def _by_record(same: bool, words: float, enough: float, equal: bool) -> float:
    """Two answers that both name a record: other words for one record agree, the same words for two hardly ever."""
    if same:
        return SAME_RECORD + words if words >= enough else 0.0
    return SAME_WORDS if equal else 0.0
