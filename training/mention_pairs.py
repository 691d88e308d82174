"""Fits what each sign of two given event mentions weighs, on ECB+'s train part: evaluation/chains/weights.csv.

    python -m training.mention_pairs [--data ../shared/data/ecbplus/train.jsonl] [--write]

Beside the weights, trigger_pairs.csv: which two triggers told of one event, as log-odds over pairs never seen; when the
weights are fitted, a pair's own topic is left out of it. Needs numpy.
"""

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evaluation.chains.grouping import compared_pairs
from evaluation.chains.mentions import Pool, pool_of
from evaluation.chains.signs import TRIGGER_PAIRS, WEIGHTS, pair_of, triggers, values

RIDGE = 1.0
STEPS = 25
# Pairs of one topic count so often at most: one much told event says little of a word.
MOST_OF_A_TOPIC = 3
NEVER_SEEN = 0.02

Values = npt.NDArray[np.float64]
Counts = Mapping[tuple[str, str], Counter[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(
        prog="python -m training.mention_pairs", description=(__doc__ or "").split("\n", maxsplit=1)[0]
    )
    parser.add_argument("--data", type=Path, default=Path("..", "shared", "data", "ecbplus", "train.jsonl"))
    parser.add_argument("--write", action="store_true", help="write the tables beside evaluation/chains")
    options = parser.parse_args(arguments)
    records = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    topics = {record["id"]: record["topic"] for record in records}
    pool = pool_of(records)
    pairs = sorted(compared_pairs(pool))
    together, apart = counted(pool, pairs, topics)
    weights = fitted(pool, pairs, topics, together, apart)
    sys.stdout.write("".join(f"{name:24}{weight:8.2f}\n" for name, weight in weights.items()))
    if options.write:
        rows = "".join(f"{name},{weight:.3f}\n" for name, weight in weights.items())
        WEIGHTS.write_text(f"sign,weight\n{rows}", encoding="utf-8")
        known = {pair: known_odds(together[pair], apart.get(pair, Counter())) for pair in sorted(together)}
        rows = "".join(f"{one},{other},{odds:.2f}\n" for (one, other), odds in known.items() if odds > 0)
        TRIGGER_PAIRS.write_text(f"one,other,known\n{rows}", encoding="utf-8")
    return 0


def counted(pool: Pool, pairs: Sequence[tuple[int, int]], topics: Mapping[str, str]) -> tuple[Counts, Counts]:
    """How often two different triggers told of one event, and of two, by topic of the first mention."""
    together: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    apart: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for first, second in pairs:
        one, other = pool.mentions[first], pool.mentions[second]
        if one.stems[0] != other.stems[0]:
            side = together if one.chain == other.chain else apart
            side[triggers(one, other)][topics[one.document]] += 1
    return dict(together), dict(apart)


def known_odds(together: Counter[str], apart: Counter[str], without: str | None = None) -> float:
    """The log-odds of two triggers telling of one event, over those of a pair never seen; `without` one topic."""
    counts = [
        sum(min(MOST_OF_A_TOPIC, count) for topic, count in side.items() if topic != without)
        for side in (together, apart)
    ]
    return math.log((counts[0] + NEVER_SEEN) / (counts[1] + 1)) - math.log(NEVER_SEEN)


def fitted(
    pool: Pool, pairs: Sequence[tuple[int, int]], topics: Mapping[str, str], together: Counts, apart: Counts
) -> dict[str, float]:
    """The weights of a logistic regression over all compared pairs."""
    names: list[str] = []
    rows, right = [], []
    for first, second in pairs:
        one, other = pool.mentions[first], pool.mentions[second]
        key, topic = triggers(one, other), topics[one.document]
        known = max(0.0, known_odds(together.get(key, Counter()), apart.get(key, Counter()), topic))
        found = values(pair_of(one, other, pool.profiles, known))
        names = names or list(found)
        rows.append(list(found.values()))
        right.append(one.chain == other.chain)
    weights = _newton(np.array(rows), np.array(right, dtype=np.float64))
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def _newton(rows: Values, right: Values) -> Values:
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        curve = (rows * (chance * (1 - chance) + 1e-9)[:, None]).T @ rows + RIDGE * np.eye(rows.shape[1])
        weights = weights + np.linalg.solve(curve, rows.T @ (right - chance) - RIDGE * weights)
    return weights


if __name__ == "__main__":
    sys.exit(main())
