"""The blocks of a text: its paragraphs, headings and lines, with their spans."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from corroborate.model.span import Span

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
FIRST_WORD = re.compile(r"\s*(\S+)")
SPACES = re.compile(r"\s+")
INVISIBLE = " \t\u00a0\u200b\u200e\u200f\ufeff\u2060"
# Nothing that is no article is longer; what is longer is only looked at from both ends.
HEAD = 900
TAIL = 240
# Characters that count as one word at least: Chinese and Japanese set no spaces.
LONG_WORD = 16
# Mail programs and wire services wrap between 60 and 80 columns; narrower or wider lines are paragraphs.
WRAP_NARROWEST, WRAP_WIDEST = 50, 100
# Share of lines beyond that in a wrapped text: notices that were pasted in.
MOST_TOO_WIDE = 0.2
# The word that did not fit.
LONGEST_WORD = 40
# Share of full lines from which a text counts as wrapped by hand.
WRAPPED_SHARE = 0.4
# The end of a sentence, with the agency in brackets that may stand behind it.
ENDING = re.compile(r"[.!?:;…][\"'”’»)\]]*(?: ?\([^()]{1,40}\))?$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line. `group` counts the stretches between empty lines, of `group_size` lines.

    `head` is its beginning and `tail` its end with spaces folded: for a block of ordinary length both hold all of it.
    """

    span: Span
    group: int
    group_size: int
    head: str
    tail: str
    words: int

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(ENDING.search(self.tail))


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text` in order. Lines wrapped by hand are joined to paragraphs."""
    lines = _lines(text)
    width = _wrap_width(lines, text)
    blocks: list[list[tuple[Span, int]]] = []
    for line in lines:
        if blocks and width and _continues(blocks[-1][-1], line, text, width):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    sizes = Counter(parts[0][1] for parts in blocks)
    return tuple(
        _block(Span(parts[0][0].start, parts[-1][0].end), parts[0][1], sizes[parts[0][1]], text) for parts in blocks
    )


def folded(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends."""
    return SPACES.sub(" ", text).strip()


def _lines(text: str) -> list[tuple[Span, int]]:
    """The non-empty lines without white space at their ends, each with the number of its group."""
    found: list[tuple[Span, int]] = []
    group, last = 0, 0
    for match in LINE.finditer(text):
        start, end = match.start(), match.end()
        while start < end and (text[start].isspace() or text[start] in INVISIBLE):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
            end -= 1
        if start == end:
            continue
        between = text[last : match.start()].replace("\r\n", "\n")
        group += bool(found) and len(between.strip(INVISIBLE)) > 1
        found.append((Span(start, end), group))
        last = match.end()
    return found


def _wrap_width(lines: list[tuple[Span, int]], text: str) -> int:
    """The column at which the text is wrapped by hand, 0 where it is not."""
    grouped = [a for (a, group), (_, following) in pairwise(lines) if group == following]
    inner = [span for span in grouped if span.end - span.start <= WRAP_WIDEST]
    widest = max((span.end - span.start for span in inner), default=0)
    if widest < WRAP_NARROWEST or len(grouped) - len(inner) > MOST_TOO_WIDE * len(grouped):
        return 0
    full = [span for span in inner if span.end - span.start >= 0.75 * widest and not ENDING.search(span.of(text))]
    return widest if len(full) >= WRAPPED_SHARE * len(inner) and len(full) > 2 else 0


def _continues(before: tuple[Span, int], line: tuple[Span, int], text: str, width: int) -> bool:
    """Whether `line` goes on where `before` was broken for want of room."""
    word = FIRST_WORD.match(text, line[0].start, line[0].end)
    room = before[0].end - before[0].start + 1 + (len(word[1]) if word else 0)
    return before[1] == line[1] and width - 4 < room <= width + LONGEST_WORD


def _block(span: Span, group: int, group_size: int, text: str) -> Block:
    whole = span.end - span.start <= 2 * HEAD
    head = folded(span.of(text) if whole else text[span.start : span.start + HEAD])
    tail = head if whole else folded(text[span.end - TAIL : span.end])
    words = max(len(head.split()), len(head) // LONG_WORD) if whole else (span.end - span.start) // 6
    return Block(span, group, group_size, head, tail, words)
