"""The headline of a page and the headings inside the article."""

import re
from collections.abc import Sequence

from corroborate.clean.blocks import Block
from corroborate.clean.published import stamp_rank
from corroborate.model.span import Span

WORD = re.compile(r"\w+")
# Of 1,000 headlines few have more than 22 words or 150 characters; leads have.
MOST_WORDS, MOST_CHARACTERS = 22, 150
# "Breaking News", "Middle East": fewer words name a section.
FEWEST_WORDS = 3
SUBHEAD_WORDS = 12
TITLE_CASE_SHARE = 0.85
# Markdown's marks, and what letters and forums write before a title.
MARKDOWN = re.compile(r"#{1,6}\s+|\*\*(?=\S)|(?i:(?:subject|thread|topic|title|headline) ?: ?)(?=\S)")
# "OSK: Yes. The boat ..." in a transcript.
SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]+(?: \([^()]{1,40}\))?: ")
# A masthead is a name; it has no more words, and the small ones alone are not capitals.
NAME_WORDS = 6
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "&", "from"})
# Long words that a headline has in common with the first paragraphs, and how many of these are looked at.
SHARED, PARAGRAPHS, LONG = 2, 2, 5
ENDS_SENTENCE = re.compile(r"[.;,:…-]['\"”’)\]]*$")
STARTS_LOWER = re.compile(r"[a-z(\[\"“•*·-]")


def find_headline(
    blocks: tuple[Block, ...],
    kinds: Sequence[str | None],
    first: int,
    telling: Sequence[bool],
    *,
    title: str | None,
    given: Span | None,
) -> int | None:
    """The index of the headline: where the page sets it, else where the title stands, else the first that reads so."""
    if given is not None:
        found = next((i for i, block in enumerate(blocks) if given.contains(block.span)), None)
        if found is not None:
            return found
    wanted = _key(title or "")
    if wanted:
        found = next((i for i, block in enumerate(blocks) if _key(block.head) == wanted), None)
        if found is not None:
            return found
    above = range(min(first + 1, len(blocks)))
    candidates = [i for i in above if kinds[i] is None and _reads_as_headline(blocks[i])]
    if not candidates or telling[candidates[0]] or not is_name(blocks[candidates[0]]):
        return candidates[0] if candidates else None
    told = {word for block in blocks[first : first + PARAGRAPHS] for word in _long(block)}
    fitting = (i for i in candidates[1:] if telling[i] or len(told & set(_long(blocks[i]))) >= SHARED)
    return next(fitting, candidates[0])  # what stands above may be the masthead


def is_name(block: Block) -> bool:
    """Whether a line is written as a name is: a few words in capitals, without full stop."""
    words = [word for word in block.head.split() if word.lower() not in SMALL]
    short = not block.closed and ":" not in block.head and 0 < len(words) <= NAME_WORDS
    return short and all(not word[0].islower() for word in words)


def _long(block: Block) -> list[str]:
    return [word for word in _key(block.head) if len(word) >= LONG and word.isalpha()]


def find_subheads(
    blocks: tuple[Block, ...], kinds: Sequence[str | None], headline: int | None, first: int, last: int
) -> tuple[Span, ...]:
    """The headings between paragraphs of the article."""
    return tuple(
        without_marks(block)
        for i, block in enumerate(blocks)
        if first < i < last and i != headline and kinds[i] is None and _reads_as_subhead(block, blocks[i + 1])
    )


def without_marks(block: Block) -> Span:
    """The span of a heading's words, without Markdown's marks."""
    match = MARKDOWN.match(block.head)
    return Span(block.span.start + match.end(), block.span.end) if match else block.span


def _reads_as_headline(block: Block) -> bool:
    text = MARKDOWN.sub("", block.head)
    if stamp_rank(block):
        return False
    fits = FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and len(text) <= MOST_CHARACTERS
    return fits and (not ENDS_SENTENCE.search(text) or (text.endswith(".") and _is_title_case(text)))


def _is_title_case(text: str) -> bool:
    """Whether nearly all longer words begin with capitals, as in "Jets Hit Village Market."."""
    long = [word for word in text.split() if len(word) > 3]
    return len(long) > 3 and sum(not word[0].islower() for word in long) >= TITLE_CASE_SHARE * len(long)


def _reads_as_subhead(block: Block, after: Block) -> bool:
    text = MARKDOWN.sub("", block.head)
    short = len(text.split()) <= SUBHEAD_WORDS and not re.search(r"[.!;,:…][\"'”’)\]]*$", text)
    return short and not SPEAKER.match(text) and not STARTS_LOWER.match(text) and after.words > len(text.split())


def _key(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))
