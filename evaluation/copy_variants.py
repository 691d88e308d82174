"""Copies of an article as desks and scrapers make them, to try the search for copies on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Britain's spelling -> America's; a copy has the one where the original has the other.
SPELLINGS = (
    ("defence", "defense"), ("offence", "offense"), ("licence", "license"), ("centre", "center"), ("metre", "meter"),
    ("kilometre", "kilometer"), ("theatre", "theater"), ("colour", "color"), ("harbour", "harbor"), ("labour", "labor"),
    ("neighbour", "neighbor"), ("neighbours", "neighbors"), ("armour", "armor"), ("armoured", "armored"),
    ("rumour", "rumor"), ("honour", "honor"), ("organisation", "organization"), ("organised", "organized"),
    ("recognised", "recognized"), ("travelled", "traveled"), ("levelled", "leveled"),
    ("programme", "program"), ("grey", "gray"), ("tonnes", "tons"), ("towards", "toward"),
    ("per cent", "percent"), ("aeroplane", "airplane"), ("lorry", "truck"), ("lorries", "trucks"),
)  # fmt: skip
HEADLINE = "What we know so far of the events that nobody can explain"
STOCK = (
    "The region has seen repeated fighting since a peace agreement collapsed three years ago, and rights groups have "
    "long accused all sides of failing to protect the people who live along the front line."
)


# What is left of an article after a cut, without its headline: two sentences or more.
LEAST_WORDS = 40
_FEW = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to copy, and the text that came of it."""

    way: str
    text: str


def copies_of(text: str) -> Iterator[Variant]:
    """The article as others print it: every way by itself, then all together. Cuts leave two paragraphs."""
    blocks = paragraphs(text)
    yield Variant("punctuation stripped", without_punctuation(text))
    yield Variant("headline rewritten", with_headline(text))
    yield Variant("spelling changed", respelled(text))
    yield Variant("capitals and blanks changed", re.sub(r"[ \t]+", "  ", text).upper())
    for at in range(2, len(blocks)):
        if _words(blocks[1:at]) >= LEAST_WORDS:
            yield Variant("cut after a paragraph", "\n\n".join(blocks[:at]))
        if _words(blocks[at:]) >= LEAST_WORDS:
            yield Variant("cut before a paragraph", "\n\n".join(blocks[at:]))
    yield Variant("paragraphs turned round", "\n\n".join([blocks[0], *reversed(blocks[1:])]))
    half = "\n\n".join(blocks[: max(_FEW, len(blocks) // 2)])
    yield Variant("all of it, and cut in half", without_punctuation(respelled(with_headline(half))))


def stitched(texts: Sequence[str]) -> Variant:
    """One page with two paragraphs of each of several."""
    long = ([block for block in paragraphs(text)[1:] if _words([block]) >= LEAST_WORDS // 2] for text in texts)
    taken = [block for blocks in long for block in blocks[:2]]
    return Variant("stitched from three", "\n\n".join([HEADLINE, *taken]))


def with_stock(text: str) -> str:
    """The article with a paragraph of background that every page carries."""
    return f"{text.rstrip()}\n\n{STOCK}\n"


def paragraphs(text: str) -> list[str]:
    """The blocks between empty lines; the lines of a page that has no empty ones."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    return blocks if len(blocks) >= _FEW else [line.strip() for line in text.splitlines() if line.strip()]


def without_punctuation(text: str) -> str:
    """The words and line breaks alone."""
    return re.sub(r"[^\w\s]", "", text)


def with_headline(text: str) -> str:
    """The article under words that it does not have."""
    return "\n\n".join([HEADLINE, *paragraphs(text)[1:]])


def respelled(text: str) -> str:
    """British spellings as American ones and the other way round."""
    table = {**dict(SPELLINGS), **{american: british for british, american in SPELLINGS}}
    words = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")
    return words.sub(lambda match: table[match[0]], text)


def _words(blocks: Sequence[str]) -> int:
    return sum(len(block.split()) for block in blocks)
