"""One article, page, post or statement as it was read."""

from dataclasses import dataclass
from typing import Literal

from corroborate.model.interval import Interval
from corroborate.model.span import Span

FurnitureKind = Literal[
    "appeal", "navigation", "promotion", "advertisement", "comments", "about", "caption", "pull-quote", "credit",
    "counter", "other",
]  # fmt: skip
LineageKind = Literal["republishes", "credits", "quotes", "shares-text"]
PublishedBasis = Literal["given", "text", "inferred", "unknown"]

# Furniture that is outside the article body but is evidence all the same (the contract's rule).
EVIDENCE_FURNITURE = frozenset({"caption", "credit", "pull-quote"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published the page that was read."""

    name: str
    domain: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text: a front matter, a sidecar, an HTML head. None = not given."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes turned into text: what ingest hands to clean.

    `text` is the text as read (offsets of everything later refer to it); `given` is metadata stated by the user
    or the file; `found` the same fields as an HTML head states them. `left_out` marks stretches of `text` that
    the page extractor does not count as the article (HTML only); `headline` its headline block and `captions`
    its picture captions, where set apart.
    """

    name: str
    text: str
    given: Metadata
    found: Metadata = Metadata()
    left_out: tuple[Span, ...] = ()
    headline: Span | None = None
    captions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on the page but is not the article."""

    start: int
    end: int
    kind: FurnitureKind
    text: str | None = None


@dataclass(frozen=True, slots=True)
class LineageSource:
    """Whose words: an actor, a document, or a bare name."""

    name: str
    actor: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class LineageEntry:
    """Where some of a document's words came from.

    `copied` says whether words that another document has too came from it or went to it, `reason` what shows it.
    """

    kind: LineageKind
    source: LineageSource
    start: int | None = None
    end: int | None = None
    share: float | None = None
    copied: Literal["from", "to"] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that the page names as the origin of its words.

    `kind`: `dateline` ("(Reuters) -"), `credit` ("With reporting by AP and AFP", "TRTWorld and agencies"),
    `source-link` ("Source Article from http://...": the host is the name), `byline` ("Associated Press" as author).
    `names` as printed, each with its own span.
    """

    start: int
    end: int
    kind: Literal["dateline", "credit", "source-link", "byline"]
    names: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that opens agency copy: its whole span, the place name's span, the printed date's span."""

    start: int
    end: int
    place: Span | None
    date: Span | None


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article: the contract's document, and what the next stages need of its page.

    `lineage` stays empty until the cross-document half fills it. `headline`, `dateline` and `credits` are
    spans in `text`; they are left out of exports where nothing was found.
    """

    id: str
    name: str
    url: str | None
    outlet: Outlet | None
    title: str | None
    byline: str | None
    published: str | None
    published_basis: PublishedBasis
    language: str | None
    text: str
    furniture: tuple[Furniture, ...]
    lineage: tuple[LineageEntry, ...] = ()
    published_interval: Interval | None = None
    headline: Span | None = None
    subheads: tuple[Span, ...] = ()
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
