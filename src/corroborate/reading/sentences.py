"""Sentences: the article's blocks cut where one ends, each with its place on the page."""

import re
from collections.abc import Iterator

from corroborate.model.document import Document
from corroborate.model.reading import Part, Sentence
from corroborate.model.span import Span, trimmed

# A stop, its closing quotes and brackets, white space, and what a sentence can begin with.
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[^\W_a-zß-öø-ÿ])")
_LAST_WORD = re.compile(r"([^\s(\[\"“‘']+)$")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
# Hard-wrapped text: lines of 50-100 characters in a row. News pages set whole paragraphs on one line.
_WRAP_SHORTEST, _WRAP_LONGEST = 50, 100


def find_sentences(document: Document, abbreviations: frozenset[str]) -> tuple[Sentence, ...]:
    """The sentences of the headline, the body, captions and pull quotes, in page order; furniture has none."""
    return tuple(
        Sentence(span, part, paragraph)
        for paragraph, (block, part) in enumerate(_blocks(document))
        for span in _split(document.text, block, abbreviations)
    )


def _split(text: str, block: Span, abbreviations: frozenset[str]) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if not _is_abbreviation(text[max(block.start, match.start() - 24) : match.start() + 1], abbreviations):
            yield trimmed(Span(start, match.end()), text)
            start = match.end()
    rest = trimmed(Span(start, block.end), text)
    if rest.start < rest.end:
        yield rest


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    if not before.endswith("."):
        return False
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last.group()
    initial = len(word) == 2 and word[0].isupper()
    return initial or word.lower() in abbreviations


def _blocks(document: Document) -> Iterator[tuple[Span, Part]]:
    """The stretches between furniture and line ends, with the part of the page that each is."""
    marked = dict(_evidence_parts(document))
    for span in _gaps(document):
        for block in _paragraphs(document.text, span):
            yield from _without_dateline(document, block)
        yield from ((evidence, part) for evidence, part in marked.items() if evidence.start == span.end)


def _evidence_parts(document: Document) -> Iterator[tuple[Span, Part]]:
    for item in document.furniture:
        if item.kind == "caption":
            yield Span(item.start, item.end), "caption"
        elif item.kind == "pull-quote":
            yield Span(item.start, item.end), "pull-quote"


def _gaps(document: Document) -> Iterator[Span]:
    start = 0
    for item in sorted(document.furniture, key=lambda item: item.start):
        yield Span(start, max(start, item.start))
        start = max(start, item.end)
    yield Span(start, len(document.text))


def _without_dateline(document: Document, block: Span) -> Iterator[tuple[Span, Part]]:
    """A block, its dateline ("OSK BERIN (Palisade) -") apart: it names a place and an agency and claims nothing."""
    line = document.dateline
    if line is None or not (block.start <= line.start and line.end < block.end):
        yield block, _part(document, block)
        return
    yield trimmed(Span(line.start, line.end), document.text), "dateline"
    rest = trimmed(Span(line.end, block.end), document.text, " \t\r\n\u00a0-–—:")
    yield rest, _part(document, rest)


def _part(document: Document, block: Span) -> Part:
    if document.headline is not None and document.headline.overlaps(block):
        return "headline"
    if any(subhead.overlaps(block) for subhead in document.subheads):
        return "subhead"
    return "body"


def _paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Lines, hard-wrapped ones joined, without the white space around them."""
    lines = [trimmed(Span(*match.span()), text) for match in _LINE.finditer(text, within.start, within.end)]
    group: list[Span] = []
    for line in lines:
        if group and not _wraps(text, group[-1], line):
            yield Span(group[0].start, group[-1].end)
            group = []
        if line.start < line.end:
            group.append(line)
    if group:
        yield Span(group[0].start, group[-1].end)


def _wraps(text: str, line: Span, following: Span) -> bool:
    """Whether `line` runs on in `following`: full but not finished, with no empty line between."""
    if following.start >= following.end or not _WRAP_SHORTEST <= line.end - line.start <= _WRAP_LONGEST:
        return False
    ends = text[line.end - 1] in '.!?…:"”’)'
    runs_on = text[following.start].islower() or (not ends and following.end - following.start <= _WRAP_LONGEST)
    return runs_on and text.count("\n", line.end, following.start) <= 1
