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

# Words that carry no answer.
PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "near", "of", "on", "that", "to", "with"})
EMPTY = PREPOSITIONS | {"a", "an", "and", "his", "her", "its", "or", "their"}
_PREPOSITION = re.compile(rf" (?:{'|'.join(sorted(PREPOSITIONS))}) ")
NEGATIVE = frozenset({"neither", "never", "no", "nobody", "none", "not"})
# "Not established", "not yet identified": answers that leave the question open are one answer, however worded.
OPEN = frozenset(
    {"clear", "confirmed", "determined", "established", "identified", "known", "said", "specified", "stated"}
)
# Half of all words, with the same head ("the market in Lemde", "the market"), or more than half. "The bus" and "the
# bus station in Lemde" agree by half, but are two things.
HALF_OF_WORDS = 0.5
# Shorter words end in an s of their own ("gas", "bus").
LONGER = 4
ALL_WORDS = 1.0
# Wording is free: "an attack from the air" and "an air strike" are one answer where most of their claims are the same.
MOST_CLAIMS = 0.5
# Below any agreement: the record alone decides.
NO_WORDS = -1.0
# Two bodies of one party ("the army", "its artillery"): less sure than one record, surer than any wording.
ONE_PARTY = 1.0
# Questions whose answer is a sentence, not a name: which claims give it tells it from others, not how it is put.
SENTENCES = frozenset({"what", "motive", "notice", "outcome", "cause"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A position with where it stands."""

    event: str
    facet: str
    position: Position


@dataclass(frozen=True, slots=True)
class SameNames:
    """Pairs of actor and of place ids that are one, gold's first, and of actors that are of one party in gold."""

    records: frozenset[tuple[str, str]] = frozenset()
    parties: frozenset[tuple[str, str]] = frozenset()


def same_answer(gold: Answer, ours: Answer, names: SameNames, claims: float = 0.0) -> float:
    """How surely two answers to one question are the same; 0 where they are not.

    `claims` is the share of claims that both have. Numbers decide where both have them, then days; an answer and its
    negative are two; then one actor (an attacker: one party) or one place, or wording that agrees by half, or by a
    word where most claims are the same. What is answered in a sentence (why, what it was) is the same where most
    claims are.
    """
    one, other = gold.position, ours.position
    if _numeric(one.quantity) and _numeric(other.quantity):
        return EXACT * same_quantity(one.quantity, other.quantity)
    if one.time and other.time:
        return EXACT * same_days(one.time, other.time)
    if leaves_open(one) and leaves_open(other):
        return EXACT
    if is_negative(one.value) != is_negative(other.value):
        return 0.0
    words = agreement(one.value, other.value)
    for record, other_record, enough in _records(one, other, gold.facet):
        if record and other_record:
            same = _by_record((record, other_record) in names.records, words, enough)
            party = gold.facet == "attacker" and (record, other_record) in names.parties
            return same or (ONE_PARTY if party else 0.0)
    most = claims > MOST_CLAIMS
    return words if same_words(one.value, other.value) or most else 0.0


def same_sentence(gold: Answer, ours: Answer, claims: float) -> float:
    """How surely two answers in sentences are the same, by the claims that give them; 0 where most are others."""
    told = gold.facet in SENTENCES and claims > MOST_CLAIMS
    return claims if told and is_negative(gold.position.value) == is_negative(ours.position.value) else 0.0


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


def leaves_open(position: Position) -> bool:
    """Whether an answer leaves the question open: by its words, or as all claims on it say that they do not know."""
    unknown = bool(position.claims) and all(each.stance == "does-not-know" for each in position.claims)
    return unknown or is_open(position.value)


def is_open(value: str) -> bool:
    """Whether the answer is that the question is not settled."""
    return is_negative(value) and bool(OPEN.intersection(value.casefold().split()[1:4]))


def agreement(gold: str, ours: str) -> float:
    """The share of words that stand in both answers (Dice); spelling variants are one word.

    >>> agreement("the market square in Lemde", "market square")
    0.8
    """
    first, second = _words(gold), _words(ours)
    return 2 * len(first & second) / max(1, len(first) + len(second))


def same_words(gold: str, ours: str) -> bool:
    """Whether two wordings agree by more than half, or by half with the same head.

    >>> same_words("the market in Lemde", "market"), same_words("the bus station in Lemde", "the bus")
    (True, False)
    """
    common = agreement(gold, ours)
    return common > HALF_OF_WORDS or (common == HALF_OF_WORDS and _head(gold) == _head(ours))


def _head(value: str) -> str:
    """The last word before a preposition, or of all."""
    words = _PREPOSITION.split(_bare(value), maxsplit=1)[0].split()
    return _one_of_them(fold_word(core_words(words[-1])[-1])) if words and core_words(words[-1]) else ""


def _words(value: str) -> frozenset[str]:
    return frozenset(_one_of_them(fold_word(word)) for word in core_words(_bare(value)) if word not in EMPTY)


def _one_of_them(word: str) -> str:
    """A word without its plural: "rockets" and "a rocket" are one weapon."""
    return word[:-1] if len(word) > LONGER and word.endswith("s") and not word.endswith("ss") else word


def _bare(value: str) -> str:
    """The words without punctuation."""
    return " ".join(re.findall(r"[\w'’-]+", value.casefold()))


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
    return (gold.actor, ours.actor, NO_WORDS), (gold.place, ours.place, NO_WORDS if facet == "place" else HALF_OF_WORDS)


def _by_record(same: bool, words: float, enough: float) -> float:
    """Two answers that both name a record: other words for one record agree; of two records only the very same words
    do, articles aside.
    """
    if same:
        return SAME_RECORD + words if words > enough else 0.0
    return words if words == ALL_WORDS else 0.0
