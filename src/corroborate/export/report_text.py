"""A report for a terminal: dense, aligned, wrapped inside its columns."""

import io
import itertools
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corroborate.export.report_model import LINE_MEANING, EventBlock, Hints, Report, Row
from corroborate.export.wording import counted, harmless, listed

# Grade -> style. The word always stands there too: colour alone says nothing to many readers.
STYLES = {
    "admitted": "bold green",
    "corroborated": "green",
    "contested": "bold yellow",
    "denied": "bold red",
    "unverified": "magenta",
    "single-source": "cyan",
}
# "participants" fills it; longer facets wrap.
WIDEST_FACET = 12
GRADE_WIDTH = 13
# An answer takes this part of what facet and grade leave, so that its line of speakers has the larger half.
VALUE_PART = 0.38
DOCUMENTS_SHOWN = 6


def render_text(report: Report, *, width: int = 100, colour: bool = False) -> str:
    """The report as lines of at most `width` columns, with ANSI colours if asked for."""
    return rendered(report_group(report, width), width=width, colour=colour)


def rendered(content: RenderableType, *, width: int, colour: bool) -> str:
    """Anything that rich can draw, as text without trailing blanks."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(content)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip("\n") + "\n"


def words(text: str, style: str = "") -> Text:
    """Text of an article or a record, made harmless, never read as markup."""
    return Text(harmless(text), style=style)


def hanging(mark: str, content: Text) -> Table:
    """Text behind a mark, its further lines indented to its first."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=len(mark))
    table.add_column(overflow="fold")
    table.add_row(words(mark), content)
    return table


def report_group(report: Report, width: int) -> Group:
    """The report as rich draws it."""
    parts: list[RenderableType] = [words(report.headline, "bold"), Text()]
    for event in report.attacks:
        parts += [_event(event, width, report.hints), Text()]
    for name, events in report.sections:
        parts += _section(name, events, report.hints)
    if report.hidden_events:
        parts += [words(f"… and {counted(report.hidden_events, 'more event')} ({report.hints.events})"), Text()]
    if report.documents:
        parts += [hanging("Documents:", words(report.documents)), Text()]
    if report.problems:
        parts.append(words(f"{report.problems} ({report.hints.problems})", "yellow"))
    return Group(*parts, *_legend(report))


def _event(event: EventBlock, width: int, hints: Hints) -> Group:
    where = " · ".join([*_untold_places(event), event.day])
    title = Text.assemble((harmless(event.title), "bold"), harmless(f" · {where}"))
    return Group(
        title, Padding(_standing(event, hints), (0, 0, 0, 2)), Padding(_rows(event, width - 2, hints), (0, 0, 0, 2))
    )


def _standing(event: EventBlock, hints: Hints) -> Group:
    """Status, grade, where it is told, and the reasons."""
    facts = [f"status {event.status}"] if event.status else []
    facts += [f"harm to civilians: {event.grade}"] if event.grade else []
    facts += event.figures
    facts += [f"part of {event.part_of}"] if event.part_of else []
    facts.append(f"{counted(event.claims, 'claim')} in {counted(len(event.documents), 'document')}")
    told = listed(event.documents, DOCUMENTS_SHOWN, ", ")
    lines: list[RenderableType] = [words(f"{' · '.join(facts)}: {told}")]
    lines += [hanging("·", words(reason, "dim")) for reason in event.reasons]
    if event.more_reasons:
        lines.append(
            hanging("…", words(f"{counted(event.more_reasons, 'more reason')} ({_more(event, hints)})", "dim"))
        )
    return Group(*lines)


def _rows(event: EventBlock, width: int, hints: Hints) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    facet_width = max([min(WIDEST_FACET, len(row.facet)) for row in event.rows], default=0)
    room = width - facet_width - GRADE_WIDTH - 4
    value_width = int(room * VALUE_PART)
    for column in (facet_width, value_width, GRADE_WIDTH, room - value_width):
        table.add_column(width=column, overflow="fold")
    facet = ""
    for row in event.rows:
        name = words(row.facet if row.facet != facet else "", "bold")
        table.add_row(name, words(row.value), Text(row.grade, STYLES.get(row.grade, "")), _standing_of(row))
        facet = row.facet
    if event.hidden:
        table.add_row("", words(f"… {event.hidden} more"), "", words(_more(event, hints), "dim"))
    return table


def _standing_of(row: Row) -> Text:
    lines = [
        words(row.support),
        *(words(against, "red" if against[0] == "d" else "magenta") for against in row.against),
    ]
    return Text("\n").join(lines)


def _section(name: str, events: Iterable[EventBlock], hints: Hints) -> list[RenderableType]:
    """Events in few lines each; those of which only their being told is known share one paragraph."""
    blocks = tuple(events)
    if not blocks:
        return []
    parts: list[RenderableType] = [words(name, "bold underline")]
    parts += [_compact(event, hints) for event in blocks if event.rows]
    bare = [_compact_title(event) for event in blocks if not event.rows]
    if bare:
        parts.append(hanging("Only named:", words("; ".join(bare))))
    return [*parts, Text()]


def _compact(event: EventBlock, hints: Hints) -> Group:
    """An event in two or three lines: what, where, when, and its answers, those of one speaker together."""
    title = words(_compact_title(event))
    title.stylize("bold", 0, len(event.title))
    grouped = itertools.groupby(event.rows, key=lambda row: (row.grade, row.support, row.against))
    answers = [_answers(tuple(rows)) for _, rows in grouped]
    if event.hidden:
        answers.append(hanging("…", words(f"{event.hidden} more ({_more(event, hints)})")))
    return Group(title, *(Padding(answer, (0, 0, 0, 2)) for answer in answers))


def _compact_title(event: EventBlock) -> str:
    known = [words for words in (*_untold_places(event), event.day) if not words.endswith("not known")]
    status = [f"status {event.status}"] if event.status not in (None, "unknown") else []
    return " · ".join([event.title, *known, *status, listed(event.documents, 3, ", ")])


def _untold_places(event: EventBlock) -> list[str]:
    """The event's places that its title does not name, as one string; nothing where it names all."""
    places = [name for name in event.place.split(", ") if name not in event.title]
    return [", ".join(places)] if places else []


def _answers(rows: Sequence[Row]) -> Table:
    """Answers that share their grade and their speakers, in one paragraph."""
    first = rows[0]
    values = Text(", ").join(Text.assemble((f"{row.facet} ", "dim"), (harmless(row.value), "bold")) for row in rows)
    standing = "; ".join((first.support, *first.against))
    grade = Text(first.grade, STYLES.get(first.grade, ""))
    return hanging("-", Text.assemble(values, "  ", grade, harmless(f"  {standing}")))


def _more(event: EventBlock, hints: Hints) -> str:
    """How to see the answers that are left out; "show" wants the event's id behind it."""
    return f"{hints.event} {event.id}" if "show" in hints.event else hints.event


def _legend(report: Report) -> list[RenderableType]:
    if not report.legend:
        return []
    meanings = " · ".join(f"{word}: {meaning}" for word, meaning in report.legend)
    return [words(f"{meanings} · {LINE_MEANING}", "dim")]
