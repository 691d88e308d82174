"""Records of a ledger for tests, each with one line: what a test does not name has a plain default."""

import dataclasses
from collections.abc import Iterable

from corroborate.model.document import Document, Furniture, Outlet
from corroborate.model.ids import content_id
from corroborate.model.interval import Interval
from corroborate.model.ledger import (
    About,
    Actor,
    Claim,
    Claimant,
    Cue,
    Event,
    EventKind,
    Figure,
    Ledger,
    Link,
    Mention,
    Place,
    Position,
    PositionGrade,
    Stance,
    Status,
    Support,
)
from corroborate.model.problem import Problem
from corroborate.model.quantity import Quantity

AIR_STRIKE = EventKind("ASSAULT", "aerial", "Explosions/Remote violence", "Air/drone strike")


def a_document(text: str, *, outlet: str | None = "The Gazette", name: str = "article.txt",
               published: str | None = "2019-05-14", furniture: tuple[Furniture, ...] = ()) -> Document:  # fmt: skip
    """A document with its outlet and day given."""
    return Document(
        id=content_id("doc", text, outlet, published),
        name=name,
        url=None,
        outlet=Outlet(outlet, None) if outlet else None,
        title=None,
        byline=None,
        published=published,
        published_basis="given" if published else "unknown",
        language="en",
        text=text,
        furniture=furniture,
    )


def an_actor(name: str, *mentions: Mention, kind: str = "organisation", member_of: Iterable[Actor] = ()) -> Actor:
    """An actor that goes by one name."""
    aliases = (name,) if mentions else ()
    bodies = tuple(body.id for body in member_of)
    return Actor(content_id("actor", name), name, kind, aliases, None, bodies, mentions)  # type: ignore[arg-type]


def mention_of(words: str, document: Document) -> Mention:
    """Where the words stand first in the document. ValueError where they do not."""
    start = document.text.index(words)
    return Mention(document.id, start, start + len(words), words)


def a_claim(words: str, document: Document, *, speaker: Actor | None = None, cue: str | None = None,
            stance: Stance = "asserts") -> Claim:  # fmt: skip
    """A claim in the document's words; without a speaker it is the outlet's own voice.

    The speaker's name has to stand in the document.
    """
    where = mention_of(words, document)
    outlet = document.outlet.name if document.outlet else "not named"
    page = Link(outlet, content_id("actor", outlet) if document.outlet else None, "outlet")
    claimant = Claimant(page.actor, None, None, None, anonymous=False)
    chain: tuple[Link, ...] = (page,)
    if speaker is not None:
        named = mention_of(speaker.name, document)
        claimant = Claimant(speaker.id, named.text, named.start, named.end, False)
        chain = (Link(speaker.name, speaker.id, "origin", named.start, named.end), page)
    said = mention_of(cue, document) if cue else None
    return Claim(
        id=content_id("claim", document.id, where.start, where.end, claimant.start, stance),
        document=document.id,
        start=where.start,
        end=where.end,
        text=words,
        claimant=claimant,
        cue=Cue(said.start, said.end, said.text) if said else None,
        chain=chain,
        stance=stance,
        certainty="certain",
        quotation="indirect" if speaker else "own-voice",
        said=None,
        repeats=None,
        about=(),
    )


def a_position(value: str, *supports: tuple[Claim, Stance], grade: PositionGrade = "single-source", lines: int = 1,
               quantity: Quantity | None = None) -> Position:  # fmt: skip
    """An answer with the claims on it."""
    return Position(
        id=content_id("pos", value, *(claim.id for claim, _ in supports)),
        value=value,
        actor=None,
        place=None,
        quantity=quantity,
        time=None,
        claims=tuple(Support(claim.id, stance) for claim, stance in supports),
        origins=lines,
        independent_lines=lines,
        collapsed=(),
        grade=grade,
        contradicts=(),
    )


def an_event(title: str, *mentions: Mention, status: Status | None = "unknown",
             figures: dict[str, Figure] | None = None, time: Interval | None = None,
             **facets: tuple[Position, ...]) -> Event:  # fmt: skip
    """An air strike, or no attack where `status` is None; facets are named by keyword."""
    return Event(
        id=content_id("event", title),
        title=title,
        kind=AIR_STRIKE,
        scope="incident",
        time=time,
        places=(),
        documents=tuple(sorted({mention.document for mention in mentions})),
        mentions=mentions,
        facets=facets,
        figures=figures or {},
        status=status,
        grade=None,
        reasons=("made for a test",),
        part_of=None,
    )


def a_ledger(
    *, documents: tuple[Document, ...] = (), actors: tuple[Actor, ...] = (), claims: tuple[Claim, ...] = (),
    events: tuple[Event, ...] = (), places: tuple[Place, ...] = (), problems: tuple[Problem, ...] = ()
) -> Ledger:  # fmt: skip
    """A ledger in which every claim is about the answers that list it, and every outlet is an actor."""
    outlets = {outlet: an_actor(outlet, kind="media") for outlet in (d.outlet.name for d in documents if d.outlet)}
    return Ledger(
        documents=documents,
        actors=(*actors, *outlets.values()),
        places=places,
        claims=tuple(_told_of(claim, events) for claim in claims),
        events=events,
        problems=problems,
    )


def _told_of(claim: Claim, events: tuple[Event, ...]) -> Claim:
    about = (
        About(event.id, facet, position.id)
        for event in events
        for facet, positions in event.facets.items()
        for position in positions
        for support in position.claims
        if support.claim == claim.id
    )
    return dataclasses.replace(claim, about=tuple(about))
