"""When a page says that it was published."""

import re

from corroborate.clean.blocks import Block
from corroborate.clean.dates import PrintedDate, find_date
from corroborate.model.document import Dateline

# Rank of a date without words.
BARE = 2
# Rank of the words before a printed date: the first publication counts, not the last change.
LABELS = (
    (
        1,
        re.compile(
            r"\W*(?:(?:first |originally )?(?:published|posted|issued|released)|date|publication date|created)\b",
            re.IGNORECASE,
        ),
    ),
    (3, re.compile(r"\W*(?:last |latest )?(?:updated|update|modified|edited|revised|changed)\b", re.IGNORECASE)),
)
BYLINE = re.compile(r"\W*(?:[Bb]y|BY|[Ff]rom) [A-Z]|[A-Z][\w'’.-]+ [A-Z][\w'’.-]+(?:,| \||\s[-–—])")
# What a bare date line may hold besides the date: weekday, time zone, "at", "on", "GMT".
FILLER = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|at|on|gmt|utc|bst|est|edt|cet|local time|"
    r"hrs?|am|pm|\d\d?[:.]\d\d|\d[\d,.]* (?:views?|comments?|shares?|min(?:ute)?s?(?: read)?))\b|[\W_]",
    re.IGNORECASE,
)
# A line that only dates the page is short.
MOST_WORDS = 24
MOST_LEFT = 1


def stamp_rank(block: Block) -> tuple[int, PrintedDate] | None:
    """The date of a line that dates the page, with its rank (1 published, 2 bare, 3 updated); None for other lines."""
    if block.words > MOST_WORDS or (block.closed and block.words > 12):
        return None
    date = find_date(block.head)
    if date is None:
        return None
    for rank, label in LABELS:
        if label.match(block.head):
            return rank, date
    rest = FILLER.sub(" ", block.head[: date.start] + " " + block.head[date.end :])
    if len(rest.split()) <= MOST_LEFT or (BYLINE.match(block.head) and len(rest.split()) <= 8):
        return BARE, date
    return None


def published_in_text(stamps: tuple[tuple[int, PrintedDate], ...], dateline: Dateline | None, text: str) -> str | None:
    """The date that the page prints as its own: a stamp of the best rank, else a dateline's with a year."""
    if stamps:
        return min(stamps, key=lambda stamp: stamp[0])[1].moment
    if dateline is not None and dateline.date is not None:
        date = find_date(dateline.date.of(text))
        return date.moment if date else None
    return None
