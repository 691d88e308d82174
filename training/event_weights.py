"""Fits what each sign of one event weighs, on gold's readings of the corpus' train stories.

    python -m training.event_weights [--stories NAME...] [--write]

Three regressions, each weight held to its prior in the table: over what a mention goes on about, one of the events that
its document told of before or one of its own; over pairs of documents' events as the program finds them with the
weights of the first; and over which of the story's events a mention is about, given all others as gold has them.
--write puts the weights into src/corroborate/data/lexicons/same_event.csv, where the reason for each sign stands
beside it. Needs numpy.
"""

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.article import Article
from corpus.check import STORIES, checked
from corpus.splits import stories_of
from corpus.story import NAME, Story
from corroborate import pipeline
from corroborate.lineage.trace import trace_lineage
from corroborate.reconcile.events.find import at_home, events_of_document, singles_at_home, with_shares
from corroborate.reconcile.events.mentions import mentions_in_order
from corroborate.reconcile.events.same_event import BIAS, COLUMNS, may_be_one, new_values, values
from corroborate.reconcile.events.second_look import WHOLE, Option, joined, new_option, option_of, with_share
from corroborate.reconcile.events.signs import ACROSS, Sign
from corroborate.reconcile.events.signs_inside import INSIDE, NEW, NewSign
from corroborate.reconcile.events.telling import Ground, MentionKey, Telling, Weights
from corroborate.reconcile.story import first_ground
from evaluation.gold_readings import gold_readings, told_events

TABLE = Path(__file__).parents[1] / "src" / "corroborate" / "data" / "lexicons" / "same_event.csv"
FIELDS = ("sign", *COLUMNS, "prior", "held", "words", "reason")
STEPS = 50
# A step that moves no weight by more ends the fitting.
ENOUGH = 1e-4
HALF = 0.5
# The share of the pairs of two stories that is taken: about as many as pairs within one.
STRANGERS = 0.15
SEED = 3

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Example = tuple[dict[str, float], bool]


@dataclass(frozen=True, slots=True)
class Prior:
    """What a person expects a sign to weigh, and how firmly: rare signs keep it, common ones leave it."""

    weight: float
    held: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What one mention may go on about, each by its signs in each column, its own event last; and which is right."""

    options: tuple[Mapping[str, Mapping[str, float]], ...]
    right: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print, and write if asked to."""
    about = (__doc__ or "").split("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m training.event_weights", description=about)
    parser.add_argument("--stories", nargs="*", default=[], help="train stories (left out: all that are there)")
    parser.add_argument("--write", action="store_true", help="write the weights into the package's table")
    options = parser.parse_args(arguments)
    table = read_table()
    priors = {sign: Prior(float(row["prior"]), float(row["held"])) for sign, row in table.items()}
    priors[BIAS] = Prior(0.0, priors[BIAS].held)
    stories = list(examples(options.stories or stories_of("train")))
    choices = [choice for story, ground in stories for choice in inside_choices(story, ground)]
    again = [choice for story, ground in stories for choice in again_choices(story, ground)]
    columns = fitted_choices(choices, {"inside": _names(INSIDE), "new": [BIAS, *_names(NEW)]}, priors)
    columns |= fitted_choices(again, AGAIN_SIGNS, priors)
    weights = Weights(inside=columns["inside"], new=columns["new"])
    stories = [(story, replace(ground, weights=weights)) for story, ground in stories]
    across = [pair for story, ground in stories for pair in across_pairs(story, ground)]
    grounds = [ground for _, ground in stories]
    across += [pair for one, other in pairwise(grounds) for pair in strangers(one, other)]
    columns |= fitted_choices([_one_or_two(*pair) for pair in across], {"across": [BIAS, *_names(ACROSS)]}, priors)
    if options.write:
        write(columns, table)
    else:
        for sign in table:
            shown = (f"{column[sign]:>8.2f}" if sign in column else " " * 8 for column in columns.values())
            sys.stdout.write(f"{sign:<24}{' '.join(shown)}\n")
    return 0


def examples(names: Sequence[str]) -> Iterator[tuple[Story, Ground]]:
    """The named stories that are there and have no faults, each with what its events are compared by."""
    work = pipeline.work()
    for name in names:
        if not (STORIES / name / NAME).is_file():
            continue
        story, faults = checked(STORIES / name)
        if faults:
            sys.stderr.write(f"{name}: left out, it has {len(faults)} faults\n")
            continue
        readings = gold_readings(story, work)
        yield story, first_ground(readings, trace_lineage(readings), work.resources.reconcile)


def inside_choices(story: Story, ground: Ground) -> Iterator[Choice]:
    """Every mention of each document with what it may go on about: each of gold's events that the document told of
    before it, and an event of its own.
    """
    for at, article in enumerate(story.articles):
        keys = _keys(article, story)
        events: dict[str, Telling] = {}
        for telling in mentions_in_order(ground, at):
            key = keys[telling.mentions[0]]
            told = [(other, event) for other, event in events.items() if may_be_one(event, telling)]
            if told:
                options = [{"inside": values(event, telling, ground, INSIDE)} for _, event in told]
                begins = {"new": new_values([event for _, event in told], telling, ground)}
                right = next((place for place, (other, _) in enumerate(told) if other == key), len(told))
                yield Choice((*options, begins), right)
            before = events.get(key)
            events[key] = telling if before is None else before.joined(telling, ground.families)
            events = dict(zip(events, with_shares(list(events.values())), strict=True))


def _one_or_two(signs: Mapping[str, float], same: bool) -> Choice:
    """A pair as a choice between one event and two."""
    return Choice(({"across": {BIAS: 1.0, **signs}}, {}), 0 if same else 1)


def again_choices(story: Story, ground: Ground) -> Iterator[Choice]:
    """Every mention with what it may be about: each of gold's events of the story without it, and one of its own."""
    keys = {key: value for article in story.articles for key, value in _keys(article, story).items()}
    documents = [tuple(mentions_in_order(ground, at)) for at in range(len(story.articles))]
    every = [each for found in documents for each in singles_at_home(found, events_of_document(ground, found))]
    told: dict[int, list[MentionKey]] = {}
    events: dict[str, list[Telling]] = {}
    for telling in every:
        told.setdefault(telling.mentions[0][0], []).append(telling.mentions[0])
        events.setdefault(keys[telling.mentions[0]], []).append(telling)
    for telling in every:
        rest = {key: [other for other in members if other is not telling] for key, members in events.items()}
        open_to = {key: members for key, members in rest.items() if members and may_be_one(members[0], telling)}
        options, heres = [], []
        for members in open_to.values():
            parts = _parts(members, told, ground)
            here = parts.pop(telling.mentions[0][0], None)
            options.append(option_of(telling, here, list(parts.values()), ground))
            heres.extend([here] if here is not None else [])
        if options:
            key = keys[telling.mentions[0]]
            right = list(open_to).index(key) if key in open_to else len(options)
            yield Choice(tuple(map(_by_column, (*options, new_option(telling, heres, ground)))), right)


def _parts(members: Sequence[Telling], told: dict[int, list[MentionKey]], ground: Ground) -> dict[int, Telling]:
    """What each document tells of an event."""
    parts: dict[int, list[Telling]] = {}
    for member in members:
        parts.setdefault(member.mentions[0][0], []).append(member)
    return {at: with_share(joined(found, ground), told[at]) for at, found in parts.items()}


def _by_column(option: Option) -> dict[str, Mapping[str, float]]:
    return {"again_local": option.local, "again_others": option.others, "again_whole": option.whole}


def across_pairs(story: Story, ground: Ground) -> Iterator[Example]:
    """Pairs of what documents tell of gold's events, and each beside what several documents tell of one."""
    chance = random.Random(SEED)  # noqa: S311 - a choice of examples, no secret
    keys = {key: value for article in story.articles for key, value in _keys(article, story).items()}
    local = [telling for at in range(len(story.articles)) for telling in _told_in(ground, at, keys)]
    owners = [_owner(telling, keys) for telling in local]
    for second, telling in enumerate(local):
        grown: dict[str, Telling] = {}
        for first, event in enumerate(local):
            if first == second or not may_be_one(event, telling):
                continue
            if first < second:
                yield values(event, telling, ground, ACROSS), owners[first] == owners[second]
            if chance.random() < HALF:
                before = grown.get(owners[first])
                grown[owners[first]] = event if before is None else before.joined(event, ground.families)
        for owner, event in grown.items():
            if len({at for at, _ in event.mentions}) > 1:
                yield values(event, telling, ground, ACROSS), owner == owners[second]


def _told_in(ground: Ground, at: int, keys: Mapping[MentionKey, str]) -> tuple[Telling, ...]:
    """What one document tells of each of gold's events."""
    events: dict[str, Telling] = {}
    for telling in mentions_in_order(ground, at):
        before = events.get(key := keys[telling.mentions[0]])
        events[key] = telling if before is None else before.joined(telling, ground.families)
    return at_home(with_shares(list(events.values())))


def strangers(one: Ground, other: Ground) -> Iterator[Example]:
    """Pairs of events of two stories that have nothing to do with each other: documents of one story never show what
    tells events of other places and years apart.
    """
    chance = random.Random(SEED)  # noqa: S311 - a choice of examples, no secret
    readings = (*one.story.readings, *other.story.readings)
    knowledge = replace(pipeline.open_resources().reconcile, weights=one.weights)
    ground = first_ground(readings, trace_lineage(readings), knowledge)
    mentions = (tuple(mentions_in_order(ground, at)) for at in range(len(readings)))
    local = [telling for told in mentions for telling in events_of_document(ground, told)]
    border = len(one.story.readings)
    for first in local:
        for second in local:
            strange = first.mentions[0][0] < border <= second.mentions[0][0]
            if strange and may_be_one(first, second) and chance.random() < STRANGERS:
                yield values(first, second, ground, ACROSS), False


def _keys(article: Article, story: Story) -> dict[MentionKey, str]:
    """Gold's event of each event mention of an article; what is no event of the story is one of its own."""
    at = story.articles.index(article)
    told = told_events(article)
    return {(at, index): article.mentions[mention].key or f"none {at} {index}" for index, mention in enumerate(told)}


def _owner(telling: Telling, keys: dict[MentionKey, str]) -> str:
    """Gold's event of most of a telling's mentions."""
    counts = Counter(keys[mention] for mention in telling.mentions)
    return min(counts, key=lambda key: (-counts[key], key))


def _names(signs: Sequence[Sign | NewSign]) -> list[str]:
    return [sign.__name__ for sign in signs]


AGAIN_SIGNS = {
    "again_local": _names(INSIDE),
    "again_others": _names(ACROSS),
    "again_whole": [BIAS, *WHOLE, *_names(NEW)],
}


def fitted_choices(
    choices: Sequence[Choice], columns: Mapping[str, Sequence[str]], priors: Mapping[str, Prior]
) -> dict[str, dict[str, float]]:
    """The weights of each column's signs, from softmax regression."""
    names = [(column, sign) for column, signs in columns.items() for sign in signs]
    places = {name: place for place, name in enumerate(names)}
    tables = [_table(choice, places) for choice in choices]
    rights = [choice.right for choice in choices]
    prior: Values = np.array([priors[sign].weight for _, sign in names])
    ridge: Values = np.diag([priors[sign].held for _, sign in names])
    weights = _held(prior, lambda free: _newton(tables, rights, Held(prior, ridge, free)))
    hits = sum(int(np.argmax(table @ weights)) == right for table, right in zip(tables, rights, strict=True))
    sys.stdout.write(f"{', '.join(columns)}: {len(choices)} choices, {hits} fitted right\n")
    return {
        column: {sign: round(float(weights[places[column, sign]]), 2) for sign in signs}
        for column, signs in columns.items()
    }


def _table(choice: Choice, places: Mapping[tuple[str, str], int]) -> Values:
    table = np.zeros((len(choice.options), len(places)))
    for row, option in enumerate(choice.options):
        for column, found in option.items():
            for sign, value in found.items():
                table[row, places[column, sign]] = value
    return table


def _held(prior: Values, fit: Callable[[Flags], Values]) -> Values:
    """Weights that keep the direction of their priors: a sign that would turn is fixed at nothing, and all refitted."""
    free = np.ones(len(prior), dtype=bool)
    while True:
        weights = fit(free)
        turned = free & (weights * prior < 0)
        if not turned.any():
            return weights
        free &= ~turned


@dataclass(frozen=True, slots=True)
class Held:
    """Priors, how firmly each is held (a diagonal), and which signs may weigh anything."""

    prior: Values
    ridge: Values
    free: Flags


def _newton(tables: Sequence[Values], rights: Sequence[int], held: Held) -> Values:
    """Penalised maximum likelihood of the right choices; each step is halved until it gains."""
    prior, ridge, free = held.prior, held.ridge, held.free
    weights = np.where(free, prior, 0.0)

    def loss(tried: Values) -> float:
        away = np.where(free, tried - prior, 0.0)
        told = sum(_log_chance(table @ tried, right) for table, right in zip(tables, rights, strict=True))
        return float(away @ ridge @ away / 2 - told)

    for _ in range(STEPS):
        away = np.where(free, weights - prior, 0.0)
        gradient, curve = ridge @ away, ridge.copy()
        for table, right in zip(tables, rights, strict=True):
            odds = table @ weights
            chance = np.exp(odds - odds.max())
            chance /= chance.sum()
            mean = chance @ table
            gradient += mean - table[right]
            curve += (table * chance[:, None]).T @ table - np.outer(mean, mean)
        step = np.zeros(len(prior))
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], gradient[free])
        while loss(weights - step) > loss(weights) + 1e-9:
            step = step / 2
        weights = weights - step
        if float(np.abs(step).max()) < ENOUGH:
            break
    return weights


def _log_chance(odds: Values, right: int) -> float:
    return float(odds[right] - odds.max() - np.log(np.exp(odds - odds.max()).sum()))


def read_table() -> dict[str, dict[str, str]]:
    """The table's rows by their signs."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["sign"]: row for row in csv.DictReader(lines)}


def write(columns: dict[str, dict[str, float]], table: dict[str, dict[str, str]]) -> None:
    """Put the weights into the table; priors and reasons stay as a person set them."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        for sign, row in table.items():
            weights = {name: f"{found[sign]:.2f}" if sign in found else "" for name, found in columns.items()}
            writer.writerow(row | weights)


if __name__ == "__main__":
    sys.exit(main())
