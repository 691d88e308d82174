"""Synthetic readings: invented incidents told by invented outlets, for tests and benchmarks.

`synthetic_reading(story, member)` is the same on every machine, and costs the same for the first and the millionth.
Every span is exact. Nothing in it is real: places, groups, outlets and figures are made from a hash.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from corroborate.model.document import Document, Outlet
from corroborate.model.grounded import GroundedReading, LocalActor, LocalPlace
from corroborate.model.ids import content_id
from corroborate.model.interval import Interval
from corroborate.model.ledger import ActorKind, EventKind, Stance
from corroborate.model.quantity import Quantity
from corroborate.model.reading import (
    Amount,
    Argument,
    EventMention,
    Name,
    NameKind,
    Reading,
    Sentence,
    Statement,
    TimeExpression,
)
from corroborate.model.span import Span

T = TypeVar("T")

LARGEST_STORY = 6
FIRST_DAY = datetime.date(2031, 1, 1)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SYLLABLES = (
    "ar", "bel", "cor", "dan", "el", "fir", "gol", "har", "iv", "jas", "kel", "lor", "mar", "nov", "or", "pel",
    "quin", "ros", "sil", "tor", "ul", "vas", "wen", "yar", "zel",
)  # fmt: skip
OUTLETS = ("Harrow Courier", "Daily Lantern", "Tessaly Wire", "The Northmark Post", "Radio Ardeny", "Quay Observer")
SPEAKERS = ("Saltmarsh Rescue Service", "Ridge Monitoring Group", "Interior Ministry", "a hospital official")
PARTIES = ("Veldran Air Force", "Kestrel Brigade", "Free Uplands Front", "Third Border Guard")
KINDS: Mapping[str, ActorKind] = {
    "Saltmarsh Rescue Service": "organisation",
    "Ridge Monitoring Group": "monitor",
    "Interior Ministry": "government-body",
    "hospital official": "role",
    "Veldran Air Force": "state-forces",
    "Kestrel Brigade": "armed-group",
    "Free Uplands Front": "armed-group",
    "Third Border Guard": "state-forces",
}
FILLER = (
    "Residents spent the night in cellars and waited for news of their relatives.",
    "Shops stayed closed along the main street for most of the day.",
    "Power was cut in two quarters and came back only towards the evening.",
    "Roads to the north were closed to all but ambulances and lorries with water.",
    "Schools in the valley will stay shut until the end of the week.",
    "Rain made the search through the ruins slow and difficult.",
    "A bakery near the old bridge handed out bread until its flour ran out.",
    "Buses stood empty at the station, and the drivers waited for word from the depot.",
    "The market has been moved to the football ground until the square is cleared.",
    "Water was brought in barrels from the springs above the town.",
    "Farmers in the valley have left their fields unharvested for the second week.",
    "Telephone lines were down, and families walked for hours to find each other.",
)
AIR_STRIKE = EventKind("ASSAULT", "aerial", "Explosions/Remote violence", "Air/drone strike")


@dataclass(slots=True)
class _Page:
    """A text under construction, and what was found in it so far."""

    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, words: str) -> int:
        name, anonymous = words.removeprefix("a "), words.startswith("a ")
        kind: NameKind = KINDS.get(name, "place")
        self.names.append(Name(self.write(words), words, name, kind, anonymous))
        return len(self.names) - 1

    def end_sentence(self, start: int, *, headline: bool = False) -> Span:
        span = Span(start, len(self.text))
        self.sentences.append(Sentence(span, "headline" if headline else "body", len(self.sentences)))
        self.write("\n\n")
        return span


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one account tells."""

    town: str
    day: datetime.date
    killed: int
    outlet: str
    speaker: str
    party: str


def story_size(story: int, *, seed: str = "") -> int:
    """How many accounts the story has: 1 to 6."""
    return 1 + _number(seed, story, "size") % LARGEST_STORY


def synthetic_readings(count: int, *, seed: str = "") -> Iterator[GroundedReading]:
    """The first `count` readings, story after story."""
    pairs = ((story, member) for story in range(count) for member in range(story_size(story, seed=seed)))
    for _, (story, member) in zip(range(count), pairs, strict=False):
        yield synthetic_reading(story, member, seed=seed)


def synthetic_reading(story: int, member: int, *, seed: str = "") -> GroundedReading:
    """One account: each tells of the day after the one before it, so that a story hangs together like a chain."""
    facts = _facts(story, member, seed)
    page = _Page()
    _write_headline(page, facts)
    _write_claim(page, facts)
    _write_denial(page, facts)
    first = _number(seed, story, member, "filler")
    for index in range(len(FILLER)):
        start = page.write(FILLER[(first + index) % len(FILLER)]).start
        page.end_sentence(start)
    return _grounded(page, facts, f"{facts.outlet.replace(' ', '-').lower()}-{story}-{member}.txt")


def _facts(story: int, member: int, seed: str) -> _Facts:
    # Every fifth story takes place where the one before it did, a month later: the same town, another incident.
    place = story - 1 if story % 5 == 4 else story
    month = 30 if story % 5 == 4 else 0
    day = FIRST_DAY + datetime.timedelta(days=_number(seed, place, "day") % 300 + month + member)
    return _Facts(
        town="".join(_pick(SYLLABLES, seed, place, part) for part in range(4)).capitalize(),
        day=day,
        killed=3 + _number(seed, story, "killed") % 40 + _number(seed, story, member, "more") % 3,
        outlet=OUTLETS[member % len(OUTLETS)],
        speaker=_pick(SPEAKERS, seed, story, member),
        party=_pick(PARTIES, seed, story),
    )


def _write_headline(page: _Page, facts: _Facts) -> None:
    event = page.write("Air strikes")
    page.write(" kill ")
    killed = _amount(page, facts.killed)
    page.write(" in ")
    town = page.name(facts.town)
    sentence = page.end_sentence(event.start, headline=True)
    _tell(page, event, [killed, Argument("place", page.names[town].span, name=town)])
    page.statements.append(_statement(page, sentence, None, None, "asserts"))


def _write_claim(page: _Page, facts: _Facts) -> None:
    event = page.write("Air strikes")
    page.write(" hit the town of ")
    town = page.name(facts.town)
    page.write(" on ")
    day = _time(page, facts.day)
    page.write(" and killed ")
    killed = _amount(page, facts.killed)
    page.write(" people, ")
    speaker = page.name(facts.speaker)
    page.write(" ")
    cue = page.write("said")
    page.write(".")
    sentence = page.end_sentence(event.start)
    _tell(page, event, [killed, Argument("place", page.names[town].span, name=town), day])
    page.statements.append(_statement(page, sentence, speaker, cue, "asserts"))


def _write_denial(page: _Page, facts: _Facts) -> None:
    start = page.write("The ").start
    party = page.name(facts.party)
    page.write(" ")
    cue = page.write("denied")
    page.write(" that its aircraft had ")
    event = page.write("struck")
    page.write(" ")
    town = page.name(facts.town)
    page.write(".")
    sentence = page.end_sentence(start)
    _tell(page, event, [Argument("place", page.names[town].span, name=town)])
    page.statements.append(_statement(page, Span(cue.start, sentence.end - 1), party, cue, "denies"))


def _amount(page: _Page, number: int) -> Argument:
    span = page.write(str(number))
    page.amounts.append(Amount(span, str(number), Quantity(number, number, "exact", "people", None)))
    return Argument("killed", span, amount=len(page.amounts) - 1)


def _time(page: _Page, day: datetime.date) -> Argument:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    span = page.write(words)
    values = (("year", day.year), ("month", day.month), ("day", day.day))
    page.times.append(TimeExpression(span, words, "day-month-year", values))
    return Argument("time", span, time=len(page.times) - 1)


def _tell(page: _Page, span: Span, arguments: Sequence[Argument]) -> None:
    sentence = len(page.sentences) - 1
    words = span.of(page.text)
    event = EventMention(span, words, "air-strike", AIR_STRIKE, "happened", "incident", sentence, tuple(arguments))
    page.events.append(event)


def _statement(page: _Page, span: Span, speaker: int | None, cue: Span | None, stance: Stance) -> Statement:
    return Statement(
        span=span,
        sentence=len(page.sentences) - 1,
        speaker=speaker,
        speaker_span=None if speaker is None else page.names[speaker].span,
        cue=cue,
        stance=stance,
        certainty="certain",
        quotation="own-voice" if speaker is None else "indirect",
        about=(len(page.events) - 1,),
    )


def _grounded(page: _Page, facts: _Facts, name: str) -> GroundedReading:
    domain = facts.outlet.replace(" ", "").lower() + ".example"
    published = (facts.day + datetime.timedelta(days=1)).isoformat()
    document = Document(
        id=content_id("doc", page.text, facts.outlet, published, None, None, None),
        name=name,
        url=None,
        outlet=Outlet(facts.outlet, domain),
        title=page.sentences[0].span.of(page.text),
        byline=None,
        published=published,
        published_basis="given",
        language="en",
        text=page.text,
        furniture=(),
        headline=page.sentences[0].span,
    )
    people = tuple(index for index, found in enumerate(page.names) if found.kind != "place")
    towns = tuple(index for index, found in enumerate(page.names) if found.kind == "place")
    return GroundedReading(
        document=document,
        reading=_reading(page, document.id),
        actors=tuple(_actor(page, index) for index in people),
        places=(_town(facts.town, towns),),
        actor_of=tuple(people.index(index) if index in people else -1 for index in range(len(page.names))),
        place_of=tuple(0 if index in towns else -1 for index in range(len(page.names))),
        intervals=tuple(_interval(facts.day, time.text) for time in page.times),
    )


def _reading(page: _Page, document_id: str) -> Reading:
    return Reading(
        document=document_id,
        sentences=tuple(page.sentences),
        names=tuple(page.names),
        times=tuple(page.times),
        amounts=tuple(page.amounts),
        events=tuple(page.events),
        statements=tuple(page.statements),
    )


def _actor(page: _Page, index: int) -> LocalActor:
    found = page.names[index]
    return LocalActor(found.name, KINDS[found.name], (found.name,), (index,), anonymous=found.anonymous)


def _town(name: str, mentions: tuple[int, ...]) -> LocalPlace:
    return LocalPlace(
        name=name,
        aliases=(name,),
        mentions=mentions,
        spot=None,
        precision=None,
        basis="unresolved",
        country=None,
        admin1=None,
        latitude=None,
        longitude=None,
        reason="an invented town",
    )


def _interval(day: datetime.date, words: str) -> Interval:
    return Interval(day.isoformat(), day.isoformat(), 1, "stated", words)


def _number(*fields: str | int) -> int:
    return int(content_id("synthetic", *fields).partition("-")[2], 16)


def _pick(options: Sequence[T], *fields: str | int) -> T:
    return options[_number("pick", *fields) % len(options)]
