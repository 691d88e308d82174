"""Shows stories of the corpus as one HTML page: articles with marks and claims, then events with their answers.

    python -m corpus.view STORY... > page.html

The page needs nothing beside it. Stories with faults are shown as far as they can be read.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from corpus.article import Article, MarkedClaim, Mentioned
from corpus.check import checked, folders
from corpus.ledger import given, grade, lines, origins, value_of
from corpus.story import Answer, Story, StoryEvent
from corroborate.model.span import Span

STYLE = Path(__file__).parent / "view.css"
LAYERS = {
    "actor": "actors", "place": "places", "event": "event mentions", "time": "times", "quantity": "quantities",
    "thing": "things", "furniture": "furniture",
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page of the named stories."""
    parser = argparse.ArgumentParser(prog="python -m corpus.view", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("story", nargs="+", type=Path, help="a story's folder, or its name")
    options = parser.parse_args(arguments)
    stories = [checked(folder)[0] for folder in folders(options.story)]
    sys.stdout.write(page(stories))
    return 0


def page(stories: Sequence[Story]) -> str:
    """The whole HTML document."""
    style = STYLE.read_text(encoding="utf-8")
    title = escape(", ".join(story.title for story in stories))
    legend = "".join(f'<span class="{layer}">{name}</span> ' for layer, name in LAYERS.items())
    body = "".join("".join(_story(story)) for story in stories)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{style}</style></head>'
        f'<body><p class="legend">{legend}</p>{body}</body></html>\n'
    )


def _story(story: Story) -> Iterator[str]:
    yield f"<h1>{escape(story.title)}</h1>"
    about = f"{story.name} · geography {story.geography} · everything here is invented"
    yield f'<p class="small">{escape(about)}</p>'
    links = [f'<a href="#{story.name}-{article.name}">{escape(article.name)}</a>' for article in story.articles]
    yield f'<nav>{" · ".join(links)} · <a href="#{story.name}-events">events</a></nav>'
    for article in story.articles:
        yield from _article(story, article)
    yield f'<section id="{story.name}-events">'
    for event in story.events.values():
        yield from _event(story, event)
    yield "</section>"


def _article(story: Story, article: Article) -> Iterator[str]:
    header = article.header
    page = story.actors.get(header.outlet or "")
    outlet = page.name if page else "no outlet known"
    earliest, latest = header.published
    when = earliest if earliest == latest else f"{earliest or '?'} – {latest or '?'}"
    told = ", ".join(name for name, _ in header.given) or "nothing"
    copies = "; ".join(f"from {copy.of}: {copy.how}" for copy in story.copies if copy.article == article.name)
    yield f'<section id="{story.name}-{article.name}"><h2>{escape(article.name)}</h2>'
    about = f"{outlet} · {when or 'no date'} ({header.published_basis}) · the reader is given: {told}"
    yield f'<p class="small">{escape(about)}</p>'
    if copies:
        yield f'<p class="small">{escape(copies)}</p>'
    ends = {claim.id: _line_end(article.text, claim.span.end) for claim in article.claims}
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        claims = [claim for claim in article.claims if ends[claim.id] == end]
        if line:
            yield f"<p>{_marked(story, article, Span(start, end))}</p>"
        if claims:
            rows = "".join(_claim(story, article, claim) for claim in claims)
            yield f'<table class="claims">{rows}</table>'
        start = end + 1
    yield "</section>"


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _marked(story: Story, article: Article, line: Span) -> str:
    """A line's text with its marks as nested elements."""
    opening: dict[int, list[tuple[int, str]]] = {}
    marks = [(mark.span, "furniture" if mark in article.furniture else "part", mark.key) for mark in article.parts]
    marks += [(mention.span, _layer(story, mention), _label(mention)) for mention in article.mentions]
    for span, layer, label in marks:
        if line.contains(span):
            tag = f'<span class="{layer}" title="{escape(label)}">'
            opening.setdefault(span.start, []).append((span.end, tag))
    out: list[str] = []
    stack: list[int] = []
    for at in range(line.start, line.end + 1):
        while stack and stack[-1] == at:
            stack.pop()
            out.append("</span>")
        for end, tag in sorted(opening.get(at, ()), reverse=True):
            stack.append(end)
            out.append(tag)
        if at < line.end:
            out.append(escape(article.text[at]))
    return "".join(out)


def _layer(story: Story, mention: Mentioned) -> str:
    if mention.kind == "entity":
        return "place" if mention.key in story.places else "actor"
    return mention.kind


def _label(mention: Mentioned) -> str:
    reality = f" ({mention.reality})" if mention.kind == "event" and mention.reality != "happened" else ""
    return f"{mention.key or mention.plover or ''}{reality}"


def _claim(story: Story, article: Article, claim: MarkedClaim) -> str:
    names = {key: actor.name for key, actor in story.actors.items()}
    speaker = "nobody named" if claim.nobody else names.get(claim.speaker or "", claim.speaker or "the page")
    steps = [speaker, *(f"{link.role} {names.get(link.actor or '', link.name)}" for link in claim.links)]
    cue = f" “{escape(claim.cue.of(article.text))}”" if claim.cue else ""
    about = ", ".join(
        f"{each.event}{f'.{each.facet}={each.answer}' if each.facet else ''}"
        f"{f' ({each.stance})' if each.stance != claim.stance else ''}"
        for each in claim.about
    )
    more = f" repeats {claim.repeats}" if claim.repeats else ""
    more += f" on {', '.join(claim.claims_on)}" if claim.claims_on else ""
    sure = "" if claim.certainty == "certain" else f", {claim.certainty}"
    return (
        f'<tr><td class="id">{escape(claim.id)}</td><td class="{claim.stance}">{claim.stance}{sure}</td>'
        f"<td>{escape(claim.span.of(article.text))}</td><td>{escape(' → '.join(steps))}{cue}</td>"
        f'<td class="small">{claim.quotation}{escape(more)} {escape(about)}</td></tr>'
    )


def _event(story: Story, event: StoryEvent) -> Iterator[str]:
    when = (
        f"{event.time.earliest or '…'} – {event.time.latest or '…'} ({event.time.basis})" if event.time else "no time"
    )
    part = f" · part of {event.part_of}" if event.part_of else ""
    yield f"<h2>{escape(event.title)}</h2>"
    kind = " / ".join(filter(None, (event.kind.plover, event.kind.plover_mode, event.kind.acled_sub)))
    yield (
        f'<p class="small">{escape(event.key)} · {escape(kind)} · {event.scope}{escape(part)} · {escape(when)} · '
        f"status {event.status or 'none'} · grade {event.grade or 'none'}</p>"
    )
    rows = "".join(
        _answer(story, event, facet, answer) for facet, answers in event.facets.items() for answer in answers
    )
    heads = "".join(f"<th>{name}</th>" for name in ("question", "answer", "grade", "lines", "claims"))
    yield f'<table class="answers"><tr>{heads}</tr>{rows}</table>'


def _answer(story: Story, event: StoryEvent, facet: str, answer: Answer) -> str:
    claims = given(story, event.key, facet, answer.key)
    found = origins(answer, claims)
    stances = "; ".join(f"{item.origin} {item.stance} ({item.article.name} {item.claim.id})" for item in claims)
    merged = "".join(f"<br>{escape(f'{a} + {b}: {rule}')}" for a, b, rule in answer.merged)
    rivals = f"<br>against {escape(', '.join(answer.contradicts))}" if answer.contradicts else ""
    value = answer.value or value_of(story, answer)
    return (
        f"<tr><td>{escape(facet)}</td><td>{escape(value)}{rivals}</td><td>{grade(story, event, facet, answer)}</td>"
        f'<td>{lines(answer, found)} of {len(found)}{merged}</td><td class="small">{escape(stances)}</td></tr>'
    )


if __name__ == "__main__":
    sys.exit(main())
