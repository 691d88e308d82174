"""Statements to claims: who speaks, and the chain from the first speaker to the page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corroborate.model.document import Document
from corroborate.model.ids import content_id
from corroborate.model.ledger import Actor, Claim, Claimant, Cue, Link, Role
from corroborate.model.reading import ChainLink, Statement
from corroborate.names.fold import fold
from corroborate.names.similar import same_name
from corroborate.reconcile.events.slots import Identities
from corroborate.reconcile.times.story_times import StoryTimes

NOT_NAMED = "not named"
# What an actor's kind makes it in a chain, whatever the words around it made of it.
_ROLES: Mapping[str, Role] = {"agency": "agency", "media": "outlet", "platform": "channel"}
StatementKey = tuple[int, int]  # a document's position in the story, a statement's in its reading


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the statement that it was made from; `about`, `repeats` and `claims_on` are filled in later.

    `counts` is false for a claim that people rejected, and for one that only repeats it.
    """

    key: StatementKey
    statement: Statement
    claim: Claim
    counts: bool = True


def story_claims(story: Identities, times: StoryTimes) -> tuple[Told, ...]:
    """The claims of a story in the order of its documents; a statement whose words were told twice alike is one."""
    found: dict[str, Told] = {}
    for at, item in enumerate(story.readings):
        page = _Page(story, at, item.document, story.actors.by_id)
        for index, statement in enumerate(item.reading.statements):
            claim = _claim(page, statement, times)
            found.setdefault(claim.id, Told((at, index), statement, claim))
    told = tuple(found.values())
    return _related(told)


@dataclass(frozen=True, slots=True)
class _Page:
    story: Identities
    at: int
    document: Document
    actors: Mapping[str, Actor]


def _claim(page: _Page, statement: Statement, times: StoryTimes) -> Claim:
    text = page.document.text
    chain = tuple(_chain(page, statement))
    claimant = _claimant(page, statement, chain)
    cue = Cue(statement.cue.start, statement.cue.end, statement.cue.of(text)) if statement.cue is not None else None
    voice = chain[0].name if claimant.start is None else None
    return Claim(
        id=content_id(
            "claim",
            page.document.id,
            statement.span.start,
            statement.span.end,
            claimant.start,
            claimant.end,
            voice,
            cue.start if cue else None,
            cue.end if cue else None,
            statement.stance,
        ),
        document=page.document.id,
        start=statement.span.start,
        end=statement.span.end,
        text=statement.span.of(text),
        claimant=claimant,
        cue=cue,
        chain=chain,
        stance=statement.stance,
        certainty=statement.certainty,
        quotation=statement.quotation,
        said=times.intervals.get((page.at, statement.said)) if statement.said is not None else None,
        repeats=None,
        about=(),
    )


def _claimant(page: _Page, statement: Statement, chain: Sequence[Link]) -> Claimant:
    if statement.reportedly:
        return Claimant(None, None, None, None, anonymous=True)
    span = statement.speaker_span
    if span is None:
        return Claimant(chain[0].actor, None, None, None, anonymous=False)
    names = page.story.readings[page.at].reading.names
    name = names[statement.speaker] if statement.speaker is not None else None
    actor = page.story.actor(page.at, statement.speaker)
    anonymous = (
        page.story.readings[page.at].actors[local].anonymous
        if (local := _local(page, statement)) >= 0
        else bool(name and name.anonymous)
    )
    return Claimant(actor, span.of(page.document.text), span.start, span.end, anonymous)


def _local(page: _Page, statement: Statement) -> int:
    return page.story.readings[page.at].actor_of[statement.speaker] if statement.speaker is not None else -1


def _chain(page: _Page, statement: Statement) -> Iterator[Link]:
    """From the origin through what passes it on to the outlet of the page; no link stands twice.

    The page's outlet closes the chain as outlet, also where it is an agency; one that the page names as the speaker
    opens it as well.
    """
    part = page.story.readings[page.at].reading.sentences[statement.sentence].part
    copied = _page_agencies(page) if part == "body" else ()  # headline and captions are the page's own
    links = [*_first(page, statement), *(_named(page, link) for link in statement.links), *copied]
    outlet = _outlet(page)
    kept: list[Link] = []
    for link in links:
        spoken = link.role == "origin" and not kept  # a body that says in its own release that it denies
        if spoken or not any(_same(link, other) for other in (*kept, outlet)):
            kept.append(link)
    yield from kept
    yield outlet


def _same(first: Link, second: Link) -> bool:
    return (
        first.actor == second.actor
        if first.actor is not None and second.actor is not None
        else fold(first.name) == fold(second.name)
    )


def _first(page: _Page, statement: Statement) -> Iterator[Link]:
    """Whoever speaks, if only "not named"; a chain in own voice begins with the next link."""
    if statement.reportedly:
        yield Link(NOT_NAMED, None, "origin")
    elif statement.speaker_span is not None:
        span = statement.speaker_span
        actor = page.actors.get(page.story.actor(page.at, statement.speaker) or "")
        name = actor.name if actor is not None else span.of(page.document.text)
        yield Link(name, actor.id if actor is not None else None, "origin", span.start, span.end)


def _named(page: _Page, link: ChainLink) -> Link:
    known = page.story.actor(page.at, link.mention) or page.story.actors.by_name.get(fold(link.name), "")
    actor = page.actors.get(known)
    name = actor.name if actor is not None else link.name
    start, end = (link.span.start, link.span.end) if link.span is not None else (None, None)
    role = _ROLES.get(actor.kind, link.role) if actor is not None and link.role != "agency" else link.role
    return Link(name, actor.id if actor is not None else None, role, start, end)


def _page_agencies(page: _Page) -> Iterator[Link]:
    """The agency of the dateline or the page that was copied: all that the page tells came through it."""
    outlet = page.document.outlet
    for credit in page.document.credits:
        if credit.kind not in ("dateline", "byline", "source-link"):
            continue
        for name, span in credit.names:
            if outlet is not None and same_name(name, outlet.name).same:
                continue
            actor = page.actors.get(page.story.actors.by_name.get(fold(name), ""))
            medium = actor is not None and actor.kind == "media" and credit.kind == "byline"
            yield Link(
                actor.name if actor is not None else name,
                actor.id if actor is not None else None,
                "outlet" if medium or credit.kind == "source-link" else "agency",
                span.start,
                span.end,
            )


def _outlet(page: _Page) -> Link:
    """The page's own outlet; a page that does not name itself goes by its file's name, and nobody is its actor."""
    outlet = page.document.outlet
    copied = any(credit.kind == "source-link" for credit in page.document.credits)
    if outlet is None:
        return Link(f"not named ({page.document.name})", None, "republisher" if copied else "outlet")
    actor = page.actors.get(page.story.actors.by_name.get(fold(outlet.name), ""))
    return Link(
        actor.name if actor is not None else outlet.name,
        actor.id if actor is not None else None,
        "republisher" if copied else "outlet",
    )


def _related(told: Sequence[Told]) -> tuple[Told, ...]:
    """Claims with `repeats` and `claims_on` as claim ids."""
    ids = {item.key: item.claim.id for item in told}
    return tuple(Told(item.key, item.statement, _with_relations(item, ids)) for item in told)


def _with_relations(item: Told, ids: Mapping[StatementKey, str]) -> Claim:
    at = item.key[0]
    repeats = ids.get((at, item.statement.repeats)) if item.statement.repeats is not None else None
    judged = tuple(sorted(ids[at, index] for index in item.statement.claims_on if (at, index) in ids))
    return replace(item.claim, repeats=repeats if repeats != item.claim.id else None, claims_on=judged)
