"""How far two annotators agree who marked the same stories blind.

    python -m corpus.agreement [STORY...]

The first annotator's marks are those of corpus/second/STORY/first where that folder is there (before differences were
settled), else the corpus' own; the second's are in corpus/second/STORY. Left out, STORY is every one that is there.

Stretches of text: F1 of the second against the first (it is the same the other way round), a pair being two stretches
of one layer that share half of their union; `exact` where they are the same. Labels: Cohen's kappa over the pairs.
What stands across documents: extended BCubed of the mentions' actors, places and events, and what
`python -m evaluation.compare` says of answers and lines.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.article import Article
from corpus.check import STORIES
from corpus.ledger import as_ledger
from corpus.story import Story, read_story
from corroborate.model.span import Span
from evaluation.answer_measures import answers_found, contradictions_found, lines_right
from evaluation.bcubed import Item, bcubed
from evaluation.compared import compared
from evaluation.pairing import best_pairs
from evaluation.score import Rates, Share, rates

SECOND = Path(__file__).parent / "second"
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """A marked stretch with the labels that are compared, by name."""

    span: Span
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Tally:
    """What was counted so far over all stories."""

    spans: dict[str, Rates] = field(default_factory=dict)
    exact: dict[str, Rates] = field(default_factory=dict)
    labels: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    across: dict[str, Rates | Share] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table over all stories that two people marked."""
    parser = argparse.ArgumentParser(prog="python -m corpus.agreement", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("story", nargs="*", help="the name of a story in corpus/second")
    options = parser.parse_args(arguments)
    names = options.story or sorted(path.name for path in SECOND.iterdir() if path.is_dir())
    tally = Tally()
    for name in names:
        first = SECOND / name / "first"
        one, other = read_story(first if first.is_dir() else STORIES / name)[0], read_story(SECOND / name)[0]
        count(tally, one, other)
    sys.stdout.write(f"{len(names)} stories marked by two annotators\n\n{table(tally)}")
    return 0


def count(tally: Tally, one: Story, other: Story) -> None:
    """Add two annotations of one story to the tally. ValueError where their texts differ."""
    theirs = {article.name: article for article in other.articles}
    for article in one.articles:
        second = theirs.get(article.name)
        if second is None or second.text.rstrip() != article.text.rstrip():
            raise ValueError(f"{one.name}/{article.name}: the two annotators did not mark the same text")
        for layer, units in LAYERS.items():
            _count_layer(tally, layer, units(one, article), units(other, second))
    _count_across(tally, one, other)


def kappa(pairs: Counter[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two annotators' labels; None where there was nothing to choose.

    >>> round(kappa(Counter({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15})) or 0, 3)
    0.4
    """
    total = sum(pairs.values())
    if not total:
        return None
    first = Counter[str]()
    second = Counter[str]()
    for (one, other), times in pairs.items():
        first[one] += times
        second[other] += times
    agreed = sum(times for (one, other), times in pairs.items() if one == other) / total
    chance = sum(first[label] * second[label] for label in first) / total**2
    return (agreed - chance) / (1 - chance) if chance < 1 else None


def table(tally: Tally) -> str:
    """The figures as lines of text."""
    out = [f"{'stretches':<28}{'F1':>7}{'exact':>8}{'first':>8}{'second':>8}"]
    for layer, found in tally.spans.items():
        exact = tally.exact[layer].value
        out.append(f"{layer:<28}{found.value or 0:>7.3f}{exact or 0:>8.3f}{found.recall.of:>8}{found.precision.of:>8}")
    out.append(f"\n{'labels of the pairs':<28}{'kappa':>7}{'same':>8}{'pairs':>8}")
    for name, pairs in tally.labels.items():
        total = sum(pairs.values())
        same = sum(times for (one, other), times in pairs.items() if one == other) / total
        agreed = kappa(pairs)
        out.append(f"{name:<28}{'-' if agreed is None else f'{agreed:.3f}':>7}{same:>8.3f}{total:>8}")
    out.append(f"\n{'across documents':<28}{'F1':>7}")
    for name, score in tally.across.items():
        out.append(f"{name:<28}{'-' if score.value is None else f'{score.value:.3f}':>7}")
    return "\n".join(out) + "\n"


def _count_layer(tally: Tally, layer: str, first: list[Unit], second: list[Unit]) -> None:
    candidates = [
        (at, to, (overlap, float(one.labels == other.labels)))
        for at, one in enumerate(first)
        for to, other in enumerate(second)
        if (overlap := one.span.overlap(other.span)) >= HALF
    ]
    pairs = best_pairs(first, second, candidates)
    same = sum(one.span == other.span for one, other in pairs)
    sizes = {"ours": len(second), "gold": len(first)}
    tally.spans[layer] = tally.spans.get(layer, Rates()) + rates(len(pairs), **sizes)
    tally.exact[layer] = tally.exact.get(layer, Rates()) + rates(same, **sizes)
    for one, other in pairs:
        for (name, label), (_, theirs) in zip(one.labels, other.labels, strict=True):
            tally.labels.setdefault(name, Counter())[label, theirs] += 1


def _count_across(tally: Tally, one: Story, other: Story) -> None:
    both = compared(as_ledger(one), as_ledger(other))
    found: dict[str, Rates | Share] = {
        "actors and places (BCubed)": bcubed(_items(one, other, "entity")),
        "events (BCubed)": bcubed(_items(one, other, "event")),
        "answers": answers_found(both),
        "contradictions": contradictions_found(both),
        "independent lines (share)": lines_right(both),
    }
    for name, score in found.items():
        before = tally.across.get(name)
        tally.across[name] = score if before is None else before + score  # type: ignore[operator]


def _items(one: Story, other: Story, kind: str) -> list[Item]:
    """Mentions that both marked, each with its key on either side."""
    items = []
    theirs = {article.name: article for article in other.articles}
    for article in one.articles:
        keys = {m.span: m.key for m in theirs[article.name].mentions if m.kind == kind and m.key}
        items += [
            Item(frozenset((mention.key,)), frozenset((keys[mention.span],)))
            for mention in article.mentions
            if mention.kind == kind and mention.key and mention.span in keys
        ]
    return items


def _mentions(kind: str, label: str = "") -> Callable[[Story, Article], list[Unit]]:
    def units(story: Story, article: Article) -> list[Unit]:
        found = [mention for mention in article.mentions if mention.kind == kind]
        if label == "reality":
            return [Unit(m.span, (("reality of event mentions", m.reality),)) for m in found]
        if label == "kind":
            return [Unit(m.span, (("kind of actor, or place", _kind(story, m.key)),)) for m in found]
        if label:
            return [Unit(m.span, ((label, m.key),)) for m in found]
        return [Unit(m.span) for m in found]

    return units


def _kind(story: Story, key: str) -> str:
    return story.actors[key].kind if key in story.actors else "place"


def _claims(story: Story, article: Article) -> list[Unit]:
    return [
        Unit(
            claim.span,
            (
                ("stance", claim.stance),
                ("certainty", claim.certainty),
                ("quotation", claim.quotation),
                ("own voice or reported", str(claim.own_voice)),
                ("claimant's words", "none" if claim.speaker_span is None else claim.speaker_span.of(article.text)),
                ("roles of the chain", " ".join(link.role for link in claim.links) or "none"),
                ("facets", " ".join(sorted({about.facet or "-" for about in claim.about})) or "none"),
                ("repeats another", str(claim.repeats is not None)),
            ),
        )
        for claim in article.claims
    ]


def _cues(story: Story, article: Article) -> list[Unit]:
    return [Unit(span) for span in dict.fromkeys(claim.cue for claim in article.claims) if span]


def _claimants(story: Story, article: Article) -> list[Unit]:
    return [Unit(span) for span in dict.fromkeys(claim.speaker_span for claim in article.claims) if span]


def _arguments(story: Story, article: Article) -> list[Unit]:
    return [
        Unit(article.mentions[argument.filler].span, (("role of arguments", argument.role),))
        for argument in article.arguments
    ]


def _furniture(story: Story, article: Article) -> list[Unit]:
    return [Unit(mark.span, (("kind of page part", mark.key),)) for mark in article.parts]


LAYERS: dict[str, Callable[[Story, Article], list[Unit]]] = {
    "parts of the page": _furniture,
    "actors and places": _mentions("entity", "kind"),
    "times": _mentions("time", "value of times"),
    "quantities": _mentions("quantity", "value of quantities"),
    "event mentions": _mentions("event", "reality"),
    "arguments": _arguments,
    "claims": _claims,
    "cues": _cues,
    "claimants": _claimants,
}


if __name__ == "__main__":
    sys.exit(main())
