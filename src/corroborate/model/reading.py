"""Everything found in one document before any other is looked at.

All spans are offsets into `Document.text`. Lists refer to each other by index within the same reading.
"""

from dataclasses import dataclass
from typing import Literal

from corroborate.model.ledger import ActorKind, Certainty, EventKind, Quotation, Role, Stance
from corroborate.model.quantity import Quantity
from corroborate.model.span import Span

Part = Literal["headline", "subhead", "dateline", "body", "caption", "pull-quote"]
NameKind = ActorKind | Literal["place", "pronoun", "thing"]
Reality = Literal["happened", "not-happened", "possible", "planned"]
ArgumentRole = Literal[
    "attacker", "target", "place", "time", "weapon", "killed", "injured", "amount", "participant", "damage"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` counts the blocks of the page from 0."""

    span: Span
    part: Part
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of an actor or a place.

    `name` is the words without article and title; `kind` what they seem to name; `anonymous` is true for
    persons who are not named and speak for no named body; `body` is the index of the name of the body that
    they belong to or speak for ("a Russian defence ministry spokesman"); `of` the index of an earlier mention
    of the same thing, where the document itself says so (pronoun, apposition, "the group"); `area` the index
    of the place that the text puts a place in; `type_word` the noun that tells what it is ("village", "province").
    """

    span: Span
    text: str
    name: str
    kind: NameKind
    anonymous: bool = False
    body: int | None = None
    of: int | None = None
    area: int | None = None
    type_word: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when: what they mean before a publication date is known.

    `form` names the rule of the interval grammar that read them, `values` its slots (year, month, day,
    weekday, offset ...) as name-value pairs; `role` tells "since", "until", "by", "between" apart from "on".
    """

    span: Span
    text: str
    form: str
    values: tuple[tuple[str, int | str], ...]
    role: str = "on"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with the words that give it, the unit and any "no one else"."""

    span: Span
    text: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role of an event mention: a stretch of text, and the name, time or amount in it."""

    role: ArgumentRole
    span: Span
    name: int | None = None
    time: int | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Where a document tells of an event. `family` is the kind of act that mentions of one event share."""

    span: Span
    text: str
    family: str
    kind: EventKind
    reality: Reality
    scope: Literal["incident", "aggregate"]
    sentence: int
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A step between the first speaker and the page, as the text names it."""

    role: Role
    name: str
    span: Span | None
    mention: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim before anything has an identity: who says what in which words.

    `speaker` is None for an outlet's own voice (`voice` then names the outlet whose passage it is, where that is
    not the page's own) and for speakers that nobody names; `about` lists the event mentions it speaks of,
    `repeats` and `claims_on` other statements of the same reading.
    """

    span: Span
    sentence: int
    speaker: int | None
    speaker_span: Span | None
    cue: Span | None
    stance: Stance
    certainty: Certainty
    quotation: Quotation
    links: tuple[ChainLink, ...] = ()
    said: int | None = None
    about: tuple[int, ...] = ()
    repeats: int | None = None
    claims_on: tuple[int, ...] = ()
    reportedly: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, with exact spans."""

    document: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    amounts: tuple[Amount, ...] = ()
    events: tuple[EventMention, ...] = ()
    statements: tuple[Statement, ...] = ()
