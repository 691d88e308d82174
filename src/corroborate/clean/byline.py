"""Who wrote an article, as printed."""

import re

from corroborate.clean.blocks import Block

WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]"
PARTICLE = r"(?:al-|el-|bin |ben |van |von |de |da |di |der |den |la |le )?"
PERSON = rf"(?:(?:Dr|Prof)\.? )?{WORD}+(?: {PARTICLE}{WORD}*){{1,3}}"
ROLES = r"(?:correspondent|editor|reporter|staff writer|writer|columnist|bureau chief)s?"
PEOPLE = rf"(?P<names>{PERSON}(?:(?:, | and | & |, and ){PERSON}){{0,5}})"
# "By Jane Doe", "By JANE DOE in Beirut | 3 May 2021", "Written by Jane Doe, Defence Correspondent".
LINE = re.compile(
    rf"(?i:(?:words |written |story |report |reported |posted |text )?by:?|author:|reporter:)\s+{PEOPLE}(?P<rest>.*)$",
    re.DOTALL,
)
# "Jane Doe in Beirut" stands alone below a headline.
PLACED = re.compile(rf"{PEOPLE},? (?:in|at) [A-ZÀ-ÖØ-Þ][\w'’.-]+(?:(?: |, | and )[A-ZÀ-ÖØ-Þ][\w'’.-]+){{0,3}}$")
# "Jane Doe, Defence Correspondent", alone or before a date.
ROLE = re.compile(rf"{PEOPLE}(?:,| [|–—-])? ?(?i:(?:[\w'’]+ ){{0,4}}{ROLES})\b(?P<rest>.*)$")
MOST_WORDS = 24


def byline_of(block: Block, *, placed: bool = False) -> str | None:
    """The names in a line that is a byline, without "By"; None for other lines.

    `placed` admits the forms without "By", which only mean a byline beside the headline.
    """
    if block.words > MOST_WORDS or (block.closed and not block.head.lower().startswith("by ")):
        return None
    match = LINE.match(block.head)
    if match and _is_rest(match["rest"]):
        return match["names"]
    match = (PLACED.match(block.head) or ROLE.match(block.head)) if placed else None
    return match["names"] if match else None


def _is_rest(rest: str) -> bool:
    """Whether what follows the names may stand in a byline: a place, a role, a date; no verb of its own."""
    return not rest.strip() or bool(re.match(r"\s*(?:[,|•·(/–—-]|\bin\b|\bat\b|\bfor\b|\d|[A-Z])", rest))
