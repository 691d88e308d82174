"""Who published a page."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from corroborate.clean.blocks import Block
from corroborate.clean.furniture import Sorted
from corroborate.clean.headline import is_name
from corroborate.clean.knowledge import CleanKnowledge
from corroborate.model.document import FurnitureKind, Outlet

# The masthead is the first thing on the page or stands below its menu.
MASTHEAD_LINES = 30
# The year of a copyright behind the name, the short form of a name behind the long one.
YEAR = re.compile(r"[ ,]+(?:19|20)\d\d\b.*$")
BAR = " | "
BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


def find_outlet(
    name: str | None, url: str | None, furniture: tuple[Block, ...], above: tuple[Block, ...], knowledge: CleanKnowledge
) -> Outlet | None:
    """The outlet as given, else as its furniture or masthead names it, else as its address does, or None.

    `above` are the names that stand above the headline.
    """
    domain = domain_of(url)
    name = name or _named(furniture, knowledge) or _of_masthead(above, furniture, knowledge) or domain
    return Outlet(name, domain) if name else None


def masthead(found: Sorted, kinds: Sequence[FurnitureKind | None]) -> tuple[Block, ...]:
    """The lines above the headline that are written as names, alone or before a bar ("RADIO X | 98.4 FM")."""
    layout = found.layout
    top = layout.headline if layout.headline is not None else min(layout.first, len(found.blocks))
    lines = (found.blocks[i] for i in range(min(top, MASTHEAD_LINES)) if kinds[i] is not None)
    return tuple(block for block in lines if is_name(block) or BAR in block.head)


def domain_of(url: str | None) -> str | None:
    """The host of an address without "www.", or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return (host.removeprefix("www.") or None) if host and "." in host else None


def _named(furniture: tuple[Block, ...], knowledge: CleanKnowledge) -> str | None:
    found = []
    for number, block in enumerate(furniture):
        for cue in knowledge.outlet_cues:
            match = cue.pattern.search(block.head)
            name = YEAR.sub("", match["name"]).strip(" .,-–") if match else ""
            if name and name.casefold() not in knowledge.not_outlets and not name.isdigit():
                found.append((cue.rank, number, name))
    return min(found)[2] if found else None


def _of_masthead(above: tuple[Block, ...], furniture: tuple[Block, ...], knowledge: CleanKnowledge) -> str | None:
    """The first name above the headline that has a word of the trade in it, or that the page repeats."""
    sections = [cue.pattern for cue in knowledge.cues if cue.kind == "navigation" and cue.where == "whole"]
    for block in above:
        name = BRACKET.sub("", block.head.partition(BAR)[0]).strip(" .,-–")
        if name.casefold() in knowledge.not_outlets or any(pattern.match(name) for pattern in sections):
            continue
        words = {word.capitalize() if word.isupper() and len(word) > 2 else word for word in name.split()}
        named = bool(words & knowledge.media_words) and len(words) > 1
        if named or sum(name.casefold() in other.head.casefold() for other in furniture) > 1:
            return name
    return None
