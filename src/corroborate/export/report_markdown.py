"""A report as Markdown: headings and tables that read well as they are, too."""

import re
from collections.abc import Iterable, Iterator

from corroborate.export.report_model import LINE_MEANING, EventBlock, Report, Row
from corroborate.export.wording import counted, harmless

# Everything that Markdown or the HTML inside it may read as more than text.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&:@.-])")
# Inside words and numbers these mean nothing, and escaping them only hurts the eye.
PLAIN = re.compile(r"(?<=[\w ,])\\([():-])(?=[\w ,)“]|$)|\\(\.)(?=\s|$)")


def render_markdown(report: Report) -> str:
    """The report as one Markdown page."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text of an article or a record as it stands, whatever it holds: on one line, with no markup in it."""
    flat = " ".join(harmless(text).split())
    return PLAIN.sub(r"\1\2", SPECIAL.sub(r"\\\1", flat))


def _lines(report: Report) -> Iterator[str]:
    yield from ("# What the articles say", "", escaped(report.headline), "")
    for event in report.attacks:
        yield from _event(event)
    for name, events in report.sections:
        yield from _section(name, events)
    if report.hidden_events:
        yield from (f"… and {counted(report.hidden_events, 'more event')}.", "")
    if report.documents:
        yield from (f"Documents: {escaped(report.documents)}", "")
    if report.problems:
        yield from (f"**{escaped(report.problems)}**", "")
    if report.legend:
        meanings = " · ".join(f"**{word}**: {meaning}" for word, meaning in report.legend)
        yield f"{meanings} · {LINE_MEANING}"


def _event(event: EventBlock) -> Iterator[str]:
    yield from (f"## {escaped(event.title)}", "", f"{escaped(event.place)} · {escaped(event.day)}", "")
    facts = [f"status **{event.status}**"] if event.status else []
    facts += [f"harm to civilians: **{event.grade}**"] if event.grade else []
    facts += [escaped(figure) for figure in event.figures]
    facts += [f"part of {escaped(event.part_of)}"] if event.part_of else []
    told = ", ".join(map(escaped, event.documents))
    yield f"{' · '.join([*facts, counted(event.claims, 'claim')])}, in {told}"
    yield ""
    yield from (f"- {escaped(reason)}" for reason in event.reasons)
    yield from (f"- … {counted(event.more_reasons, 'more reason')}",) if event.more_reasons else ()
    yield from ("", "| question | answer | grade | who says so |", "|---|---|---|---|") if event.rows else ("",)
    yield from map(_row, event.rows)
    yield from ("", f"… {event.hidden} more") if event.hidden else ()
    yield ""


def _row(row: Row) -> str:
    standing = "<br>".join(escaped(line) for line in (row.support, *row.against))
    return f"| {escaped(row.facet)} | {escaped(row.value)} | {row.grade} | {standing} |"


def _section(name: str, events: Iterable[EventBlock]) -> Iterator[str]:
    events = tuple(events)
    yield from (f"## {name}", "") if events else ()
    for event in events:
        yield f"- **{escaped(event.title)}** · {escaped(event.place)} · {escaped(event.day)}"
        for row in event.rows:
            standing = "; ".join(escaped(line) for line in (row.support, *row.against))
            yield f"  - {escaped(row.facet)}: {escaped(row.value)} ({row.grade}) {standing}"
    yield from ("",) if events else ()
