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
# A letterhead is one of the first lines; a sheet's name in capitals has at most so many words, and a heading below it.
LETTERHEAD_LINES = 3
LONGEST_NAME = 9
MOST_CAPITALS = 4
LONGEST_HEADING = 14
INITIALS = re.compile(r"[A-Z]{1,2}|[^AEIOUY\W]+|.*[\d.].*")
PARTED = re.compile(r"\s+[—–|·✦-]+\s+|\s*//\s*|\s+[\"“]|[:(]|\.\s|,\s+(?=[A-Z]?[a-z]*day\b|\d)| ✦")
FREQUENCY = re.compile(r"\s+\d{2,3}(?:\.\d)?(?:\s*(?:FM|AM|MHz))?\b.*$")
LABEL = re.compile(
    r"^(?:press )?(?:statement|communiqu[eé]|circular|bulletin|notice|letter) (?:of|by|from) (?:the )?", re.IGNORECASE
)
STATE = re.compile(
    r"(?:(?:federal |people's |democratic )*republic|kingdom|state|federation|union) of\b", re.IGNORECASE
)
LINKING = frozenset(("of", "the", "for", "and", "in", "on", "de", "du", "la", "le", "del", "al", "to", "with", "&"))
BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


def find_outlet(
    name: str | None,
    url: str | None,
    furniture: tuple[Block, ...],
    above: tuple[Block, ...],
    top: tuple[Block, ...],
    knowledge: CleanKnowledge,
) -> Outlet | None:
    """The outlet as given, else as its furniture or masthead names it, else as its address does, or None.

    `above` are the names that stand above the headline, `top` the first lines of the page: statements and bulletins
    bear the name of the body that puts them out.
    """
    domain = domain_of(url)
    name = (
        name
        or _named(furniture, knowledge)
        or _of_masthead(above, furniture, knowledge)
        or _of_letterhead(top, knowledge)
        or domain
    )
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


def _of_letterhead(top: tuple[Block, ...], knowledge: CleanKnowledge) -> str | None:
    """The body or programme that the page's first lines name, before a dash, a bar or a frequency."""
    sections = _sections(knowledge)
    for number, block in enumerate(top[:LETTERHEAD_LINES]):
        line = LABEL.sub("", block.head)
        name = FREQUENCY.sub("", PARTED.split(line, maxsplit=1)[0]).strip(" .,-–—:✦⚡")
        if STATE.match(name) or any(pattern.match(name) for pattern in sections):
            continue
        words = name.split()
        written = [word for word in words if word.lower() not in LINKING]
        if not 0 < len(written) <= LONGEST_NAME or any(word[0].islower() for word in written):
            continue
        known = {word.capitalize() if word.isupper() and len(word) > 2 else word for word in words}
        body = bool(known & (knowledge.media_words | knowledge.body_words)) and len(words) > 1
        beneath = top[number + 1].head if number + 1 < len(top) else ""
        alone = (
            name == block.head.strip(" .")
            and name.isupper()
            and len(words) <= MOST_CAPITALS
            and len(beneath.split()) <= LONGEST_HEADING
        )
        if (body or (alone and number == 0)) and name.casefold() not in knowledge.not_outlets:
            return _capitalised(name)
    return None


def _sections(knowledge: CleanKnowledge) -> list[re.Pattern[str]]:
    """What names of sections and menus look like."""
    return [cue.pattern for cue in knowledge.cues if cue.kind == "navigation" and cue.where == "whole"]


def _capitalised(name: str) -> str:
    """A name in block capitals as it is written otherwise; what cannot be spoken are initials, and stay."""
    if not name.isupper():
        return name
    return " ".join(
        word.lower() if word.lower() in LINKING and at else word if INITIALS.fullmatch(word) else word.capitalize()
        for at, word in enumerate(name.split())
    )


def _of_masthead(above: tuple[Block, ...], furniture: tuple[Block, ...], knowledge: CleanKnowledge) -> str | None:
    """The first name above the headline that has a word of the trade in it, or that the page repeats."""
    sections = _sections(knowledge)
    for block in above:
        name = BRACKET.sub("", block.head.partition(BAR)[0]).strip(" .,-–")
        if name.casefold() in knowledge.not_outlets or any(pattern.match(name) for pattern in sections):
            continue
        words = {word.capitalize() if word.isupper() and len(word) > 2 else word for word in name.split()}
        named = bool(words & knowledge.media_words) and len(words) > 1
        if named or sum(name.casefold() in other.head.casefold() for other in furniture) > 1:
            return name
    return None
