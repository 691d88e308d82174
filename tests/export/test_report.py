import dataclasses
import re
from html.parser import HTMLParser

import pytest

from corroborate.export.report import Limits, build_report, event_report
from corroborate.export.report_html import render_html
from corroborate.export.report_markdown import render_markdown
from corroborate.export.report_text import render_text
from corroborate.model.ledger import Event, Figure, Ledger
from corroborate.model.problem import Problem
from corroborate.testing.builders import a_claim, a_document, a_ledger, a_position, an_actor, an_event, mention_of

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><svg onload=alert(1)>",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "&lt;b&gt;",
]


def told(title: str, *, status: str | None = "unknown", answers: int = 3) -> Ledger:
    """A ledger of one event with a number of answers by one speaker."""
    sentences = "".join(f"The mayor said shell {number} of {title} fell. " for number in range(answers))
    document = a_document(sentences, name=f"{title}.txt")
    mayor = an_actor("The mayor")
    claims = tuple(a_claim(f"shell {n} of {title} fell", document, speaker=mayor) for n in range(answers))
    positions = tuple(a_position(f"shell {n}", (claim, "asserts")) for n, claim in enumerate(claims))
    event = an_event(title, mention_of("fell", document), status=status, weapon=positions)  # type: ignore[arg-type]
    return a_ledger(documents=(document,), actors=(mayor,), claims=claims, events=(event,))


def joined(*ledgers: Ledger) -> Ledger:
    """Several ledgers as one."""
    return a_ledger(
        documents=tuple(d for ledger in ledgers for d in ledger.documents),
        claims=tuple(c for ledger in ledgers for c in ledger.claims),
        events=tuple(e for ledger in ledgers for e in ledger.events),
    )


def test_attacks_come_before_what_else_happened() -> None:
    report = build_report(joined(told("A talk", status=None), told("A strike")))
    assert [block.title for block in report.attacks] == ["A strike"]
    assert [block.title for block in report.others] == ["A talk"]


def test_an_attack_that_hurt_people_comes_before_one_that_did_not() -> None:
    hurt = told("Strike two")
    event = dataclasses.replace(hurt.events[0], figures={"killed": Figure(2, 2, 2)})
    report = build_report(joined(told("Strike one"), dataclasses.replace(hurt, events=(event,))))
    assert [block.title for block in report.attacks] == ["Strike two", "Strike one"]


def test_a_part_follows_its_whole() -> None:
    whole, part, other = told("Whole"), told("Part"), told("Another", answers=4)
    inner = dataclasses.replace(part.events[0], part_of=whole.events[0].id)
    report = build_report(joined(whole, dataclasses.replace(part, events=(inner,)), other))
    assert [block.title for block in report.attacks] == ["Another", "Whole", "Part"]
    assert report.attacks[2].part_of == "Whole"


def test_an_attack_told_in_passing_gets_lines_and_no_table() -> None:
    report = build_report(joined(told("A strike"), told("An old strike", answers=1)))
    assert [block.title for block in report.attacks] == ["A strike"]
    assert [block.title for block in report.others] == ["An old strike"]


def test_a_total_stands_apart() -> None:
    ledger = told("Deaths in the war", status=None)
    total = dataclasses.replace(ledger.events[0], scope="aggregate")
    text = render_text(build_report(dataclasses.replace(ledger, events=(total,))))
    assert "Totals over days or regions" in text
    assert "1 document · 0 incidents, 1 aggregate" in text


def test_long_lists_are_cut_and_say_how_to_see_the_rest() -> None:
    text = render_text(build_report(told("Siege", answers=30), limits=Limits(rows=10)))
    assert "… 20 more" in text
    assert "corroborate show event-" in text
    assert "… 20 more" not in render_text(build_report(told("Siege", answers=30), limits=Limits(None, None)))


def test_events_beyond_the_limit_are_counted() -> None:
    report = build_report(joined(*(told(f"Strike {number}") for number in range(5))), limits=Limits(events=3))
    assert report.hidden_events == 2
    assert "… and 2 more events (corroborate report --all)" in render_text(report)


def test_one_event_is_reported_with_all_its_answers() -> None:
    ledger = told("Siege", answers=30)
    assert len(event_report(ledger, ledger.events[0]).attacks[0].rows) == 30


def test_problems_are_told_in_one_line() -> None:
    problems = (Problem("empty-text", "no text", "ingest"), Problem("date-open", "no day", "resolve", count=3))
    ledger = dataclasses.replace(told("Strike"), problems=problems)
    assert "4 problems: date-open ×3, empty-text (corroborate show problems)" in render_text(build_report(ledger))


def test_the_legend_explains_only_the_grades_that_are_used() -> None:
    text = render_text(build_report(told("Strike")))
    assert "single-source: one line only" in text
    assert "admitted:" not in text


def test_an_empty_ledger_is_reported_as_empty() -> None:
    assert render_text(build_report(a_ledger())).startswith("0 documents · 0 incidents, 0 aggregates · 0 claims")


class Tags(HTMLParser):
    """The names of all elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_hostile_words_as_words(text: str) -> None:
    page, plain = Tags(), Tags()
    page.feed(render_html(build_report(named(text))))
    plain.feed(render_html(build_report(named("Strike"))))
    assert (page.elements, page.attributes) == (plain.elements, plain.attributes)
    assert not page.attributes & {"href", "src", "style", "onload", "onerror"}


def test_html_loads_nothing_and_runs_nothing() -> None:
    page = render_html(build_report(named("Strike")))
    assert "default-src &#x27;none&#x27;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "url(" not in page


@pytest.mark.parametrize("text", [*HOSTILE, "[a](http://b.example)", "# head", "| cell |", "*a* _b_ `c`", "~~x~~"])
def test_markdown_shows_hostile_words_as_words(text: str) -> None:
    page = render_markdown(build_report(named(text)))
    heading = next(line for line in page.splitlines() if line.startswith("## "))
    assert not set("<>[]#|*_`~&") & set(re.sub(r"\\.", "", heading[3:]))


def test_markdown_rows_keep_their_four_cells() -> None:
    page = render_markdown(build_report(named("a | b\nc")))
    rows = [line for line in page.splitlines() if line.startswith("| weapon")]
    assert [row.replace("\\|", "").count("|") for row in rows] == [5, 5, 5]


def test_rich_markup_in_a_title_is_text() -> None:
    assert "[bold]Strike[/bold] [link=x]" in render_text(build_report(named("[bold]Strike[/bold] [link=x]")))


def test_a_report_does_not_send_control_characters_to_the_terminal() -> None:
    assert "\x1b" not in render_text(build_report(named("\x1b]0;title\x07\x1b[2J")))


def named(text: str) -> Ledger:
    """A ledger in which everything that can be is called `text`."""
    ledger = told("Strike")
    event: Event = dataclasses.replace(ledger.events[0], title=text, reasons=(text,), facets=_facets(ledger, text))
    document = dataclasses.replace(ledger.documents[0], name=text)
    claim = dataclasses.replace(ledger.claims[0], chain=(dataclasses.replace(ledger.claims[0].chain[0], name=text),))
    return dataclasses.replace(ledger, documents=(document,), claims=(claim, *ledger.claims[1:]), events=(event,))


def _facets(ledger: Ledger, text: str) -> dict[str, tuple[object, ...]]:
    position = ledger.events[0].facets["weapon"][0]
    return {"weapon": (dataclasses.replace(position, value=text, collapsed=(text,)),) * 3}
