"""The readings that a perfect reader would hand on: gold's own, to measure the cross-document half by itself.

Names, coreference, times, quantities, event mentions with arguments, and claims are gold's. Who an actor is beyond
his article, where a place lies, when a weekday was and all that follows is the program's work. What gold does not
annotate (sentences, the form of a time expression, the family of a trigger) is the program's, or follows from a table.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpus.article import Answered, Argument, Article, MarkedClaim, Mentioned
from corpus.ledger import alias_of
from corpus.story import Answer, Story
from corroborate.clean.page import clean_page
from corroborate.ingest.metadata import from_stated
from corroborate.model.document import Document, Furniture, Outlet, Page
from corroborate.model.grounded import GroundedReading
from corroborate.model.ledger import EventKind, Ledger
from corroborate.model.quantity import Quantity
from corroborate.model.reading import (
    Amount,
    ArgumentRole,
    ChainLink,
    EventMention,
    Name,
    NameKind,
    Reading,
    Reality,
    Statement,
    TimeExpression,
)
from corroborate.model.reading import Argument as ReadArgument
from corroborate.model.span import Span
from corroborate.pipeline import Work
from corroborate.reading.read import read_document
from corroborate.reconcile.events.slots import head_noun
from corroborate.resolve.ground import ground

FAMILIES = Path(__file__).parent / "gold_families.csv"
# The questions that a mention's arguments answer. What was counted beside the harm is an amount: which question it
# answers is the program's to find.
ANSWERING: Mapping[str, ArgumentRole] = {
    "attacker": "attacker",
    "target": "target",
    "place": "place",
    "time": "time",
    "killed": "killed",
    "injured": "injured",
    "damage": "damage",
    "weapon": "weapon",
    "participants": "participant",
    "number": "amount",
    "missing": "amount",
    "abducted": "amount",
    "arrested": "amount",
    "displaced": "amount",
    "rescued": "amount",
}
REALITIES: Mapping[str, Reality] = {
    "happened": "happened",
    "planned": "planned",
    "possible": "possible",
    "denied": "not-happened",
}


def gold_ledger(story: Story, work: Work) -> Ledger:
    """The ledger that the cross-document half makes of a story's gold readings."""
    readings = sorted(gold_readings(story, work), key=lambda item: item.document.id)  # as a ledger hands them on
    return work.join([work.reconcile(tuple(readings))])


def gold_readings(story: Story, work: Work) -> tuple[GroundedReading, ...]:
    """Each article as a perfect reader would have read it, grounded by the program."""
    return tuple(_Reader(story, article, work).grounded() for article in story.articles)


def told_events(article: Article) -> tuple[int, ...]:
    """The mentions of the article that are the reading's event mentions, in order; what is told in general is none."""
    return tuple(at for at, m in enumerate(article.mentions) if m.kind == "event" and m.reality != "general")


@dataclass(frozen=True, slots=True)
class _Indexes:
    """Where each mention of the article stands in its list of the reading."""

    names: Mapping[int, int]
    times: Mapping[int, int]
    amounts: Mapping[int, int]
    events: Mapping[int, int]


class _Reader:
    def __init__(self, story: Story, article: Article, work: Work) -> None:
        self.story = story
        self.article = article
        self.work = work
        self.document = self._document()
        self.read, _ = read_document(self.document, work.resources.reading)

    def grounded(self) -> GroundedReading:
        mentions = list(enumerate(self.article.mentions))
        named = [at for at, m in mentions if m.kind == "entity"]
        times = [at for at, m in mentions if m.kind == "time" and self._time(m) is not None]
        amounts = [at for at, m in mentions if m.kind == "quantity"]
        told = list(told_events(self.article))
        indexes = _Indexes(*({at: place for place, at in enumerate(each)} for each in (named, times, amounts, told)))
        reading = Reading(
            self.document.id,
            self.read.sentences,
            tuple(self._name(at, indexes) for at in named),
            tuple(time for at in times if (time := self._time(self.article.mentions[at])) is not None),
            tuple(Amount(m.span, m.text, m.quantity) for at in amounts if (m := self.article.mentions[at]).quantity),
            tuple(self._event(at, indexes) for at in told),
            self._statements(indexes),
        )
        return ground(self.document, reading, self.work.resources.resolve)[0]

    def _document(self) -> Document:
        """The cleaned page with gold's furniture, headline and outlet; its day only where something gives it."""
        header = self.article.header
        stated, _ = from_stated(dict(header.given), self.article.name)
        page = Page(f"{self.article.name}.txt", self.article.text, stated)
        document, _ = clean_page(page, self.work.resources.clean)
        outlet = self.story.actors.get(header.outlet or "")
        headline = next((mark.span for mark in self.article.parts if mark.key == "headline"), None)
        day = header.published[0] if header.published_basis in ("given", "text") else None
        return replace(
            document,
            outlet=Outlet(outlet.name, document.outlet.domain if document.outlet else None) if outlet else None,
            title=self.article.part("headline"),
            headline=headline,
            published=day,
            published_basis=header.published_basis if day else "unknown",  # type: ignore[arg-type]
            furniture=tuple(
                Furniture(mark.span.start, mark.span.end, mark.key, mark.span.of(self.article.text))  # type: ignore[arg-type]
                for mark in self.article.furniture
            ),
        )

    def _name(self, at: int, indexes: _Indexes) -> Name:
        mention = self.article.mentions[at]
        actor = self.story.actors.get(mention.key)
        kind: NameKind = actor.kind if actor else "place"
        same = [other for other in indexes.names if self.article.mentions[other].key == mention.key and other < at]
        parents = actor.member_of if actor else ()
        areas = () if actor else self.story.places[mention.key].areas
        place = None if actor else self.story.places[mention.key]
        name, kind = self._called(mention, kind)
        return Name(
            mention.span,
            mention.text,
            name,
            kind,
            anonymous=bool(actor and actor.anonymous),
            body=self._nearest(parents, mention, indexes),
            of=indexes.names[same[-1]] if same else None,
            area=self._nearest(areas[:1], mention, indexes),
            type_word=place.kind if place else None,
        )

    def _called(self, mention: Mentioned, kind: NameKind) -> tuple[str, NameKind]:
        """The words without article and title, and what they seem to name: a person's office is a role, "he" a pronoun.

        Titles are no layer of gold: a person's name is what the program reads inside the mention.
        """
        plain = alias_of(mention.text, "role")
        if plain is None:
            return mention.text, "pronoun"
        if kind != "person":
            return plain, kind
        read = [each for each in self.read.names if each.kind == "person" and mention.span.contains(each.span)]
        if read:
            return max(read, key=lambda each: len(each.name)).name, kind
        return plain, "role" if plain != mention.text or plain.islower() else kind

    def _nearest(self, keys: tuple[str, ...], mention: Mentioned, indexes: _Indexes) -> int | None:
        """The mention of one of the keys that stands nearest."""
        found = [other for other in indexes.names if self.article.mentions[other].key in keys]
        if not found:
            return None
        start = mention.span.start
        return indexes.names[min(found, key=lambda other: abs(self.article.mentions[other].span.start - start))]

    def _time(self, mention: Mentioned) -> TimeExpression | None:
        """The program's reading of the words: gold gives days, not how they were said."""
        return next((time for time in self.read.times if time.span.overlaps(mention.span)), None)

    def _event(self, at: int, indexes: _Indexes) -> EventMention:
        mention = self.article.mentions[at]
        event = self.story.events.get(mention.key)
        arguments = [*(argument for argument in self.article.arguments if argument.event == at), *self._answers(at)]
        return EventMention(
            mention.span,
            mention.text,
            self._family(mention),
            self._kind(mention),
            REALITIES[mention.reality],
            "aggregate" if event is not None and event.scope == "aggregate" else "incident",
            self._sentence(mention.span),
            tuple(dict.fromkeys(self._argument(each.role, each.filler, indexes) for each in arguments)),
        )

    def _answers(self, at: int) -> Iterator[Argument]:
        """What claims say of the event in their own words, where no argument of the mention says it already."""
        mentions = self.article.mentions
        for claim in self.article.claims:
            for about in claim.about:
                if (
                    about.facet is None
                    or about.facet not in ANSWERING
                    or about.event != mentions[at].key
                    or self._told_in(claim, about) != at
                ):
                    continue
                answers = self.story.events[about.event].facets.get(about.facet, ())
                answer = next((each for each in answers if each.key == about.answer), None)
                for filler, mention in enumerate(mentions):
                    if answer and claim.span.contains(mention.span) and _says(mention, answer):
                        yield Argument(at, ANSWERING[about.facet], filler)

    def _told_in(self, claim: MarkedClaim, about: Answered) -> int | None:
        """The mention of the event that a claim is about: in its words, else the nearest."""
        told = [at for at in told_events(self.article) if self.article.mentions[at].key == about.event]
        inside = [at for at in told if claim.span.contains(self.article.mentions[at].span)]
        start = claim.span.start
        return min(inside or told, key=lambda at: abs(self.article.mentions[at].span.start - start), default=None)

    def _kind(self, mention: Mentioned) -> EventKind:
        """The event's kind; of what is no event of the story, the PLOVER type that its mark gives."""
        event = self.story.events.get(mention.key)
        return event.kind if event else EventKind((mention.plover or "").partition("/")[0] or None, None, None, None)

    def _family(self, mention: Mentioned) -> str:
        """The program's family of the trigger where it knows the word, else one that the event's kind stands for."""
        read = next((each for each in self.read.events if each.span.overlaps(mention.span)), None)
        if read is not None:
            return read.family
        return family_of(self._kind(mention))

    def _argument(self, role: ArgumentRole, filler: int, indexes: _Indexes) -> ReadArgument:
        return ReadArgument(
            role,
            self.article.mentions[filler].span,
            indexes.names.get(filler),
            indexes.times.get(filler),
            indexes.amounts.get(filler),
        )

    def _sentence(self, span: Span) -> int:
        sentences = self.read.sentences
        return next((at for at, each in enumerate(sentences) if each.span.end > span.start), len(sentences) - 1)

    def _statements(self, indexes: _Indexes) -> tuple[Statement, ...]:
        numbers = {claim.id: at for at, claim in enumerate(self.article.claims)}
        return tuple(self._statement(claim, numbers, indexes) for claim in self.article.claims)

    def _statement(self, claim: MarkedClaim, numbers: Mapping[str, int], indexes: _Indexes) -> Statement:
        links = [
            ChainLink(link.role, self._link_name(link.actor, link.name), link.span, self._at(link.span, indexes))
            for link in claim.links
        ]
        page = self.article.header.outlet
        if claim.own_voice and claim.speaker is not None and claim.speaker != page:
            voice = self.story.actors[claim.speaker]
            links.insert(0, ChainLink("agency" if voice.kind == "agency" else "outlet", voice.name, None))
        return Statement(
            claim.span,
            self._sentence(claim.span),
            self._at(claim.speaker_span, indexes),
            claim.speaker_span,
            claim.cue,
            claim.stance,
            claim.certainty,
            claim.quotation,
            tuple(links),
            indexes.times.get(claim.said) if claim.said is not None else None,
            self._about(claim, indexes),
            numbers.get(claim.repeats) if claim.repeats else None,
            tuple(numbers[other] for other in claim.claims_on if other in numbers),
            claim.nobody,
        )

    def _link_name(self, actor: str | None, name: str) -> str:
        known = self.story.actors.get(actor or "")
        return known.name if known else name

    def _at(self, span: Span | None, indexes: _Indexes) -> int | None:
        if span is None:
            return None
        return next((place for at, place in indexes.names.items() if self.article.mentions[at].span == span), None)

    def _about(self, claim: MarkedClaim, indexes: _Indexes) -> tuple[int, ...]:
        """The event mentions in the claim; where an event of the claim has none there, its nearest mention."""
        mentions = self.article.mentions
        inside = [at for at in indexes.events if claim.span.contains(mentions[at].span)]
        for event in dict.fromkeys(about.event for about in claim.about):
            told = [at for at in indexes.events if mentions[at].key == event]
            if told and not any(mentions[at].key == event for at in inside):
                inside.append(min(told, key=lambda at: abs(mentions[at].span.start - claim.span.start)))
        return tuple(indexes.events[at] for at in inside)


def family_of(kind: EventKind) -> str:
    """The family that an event's kind stands for: the first line of the table whose terms it has."""
    for terms, family in _families():
        own = (kind.plover, kind.plover_mode, kind.acled_sub)
        if all(not term or term == value for term, value in zip(terms, own, strict=True)):
            return family
    return "attack"


def _says(mention: Mentioned, answer: Answer) -> bool:
    """Whether a mention gives an answer: its actor or place, its number, its day; of a thing, its noun."""
    match mention.kind:
        case "entity":
            return mention.key in (answer.actor, answer.place, answer.key)
        case "quantity":
            return (
                answer.quantity is not None
                and mention.quantity is not None
                and _same(mention.quantity, answer.quantity)
            )
        case "time":
            bounds = (answer.time.earliest, answer.time.latest) if answer.time else (None, None)
            return mention.days == bounds and bounds != (None, None)
        case "thing":
            return head_noun(mention.text) in {head_noun(word) for word in answer.value.split()}
    return False


def _same(first: Quantity, second: Quantity) -> bool:
    return (first.min, first.max) == (second.min, second.max) and first.bound is not None


@cache
def _families() -> tuple[tuple[tuple[str, ...], str], ...]:
    with FAMILIES.open(encoding="utf-8", newline="") as lines:
        return tuple(((row["plover"], row["mode"], row["acled_sub"]), row["family"]) for row in csv.DictReader(lines))
