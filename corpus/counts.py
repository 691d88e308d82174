"""How much of everything the corpus has, in each of its parts.

python -m corpus.counts
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence

from corpus.check import folders
from corpus.splits import PARTS, part_of
from corpus.story import Story, read_story

Count = Callable[[Story], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    del arguments
    stories = [read_story(folder)[0] for folder in folders(())]
    sys.stdout.write(table(stories))
    return 0


def _claims(stance: str) -> Count:
    return lambda story: sum(claim.stance == stance for article in story.articles for claim in article.claims)


def _mentions(kind: str) -> Count:
    return lambda story: sum(mention.kind == kind for article in story.articles for mention in article.mentions)


def _answers(story: Story) -> int:
    return sum(len(answers) for event in story.events.values() for answers in event.facets.values())


def _rivals(story: Story) -> int:
    """Pairs of answers that contradict each other."""
    answers = (answer for event in story.events.values() for each in event.facets.values() for answer in each)
    return sum(len(answer.contradicts) for answer in answers) // 2


def _merges(story: Story) -> int:
    answers = (answer for event in story.events.values() for each in event.facets.values() for answer in each)
    return sum(len(answer.merged) for answer in answers)


ROWS: tuple[tuple[str, Count], ...] = (
    ("stories", lambda story: 1),
    ("  with a real geography", lambda story: int(story.geography == "real")),
    ("articles", lambda story: len(story.articles)),
    ("  that nothing is told about", lambda story: sum(not each.header.given for each in story.articles)),
    ("words", lambda story: sum(len(article.text.split()) for article in story.articles)),
    ("parts of pages", lambda story: sum(len(article.parts) for article in story.articles)),
    ("  furniture", lambda story: sum(len(article.furniture) for article in story.articles)),
    ("actors", lambda story: len(story.actors)),
    ("places", lambda story: len(story.places)),
    ("  their mentions", _mentions("entity")),
    ("times", _mentions("time")),
    ("quantities", _mentions("quantity")),
    ("events", lambda story: len(story.events)),
    ("  aggregates", lambda story: sum(event.scope == "aggregate" for event in story.events.values())),
    ("  their mentions", _mentions("event")),
    ("  arguments", lambda story: sum(len(article.arguments) for article in story.articles)),
    ("claims", lambda story: sum(len(article.claims) for article in story.articles)),
    ("  own voice", lambda story: sum(claim.own_voice for each in story.articles for claim in each.claims)),
    (
        "  with two links or more",
        lambda s: sum(len(c.links) > 0 and not c.own_voice for a in s.articles for c in a.claims),
    ),
    ("  that repeat another", lambda s: sum(c.repeats is not None for a in s.articles for c in a.claims)),
    ("  denies", _claims("denies")),
    ("  rejects", _claims("rejects")),
    ("  doubts", _claims("doubts")),
    ("  cannot-verify", _claims("cannot-verify")),
    ("  does-not-know", _claims("does-not-know")),
    ("  predicts", _claims("predicts")),
    ("  demands", _claims("demands")),
    ("answers", _answers),
    ("  contradictions", _rivals),
    ("  merged origins", _merges),
    ("copies", lambda story: len(story.copies)),
)


def table(stories: Sequence[Story]) -> str:
    """A line for each thing that is counted, a column for each part and one for all."""
    parts = Counter(part_of(story.name) for story in stories)
    columns = [part for part in PARTS if parts[part]]
    lines = [f"{'':<28}" + "".join(f"{part:>10}" for part in (*columns, "all"))]
    for name, count in ROWS:
        counted = [(part_of(story.name), count(story)) for story in stories]
        numbers = [sum(number for part, number in counted if part == column) for column in columns]
        lines.append(f"{name:<28}" + "".join(f"{number:>10,}" for number in (*numbers, sum(n for _, n in counted))))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
