"""A ledger arranged for reading: which events come first, which answers are shown, who stands behind each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corroborate.export.report_model import ANSWER_GRADES, EventBlock, Hints, Report, Row, Words
from corroborate.export.wording import (
    chain_in_words,
    counted,
    day_in_words,
    document_day,
    listed,
    shown_name,
    speaker_of,
    speakers,
)
from corroborate.model.document import Document
from corroborate.model.ledger import Claim, Event, Figure, Ledger, Position

# In the order in which a reader asks; facets that are not named here follow in alphabetical order.
FACET_ORDER = (
    "attacker", "target", "what", "killed", "injured", "place", "time", "weapon", "damage", "participants", "notice",
)  # fmt: skip
# How reasons begin, those first that a reader needs to judge the event, then those of how it was put together.
REASON_ORDER = ("status", "grade", "disagreement", "date", "one event", "kept apart", "figures")
HOLDING = frozenset({"asserts", "predicts", "demands"})
OPEN = frozenset({"doubts", "cannot-verify", "does-not-know"})
# Stance towards an answer -> how the report says it.
AGAINST = (
    ("denies", "denied by"),
    ("rejects", "rejected by"),
    ("doubts", "doubted by"),
    ("cannot-verify", "could not be verified by"),
    ("does-not-know", "not known to"),
)
SPEAKERS_SHOWN = 4
PLACES_SHOWN = 4
DOCUMENTS_SHOWN = 12
# Up to so many claims in one document are a mention in passing: such an event gets lines, not a table.
BRIEF_CLAIMS = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a report shows; None: everything."""

    events: int | None = 40
    rows: int | None = 16
    reasons: int | None = 5


DEFAULT_LIMITS = Limits()
DEFAULT_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A ledger with what the report looks up."""

    ledger: Ledger
    claims: dict[str, Claim]
    about: dict[str, tuple[Claim, ...]]
    places: dict[str, str]
    documents: dict[str, str]
    outlets: dict[str, str]
    titles: dict[str, str]

    def outlets_of(self, event: Event) -> tuple[str, ...]:
        """The outlets on whose pages an event is told."""
        return tuple(dict.fromkeys(self.outlets.get(document, document) for document in event.documents))


def build_report(ledger: Ledger, *, limits: Limits = DEFAULT_LIMITS, hints: Hints = DEFAULT_HINTS) -> Report:
    """The whole ledger as a report, most important first; long lists are cut and the rest counted."""
    shelf = build_shelf(ledger)
    ordered = sorted(ledger.events, key=lambda event: _importance(shelf, event))
    incidents = [event for event in ordered if event.scope == "incident"]
    attacks = _with_parts([event for event in incidents if _is_attack(event) and not _is_brief(shelf, event)])
    others = [event for event in incidents if not _is_attack(event) or _is_brief(shelf, event)]
    totals = [event for event in ordered if event.scope == "aggregate"]
    shown = limits.events if limits.events is not None else len(ordered)
    return Report(
        headline=headline(ledger),
        attacks=tuple(block_of(shelf, event, limits) for event in attacks[:shown]),
        others=tuple(block_of(shelf, event, limits) for event in others[:shown]),
        totals=tuple(block_of(shelf, event, limits) for event in totals[:shown]),
        hidden_events=sum(max(0, len(events) - shown) for events in (attacks, others, totals)),
        documents=_documents_line(shelf),
        problems=_problems_line(ledger),
        legend=_legend(ledger.events),
        hints=hints,
    )


def event_report(ledger: Ledger, event: Event, *, hints: Hints = DEFAULT_HINTS) -> Report:
    """One event with all of its answers, and its parts."""
    shelf = build_shelf(ledger)
    parts = [other for other in ledger.events if other.part_of == event.id]
    blocks = tuple(block_of(shelf, each, Limits(None, None, None)) for each in (event, *parts))
    return Report(headline(ledger), blocks, (), (), 0, None, None, _legend((event, *parts)), hints)


def headline(ledger: Ledger) -> str:
    """How much there is: documents, incidents, aggregates, claims (rejected ones aside), origins, judgements."""
    incidents = sum(event.scope == "incident" for event in ledger.events)
    claims_held = [claim for claim in ledger.claims if claim.rejected is None]
    origins = {claim.chain[0].actor or claim.chain[0].name for claim in claims_held if claim.repeats is None}
    events = f"{counted(incidents, 'incident')}, {counted(len(ledger.events) - incidents, 'aggregate')}"
    claims = f"{counted(len(claims_held), 'claim')} by {counted(len(origins), 'origin')}"
    rejected = len(ledger.claims) - len(claims_held)
    people = [f"{counted(len(ledger.judgements), 'judgement')} by people"] if ledger.judgements else []
    people += [f"{counted(rejected, 'claim')} rejected"] if rejected else []
    return " · ".join([counted(len(ledger.documents), "document"), events, claims, *people])


def build_shelf(ledger: Ledger) -> Shelf:
    """The ledger's records by id."""
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        for event in dict.fromkeys(entry.event for entry in claim.about):
            about[event].append(claim)
    return Shelf(
        ledger=ledger,
        claims={claim.id: claim for claim in ledger.claims},
        about={event: tuple(claims) for event, claims in about.items()},
        places={place.id: place.name for place in ledger.places},
        documents=document_names(ledger.documents),
        outlets={document.id: document.outlet.name for document in ledger.documents if document.outlet},
        titles={event.id: event.title for event in ledger.events},
    )  # fmt: skip


def document_names(documents: Iterable[Document]) -> dict[str, str]:
    """Each document as a report names it: by its outlet where no other document has that, else by its file too."""
    outlets = {document.id: shown_name(document.outlet.name) if document.outlet else "" for document in documents}
    counts = Counter(outlets.values())
    names = {document.id: document.name for document in documents}
    return {
        key: (outlet if counts[outlet] == 1 else f"{outlet} ({names[key]})") if outlet else names[key]
        for key, outlet in outlets.items()
    }


def _documents_line(shelf: Shelf) -> str:
    """Which file is whose, and when it was published: "one.txt: The Courier, 14 May 2019"."""
    lines = [
        f"{document.name}: {shown_name(document.outlet.name) if document.outlet else 'outlet not known'}, "
        f"{document_day(document)}"
        for document in sorted(shelf.ledger.documents, key=lambda document: (document.name, document.id))
    ]
    return listed(lines, DOCUMENTS_SHOWN)


def block_of(shelf: Shelf, event: Event, limits: Limits) -> EventBlock:
    """One event with its answers."""
    pages = shelf.outlets_of(event)
    page = pages[0] if len(pages) == 1 else None
    rows = tuple(
        row_of(shelf, facet, position, page)
        for facet in sorted(event.facets, key=_facet_rank)
        for position in _ordered(event.facets[facet])
        if limits.rows is None or not _said_in_heading(shelf, event, facet)
    )
    shown = len(rows) if limits.rows is None else limits.rows
    reasons = _ranked(event.reasons)
    told = len(reasons) if limits.reasons is None else limits.reasons
    return EventBlock(
        id=event.id,
        title=event.title,
        place=_where(shelf, event),
        day=day_in_words(event.time),
        scope=event.scope,
        status=event.status,
        grade=event.grade,
        reasons=reasons[:told],
        more_reasons=max(0, len(reasons) - told),
        figures=_figures(event),
        documents=tuple(shelf.documents[document] for document in event.documents if document in shelf.documents),
        claims=len(shelf.about.get(event.id, ())),
        part_of=shelf.titles.get(event.part_of) if event.part_of else None,
        rows=rows[:shown],
        hidden=max(0, len(rows) - shown),
    )


def _ranked(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """The reasons in the order of REASON_ORDER, those of one sort as they stand in the ledger."""
    return tuple(sorted(reasons, key=_reason_rank))


def _reason_rank(reason: str) -> int:
    return next((at for at, start in enumerate(REASON_ORDER) if reason.startswith(start)), len(REASON_ORDER))


def _where(shelf: Shelf, event: Event) -> str:
    """The names of an event's places, each once, finest first; several with one name are one to a reader."""
    names = tuple(dict.fromkeys(shelf.places[place] for place in event.places if place in shelf.places))
    return listed(names, PLACES_SHOWN, ", ") or "place not known"


def row_of(shelf: Shelf, facet: str, position: Position, page: str | None) -> Row:
    """One answer with who gives it, who stands against it, and every claim on it in its exact words.

    `page` is the outlet that need not be named as the way, since the whole event stands on its page only.
    """
    stances = {support.stance for support in position.claims}
    holding = HOLDING if stances & HOLDING else OPEN
    return Row(
        position=position.id,
        facet=facet,
        value=_value(shelf, position),
        grade=position.grade,
        support=_support(position, speakers(_claims(shelf, position, holding), SPEAKERS_SHOWN, page)),
        against=tuple(
            f"{words} {speakers(_claims(shelf, position, frozenset({stance})), SPEAKERS_SHOWN, page)}"
            for stance, words in AGAINST
            if stance in stances - holding
        ),
        merges=position.collapsed,
        words=tuple(_words(shelf, shelf.claims[s.claim], s.stance) for s in position.claims if s.claim in shelf.claims),
    )


def _value(shelf: Shelf, position: Position) -> str:
    """The answer with what sets it apart from the others: a part, a place of its own, a later count."""
    place = shelf.places.get(position.place or "")
    notes = [place] if position.quantity and place and place not in position.value else []
    notes += ["part of a total"] if position.part_of else []
    notes += ["later count"] if position.supersedes else []
    return f"{position.value} ({', '.join(notes)})" if notes else position.value


def _figures(event: Event) -> tuple[str, ...]:
    """Each figure as its bounds with the latest count: "killed 2 to 12, latest 9"."""
    return tuple(f"{name} {_bounds(figure)}" for name, figure in sorted(event.figures.items(), reverse=True))


def _bounds(figure: Figure) -> str:
    match figure.low, figure.high:
        case None, None:
            return "number not known"
        case low, None:
            words = f"{low:,} or more"
        case None, high:
            words = f"up to {high:,}"
        case low, high if low == high:
            return f"{low:,}"
        case low, high:
            words = f"{low:,} to {high:,}"
    return words if figure.best in (None, figure.low) and figure.high is None else f"{words}, latest {figure.best}"


def _support(position: Position, names: str) -> str:
    lines = counted(position.independent_lines, "line") if position.independent_lines else "no line of its own"
    if position.origins > position.independent_lines > 0:
        lines = f"{lines} of {counted(position.origins, 'origin')}"
    return f"{lines}: {names}" if names else lines


def _claims(shelf: Shelf, position: Position, stances: frozenset[str]) -> tuple[Claim, ...]:
    """Claims with one of the stances; repetitions only where nothing else is there."""
    found = [shelf.claims[s.claim] for s in position.claims if s.stance in stances and s.claim in shelf.claims]
    return tuple(claim for claim in found if claim.repeats is None) or tuple(found)


def _words(shelf: Shelf, claim: Claim, stance: str) -> Words:
    return Words(
        claim=claim.id,
        text=claim.text,
        speaker=speaker_of(claim),
        chain=chain_in_words(claim.chain),
        stance=stance,
        document=shelf.documents.get(claim.document, claim.document),
    )


def _ordered(positions: tuple[Position, ...]) -> list[Position]:
    """Answers with the most lines first; a part after what it is a part of."""
    return sorted(positions, key=lambda p: (p.part_of is not None, -p.independent_lines, -len(p.claims), p.value, p.id))


def _facet_rank(facet: str) -> tuple[int, str]:
    return (FACET_ORDER.index(facet) if facet in FACET_ORDER else len(FACET_ORDER), facet)


def _said_in_heading(shelf: Shelf, event: Event, facet: str) -> bool:
    """Whether the heading says all of a facet: its one day, or its places, that nobody disputes."""
    positions = event.facets[facet]
    if any(position.grade not in ("corroborated", "single-source") for position in positions):
        return False
    named = _where(shelf, event)
    return (facet == "time" and len(positions) == 1) or (
        facet == "place" and all(shelf.places.get(position.place or "", "?") in named for position in positions)
    )


def _is_attack(event: Event) -> bool:
    return event.status is not None


def _is_brief(shelf: Shelf, event: Event) -> bool:
    """Whether an event is told in passing: a line or two of one document, and no part of another event."""
    claims = shelf.about.get(event.id, ())
    return len(event.documents) == 1 and len(claims) <= BRIEF_CLAIMS and event.part_of is None


def _importance(shelf: Shelf, event: Event) -> tuple[int, int, int, str, str]:
    """What was told by most, then what hurt somebody, then what has most claims; equal ones by day and id."""
    claims = shelf.about.get(event.id, ())
    day = (event.time.earliest if event.time else None) or "9999"
    return -len(event.documents), -bool(event.figures), -len(claims), day, event.id


def _with_parts(events: list[Event]) -> list[Event]:
    """Each event followed by its parts."""
    known = {event.id for event in events}
    parts: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.part_of in known and event.part_of is not None:
            parts[event.part_of].append(event)
    ordered: list[Event] = []
    waiting = [event for event in reversed(events) if event.part_of not in known]
    while waiting:
        event = waiting.pop()
        ordered.append(event)
        waiting.extend(reversed(parts[event.id]))
    return ordered


def _problems_line(ledger: Ledger) -> str | None:
    if not ledger.problems:
        return None
    counts: dict[str, int] = defaultdict(int)
    for problem in ledger.problems:
        counts[problem.code] += problem.count
    kinds = [f"{code} ×{count}" if count > 1 else code for code, count in sorted(counts.items())]
    return f"{counted(sum(counts.values()), 'problem')}: {listed(kinds, 8, ', ')}"


def _legend(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    """The grades that these events use."""
    used = {p.grade for event in events for positions in event.facets.values() for p in positions}
    return tuple((word, meaning) for word, meaning in ANSWER_GRADES if word in used)
