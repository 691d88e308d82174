"""An event as a page: its report, then every claim in exact words, answer by answer."""

from rich.console import Group, RenderableType
from rich.text import Text

from corroborate.cli.judged import judged
from corroborate.export.report import event_report
from corroborate.export.report_model import Hints, Row
from corroborate.export.report_text import STYLES, hanging, report_group, words
from corroborate.export.wording import harmless, quoted
from corroborate.model.ledger import Event, Ledger


def event_page(ledger: Ledger, event: Event, *, columns: int, hints: Hints) -> Group:
    """The event's answers, and under each the claims on it with speaker, way, stance and document."""
    report = event_report(ledger, event, hints=hints)
    parts: list[RenderableType] = [
        words(event.id, "dim"),
        *judged(ledger, event),
        report_group(report, columns),
        Text(),
    ]
    for row in report.attacks[0].rows:
        parts += _answer(row)
    return Group(*parts)


def _answer(row: Row) -> list[RenderableType]:
    head = Text.assemble((f"{row.facet}: ", "bold"), harmless(row.value), "  ", (row.grade, STYLES.get(row.grade, "")))
    lines: list[RenderableType] = [head]
    lines += [hanging("  -", words(f"merged: {merge}", "dim")) for merge in row.merges]
    for claim in row.words:
        source = f"{claim.stance}: {claim.chain} · {claim.document} · {claim.claim}"
        lines.append(hanging("  ", Text.assemble(harmless(quoted(claim.text)), "\n", (harmless(source), "dim"))))
    return [*lines, Text()]
