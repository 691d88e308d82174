"""One document laid out for the grammar: its tokens, which sentence each stands in, and what tables say of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.model.document import Document
from corroborate.model.reading import Sentence
from corroborate.model.span import Span
from corroborate.reading.lexicon import Lexicon
from corroborate.reading.sentences import find_sentences
from corroborate.reading.tokens import Token, tokenise

# Share of capital words from which a line is set in title case, where capitals tell nothing.
TITLE_CASE = 0.6
# Inside an article a short sentence can be mostly names; one in title case is a headline that was not set apart.
TITLE_CASE_INSIDE = 0.9
OPENING, CLOSING = '“‘"«„', '”’"»“'


@dataclass(frozen=True, slots=True)
class Sheet:
    """Tokens of all sentences in page order; sentence `n` holds tokens `bounds[n][0]` up to `bounds[n][1]`."""

    document: Document
    lexicon: Lexicon
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    bounds: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    title_case: tuple[bool, ...]
    semicolons: tuple[int, ...]
    time_tokens: frozenset[int] = frozenset()

    def opens(self, index: int) -> bool:
        """Whether a token is the first of its sentence."""
        at = bisect_left(self.bounds, (index, 0))
        return at < len(self.bounds) and self.bounds[at][0] == index

    @property
    def text(self) -> str:
        return self.document.text

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)

    def between(self, span: Span) -> range:
        """Indexes of the tokens inside a stretch of text."""
        return range(self.token_at(span.start), self.token_at(span.end))

    def span(self, first: int, end: int) -> Span:
        """The stretch from token `first` up to, without, token `end`."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or of the last one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def words(self, first: int, end: int) -> tuple[str, ...]:
        return tuple(token.lower for token in self.tokens[first:end])

    def is_function(self, index: int, *classes: str) -> bool:
        return self.lexicon.is_function_word(self.tokens[index].lower, *classes)


def lay_out(document: Document, lexicon: Lexicon) -> Sheet:
    """The sheet of a document; time and memory grow with its length."""
    sentences = find_sentences(document, lexicon.abbreviations)
    tokens: list[Token] = []
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        first = len(tokens)
        tokens.extend(tokenise(document.text, sentence.span))
        bounds.append((first, len(tokens)))
    kept = tuple(tokens)
    return Sheet(
        document,
        lexicon,
        sentences,
        kept,
        tuple(bounds),
        tuple(token.start for token in kept),
        tuple(
            _is_title_case(
                kept[first:end], TITLE_CASE if sentence.part in ("headline", "subhead") else TITLE_CASE_INSIDE
            )
            for sentence, (first, end) in zip(sentences, bounds, strict=True)
        ),
        tuple(index for index, token in enumerate(kept) if token.text == ";"),
    )


def with_times(sheet: Sheet, spans: Sequence[Span]) -> Sheet:
    """The sheet with the tokens of time expressions marked: they are part of no name."""
    return replace(sheet, time_tokens=frozenset(index for span in spans for index in sheet.between(span)))


def _is_title_case(tokens: tuple[Token, ...], share: float) -> bool:
    words = [token for token in tokens if token.word and len(token.text) > 3 and not token.number]
    return len(words) > 2 and sum(token.text[0].isupper() for token in words) >= share * len(words)


def quoted_stretches(sheet: Sheet, paragraph: Span) -> Iterator[Span]:
    """What stands between quotation marks in a paragraph, marks included; an unclosed one ends with it.

    Curly and straight double marks open and close in turn; single marks only where they cannot be apostrophes.
    """
    text, start = sheet.text, None
    for offset in range(paragraph.start, paragraph.end):
        sign = text[offset]
        if start is None and sign in '“"«„':
            start = offset
        elif start is not None and sign in '”"»':
            yield Span(start, offset + 1)
            start = None
    if start is not None:
        yield Span(start, paragraph.end)
