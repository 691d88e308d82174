"""A marked article: its text, its marks, its rows, as one record. FORMAT.md is the definition."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from corpus.locate import Lines, NotFoundError
from corpus.marks import FURNITURE, Mark, MarkError, unmarked
from corpus.values import days, quantity
from corroborate.model.ledger import Certainty, Quotation, Role, Stance
from corroborate.model.quantity import Quantity
from corroborate.model.reading import ArgumentRole
from corroborate.model.span import Span

SUFFIX = ".marked"
INVENTED = "corroborate corpus"
GIVEN = ("outlet", "published", "url", "title", "byline")
HEADER = {"invented", "outlet", "published", "via", "republisher", *(f"given.{name}" for name in GIVEN)}
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
REALITIES = ("happened", "planned", "possible", "denied", "general")
THINGS = ("weapon", "vehicle", "facility", "thing")
LINEAGE_FIELDS = 3
LINEAGE = ("republishes", "credits", "quotes")
STANCES: tuple[Stance, ...] = get_args(Stance)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
ARGUMENT_ROLES: tuple[ArgumentRole, ...] = get_args(ArgumentRole)
LINK_ROLES: tuple[Role, ...] = get_args(Role)
REPORTED: tuple[Quotation, ...] = ("direct", "mixed", "indirect")

W = TypeVar("W", bound=str)

MentionKind = Literal["entity", "event", "time", "quantity", "thing"]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong in a file of the corpus, and where."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A marked mention. `key` is an actor's, place's or event's key, a kind of thing, or a value in short.

    For an event mention `reality` says how it is told, and `plover` the type of one that is no event of the story.
    """

    span: Span
    text: str
    kind: MentionKind
    key: str
    reality: str = "happened"
    plover: str | None = None
    days: tuple[str | None, str | None] = (None, None)
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a role of an event mention: the index of another mention of the article."""

    event: int
    role: ArgumentRole
    filler: int


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """A step of a chain after the first speaker: its role, its words or None, its actor's key or its bare name."""

    role: Role
    name: str
    actor: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a claim speaks of: an event, and where it answers a question of it the facet, the answer and the stance."""

    event: str
    facet: str | None
    answer: str | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """One source saying one thing. `speaker` is an actor's key, None where nobody is named (`nobody`)."""

    id: str
    line: int
    span: Span
    speaker: str | None
    speaker_span: Span | None
    nobody: bool
    own_voice: bool
    cue: Span | None
    links: tuple[MarkedLink, ...]
    stance: Stance
    certainty: Certainty
    quotation: Quotation
    said: int | None
    repeats: str | None
    claims_on: tuple[str, ...]
    about: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class MarkedLineage:
    """Words from elsewhere, as an article's own rows say: the source's key or printed name, and the passage."""

    kind: str
    source: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of an article's file says."""

    outlet: str | None
    published: tuple[str | None, str | None]
    published_basis: str
    republisher: bool
    via: str
    given: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One marked article. Mentions stand in the order of their spans."""

    name: str
    header: Header
    text: str
    parts: tuple[Mark, ...]
    mentions: tuple[Mentioned, ...]
    arguments: tuple[Argument, ...]
    claims: tuple[MarkedClaim, ...]
    lineage: tuple[MarkedLineage, ...]

    @property
    def furniture(self) -> tuple[Mark, ...]:
        return tuple(part for part in self.parts if part.key in FURNITURE)

    def part(self, kind: str) -> str | None:
        """The words of the first part of that kind."""
        return next((mark.span.of(self.text) for mark in self.parts if mark.key == kind), None)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    text_line: int
    verb: str
    fields: tuple[str, ...]


def read_article(path: Path) -> tuple[Article, tuple[Fault, ...]]:
    """The article of a file, and every fault found in it; what a fault spoils is left out. OSError where unreadable."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        reader = _Reader(path.name.removesuffix(SUFFIX), "", path.as_posix())
        return reader.article()[0], (Fault(path.as_posix(), 1, f"is no UTF-8: {error}"),)
    return _Reader(path.name.removesuffix(SUFFIX), content, path.as_posix()).article()


class _Reader:
    """Reads one file; collects faults on the way, so that one does not hide the next."""

    def __init__(self, name: str, content: str, file: str) -> None:
        self.name = name
        self.file = file
        self.faults: list[Fault] = []
        self.header_lines, body = self._split(content)
        self.rows: list[_Row] = []
        marks: list[Mark] = []
        texts: list[str] = []
        length = 0
        for number, line in body:
            if line.startswith(">"):
                self._row(number, len(texts) - 1, line)
                continue
            try:
                plain, found = unmarked(line, length)
            except MarkError as error:
                self._fault(number, str(error))
                plain, found = line, ()
            texts.append(plain)
            marks += found
            length += len(plain) + 1
        self.text = "\n".join(texts)
        self.lines = Lines(self.text)
        self.parts = tuple(mark for mark in marks if mark.is_part)
        self.mentions = tuple(
            sorted(filter(None, map(self._mention, (m for m in marks if not m.is_part))), key=lambda m: (m.span, m.key))
        )

    def article(self) -> tuple[Article, tuple[Fault, ...]]:
        header = self._header()
        claims = [self._claim(row, header) for row in self.rows if row.verb == "claim"]
        arguments = [found for row in self.rows if row.verb == "event" for found in self._arguments(row)]
        lineage = [self._lineage(row) for row in self.rows if row.verb == "lineage"]
        article = Article(
            self.name,
            header,
            self.text,
            self.parts,
            self.mentions,
            tuple(dict.fromkeys(arguments)),
            tuple(claim for claim in claims if claim is not None),
            tuple(entry for entry in lineage if entry is not None),
        )
        return article, tuple(self.faults)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, message))

    def _split(self, content: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        lines = list(enumerate(content.split("\n"), start=1))
        ends = [number for number, line in lines if line.strip() == "---"]
        if len(ends) < 2 or ends[0] != 1:
            self._fault(1, "the file does not begin with a header between two lines of '---'")
            return [], lines
        return lines[1 : ends[1] - 1], lines[ends[1] :]

    def _row(self, number: int, text_line: int, line: str) -> None:
        verb, _, rest = line[1:].partition(" ")
        if verb not in ("claim", "event", "lineage", "note"):
            self._fault(number, f"no such row: >{verb} (claim, event, lineage, note; a plain '>' takes a backslash)")
            return
        fields = tuple(field.strip() for field in f" {rest} ".split(" | "))
        self.rows.append(_Row(number, max(text_line, 0), verb, fields))

    def _header(self) -> Header:
        values: dict[str, str] = {}
        for number, line in self.header_lines:
            key, colon, value = line.partition(":")
            if key.strip() not in HEADER or not colon:
                self._fault(number, f"no such line of a header: {line!r}")
            if key.strip() in values:
                self._fault(number, f"the header gives {key.strip()!r} twice")
            values[key.strip()] = value.strip()
        if values.get("invented") != INVENTED:
            self._fault(1, f"the header does not say 'invented: {INVENTED}'")
        for key in ("outlet", "published"):
            if key not in values:
                self._fault(1, f"the header has no {key!r}")
        published, basis = self._published(values.get("published", "unknown"))
        if values.get("republisher", "yes") != "yes":
            self._fault(1, "republisher: is 'yes' or left out")
        stated = values.get("given.published")
        if (basis == "given") != (stated is not None) or (stated and published[0] != stated[:10]):
            self._fault(1, f"published: {values.get('published')!r}, but the reader is given {stated or 'no day'}")
        outlet = values.get("outlet", "none")
        return Header(
            None if outlet == "none" else outlet,
            published,
            basis,
            values.get("republisher") == "yes",
            values.get("via", ""),
            tuple((name, values[f"given.{name}"]) for name in GIVEN if f"given.{name}" in values),
        )

    def _published(self, value: str) -> tuple[tuple[str | None, str | None], str]:
        when, _, basis = value.partition(" ")
        if value == "unknown":
            return (None, None), "unknown"
        if basis not in ("given", "text", "inferred"):
            self._fault(1, f"published: {value!r} is no day with its basis (given, text, inferred), nor 'unknown'")
            return (None, None), "unknown"
        try:
            return days(when), basis
        except ValueError as error:
            self._fault(1, f"published: {error}")
            return (None, None), "unknown"

    def _mention(self, mark: Mark) -> Mentioned | None:
        words, sigil, rest = mark.span.of(self.text), mark.key[:1], mark.key[1:].strip()
        line = self._file_line(mark.span)
        if not mark.key:
            self._fault(line, f"[{words}|]: a mark without a key")
            return None
        try:
            if sigil == "!":
                return self._event_mention(mark.span, words, rest)
            if sigil == "@":
                return Mentioned(mark.span, words, "time", rest, days=days(rest))
            if sigil == "#":
                return Mentioned(mark.span, words, "quantity", rest, quantity=quantity(rest))
            if sigil == "%":
                if rest not in THINGS:
                    raise ValueError(f"no kind of thing: %{rest} ({', '.join(THINGS)})")
                return Mentioned(mark.span, words, "thing", rest)
        except ValueError as error:
            self._fault(line, f"[{words}|{mark.key}]: {error}")
            return None
        return Mentioned(mark.span, words, "entity", mark.key)

    def _event_mention(self, span: Span, words: str, key: str) -> Mentioned:
        event, tilde, rest = key.partition("~")
        reality, _, plover = rest.partition(" ")
        if tilde and reality not in REALITIES:
            raise ValueError(f"no reality: ~{reality} ({', '.join(REALITIES)})")
        if not event and plover.partition("/")[0] not in PLOVER:
            raise ValueError(f"an event mention that is no event of the story says its type: {', '.join(PLOVER)}")
        return Mentioned(span, words, "event", event, reality or "happened", plover or None)

    def _file_line(self, span: Span) -> int:
        """A line of the file for a span of the text; rows and the header are counted in."""
        at = self.lines.of(span.start) if self.lines.spans else 0
        rows = sum(1 for row in self.rows if row.text_line < at)
        return len(self.header_lines) + 3 + at + rows

    def _claim(self, row: _Row, header: Header) -> MarkedClaim | None:
        if len(row.fields) < 2:
            self._fault(row.line, ">claim ID | WORDS | fields")
            return None
        try:
            return self._read_claim(row, header)
        except ValueError as error:
            self._fault(row.line, f"claim {row.fields[0]}: {error}")
            return None

    def _read_claim(self, row: _Row, header: Header) -> MarkedClaim:
        span = self.lines.find(row.fields[1], row.text_line)
        fields: dict[str, str] = {}
        words: list[str] = []
        for field in row.fields[2:]:
            verb, _, rest = field.partition(" ")
            if verb in ("by", "voice", "cue", "via", "said", "repeats", "on", "about") and rest:
                if verb in fields:
                    raise ValueError(f"two fields {verb!r}")
                fields[verb] = rest.strip()
            else:
                words += field.split()
        stance = _one_of(words, STANCES, "asserts")
        nobody = fields.get("by") == "nobody"
        default: Certainty = "unknown" if nobody or stance == "does-not-know" else "certain"
        certainty = _one_of(words, CERTAINTIES, default)
        own_voice = "by" not in fields
        quotation = _one_of(words, REPORTED, "own-voice" if own_voice else "indirect")
        unknown = [w for w in words if w not in (*STANCES, *CERTAINTIES, *REPORTED)]
        if unknown:
            raise ValueError(f"not understood: {' '.join(unknown)!r}")
        speaker, speaker_span = self._speaker(fields, span, row, header)
        return MarkedClaim(
            row.fields[0],
            row.line,
            span,
            speaker,
            speaker_span,
            nobody,
            own_voice,
            self.lines.find(fields["cue"], row.text_line, near=speaker_span or span) if "cue" in fields else None,
            self._links(fields.get("via", "" if own_voice else header.via), row.text_line, span),
            stance,
            certainty,
            quotation,
            self._time(fields["said"], row.text_line, span) if "said" in fields else None,
            fields.get("repeats"),
            tuple(fields.get("on", "").split()),
            tuple(_answered(entry, stance) for entry in fields.get("about", "").split()),
        )

    def _speaker(self, fields: dict[str, str], span: Span, row: _Row, header: Header) -> tuple[str | None, Span | None]:
        by = fields.get("by")
        if by is None:
            return fields.get("voice", header.outlet), None
        if by == "nobody":
            return None, None
        if by.startswith("="):
            return by[1:], self._nearest(by[1:], span)
        words = self.lines.find(by, row.text_line, near=span)
        marked = self._marked(words, "entity")
        if marked is None:
            raise ValueError(f"the claimant {by!r} has no mark on exactly these words")
        return self.mentions[marked].key, words

    def _nearest(self, key: str, claim: Span) -> Span | None:
        """The words by which a claimant without words of his own is known: his last mention before, else the next."""
        named = [m.span for m in self.mentions if m.kind == "entity" and m.key == key and not claim.contains(m.span)]
        before = [span for span in named if span.end <= claim.start]
        return max(before) if before else min(named, default=None)

    def _links(self, text: str, line: int, near: Span) -> tuple[MarkedLink, ...]:
        if text in ("", "none"):
            return ()
        return tuple(self._link(step.strip(), line, near) for step in text.split(" > "))

    def _link(self, step: str, line: int, near: Span) -> MarkedLink:
        name, _, words = step.partition(" ")
        role: Role = _one_of([name], LINK_ROLES, None)
        if not words:
            raise ValueError(f"the link {step!r} has a role and no words")
        if words.startswith("="):
            return MarkedLink(role, words[1:], words[1:], None)
        try:
            span = self.lines.find(words, line, near=near)
        except NotFoundError:
            span = self.lines.find(words, len(self.lines.spans) - 1, near=near)
        marked = self._marked(span, "entity")
        return MarkedLink(role, span.of(self.text), self.mentions[marked].key if marked is not None else None, span)

    def _marked(self, span: Span, kind: MentionKind) -> int | None:
        return next((at for at, m in enumerate(self.mentions) if m.span == span and m.kind == kind), None)

    def _time(self, words: str, line: int, near: Span) -> int:
        found = self._marked(self.lines.find(words, line, near=near), "time")
        if found is None:
            raise ValueError(f"the time {words!r} has no mark on exactly these words")
        return found

    def _arguments(self, row: _Row) -> list[Argument]:
        try:
            trigger = self._marked(self._trigger(row), "event")
            if trigger is None:
                raise ValueError("no event mention has exactly these words")
        except ValueError as error:
            self._fault(row.line, f"event {row.fields[0]!r}: {error}")
            return []
        found = []
        for field in row.fields[1:]:
            name, _, words = field.partition(" ")
            try:
                role: ArgumentRole = _one_of([name], ARGUMENT_ROLES, None)
                found.append(Argument(trigger, role, self._filler(words.strip(), row.text_line, trigger)))
            except ValueError as error:
                self._fault(row.line, f"event {row.fields[0]!r}: {field!r}: {error}")
        return found

    def _trigger(self, row: _Row) -> Span:
        """The words of the trigger; of several in one line, the only one that is marked as an event mention."""
        try:
            return self.lines.find(row.fields[0], row.text_line)
        except NotFoundError:
            line = self.lines.spans[row.text_line]
            marked = [m.span for m in self.mentions if m.kind == "event" and line.contains(m.span)]
            same = [span for span in marked if span.of(self.text) == row.fields[0]]
            if len(same) == 1:
                return same[0]
            raise

    def _filler(self, words: str, line: int, trigger: int) -> int:
        near = self.mentions[trigger].span
        keyed = [at for at, m in enumerate(self.mentions) if m.kind == "entity" and m.key == words]
        reach = self.lines.spans[self.lines.of(near.start)].end
        before = [at for at in keyed if self.mentions[at].span.start < reach] or keyed
        if before:
            return min(before, key=lambda at: abs(self.mentions[at].span.start - near.start))
        span = self.lines.find(words, line, near=near)
        found = [at for at, m in enumerate(self.mentions) if m.span == span and m.kind != "event"]
        if not found:
            raise ValueError("no mention has exactly these words")
        return found[0]

    def _lineage(self, row: _Row) -> MarkedLineage | None:
        try:
            if len(row.fields) != LINEAGE_FIELDS:
                raise ValueError('>lineage KIND | =key or "name as printed" | WORDS')
            kind, source, words = row.fields
            if kind not in LINEAGE:
                raise ValueError(f"no kind of lineage: {kind} ({', '.join(LINEAGE)})")
            span = self.lines.find(words, row.text_line)
            key = source[1:] if source.startswith("=") else None
            return MarkedLineage(kind, key, source.strip('"'), span)
        except ValueError as error:
            self._fault(row.line, f"lineage: {error}")
            return None


def _one_of(words: list[str], allowed: tuple[W, ...], default: W | None) -> W:
    found = [word for word in allowed if word in words]
    if len(found) > 1:
        raise ValueError(f"{' and '.join(found)} cannot both be")
    chosen = found[0] if found else default
    if chosen is None:
        raise ValueError(f"{' '.join(words)!r} is none of {', '.join(allowed)}")
    return chosen


def _answered(entry: str, stance: Stance) -> Answered:
    where, colon, named = entry.partition(":")
    towards = _one_of([named], STANCES, None) if colon else stance
    path, equals, answer = where.partition("=")
    event, _, facet = path.partition(".")
    if bool(facet) != bool(equals and answer):
        raise ValueError(f"{entry!r} is neither EVENT nor EVENT.FACET=ANSWER")
    return Answered(event, facet or None, answer or None, towards)
