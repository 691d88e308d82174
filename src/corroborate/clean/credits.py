"""Agencies and outlets that a page names as the origin of its words."""

import re
from collections.abc import Iterator
from typing import Literal

from corroborate.clean.knowledge import CleanKnowledge
from corroborate.model.document import Credit
from corroborate.model.span import Span

LINK = re.compile(r"(?:https?://(?:www\.)?|(?<![\w@.])www\.)(?P<host>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
SOURCE_WORDS = re.compile(
    r"\W*(?:source|original|first published|republished|reprinted|forwarded|reposted|via|from|"
    r"this (?:article|story|report|post))\b",
    re.IGNORECASE,
)
# Behind these stand reporters as well as agencies.
PEOPLE_WORDS = re.compile(
    r"\W*(?:From|By) (?=[A-Z])"
    r"|\W*(?:(?:with|additional|further|extra) )?(?:reporting|writing|editing|compiled|edited|written|translated)\b"
    r"|\W*contributing\b|.{2,120} contributed ",
    re.IGNORECASE,
)
# What stands around the names in a line of credit.
LEAD = re.compile(
    r"\W*(?:(?:with|additional|further|extra|reporting|writing|editing|material|inputs?|files?|contributions?|contributed|"
    r"compiled|edited|written|translated|source|originally|original|first|published|posted|appeared|republished|"
    r"reprinted|forwarded|reposted|produced|provided|supplied|this|article|story|report|piece|was|is|has|been|"
    r"also|in|on|at|by|from|via|(?-i:the)|parts?|of|our|"
    r"(?:\w+ )?(?:staff|desk|bureau|newsroom|reporters?|correspondents?)|here|and)\b[\s:]*)+",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[A-Z0-9][\w'’.&/-]*(?: (?:of |the |and the )?[A-Z][\w'’.&/-]*)*|(?:news |wire )?agenc(?:y|ies)|wires", re.UNICODE
)
BREAK = re.compile(r"\s*(?:,| and | & |;|/| with | \+ |\bin\b)\s*")
TRAILING = re.compile(
    r"(?:(?<=[.!?\"”])|(?<=[.!?][\"”]))\s*"
    r"(?:[(\[](?P<source>(?:with|via|sources?:?|from) )?(?P<bracket>[A-Za-z][\w .&/-]{1,40})\.?[)\]]"
    r"|[-–—]{1,2} ?(?P<dash>[A-Z][\w .&/-]{1,40}))\s*$",
    re.IGNORECASE,
)
UNNAMED = re.compile(r"(?:news |wire )?(?:agencies|wires)", re.IGNORECASE)
CONTRIBUTED = re.compile(r"^(?P<names>.{2,120}?) (?:also )?contributed (?:to|reporting)", re.DOTALL)
AGENCY_BYLINE = re.compile(r"\W*(?:by|from)?:? ?", re.IGNORECASE)
# "Reporting by Jane Doe in Omrin", "by the Omrin bureau": where reporters sit.
PLACED_BEFORE = re.compile(r"\b(?:in|at|from)\s+$")
DESK_BEHIND = re.compile(r"(?:['’]s)?\s+(?:bureaux?|bureaus|newsrooms?|desk|office|team|staff)\b")
DAY_OR_MONTH = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*|\d+)\b"
)
# Tail of a block in which a credit in brackets can stand.
TAIL = 60


def credit_line(text: str, line: Span, knowledge: CleanKnowledge) -> Credit | None:
    """The credit that a line of furniture gives; None where it names no agency and no outlet."""
    words = line.of(text)
    links = tuple((match["host"], _at(match, line.start)) for match in LINK.finditer(words))
    if links and SOURCE_WORDS.match(words):
        return Credit(line.start, line.end, "source-link", links)
    people = PEOPLE_WORDS.match(words) is not None
    named = tuple(_names(text, line))
    names = tuple(
        (name, span)
        for name, span in named
        if not DAY_OR_MONTH.match(name) and not (people and _is_person_or_place(name, span, text, knowledge))
    )
    return Credit(line.start, line.end, "credit", names) if names else None


def _is_person_or_place(name: str, span: Span, text: str, knowledge: CleanKnowledge) -> bool:
    """Whether a name behind "reporting by" is a reporter's or where one sits, and none of an outlet."""
    words = name.split()
    if name in knowledge.agencies or knowledge.media_words.intersection(words):
        return False
    placed = PLACED_BEFORE.search(text[max(0, span.start - 8) : span.start])
    return bool(len(words) > 1 or placed or DESK_BEHIND.match(text, span.end))


def trailing_credit(text: str, block: Span, knowledge: CleanKnowledge) -> Credit | None:
    """The "(AP)" or "- AP" behind the last sentence of a paragraph, where it names a known agency."""
    start = max(block.start, block.end - TAIL)
    match = TRAILING.search(text[start : block.end])
    if match is None:
        return None
    group = "bracket" if match["bracket"] else "dash"
    names = tuple(
        (name, Span(start + match.start(group) + at, start + match.start(group) + at + len(name)))
        for name, at in _split(match[group])
    )
    known = all(name in knowledge.agencies or UNNAMED.fullmatch(name) for name, _ in names)
    if not names or not (known or match["source"]):
        return None
    end = start + match.end(group) + (group == "bracket")
    opening = start + match.start(group) - 1
    return Credit(opening if group == "bracket" else start + match.start(group), end, "credit", names)


def agency_line(text: str, line: Span, agencies: frozenset[str], kind: Literal["byline", "credit"]) -> Credit | None:
    """The credit of a line that names only `agencies` ("By Associated Press", "- Reuters")."""
    words = line.of(text)
    lead = AGENCY_BYLINE.match(words)
    at = lead.end() if lead else 0
    parts = [(name, at + offset) for name, offset in _split(words[at:])]
    if not parts or not all(name in agencies for name, _ in parts):
        return None
    names = tuple((name, Span(line.start + offset, line.start + offset + len(name))) for name, offset in parts)
    return Credit(names[0][1].start, names[-1][1].end, kind, names)


def _names(text: str, line: Span) -> Iterator[tuple[str, Span]]:
    words = line.of(text)
    contributed = CONTRIBUTED.match(words)
    lead = None if contributed else LEAD.match(words)
    start, end = (0, contributed.end("names")) if contributed else (lead.end() if lead else 0, len(words))
    for piece, at in _split(words[start:end]):
        match = NAME.search(piece, _after_lead(piece))
        if match:
            begin = line.start + start + at + match.start()
            yield match[0].rstrip("."), Span(begin, begin + len(match[0].rstrip(".")))


def _after_lead(piece: str) -> int:
    """Where the name begins in a piece such as "Editing by Sam Holt"."""
    lead = LEAD.match(piece)
    return lead.end() if lead and lead.end() < len(piece) else 0


def _split(words: str) -> Iterator[tuple[str, int]]:
    """The pieces of an enumeration, each with its offset."""
    at = 0
    for match in [*BREAK.finditer(words), None]:
        end = match.start() if match else len(words)
        piece = words[at:end]
        stripped = piece.strip(" .()[]–—-\n\r\t\u00a0")
        if stripped:
            yield stripped, at + piece.index(stripped)
        at = match.end() if match else at


def _at(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start("host"), offset + match.end("host"))
