"""What a report shows, before it is text, Markdown or HTML."""

from dataclasses import dataclass

# The words that grade an answer, with what each means; the order is the contract's: the first that holds.
ANSWER_GRADES = (
    ("admitted", "the party itself says so"),
    ("denied", "somebody denies it"),
    ("contested", "another answer cannot also be true"),
    ("corroborated", "two or more independent lines"),
    ("unverified", "could not be checked, or is left open"),
    ("single-source", "one line only"),
)
LINE_MEANING = "a line: speakers left after merging the same text, the same agency copy and the same party"


@dataclass(frozen=True, slots=True)
class Hints:
    """Where a reader finds what a report leaves out; an event's id is put behind `event`."""

    events: str = "corroborate report --all"
    event: str = "corroborate show"
    problems: str = "corroborate show problems"


@dataclass(frozen=True, slots=True)
class Words:
    """A claim on an answer, in its exact words."""

    claim: str
    text: str
    speaker: str
    chain: str
    stance: str
    document: str


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to one question: what it says, its grade, who stands behind it and who against it."""

    position: str
    facet: str
    value: str
    grade: str
    support: str
    against: tuple[str, ...]
    merges: tuple[str, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class EventBlock:
    """One event with its answers; `hidden` counts answers that the report leaves out, `more_reasons` reasons."""

    id: str
    title: str
    place: str
    day: str
    scope: str
    status: str | None
    grade: str | None
    reasons: tuple[str, ...]
    more_reasons: int
    figures: tuple[str, ...]
    documents: tuple[str, ...]
    claims: int
    part_of: str | None
    rows: tuple[Row, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Report:
    """A ledger as a person reads it: attacks first, then what else happened, then totals."""

    headline: str
    attacks: tuple[EventBlock, ...]
    others: tuple[EventBlock, ...]
    totals: tuple[EventBlock, ...]
    hidden_events: int
    documents: str | None
    problems: str | None
    legend: tuple[tuple[str, str], ...]
    hints: Hints

    @property
    def sections(self) -> tuple[tuple[str, tuple[EventBlock, ...]], ...]:
        """What comes after the attacks: the heading of each part and its events."""
        return (
            ("Other events, and what is told in passing", self.others),
            ("Totals over days or regions", self.totals),
        )
