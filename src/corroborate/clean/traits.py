"""What a block looks like and where it stands, in the words of the table of traits."""

import re
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
    }
    return frozenset(name for name, holds in tests.items() if holds)


def place_traits(number: int, blocks: tuple[Block, ...], layout: Layout) -> frozenset[str]:
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
    }
    return frozenset(name for name, holds in tests.items() if holds)


def neighbour_traits(number: int, blocks: tuple[Block, ...], kinds: Sequence[str | None]) -> frozenset[str]:
    """The traits that a block takes from the furniture beside it."""
    found = set()
    before = kinds[number - 1] if number else None
    after = kinds[number + 1] if number + 1 < len(kinds) else None
    if before:
        found |= {f"beside:{before}", f"after:{before}"}
        heading = blocks[number - 1]
        if heading.words <= 8 and not heading.tail.endswith((".", "!", "?")):
            found.add(f"heading:{before}")
        if before == after and blocks[number + 1].closed:
            found.add(f"between:{before}")
    if after:
        found.add(f"beside:{after}")
    for other, kind in ((number - 1, before), (number + 1, after)):
        if kind and blocks[other].group == blocks[number].group and blocks[number].group_size <= GROUPED:
            found.add(f"grouped:{kind}")
    return frozenset(found)


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
