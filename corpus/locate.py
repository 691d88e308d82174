"""Finding the words that a row quotes: in the line above it, then in the lines before."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from corroborate.model.span import Span

# Typed and printed forms of one character; each stands for one, so that offsets stay.
LIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
GAP = re.compile(r"\s+(?:…|\.\.\.)\s+")
NTH = re.compile(r"(.*\S)#(\d+)")
LINES_BACK = 400


class NotFoundError(ValueError):
    """Words that do not stand in the text where they should, or stand there more than once."""


class Lines:
    """An article's text by lines, for looking words up. `text` is the article; the lines are parted by newlines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain = text.translate(LIKE)
        self.spans: list[Span] = []
        start = 0
        for line in text.split("\n"):
            self.spans.append(Span(start, start + len(line)))
            start += len(line) + 1

    def of(self, offset: int) -> int:
        """The number of the line that the offset stands in."""
        return bisect_right([span.start for span in self.spans], offset) - 1

    def find(self, words: str, line: int, near: Span | None = None) -> Span:
        """Where the words stand: in the line or the nearest before it.

        Where they stand there more than once, the one inside or nearest to `near` is meant, or the one that
        `words#2` counts. Raises NotFoundError where they stand nowhere, or where it is not clear which is meant.
        """
        pieces = GAP.split(words.strip())
        if len(pieces) > 1:
            return self._stretch(pieces, line)
        nth = NTH.fullmatch(words.strip())
        wanted = nth[1] if nth else words.strip()
        for at in range(line, max(line - LINES_BACK, -1), -1):
            found = list(self._in_line(wanted, at))
            if nth and len(found) >= int(nth[2]) > 0:
                return found[int(nth[2]) - 1]
            if nth or not found:
                continue
            if len(found) == 1:
                return found[0]
            if near is None:
                raise NotFoundError(f"{wanted!r} stands {len(found)} times in its line: say which ({wanted}#2)")
            return min(found, key=lambda span: (_distance(span, near), span))
        raise NotFoundError(f"{words!r} does not stand in the line above or before it")

    def _stretch(self, pieces: list[str], line: int) -> Span:
        if len(pieces) > 2:
            raise NotFoundError("more than one gap: give the first words and the last")
        first, last = pieces
        for at in range(line, max(line - LINES_BACK, -1), -1):
            try:
                start = self._one(first, at)
            except NotFoundError:
                continue
            for later in range(at, line + 1):
                ends = [span for span in self._in_line(NTH.sub(r"\1", last), later) if span.start >= start.end]
                nth = NTH.fullmatch(last)
                if nth:
                    ends = list(self._in_line(nth[1], later))[int(nth[2]) - 1 :]
                if ends:
                    return Span(start.start, ends[0].end)
            raise NotFoundError(f"{last!r} does not stand after {first!r}")
        raise NotFoundError(f"{first!r} does not stand in the line above or before it, or more than once")

    def _one(self, words: str, at: int) -> Span:
        nth = NTH.fullmatch(words)
        found = list(self._in_line(nth[1] if nth else words, at))
        if nth and len(found) >= int(nth[2]) > 0:
            return found[int(nth[2]) - 1]
        if nth or len(found) != 1:
            raise NotFoundError(f"{words!r} stands {len(found)} times in the line")
        return found[0]

    def _in_line(self, words: str, at: int) -> Iterator[Span]:
        span = self.spans[at]
        wanted = words.translate(LIKE)
        if not wanted:
            return
        before = r"(?<!\w)" if wanted[0].isalnum() else ""
        after = r"(?!\w)" if wanted[-1].isalnum() else ""
        pattern = re.compile(before + re.escape(wanted) + after)
        for match in pattern.finditer(self._plain, span.start, span.end):
            yield Span(match.start(), match.end())


def _distance(span: Span, near: Span) -> int:
    if near.contains(span):
        return 0
    return max(near.start - span.end, span.start - near.end, 0) + 1
