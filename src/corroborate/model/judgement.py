"""What a person says of the machine's work: who, when, why, and the words that it stands on.

A judgement names no event, actor or place by its id: it stands on mentions (the words of documents) and on claims,
so that it outlives other ids, added documents and another reading of the same ones.
"""

from dataclasses import dataclass
from typing import Literal

from corroborate.model.mention import Mention
from corroborate.model.span import Span

JudgementKind = Literal["merge", "apart", "reject", "correct", "undo"]
JudgedKind = Literal["event", "actor", "place", "claim"]

# The document, start and end of a mention as it is read now.
MentionKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim as it was read when it was judged: its id, and what makes that id."""

    id: str
    document: str
    start: int
    end: int
    text: str
    speaker: Span | None
    cue: Span | None
    stance: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing that a person says.

    `merge`: all mentions in `sides` are of one `record` kind's thing. `apart`: no mention of one side is of the thing
    of another side. `reject`: `claim` is none, or was read wrongly. `correct`: `field` of the record that has the
    mentions of the only side, or of `claim`, is `value` (null: not known), or the actor that `target` mentions.
    `undo`: the judgement `undoes` counts no more.
    """

    id: str
    kind: JudgementKind
    record: JudgedKind | None
    by: str
    when: str
    why: str
    sides: tuple[tuple[Mention, ...], ...] = ()
    claim: JudgedClaim | None = None
    field: str | None = None
    value: str | None = None
    target: tuple[Mention, ...] = ()
    undoes: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """What puts judgements in the order in which they were made; equal instants by id."""
        return self.when, self.id
