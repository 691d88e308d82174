"""A report as one HTML page: no scripts, nothing loaded from anywhere, every word of an article escaped."""

import html
from collections.abc import Iterable, Iterator
from importlib import resources

from corroborate.export.report_model import LINE_MEANING, EventBlock, Report, Row, Words
from corroborate.export.wording import counted, harmless

# The browser itself holds the page to what it promises: no script, no request, only this style.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
COLUMNS = '<colgroup><col class="facet"><col class="value"><col class="grade"><col></colgroup>'
HEADINGS = (
    '<thead><tr><th scope="col">question</th><th scope="col">answer</th>'
    '<th scope="col">grade</th><th scope="col">who says so</th></tr></thead>'
)


def render_html(report: Report) -> str:
    """The report as a whole page that prints well and follows the reader's light or dark setting."""
    return "\n".join(_lines(report)) + "\n"


def escaped(text: str) -> str:
    """Text of an article or a record, safe inside an element and inside an attribute."""
    return html.escape(harmless(text), quote=True)


def _lines(report: Report) -> Iterator[str]:
    style = (resources.files("corroborate") / "data" / "report.css").read_text(encoding="utf-8")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escaped(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(report.headline)}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield f"<header><h1>{escaped(report.headline)}</h1>"
    yield '<p class="soft">What the articles say, not what is true: every answer with those who stand behind it.</p>'
    yield "</header>\n<main>"
    for event in report.attacks:
        yield from _event(event)
    for name, events in report.sections:
        yield from _section(name, events)
    if report.hidden_events:
        yield f'<p class="soft">… and {counted(report.hidden_events, "more event")}.</p>'
    if report.documents:
        yield f'<p class="soft documents">Documents: {escaped(report.documents)}</p>'
    if report.problems:
        yield f'<p class="contested">{escaped(report.problems)}</p>'
    yield "</main>"
    yield from _legend(report)
    yield "</body>\n</html>"


def _event(event: EventBlock) -> Iterator[str]:
    yield f'<section id="{escaped(event.id)}">\n<h2>{escaped(event.title)}</h2>'
    yield f'<p class="where">{escaped(event.place)} · {escaped(event.day)}</p>'
    yield from _facts(event)
    yield from _table(event)
    yield "</section>"


def _facts(event: EventBlock) -> Iterator[str]:
    facts = [f"status <b>{escaped(event.status)}</b>"] if event.status else []
    facts += [f"harm to civilians: <b>{escaped(event.grade)}</b>"] if event.grade else []
    facts += [f"<b>{escaped(figure)}</b>" for figure in event.figures]
    facts += [f"part of {escaped(event.part_of)}"] if event.part_of else []
    facts.append(f"{counted(event.claims, 'claim')} in {escaped(', '.join(event.documents))}")
    yield f'<p class="facts">{" · ".join(facts)}</p>'
    if event.reasons:
        more = [f"… {counted(event.more_reasons, 'more reason')}"] if event.more_reasons else []
        lines = (f"<li>{escaped(reason)}</li>" for reason in (*event.reasons, *more))
        yield f'<ul class="reasons">{"".join(lines)}</ul>'


def _table(event: EventBlock, headings: str = HEADINGS) -> Iterator[str]:
    if not event.rows:
        return
    yield f"<table>{COLUMNS}{headings}<tbody>"
    facet = None
    for row in event.rows:
        yield from _row(row, same=row.facet == facet)
        facet = row.facet
    yield "</tbody></table>"
    if event.hidden:
        yield f'<p class="soft">… {counted(event.hidden, "more answer")}</p>'


def _row(row: Row, *, same: bool) -> Iterator[str]:
    facet = "" if same else escaped(row.facet)
    yield f'<tr class="same"><th scope="row">{facet}</th>' if same else f'<tr><th scope="row">{facet}</th>'
    yield f'<td>{escaped(row.value)}</td><td class="grade {escaped(row.grade)}">{escaped(row.grade)}</td><td>'
    yield escaped(row.support)
    yield from (f'<span class="against">{escaped(line)}</span>' for line in row.against)
    yield f"<details><summary>{counted(len(row.words), 'claim')} in exact words</summary>"
    if row.merges:
        yield f'<ul class="merges">{"".join(f"<li>{escaped(merge)}</li>" for merge in row.merges)}</ul>'
    yield from map(_quote, row.words)
    yield "</details></td></tr>"


def _quote(words: Words) -> str:
    source = f"{words.stance}: {words.chain} · {words.document}"
    return f"<blockquote>{escaped(words.text)}<footer>{escaped(source)}</footer></blockquote>"


def _section(name: str, events: Iterable[EventBlock]) -> Iterator[str]:
    """Smaller events: a table without headings each; those of which only their being told is known share a list."""
    blocks = tuple(events)
    if blocks:
        yield f"<h2>{escaped(name)}</h2>"
    for event in blocks:
        if event.rows:
            yield f'<section id="{escaped(event.id)}"><h3>{escaped(event.title)}</h3>'
            yield f'<p class="where">{escaped(_where(event))}</p>'
            yield from _table(event, headings="")
            yield "</section>"
    bare = [f"<li>{escaped(event.title)} · {escaped(_where(event))}</li>" for event in blocks if not event.rows]
    if bare:
        yield f'<h3>Only named</h3><ul class="soft">{"".join(bare)}</ul>'


def _where(event: EventBlock) -> str:
    known = [words for words in (event.place, event.day) if not words.endswith("not known")]
    return " · ".join([*known, ", ".join(event.documents)])


def _legend(report: Report) -> Iterator[str]:
    if report.legend:
        yield '<footer class="legend"><dl>'
        for word, meaning in (*report.legend, tuple(LINE_MEANING.split(": ", 1))):
            yield f'<dt class="{escaped(word)}">{escaped(word)}</dt><dd>: {escaped(meaning)}</dd>'
        yield "</dl></footer>"
