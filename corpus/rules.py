"""What must hold of a story beyond its files' form: references, answers, lines, copies, and the contract's rules."""

from collections.abc import Iterator, Mapping, Sequence

from corpus.article import SUFFIX, Article, Fault, MarkedClaim
from corpus.ledger import as_ledger, given, origins
from corpus.ledger import lines as count_lines
from corpus.passages import passages, shared_passages
from corpus.story import NAME, Answer, Story, StoryEvent
from corroborate.export.check import check_ledger
from corroborate.model.codec import as_contract
from corroborate.model.document import EVIDENCE_FURNITURE

# The longest run of the same words that two articles may share without a word about it.
UNEXPLAINED = 12
NEGATOR = "negator-in-words"
DENYING = ("denies",)


def story_faults(story: Story) -> tuple[Fault, ...]:
    """Every fault of a story whose files are sound in form; the contract's rules only where all else holds."""
    faults = [
        *_article_faults(story),
        *_names(story),
        *(fault for event in story.events.values() for fault in _event(story, event)),
        *_copies(story),
    ]
    if not faults:
        faults = [_toml(story, message) for message in _contract(story)]
    return tuple(faults)


def _contract(story: Story) -> Iterator[str]:
    """What the contract's checker finds. That it knows no negating word in a claim counts only where the claim denies:
    people leave a thing open in more words than its list has ("only God knows")."""
    ledger = as_ledger(story)
    denying = {claim.id for claim in ledger.claims if claim.stance in DENYING}
    for finding in check_ledger(as_contract(ledger)):
        if finding.rule != NEGATOR or finding.record in denying:
            yield f"{finding.record}: {finding.message} ({finding.rule})"


def _toml(story: Story, message: str) -> Fault:
    return Fault(f"{story.name}/{NAME}", 1, message)


def _article_faults(story: Story) -> Iterator[Fault]:
    for article in story.articles:
        file = f"{story.name}/{article.name}{SUFFIX}"
        outlet = article.header.outlet
        if outlet is not None and outlet not in story.actors:
            yield Fault(file, 1, f"outlet: no actor {outlet!r}")
        for mention in article.mentions:
            known: Mapping[str, object] = story.events if mention.kind == "event" else {**story.actors, **story.places}
            if mention.kind in ("entity", "event") and mention.key and mention.key not in known:
                yield Fault(file, 1, f"[{mention.text}|{mention.key}]: no such {mention.kind} in {NAME}")
        for entry in article.lineage:
            if entry.source is not None and entry.source not in story.actors:
                yield Fault(file, 1, f"lineage: no actor {entry.source!r}")
        ids = [claim.id for claim in article.claims]
        for claim in article.claims:
            if ids.count(claim.id) > 1:
                yield Fault(file, claim.line, f"claim {claim.id}: two claims have this id")
            for message in _claim(story, article, claim, set(ids)):
                yield Fault(file, claim.line, f"claim {claim.id}: {message}")


def _claim(story: Story, article: Article, claim: MarkedClaim, ids: set[str]) -> Iterator[str]:
    yield from _speakers(story, article, claim)
    for other in (*((claim.repeats,) if claim.repeats else ()), *claim.claims_on):
        if other not in ids or other == claim.id:
            yield f"no other claim {other!r} in this file"
    for about in claim.about:
        event = story.events.get(about.event)
        if event is None:
            yield f"about: no event {about.event!r}"
        elif about.facet and about.answer not in {answer.key for answer in event.facets.get(about.facet, ())}:
            yield f"about: {about.event} has no answer {about.facet}={about.answer}"
    where = [(about.event, about.facet, about.answer) for about in claim.about]
    if len(set(where)) < len(where):
        yield "about: one answer twice"


def _speakers(story: Story, article: Article, claim: MarkedClaim) -> Iterator[str]:
    if claim.speaker is not None and claim.speaker not in story.actors:
        yield f"no actor {claim.speaker!r} to be its claimant"
    if claim.speaker is None and not claim.nobody and article.header.outlet is not None:
        yield "nobody says it"
    for link in claim.links:
        if link.actor is not None and link.actor not in story.actors:
            yield f"no actor {link.actor!r} for its chain"
    for mark in article.furniture:
        if mark.key not in EVIDENCE_FURNITURE and mark.span.overlaps(claim.span):
            yield f"stands in furniture that is no evidence ({mark.key})"


def _names(story: Story) -> Iterator[Fault]:
    for key in sorted(set(story.actors) & set(story.places)):
        yield _toml(story, f"{key!r} is both an actor and a place: one key, one thing")
    for actor in story.actors.values():
        for parent in actor.member_of:
            if parent not in story.actors:
                yield _toml(story, f"actor {actor.key}: of {parent!r}, which is no actor")
    for place in story.places.values():
        for area in place.areas:
            if area not in story.places:
                yield _toml(story, f"place {place.key}: in {area!r}, which is no place")
        if (place.latitude is None) != (place.longitude is None):
            yield _toml(story, f"place {place.key}: lat and lon stand together")
    used = {mention.key for article in story.articles for mention in article.mentions if mention.kind == "entity"}
    used |= {claim.speaker for article in story.articles for claim in article.claims if claim.speaker}
    used |= {link.actor for article in story.articles for claim in article.claims for link in claim.links if link.actor}
    used |= {article.header.outlet for article in story.articles if article.header.outlet}
    used |= {parent for actor in story.actors.values() for parent in actor.member_of}
    used |= {area for place in story.places.values() for area in place.areas}
    used |= {entry.source for article in story.articles for entry in article.lineage if entry.source}
    used |= {copy.of for copy in story.copies}
    for key in sorted({*story.actors, *story.places} - used):
        yield _toml(story, f"{key!r} is mentioned nowhere")


def _event(story: Story, event: StoryEvent) -> Iterator[Fault]:
    what = f"event {event.key}"
    for place in event.places:
        if place not in story.places:
            yield _toml(story, f"{what}: no place {place!r}")
    if event.part_of is not None and (event.part_of not in story.events or event.part_of == event.key):
        yield _toml(story, f"{what}: part of {event.part_of!r}, which is no other event")
    told = any(m.kind == "event" and m.key == event.key for article in story.articles for m in article.mentions)
    spoken = any(about.event == event.key for a in story.articles for claim in a.claims for about in claim.about)
    if not told or not spoken:
        yield _toml(story, f"{what}: {'no claim speaks of it' if told else 'no mention tells of it'}")
    for facet, answers in event.facets.items():
        for answer in answers:
            for message in _answer(story, event, facet, answer, answers):
                yield _toml(story, f"{event.key}.{facet}={answer.key}: {message}")


def _answer(story: Story, event: StoryEvent, facet: str, answer: Answer, answers: Sequence[Answer]) -> Iterator[str]:
    if answer.actor is not None and answer.actor not in story.actors:
        yield f"no actor {answer.actor!r}"
    if answer.place is not None and answer.place not in story.places:
        yield f"no place {answer.place!r}"
    yield from _kin(answer, answers)
    yield from _lines(story, event, facet, answer)


def _kin(answer: Answer, answers: Sequence[Answer]) -> Iterator[str]:
    by_key = {other.key: other for other in answers}
    for other in answer.contradicts:
        if other not in by_key or other == answer.key:
            yield f"contradicts {other!r}, which is no other answer to the same question"
        elif answer.key not in by_key[other].contradicts:
            yield f"contradicts {other!r}, which does not contradict it"
    for other in (*answer.supersedes, *((answer.part_of,) if answer.part_of else ())):
        if other not in by_key or other == answer.key:
            yield f"is tied to {other!r}, which is no other answer to the same question"


def _lines(story: Story, event: StoryEvent, facet: str, answer: Answer) -> Iterator[str]:
    claims = given(story, event.key, facet, answer.key)
    found = origins(answer, claims)
    if not claims:
        yield "no claim gives it"
    for first, second, _ in answer.merged:
        for key in (first, second):
            if key not in found:
                yield f"merges {key!r}, which is no origin of it: {', '.join(found) or 'it has none'}"
    expected = count_lines(answer, found)
    if answer.lines is None and len(found) > 1:
        yield f"has {len(found)} origins ({', '.join(found)}) and no lines"
    elif answer.lines is not None and answer.lines != expected:
        yield f"has {answer.lines} lines, but {len(found)} origins ({', '.join(found)}) and its merges leave {expected}"


def _copies(story: Story) -> Iterator[Fault]:
    names = {article.name for article in story.articles}
    for copy in story.copies:
        if copy.article not in names:
            yield _toml(story, f"copies: no article {copy.article!r}")
        if copy.of not in names and copy.of not in story.actors:
            yield _toml(story, f"copies.{copy.article}: of {copy.of!r}, which is neither an article nor an actor")
        if copy.of == copy.article:
            yield _toml(story, f"copies.{copy.article}: of itself")
    for at, article in enumerate(story.articles):
        for other in story.articles[:at]:
            found = passages(story, article, other)
            declared = shared_passages(story, article, other)
            if found and not declared:
                longest = max((ours.of(article.text) for ours, _ in found), key=len)
                if len(longest.split()) >= UNEXPLAINED:
                    shared = f"{article.name} and {other.name} share {longest[:70]!r}…"
                    yield _toml(story, f"{shared}, which neither copies nor stock explain")
            direct = any({copy.article, copy.of} == {article.name, other.name} for copy in story.copies)
            if direct and not found:
                yield _toml(story, f"copies: {article.name} and {other.name} share no words")
