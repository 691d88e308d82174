"""A stretch of a document's text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code-point offsets into a document's text, half open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def overlap(self, other: "Span") -> float:
        """Code points in both, as a share of those in either (0..1)."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / max(1, max(self.end, other.end) - min(self.start, other.start))


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`; ValueError when there are none."""
    found = tuple(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))


def trimmed(span: Span, text: str, characters: str = " \t\r\n\u00a0") -> Span:
    """`span` without the given characters at its ends; empty at its start where nothing else is there."""
    start, end = span.start, span.end
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end)
