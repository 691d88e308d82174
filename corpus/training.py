"""An article of the corpus as one plain record, in the format that the outside data sets are kept in.

    {"id", "split"?, "text", "title"?, "published"?, "source"?, "url"?,
     "parts":        [{"start", "end", "text", "type"}]             headline, subheads, byline, dateline
     "furniture":    [{"start", "end", "text", "type"}]
     "entities":     [{"start", "end", "text", "type", "id"}]       id: the same thing all through the story
     "times":        [{"start", "end", "text", "type", "value"}]    value: "2019-05-14", "2019-05-13/2019-05-14", null
     "quantities":   [{"start", "end", "text", "min", "max", "bound", "unit", "group"}]
     "events":       [{"start", "end", "text", "type", "id", "reality",
                       "arguments": [{"role", "start", "end", "text"}]}]
     "attributions": [{"id", "source": [[s, e]..], "cue": [[s, e]..], "content": [[s, e]..], "stance", "certainty",
                       "quotation", "chain": [{"role", "name", "start", "end"}], "repeats", "claims_on", "figures"}]}

`attributions` holds every claim; an outlet's own voice has neither source nor cue, a claim that nobody is named for has
no source. Offsets count Unicode characters of `text`, end exclusive.
"""

from typing import Any

from corpus.article import Article, MarkedClaim, Mentioned
from corpus.ledger import as_ledger
from corpus.story import Story
from corroborate.model.ledger import Link
from corroborate.model.span import Span

Record = dict[str, Any]


def as_records(story: Story) -> tuple[Record, ...]:
    """One record for each article of a story, in the order of their names."""
    chains = {claim.id: claim.chain for claim in as_ledger(story).claims}
    return tuple(_record(story, article, chains) for article in story.articles)


def _record(story: Story, article: Article, chains: dict[str, tuple[Link, ...]]) -> Record:
    given = dict(article.header.given)
    stated = {"source": given.get("outlet"), "published": given.get("published"), "url": given.get("url")}
    return {
        "id": f"{story.name}/{article.name}",
        "text": article.text,
        "title": article.part("headline"),
        **{name: value for name, value in stated.items() if value},
        "parts": [
            _spanned(article, mark.span) | {"type": mark.key} for mark in article.parts if mark not in article.furniture
        ],
        "furniture": [_spanned(article, mark.span) | {"type": mark.key} for mark in article.furniture],
        "entities": [_entity(story, article, mention) for mention in article.mentions if _is_entity(mention)],
        "times": [
            _spanned(article, mention.span) | {"type": "DATE", "value": _days(mention)}
            for mention in article.mentions
            if mention.kind == "time"
        ],
        "quantities": [_quantity(article, mention) for mention in article.mentions if mention.quantity is not None],
        "events": [
            _event(story, article, at) for at, mention in enumerate(article.mentions) if mention.kind == "event"
        ],
        "attributions": [
            _attribution(story, article, claim, chains[f"claim-{article.name}-{claim.id}"]) for claim in article.claims
        ],
    }


def _spanned(article: Article, span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.of(article.text)}


def _is_entity(mention: Mentioned) -> bool:
    return mention.kind in ("entity", "thing")


def _entity(story: Story, article: Article, mention: Mentioned) -> Record:
    if mention.kind == "thing":
        return _spanned(article, mention.span) | {"type": mention.key, "id": None}
    actor = story.actors.get(mention.key)
    return _spanned(article, mention.span) | {"type": actor.kind if actor else "place", "id": mention.key}


def _days(mention: Mentioned) -> str | None:
    earliest, latest = mention.days
    if earliest == latest:
        return earliest
    return f"{earliest or ''}/{latest or ''}"


def _quantity(article: Article, mention: Mentioned) -> Record:
    counted = mention.quantity
    if counted is None:
        raise ValueError("not a quantity")
    return _spanned(article, mention.span) | {
        "min": counted.min,
        "max": counted.max,
        "bound": counted.bound,
        "unit": counted.unit,
        "group": counted.group,
    }


def _event(story: Story, article: Article, at: int) -> Record:
    mention = article.mentions[at]
    kind = story.events[mention.key].kind if mention.key else None
    stated = "/".join(part for part in (kind.plover, kind.plover_mode) if part) if kind else mention.plover
    return _spanned(article, mention.span) | {
        "type": stated or None,
        "id": mention.key or None,
        "reality": mention.reality,
        "arguments": [
            {"role": argument.role} | _spanned(article, article.mentions[argument.filler].span)
            for argument in article.arguments
            if argument.event == at
        ],
    }


def _attribution(story: Story, article: Article, claim: MarkedClaim, chain: tuple[Link, ...]) -> Record:
    return {
        "id": claim.id,
        "source": _spans(claim.speaker_span),
        "cue": _spans(claim.cue),
        "content": _spans(claim.span),
        "stance": claim.stance,
        "certainty": claim.certainty,
        "quotation": claim.quotation,
        "chain": [{"role": link.role, "name": link.name, "start": link.start, "end": link.end} for link in chain],
        "repeats": claim.repeats,
        "claims_on": list(claim.claims_on),
        "figures": [
            figure for about in claim.about if (figure := _figure(story, about.event, about.facet, about.answer))
        ],
    }


def _figure(story: Story, event: str, facet: str | None, key: str | None) -> Record | None:
    """The number that a claim gives for an event."""
    answers = story.events[event].facets.get(facet or "", ())
    counted = next((answer.quantity for answer in answers if answer.key == key), None)
    if counted is None:
        return None
    return {
        "event": event,
        "facet": facet,
        "min": counted.min,
        "max": counted.max,
        "bound": counted.bound,
        "unit": counted.unit,
        "group": counted.group,
    }


def _spans(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span is not None else []
