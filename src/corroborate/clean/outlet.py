"""Who published a page."""

from urllib.parse import urlsplit

from corroborate.clean.blocks import Block
from corroborate.clean.knowledge import CleanKnowledge
from corroborate.model.document import Outlet


def find_outlet(
    name: str | None, url: str | None, furniture: tuple[Block, ...], knowledge: CleanKnowledge
) -> Outlet | None:
    """The outlet as given, else as its furniture names it, else as its address does; None where nothing says so."""
    domain = domain_of(url)
    name = name or _named(furniture, knowledge) or domain
    return Outlet(name, domain) if name else None


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
            name = match["name"].strip(" .,-–") if match else ""
            if name and name.casefold() not in knowledge.not_outlets and not name.isdigit():
                found.append((cue.rank, number, name))
    return min(found)[2] if found else None
