"""The line that opens agency copy: "OSK BERIN, Kestria (Palisade) -"."""

import re
from dataclasses import dataclass

from corroborate.clean.dates import MONTH
from corroborate.clean.knowledge import CleanKnowledge
from corroborate.model.document import Credit, Dateline
from corroborate.model.span import Span

DASH = r"(?:--?|[–—―])"
CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+(?:[ /][A-ZÀ-ÖØ-Þ'’.\-]+){0,4}"
TITLED = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]+(?:[ /-][A-ZÀ-ÖØ-Þa-z][\w'’.\-]+){0,4}"
NAMED = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]+(?:[ /-][A-ZÀ-ÖØ-Þ][\w'’.\-]+){0,4}"
REGION = r"(?:, ?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)" + TITLED + r"){0,2}"
UNNAMED_MONTH = MONTH.replace("(?P<month>", "(?:")
YEAR = r"(?:,? \d{4})?"
DATE = rf"(?P<date>(?:\w+day,? )?(?:{MONTH} \d\d?{YEAR}|\d\d? {UNNAMED_MONTH}{YEAR}))"
AGENCY = r"\((?P<agency>[A-Z][\w'’.&/ -]{1,40})\)"
# Best first. With an agency in brackets the place may be written in any way; without one only capitals and a
# dash (or the colon of South Asian papers) set a place apart from a sentence.
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\W{{0,2}}(?P<place>{CAPITALS}{REGION})(?:,? {DATE})?[ ,]*{AGENCY}\s*(?:{DASH}|:)?\s*",
        rf"\W{{0,2}}(?P<place>{TITLED}{REGION})(?:,? {DATE})?[ ,]*{AGENCY}\s*(?:{DASH}|:)\s*",
        rf"\W{{0,2}}(?P<place>{CAPITALS}{REGION}) \({DATE}\)\s*{DASH}\s*",
        rf"\W{{0,2}}{AGENCY}\s*{DASH}\s*",
        (
            rf"(?P<place>{CAPITALS}{REGION}|{NAMED}(?:, {NAMED}){{0,2}}),? {DATE}\.?,? "
            rf"/(?P<agency>[A-Z][\w .-]{{1,30}})/[.,]?\s*{DASH}?\s*"
        ),
        rf"(?P<place>{CAPITALS}{REGION}|{NAMED}(?:, {NAMED}){{0,2}}), {DATE}\.\s+(?=[A-Z\"“])",
        rf"\W{{0,2}}(?P<place>{CAPITALS}{REGION})(?:,? {DATE})?\s+{DASH}\s+",
        rf"\W{{0,2}}(?P<place>{CAPITALS}{REGION}|{NAMED}(?:, {NAMED}){{0,2}}),? {DATE}\s*(?:\s{DASH}\s|:\s)\s*",
        rf"(?P<place>{CAPITALS}(?:, {NAMED})?): (?=[A-Z\"“])",
    )
)
# Of the block's beginning; no dateline is longer.
LONGEST = 140
SPLIT = re.compile(r"[^/]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline and the agency that it credits."""

    dateline: Dateline
    credit: Credit | None


def find_dateline(text: str, block: Span, knowledge: CleanKnowledge) -> Opening | None:
    """The dateline that opens `block`, where one does."""
    beginning = text[block.start : min(block.end, block.start + LONGEST)]
    for form in FORMS:
        match = form.match(beginning)
        if match and not _is_label(match.groupdict().get("place"), knowledge):
            return _opening(match, block.start)
    return None


def _is_label(place: str | None, knowledge: CleanKnowledge) -> bool:
    return place is not None and place.rstrip(".").upper() in knowledge.not_datelines


def _opening(match: re.Match[str], offset: int) -> Opening:
    place, date, agency = (_span(match, name, offset) for name in ("place", "date", "agency"))
    end = offset + len(match[0].rstrip())
    dateline = Dateline(offset + len(match[0]) - len(match[0].lstrip()), end, place, date)
    if agency is None:
        return Opening(dateline, None)
    names = tuple(
        (part[0].strip(), Span(agency.start + part.start(), agency.start + part.end()))
        for part in SPLIT.finditer(match["agency"])
    )
    return Opening(dateline, Credit(agency.start, agency.end, "dateline", names))


def _span(match: re.Match[str], name: str, offset: int) -> Span | None:
    if match.groupdict().get(name) is None:
        return None
    return Span(offset + match.start(name), offset + match.start(name) + len(match[name].rstrip(".")))
