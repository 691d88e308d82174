"""Dates, counts, speakers and ways in words, the same in every report."""

import calendar
import datetime
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from corroborate.model.document import Document
from corroborate.model.interval import Interval
from corroborate.model.judgement import Judgement
from corroborate.model.ledger import Claim, Link

# Roles between the first speaker and the page that a reader wants to know of.
CARRIERS = ("agency", "outlet", "republisher")
# Mentions that stand for a record in a judgement's line.
_MENTIONS_SHOWN = 3
# Embeddings, overrides and isolates: U+202A to U+202E, U+2066 to U+2069.
BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """The number with its noun: "1 line", "2 lines", "1,204 people".

    >>> counted(2, "aggregate")
    '2 aggregates'
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str], limit: int, separator: str = " · ") -> str:
    """The words in one line, with the number of those that are left out."""
    shown = separator.join(words[:limit])
    return shown if len(words) <= limit else f"{shown}{separator}{len(words) - limit} more"


def day_in_words(interval: Interval | None) -> str:
    """An interval as a reader says it: a day, a span of days, a month, "since 2017"; what is unknown said so.

    >>> day_in_words(Interval("2015-09-30", "2015-09-30", 1, "stated", None))
    '30 September 2015'
    """
    if interval is None:
        return "day not known"
    earliest, latest = _date(interval.earliest), _date(interval.latest)
    if earliest and latest:
        return _span(earliest, latest)
    if earliest:
        return f"since {_start(earliest)}"
    if latest:
        return f"until {_day(latest)}"
    return f"day not known ({quoted(interval.text)})" if interval.text else "day not known"


def document_day(document: Document) -> str:
    """When a document was published, and how that is known where it was not given."""
    if document.published:
        day = _date(document.published)
        words = _day(day) if day else document.published
        return words if document.published_basis == "given" else f"{words} ({document.published_basis})"
    if document.published_interval:
        return f"{day_in_words(document.published_interval)} (inferred)"
    return "date not known"


def harmless(text: str) -> str:
    """The text without what would steer a terminal or turn the direction of writing; each such character shows as "�".

    Articles are written by strangers: a headline must not clear the screen or hide words.
    """
    return "".join("�" if _steers(character) else character for character in text)


def quoted(text: str) -> str:
    """The words in typographic quotation marks."""
    return f"“{text}”"


def speaker_of(claim: Claim) -> str:
    """Who says it: the first link of the chain, "the outlet itself" for its own voice, "somebody" where unnamed."""
    first = claim.chain[0]
    if claim.quotation == "own-voice" and unnamed(first):
        return "an outlet that nothing names"
    if claim.quotation == "own-voice":
        return f"{shown_name(first.name)} itself"
    if first.actor is None and claim.claimant.text is None:
        return f"nobody named ({quoted(claim.cue.text)})" if claim.cue else "nobody named"
    return shown_name(first.name)


def way_of(claim: Claim, page: str | None = None) -> str:
    """By what way it came to the page, in short: "a video, via an agency"; the outlet `page` is left out,
    and so is an outlet that speaks for itself.
    """
    links = claim.chain[1:]
    channels = [link.name for link in links if link.role == "channel"]
    carriers = [shown_name(link.name) for link in links if link.role in CARRIERS and not unnamed(link)]
    via = [f"via {carriers[0]}"] if carriers and carriers[0] not in (page, shown_name(claim.chain[0].name)) else []
    return ", ".join(_unique((*channels, *via)))


def chain_in_words(chain: Iterable[Link]) -> str:
    """Every step from the first speaker to the page."""
    return " → ".join(shown_name(link.name) for link in chain)


def unnamed(link: Link) -> bool:
    """Whether a link of a chain stands for somebody whom nothing names."""
    return link.actor is None and link.name.startswith("not named")


def shown_name(name: str) -> str:
    """A name short enough to read: of an address only the host."""
    host = urlsplit(name).hostname if name.startswith(("http://", "https://")) else None
    return host.removeprefix("www.") if host else name


def speakers(claims: Iterable[Claim], limit: int, page: str | None = None) -> str:
    """Each speaker once, in order, with the ways by which what they say was met; `limit` of them are named."""
    ways: dict[str, list[str]] = {}
    for claim in claims:
        way = way_of(claim, page)
        ways.setdefault(speaker_of(claim), []).extend([way] if way else [])
    found = {name: _unique(met) for name, met in ways.items()}
    shared = set(found.values())
    if len(found) > 1 and len(shared) == 1 and any(shared):
        every = "both" if len(found) == 2 else "all"
        return f"{listed(tuple(found), limit)} ({every} {listed(next(iter(shared)), 2, '; ')})"
    return listed([_with_ways(name, met) for name, met in found.items()], limit)


def judgement_in_words(judgement: Judgement) -> str:
    """What a judgement says, by the words that it stands on: "one event: “shelled” = “the attack”"."""
    sides = [_some_words([mention.text for mention in side]) for side in judgement.sides]
    match judgement.kind:
        case "merge":
            return f"one {judgement.record}: {' = '.join(sides)}"
        case "apart":
            return f"{judgement.record}s kept apart: {' ≠ '.join(sides)}"
        case "undo":
            return f"undoes {judgement.undoes}"
        case _:
            pass
    claim = judgement.claim
    what = sides[0] if claim is None else quoted(claim.text)
    if judgement.kind == "reject":
        return f"claim rejected: {what}"
    return f"{judgement.record} {what}: {judgement.field} is {judgement.value or 'not known'}"


def judged_line(judgement: Judgement) -> str:
    """A judgement with who, when and why, as a page about a record shows it."""
    day = _date(judgement.when)
    told = _day(day) if day else judgement.when
    return f"judged by {judgement.by}, {told}: {judgement_in_words(judgement)} — {judgement.why} ({judgement.id})"


def _some_words(texts: Sequence[str]) -> str:
    """The different words of mentions, the longest ones first, three of them."""
    ordered = sorted(set(texts), key=lambda text: (-len(text), text))
    return listed([quoted(text) for text in ordered], _MENTIONS_SHOWN, ", ")


def _steers(character: str) -> bool:
    """Control characters other than line break and tab, and the marks that override the direction of writing."""
    return (unicodedata.category(character) == "Cc" and character not in "\n\t") or character in BIDI_OVERRIDES


def _with_ways(name: str, ways: Sequence[str]) -> str:
    # A speaker such as "an official (to an agency)" already says by what way it came.
    if not ways or name.endswith(")"):
        return name
    return f"{name} ({listed(ways, 2, '; ')})"


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _start(day: datetime.date) -> str:
    """The first of January is how a year is written, the first of a month how a month is."""
    if (day.month, day.day) == (1, 1):
        return f"{day.year}"
    return _day(day)


def _day(day: datetime.date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _span(earliest: datetime.date, latest: datetime.date) -> str:
    last = calendar.monthrange(latest.year, latest.month)[1]
    same_month = (earliest.year, earliest.month) == (latest.year, latest.month)
    if earliest == latest:
        return _day(earliest)
    if same_month and (earliest.day, latest.day) == (1, last):
        return f"{calendar.month_name[earliest.month]} {earliest.year}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return f"{earliest.year}" if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
    if same_month:
        return f"{earliest.day}–{_day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {calendar.month_name[earliest.month]} – {_day(latest)}"
    return f"{_day(earliest)} – {_day(latest)}"
