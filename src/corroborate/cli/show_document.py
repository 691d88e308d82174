"""A document as a page: its text with furniture dimmed and claims marked, then the claims."""

from collections import defaultdict
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from corroborate.export.report_text import hanging, words
from corroborate.export.wording import chain_in_words, counted, document_day, harmless
from corroborate.model.document import Document, LineageEntry
from corroborate.model.ledger import Claim, Ledger

FURNITURE_STYLE = "dim italic"
CLAIM_STYLE = "cyan"
MARK_STYLE = "bold yellow"


def document_page(ledger: Ledger, document: Document) -> Group:
    """Head, text with the numbers of its claims in brackets, and the list of those claims."""
    claims = sorted((c for c in ledger.claims if c.document == document.id), key=lambda c: (c.start, -c.end, c.id))
    titles = {event.id: event.title for event in ledger.events}
    return Group(
        *_head(document, len(claims)),
        Text(),
        marked_text(document, claims),
        Text(),
        *(_claim(number, claim, titles) for number, claim in enumerate(claims, start=1)),
    )


def marked_text(document: Document, claims: Sequence[Claim]) -> Text:
    """The whole text; "[3 … 3]" are the words of the third claim, furniture is dimmed."""
    opens, closes = _marks(claims)
    edges = sorted({0, len(document.text), *opens, *closes, *(e for f in document.furniture for e in (f.start, f.end))})
    text = Text()
    for start, end in zip(edges, [*edges[1:], len(document.text)], strict=True):
        if start in closes:
            text.append(f" {','.join(map(str, closes[start]))}]", MARK_STYLE)
        if start in opens:
            text.append(f"[{','.join(map(str, opens[start]))} ", MARK_STYLE)
        text.append(harmless(document.text[start:end]), _style(document, claims, start, end))
    return text


def _marks(claims: Sequence[Claim]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Offsets where claims begin and end, each with the numbers of the claims."""
    opens: dict[int, list[int]] = defaultdict(list)
    closes: dict[int, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims, start=1):
        opens[claim.start].append(number)
        closes[claim.end].append(number)
    return opens, closes


def _style(document: Document, claims: Sequence[Claim], start: int, end: int) -> str:
    if any(claim.start <= start and end <= claim.end for claim in claims):
        return CLAIM_STYLE
    inside = any(piece.start <= start and end <= piece.end for piece in document.furniture)
    return FURNITURE_STYLE if inside else ""


def _head(document: Document, claims: int) -> list[RenderableType]:
    outlet = document.outlet.name if document.outlet else "outlet not known"
    facts = (outlet, document_day(document), document.byline or "no byline", counted(claims, "claim"))
    lines: list[RenderableType] = [
        Text.assemble((harmless(document.name), "bold"), harmless(f" · {document.title or ''}"))
    ]
    lines += [words(" · ".join(facts)), words(f"{document.id} {document.url or ''}".rstrip(), "dim")]
    return lines + [hanging("·", words(_lineage(entry))) for entry in document.lineage]


def _lineage(entry: LineageEntry) -> str:
    share = f" ({entry.share:.0%} of its text)" if entry.share is not None else ""
    verb = {"shares-text": "shares text with"}.get(entry.kind, entry.kind)
    return f"{verb} {entry.source.name}{share}"


def _claim(number: int, claim: Claim, titles: dict[str, str]) -> Table:
    """Speaker and way, stance, certainty, and what the claim is about."""
    about = defaultdict(list)
    for entry in claim.about:
        about[titles.get(entry.event, entry.event)].append(entry.facet or "in general")
    told = " · ".join(f"{title}: {', '.join(facets)}" for title, facets in about.items()) or "about no event"
    manner = [claim.stance, claim.certainty, claim.quotation] + (["repeats another claim"] if claim.repeats else [])
    manner += [f"rejected by {claim.rejected}"] if claim.rejected else []
    line = Text.assemble(
        harmless(chain_in_words(claim.chain)), " · ", (", ".join(manner), "bold"), "\n", harmless(told)
    )
    return hanging(f"{number:>3}", line)
