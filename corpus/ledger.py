"""A story of the corpus as the contract's ledger, so that gold and output are compared as one thing.

What the contract derives is derived here from its wording and not with the program's own functions, or gold would
repeat the program's mistakes: origins, grades of answers, figures, aliases, the share of a copied passage.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Article, MarkedClaim
from corpus.passages import shared_passages
from corpus.story import RULES, Answer, Story, StoryEvent
from corpus.values import interval
from corroborate.model.document import Document, Furniture, LineageEntry, LineageSource, Outlet
from corroborate.model.ledger import (
    About,
    Actor,
    Claim,
    Claimant,
    Cue,
    Event,
    Figure,
    Ledger,
    Link,
    Mention,
    Place,
    Position,
    PositionGrade,
    Support,
)
from corroborate.model.span import Span
from corroborate.reconcile.union import Union

HOLDING = frozenset(("asserts", "predicts", "demands"))
OPEN = frozenset(("doubts", "cannot-verify", "does-not-know"))
PRONOUNS = frozenset((
    "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "we", "us", "our", "i", "me", "my", "you",
    "who", "which", "one", "this", "that", "these", "those",
))  # fmt: skip
DETERMINERS = ("the ", "a ", "an ")
REPEATED = "a headline or pull quote that repeats a claim of the same document is no speaker of its own"


@dataclass(frozen=True, slots=True)
class Given:
    """A claim's stance towards an answer, and where the claim stands."""

    article: Article
    claim: MarkedClaim
    stance: str

    @property
    def origin(self) -> str:
        return origin(self.article, self.claim)


def as_ledger(story: Story) -> Ledger:
    """The whole story as one ledger; ids are readable ones. The story must be free of faults."""
    return Ledger(
        tuple(_document(story, article) for article in story.articles),
        tuple(_actors(story)),
        tuple(_places(story)),
        tuple(_claim(story, article, claim) for article in story.articles for claim in article.claims),
        tuple(_event(story, event) for event in story.events.values()),
    )


def origin(article: Article, claim: MarkedClaim) -> str:
    """The key of a claim's first speaker: an actor's, or nobody's in that article."""
    return claim.speaker if claim.speaker is not None else f"nobody@{article.name}"


def given(story: Story, event: str, facet: str, answer: str) -> tuple[Given, ...]:
    """Every claim on an answer."""
    return tuple(
        Given(article, claim, about.stance)
        for article in story.articles
        for claim in article.claims
        for about in claim.about
        if (about.event, about.facet, about.answer) == (event, facet, answer)
    )


def origins(answer: Answer, claims: Iterable[Given]) -> tuple[str, ...]:
    """The distinct first speakers of the claims that hold for an answer; repeats never count."""
    holding = HOLDING | OPEN if answer.open else HOLDING
    found = (item.origin for item in claims if item.stance in holding and item.claim.repeats is None)
    return tuple(dict.fromkeys(found))


def lines(answer: Answer, found: Sequence[str]) -> int:
    """What is left of the origins when the merged pairs are one."""
    groups = Union(found)
    for first, second, _ in answer.merged:
        if first in found and second in found:
            groups.join(first, second)
    return len(groups.groups())


def grade(story: Story, event: StoryEvent, facet: str, answer: Answer) -> PositionGrade:
    """The first grade of the contract's list that holds."""
    claims = given(story, event.key, facet, answer.key)
    stances = {item.stance for item in claims}
    counted = origins(answer, claims)
    rivals = [other for other in event.facets[facet] if other.key in answer.contradicts]
    if answer.admitted:
        return "admitted"
    if "denies" in stances:
        return "denied"
    if any(origins(rival, given(story, event.key, facet, rival.key)) for rival in rivals):
        return "contested"
    if answer.open or not stances & HOLDING:
        return "unverified"
    if lines(answer, counted) >= 2:
        return "corroborated"
    return "unverified" if stances & OPEN else "single-source"


def event_mentions(story: Story, event: str) -> Iterator[Mention]:
    """The words of each article that tell of the event."""
    for article in story.articles:
        for mention in article.mentions:
            if mention.kind == "event" and mention.key == event:
                yield Mention(_doc(article), mention.span.start, mention.span.end, mention.text)


def _doc(article: Article) -> str:
    return f"doc-{article.name}"


def _document(story: Story, article: Article) -> Document:
    header = article.header
    outlet = story.actors.get(header.outlet or "")
    stated = dict(header.given)
    earliest, latest = header.published
    one_day = earliest if earliest == latest else None
    return Document(
        id=_doc(article),
        name=f"{article.name}.txt",
        url=stated.get("url"),
        outlet=Outlet(outlet.name, _domain(stated.get("url"))) if outlet else None,
        title=article.part("headline"),
        byline=article.part("byline"),
        published=one_day,
        published_basis=header.published_basis,  # type: ignore[arg-type]
        language="en",
        text=article.text,
        furniture=tuple(
            Furniture(mark.span.start, mark.span.end, mark.key, mark.span.of(article.text))  # type: ignore[arg-type]
            for mark in article.furniture
        ),
        lineage=tuple(_lineage(story, article)),
        published_interval=interval(earliest, latest, "inferred", None) if earliest != latest else None,
    )


def _domain(url: str | None) -> str | None:
    return url.split("/")[2].removeprefix("www.") if url and "//" in url else None


def body_size(article: Article, span: Span | None = None) -> int:
    """Code points outside furniture that is no evidence of the article, in the whole text or in a span of it."""
    inside = span or Span(0, len(article.text))
    hidden: set[int] = set()
    for mark in article.furniture:
        hidden.update(range(max(mark.span.start, inside.start), min(mark.span.end, inside.end)))
    return inside.end - inside.start - len(hidden)


def _lineage(story: Story, article: Article) -> Iterator[LineageEntry]:
    whole = max(body_size(article), 1)
    for entry in article.lineage:
        actor = story.actors.get(entry.source or "")
        source = LineageSource(actor.name if actor else entry.name, f"actor-{actor.key}" if actor else None)
        share = None if entry.kind == "credits" else round(body_size(article, entry.span) / whole, 3)
        yield LineageEntry(entry.kind, source, entry.span.start, entry.span.end, share)  # type: ignore[arg-type]
    for other in story.articles:
        for ours, _ in shared_passages(story, article, other):
            outlet = story.actors.get(other.header.outlet or "")
            name, key = (outlet.name, f"actor-{outlet.key}") if outlet else (f"{other.name}.txt", None)
            source = LineageSource(name, key, _doc(other))
            yield LineageEntry("shares-text", source, ours.start, ours.end, round(body_size(article, ours) / whole, 3))


def _actors(story: Story) -> Iterator[Actor]:
    named = _mentions(story)
    for key, actor in story.actors.items():
        mentions = named.get(key, [])
        yield Actor(
            f"actor-{key}",
            actor.name,
            actor.kind,
            tuple(sorted({alias for m in mentions if (alias := alias_of(m.text, actor.kind))})),
            actor.country,
            tuple(f"actor-{parent}" for parent in actor.member_of),
            tuple(mentions),
        )


def _places(story: Story) -> Iterator[Place]:
    named = _mentions(story)
    for key, place in story.places.items():
        mentions = named.get(key, [])
        areas = [story.places[area] for area in place.areas if area in story.places]
        yield Place(
            f"place-{key}",
            place.name,
            tuple(sorted({alias for m in mentions if (alias := alias_of(m.text, "place"))})),
            place.country or next((area.country for area in areas if area.country), None),
            next((area.name for area in areas if area.kind == "province"), None),
            place.latitude,
            place.longitude,
            place.geonames_id,
            place.precision,
            place.basis,
            tuple(mentions),
        )


def _mentions(story: Story) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for article in story.articles:
        for mention in article.mentions:
            if mention.kind == "entity":
                span = mention.span
                found.setdefault(mention.key, []).append(Mention(_doc(article), span.start, span.end, mention.text))
    return found


def alias_of(words: str, kind: str) -> str | None:
    """The mention as an alias: without its article; None for pronouns and for common nouns of what has a name."""
    plain = " ".join(words.split())
    for determiner in DETERMINERS:
        if plain.casefold().startswith(determiner):
            plain = plain[len(determiner) :]
            break
    if not plain or plain.casefold() in PRONOUNS:
        return None
    return plain if kind in ("role", "population") or any(char.isupper() for char in plain) else None


def _claim(story: Story, article: Article, claim: MarkedClaim) -> Claim:
    speaker = story.actors.get(claim.speaker or "")
    text = article.text
    words = claim.speaker_span.of(text) if claim.speaker_span else None
    said = article.mentions[claim.said] if claim.said is not None else None
    return Claim(
        id=_claim_id(article, claim.id),
        document=_doc(article),
        start=claim.span.start,
        end=claim.span.end,
        text=claim.span.of(text),
        claimant=Claimant(
            f"actor-{speaker.key}" if speaker else None,
            words,
            claim.speaker_span.start if claim.speaker_span else None,
            claim.speaker_span.end if claim.speaker_span else None,
            claim.nobody or (not claim.own_voice and speaker is not None and speaker.anonymous),
        ),
        cue=Cue(claim.cue.start, claim.cue.end, claim.cue.of(text)) if claim.cue else None,
        chain=tuple(_chain(story, article, claim)),
        stance=claim.stance,
        certainty=claim.certainty,
        quotation=claim.quotation,
        said=interval(*said.days, "stated", said.text) if said else None,
        repeats=_claim_id(article, claim.repeats) if claim.repeats else None,
        about=tuple(
            About(
                f"event-{about.event}",
                about.facet,
                _position_id(about.event, about.facet, about.answer) if about.facet and about.answer else None,
            )
            for about in claim.about
        ),
        claims_on=tuple(_claim_id(article, other) for other in claim.claims_on),
    )


def _claim_id(article: Article, claim: str) -> str:
    return f"claim-{article.name}-{claim}"


def _position_id(event: str, facet: str, answer: str) -> str:
    return f"pos-{event}-{facet}-{answer}"


def _chain(story: Story, article: Article, claim: MarkedClaim) -> Iterator[Link]:
    page = story.actors.get(article.header.outlet or "")
    last = "republisher" if article.header.republisher else "outlet"
    if claim.own_voice:
        voice = story.actors.get(claim.speaker or "")
        if voice is not None and voice != page:
            yield Link(voice.name, f"actor-{voice.key}", "agency" if voice.kind == "agency" else "outlet")
    else:
        speaker = story.actors.get(claim.speaker or "")
        span = claim.speaker_span
        start, end = (span.start, span.end) if span else (None, None)
        name, actor = (speaker.name, f"actor-{speaker.key}") if speaker else ("not named", None)
        yield Link(name, actor, "origin", start, end)
    for link in claim.links:
        if claim.own_voice and link.actor == claim.speaker:
            continue
        known = story.actors.get(link.actor or "")
        yield Link(
            known.name if known else link.name,
            f"actor-{known.key}" if known else None,
            link.role,
            link.span.start if link.span else None,
            link.span.end if link.span else None,
        )
    if page is not None:
        yield Link(page.name, f"actor-{page.key}", last)  # type: ignore[arg-type]
    else:
        yield Link(f"not named ({article.name}.txt)", None, last)  # type: ignore[arg-type]


def _event(story: Story, event: StoryEvent) -> Event:
    mentions = tuple(sorted(event_mentions(story, event.key)))
    told = {
        _doc(article)
        for article in story.articles
        for claim in article.claims
        if any(about.event == event.key for about in claim.about)
    }
    facets = {
        facet: tuple(_position(story, event, facet, answer) for answer in answers)
        for facet, answers in event.facets.items()
    }
    return Event(
        id=f"event-{event.key}",
        title=event.title,
        kind=event.kind,
        scope="aggregate" if event.scope == "aggregate" else "incident",
        time=event.time,
        places=tuple(f"place-{place}" for place in event.places),
        documents=tuple(sorted(told | {mention.document for mention in mentions})),
        mentions=mentions,
        facets=facets,
        figures={name: found for name in ("killed", "injured") if (found := _figure(story, event, name)) is not None},
        status=event.status,
        grade=event.grade,
        reasons=event.reasons,
        part_of=f"event-{event.part_of}" if event.part_of else None,
    )


def _position(story: Story, event: StoryEvent, facet: str, answer: Answer) -> Position:
    claims = given(story, event.key, facet, answer.key)
    found = origins(answer, claims)
    actor = answer.actor or (answer.key if answer.key in story.actors else None)
    place = answer.place or (answer.key if answer.key in story.places else None)
    names: Mapping[str, str] = {key: each.name for key, each in story.actors.items()}
    reasons = [f"{names.get(a, a)}; {names.get(b, b)}: {RULES[rule]}" for a, b, rule in answer.merged]
    if any(item.claim.repeats is not None for item in claims):
        reasons.insert(0, REPEATED)
    ids = [_position_id(event.key, facet, key) for key in answer.contradicts]
    return Position(
        id=_position_id(event.key, facet, answer.key),
        value=answer.value or value_of(story, answer),
        actor=f"actor-{actor}" if actor else None,
        place=f"place-{place}" if place else None,
        quantity=answer.quantity,
        time=answer.time,
        claims=tuple(
            dict.fromkeys(Support(_claim_id(item.article, item.claim.id), item.stance) for item in claims)  # type: ignore[arg-type]
        ),
        origins=len(found),
        independent_lines=lines(answer, found),
        collapsed=tuple(reasons),
        grade=grade(story, event, facet, answer),
        contradicts=tuple(ids),
        supersedes=tuple(_position_id(event.key, facet, key) for key in answer.supersedes),
        part_of=_position_id(event.key, facet, answer.part_of) if answer.part_of else None,
    )


def value_of(story: Story, answer: Answer) -> str:
    """What an answer says where the story file does not word it: a name, a count, a day, or its key."""
    for named in filter(None, (answer.actor, answer.place, answer.key)):
        if named in story.actors:
            return story.actors[named].name
        if named in story.places:
            return story.places[named].name
    if answer.quantity is not None:
        number = answer.quantity.min if answer.quantity.min is not None else answer.quantity.max
        bound = {"at-least": "at least ", "more-than": "more than ", "up-to": "up to ", "less-than": "fewer than "}
        counted = answer.quantity.group or answer.quantity.unit
        return f"{bound.get(answer.quantity.bound or '', '')}{'' if number is None else number} {counted}".strip()
    return (answer.time.text or answer.key) if answer.time else answer.key.replace("-", " ")


def _figure(story: Story, event: StoryEvent, name: str) -> Figure | None:
    """Low and high are the extremes of the answers about the whole; best the latest exact one, else the minimum."""
    whole = [
        answer
        for answer in event.facets.get(name, ())
        if answer.quantity is not None
        and answer.part_of is None
        and answer.place is None
        and answer.quantity.bound is not None
    ]
    # A number for one group is a part of a toll, but where no other number is given.
    ungrouped = [each for each in whole if each.whole or (each.quantity and each.quantity.group is None)]
    whole = ungrouped or whole
    if not whole:
        return None
    superseded = {key for answer in whole for key in answer.supersedes}
    standing = [answer for answer in whole if answer.key not in superseded]

    def said(answer: Answer) -> tuple[str, bool]:
        """When an answer was last given; of several on one day, one that replaces another is the latest."""
        published = (item.article.header.published[1] or "" for item in given(story, event.key, name, answer.key))
        return max(published, default=""), bool(answer.supersedes)

    counts = [(answer.quantity.min, answer.quantity.max) for answer in whole if answer.quantity]
    maxima = [most for _, most in counts if most is not None]
    exact = [answer for answer in standing if answer.quantity and answer.quantity.bound in ("exact", "about")]
    bounded = [answer for answer in standing if answer.quantity and answer.quantity.min is not None]
    latest = max(exact or bounded, key=said, default=None)
    return Figure(
        min(number for pair in counts for number in pair if number is not None),
        max(maxima) if maxima else None,
        latest.quantity.min if latest and latest.quantity else None,
    )
