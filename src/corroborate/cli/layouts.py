"""A report in the layout that was asked for."""

from pathlib import Path

from corroborate.cli.talk import colour, put, put_json, width
from corroborate.export.report_model import Report


def put_report(report: Report, layout: str, output: Path | None) -> None:
    """The report on standard output or in a file, as text, Markdown or HTML."""
    put(laid_out(report, layout, coloured=output is None and colour()), output)


def put_report_json(report: Report, output: Path | None) -> None:
    """The report's own records as JSON."""
    from corroborate.model.codec import as_contract

    put_json(as_contract(report), output)


def laid_out(report: Report, layout: str, *, coloured: bool = False) -> str:
    """The report as text, Markdown or HTML."""
    if layout == "markdown":
        from corroborate.export.report_markdown import render_markdown

        return render_markdown(report)
    if layout == "html":
        from corroborate.export.report_html import render_html

        return render_html(report)
    from corroborate.export.report_text import render_text

    return render_text(report, width=width(), colour=coloured)
