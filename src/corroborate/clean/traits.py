"""What a block looks like and where it stands, in the words of the table of traits."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corroborate.clean.blocks import Block

QUOTED = re.compile(r"[\"“«][^\"“”«»]*(?:[\"”»]|$)|(?<!\w)[‘'][^‘’']{12,}[’'](?!\w)")
SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
OWN_PLURAL = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
# Words of a block from which it counts as long (a paragraph of reporting), and up to which as short or tiny.
LONG_WORDS, SHORT_WORDS, TINY_WORDS = 38, 30, 4
# The shortest paragraph of reporting that may open or close an article.
BODY_WORDS = 12
# The shortest sentence that may close an article: "The army denied it."
SENTENCE_WORDS = 4
MENU_RUN = 3
HEADING_WORDS = 8
# Blocks below the headline among which the picture of the article stands.
NEAR_HEADLINE = 8
WORD = re.compile(r"\w+")
DIGITS = re.compile(r"[\d\W]+")
SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]* +[A-Z\"“]")
LAST_BLOCKS = 3
# A picture's title, caption and credit are three lines or four; a text without empty lines is one large group.
GROUPED = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the article stands on the page: index of its headline, of its first and of its last paragraph."""

    headline: int | None
    first: int
    last: int
    menus: frozenset[int] = field(default_factory=frozenset)


def unquoted(text: str) -> str:
    """`text` with what stands in quotation marks taken out: who is quoted is not the page."""
    return QUOTED.sub('""', text)


def own_traits(block: Block) -> frozenset[str]:
    """The traits of a block that do not depend on its place."""
    plain = unquoted(block.head)
    tests = {
        "second-person": SECOND_PERSON.search(plain),
        "own-plural": OWN_PLURAL.search(plain),
        "quoting": plain != block.head,
        "long": block.words >= LONG_WORDS,
        "short": block.words <= SHORT_WORDS,
        "tiny": block.words <= TINY_WORDS and not block.closed,
        "bare": not block.closed and block.words <= SHORT_WORDS,
        "question": block.tail.endswith("?") and block.words <= SHORT_WORDS,
    }
    return frozenset(name for name, holds in tests.items() if holds)


def place_traits(number: int, blocks: tuple[Block, ...], layout: Layout, kinds: Sequence[str | None]) -> frozenset[str]:
    """The traits that follow from where a block stands."""
    before = layout.headline if layout.headline is not None else layout.first
    outside = number < before or number > layout.last
    tests = {
        "headline": number == layout.headline,
        "before-headline": number < before,
        "after-body": number > layout.last,
        "outside-body": outside,
        "inside-body": layout.first < number < layout.last,
        "last-blocks": number >= len(blocks) - LAST_BLOCKS,
        "menu-run": number in layout.menus,
        "under-picture": _under_picture(number, blocks, layout, kinds),
    }
    return frozenset(name for name, holds in tests.items() if holds)


def neighbour_traits(
    number: int, blocks: tuple[Block, ...], kinds: Sequence[str | None], heads: Sequence[bool]
) -> frozenset[str]:
    """The traits that a block takes from the furniture beside it; `heads` tells which lines can head others."""
    found = set()
    before = kinds[number - 1] if number else None
    after = kinds[number + 1] if number + 1 < len(kinds) else None
    if before:
        found |= {f"beside:{before}", f"after:{before}"}
        heading = blocks[number - 1]
        if heads[number - 1] and heading.words <= HEADING_WORDS and not heading.tail.endswith((".", "!", "?")):
            found.add(f"heading:{before}")
        if before == after and blocks[number + 1].closed:
            found.add(f"between:{before}")
    if after:
        found.add(f"beside:{after}")
    for other, kind in ((number - 1, before), (number + 1, after)):
        if kind and blocks[other].group == blocks[number].group and blocks[number].group_size <= GROUPED:
            found.add(f"grouped:{kind}")
    return frozenset(found)


def repeated_lines(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The lines without full stop that stand on the page more than once, numbers aside."""
    keys = ["" if block.closed or block.words > SHORT_WORDS else DIGITS.sub(" ", block.head) for block in blocks]
    counts = Counter(keys)
    return frozenset(i for i, key in enumerate(keys) if counts[key] > 1 and key.strip())


def _under_picture(number: int, blocks: tuple[Block, ...], layout: Layout, kinds: Sequence[str | None]) -> bool:
    """Whether a short sentence stands between a picture credit and a longer first paragraph."""
    top = layout.headline
    near = top is not None and top + 1 < number < min(top + NEAR_HEADLINE, len(blocks) - 1)
    if top is None or not near or kinds[number - 1] != "caption" or blocks[number - 1].closed:
        return False
    block, after, title = blocks[number], blocks[number + 1], _names_and_nouns(blocks[top])
    alone = block.closed and block.words <= SHORT_WORDS and not SENTENCE_BREAK.search(block.head)
    return (
        alone
        and after.words > block.words
        # The first paragraph tells what the headline does.
        and len(title & _names_and_nouns(after)) > len(title & _names_and_nouns(block))
    )


def _names_and_nouns(block: Block) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(block.head.casefold()) if len(word) > 3)


def menu_runs(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The blocks that stand in a run of very short lines."""
    found: list[int] = []
    run: list[int] = []
    for number, block in enumerate(blocks):
        if block.words <= TINY_WORDS and not block.closed:
            run.append(number)
            continue
        found += run if len(run) >= MENU_RUN else []
        run = []
    return frozenset(found + (run if len(run) >= MENU_RUN else []))
