"""Marks inside a line: `[words|key]` and `{part|words}`, nested, taken out of the text."""

import re
from dataclasses import dataclass

from corroborate.model.span import Span

PARTS = ("headline", "subhead", "byline", "dateline")
FURNITURE = (
    "appeal", "navigation", "promotion", "advertisement", "comments", "about", "caption", "pull-quote", "credit",
    "counter", "other",
)  # fmt: skip
OPEN_PART = re.compile(r"\{([a-z-]+)\|")
CLOSE_MENTION = re.compile(r"\|([^\[\]{}|]+)\]")
ESCAPED = frozenset("[]{}|\\>")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A marked stretch: `key` is a part's or furniture's kind, or what stands after the bar of a mention."""

    span: Span
    key: str
    is_part: bool = False


class MarkError(ValueError):
    """A mark that does not close, does not open, or has no key."""


def unmarked(line: str, offset: int) -> tuple[str, tuple[Mark, ...]]:
    """The line's words and its marks, with spans from `offset` on. Raises MarkError.

    >>> unmarked("[The [Kestrian|kestria] army|army] said", 0)[0]
    'The Kestrian army said'
    """
    out: list[str] = []
    found: list[Mark] = []
    stack: list[tuple[str, int]] = []
    at = length = 0
    while at < len(line):
        char = line[at]
        part = OPEN_PART.match(line, at) if char == "{" else None
        if char == "\\" and line[at + 1 : at + 2] in ESCAPED and at + 1 < len(line):
            out.append(line[at + 1])
            length += 1
            at += 2
        elif char == "[":
            stack.append(("", length))
            at += 1
        elif part is not None:
            if part[1] not in PARTS and part[1] not in FURNITURE:
                raise MarkError(f"{part[1]!r} is no part of a page")
            stack.append((part[1], length))
            at = part.end()
        elif char == "]" or (char == "|" and stack and not stack[-1][0]):
            key = CLOSE_MENTION.match(line, at)
            if key is None or not stack or stack[-1][0]:
                where = line[max(at - 25, 0) : at + 15]
                raise MarkError(
                    f"a {char!r} that closes no mark, at {where!r}; a plain one is written with a backslash"
                )
            start = stack.pop()[1]
            found.append(_mark(start + offset, length + offset, key[1].strip(), part=False))
            at = key.end()
        elif char == "}":
            if not stack or not stack[-1][0]:
                raise MarkError("a '}' that closes no part; a plain one is written with a backslash")
            kind, start = stack.pop()
            found.append(_mark(start + offset, length + offset, kind, part=True))
            at += 1
        elif char == "{":
            raise MarkError("a '{' that opens no part; a plain one is written with a backslash")
        else:
            out.append(char)
            length += 1
            at += 1
    if stack:
        raise MarkError(f"a mark that does not close, opened before {''.join(out)[stack[-1][1] :][:30]!r}")
    return "".join(out), tuple(sorted(found))


def _mark(start: int, end: int, key: str, *, part: bool) -> Mark:
    if start == end:
        raise MarkError(f"a mark without words: {key!r}")
    return Mark(Span(start, end), key, part)
