"""Scores as a table that a person reads, and as plain values for a file."""

from collections.abc import Sequence
from typing import Any

from evaluation.confusion import Confusion
from evaluation.coreference import Coreference
from evaluation.kinds import Score
from evaluation.measures import MEASURES, Scores, overall
from evaluation.score import Faults, Rates, Share

NO_CASE = "-"
# Longer story names are cut: three stories fit on a line of 120.
STORY_WIDTH = 12
NAME_WIDTH = max(len(measure.name) for measure in MEASURES)
HEAD = f"{'overall':>8} {'P':>6} {'R':>6}   cases"


def table(stories: Sequence[Scores]) -> str:
    """One line per measure: its value in each story; pooled over all, with precision, recall and cases.

    A value is F1 where the line has P and R, else a share; lines that end in (0!) count faults.
    """
    names = " ".join(f"{scores.story[-STORY_WIDTH:]:>{STORY_WIDTH}}" for scores in stories)
    pooled = overall(stories)
    lines = [f"{'':{NAME_WIDTH}} {names} {HEAD}"]
    for index, measure in enumerate(MEASURES):
        each = " ".join(f"{_figure(scores.scores[index]):>{STORY_WIDTH}}" for scores in stories)
        lines.append(f"{measure.name:{NAME_WIDTH}} {each} {_pooled(pooled.scores[index])}")
    return "\n".join(lines) + "\n"


def as_values(stories: Sequence[Scores]) -> dict[str, Any]:
    """All scores as JSON values: what each measure says, and its figures in each story and overall."""
    return {
        "measures": {measure.key: measure.says for measure in MEASURES},
        "overall": _values(overall(stories)),
        "stories": {scores.story: _values(scores) for scores in stories},
    }


def _values(scores: Scores) -> dict[str, Any]:
    return {measure.key: _record(score) for measure, score in zip(MEASURES, scores.scores, strict=True)}


def _record(score: Score) -> dict[str, Any]:
    match score:
        case Share():
            return {"share": score.value, "right": score.right, "of": score.of}
        case Faults():
            return {"times": score.times, "of": score.of}
        case Confusion():
            shares = {"macro_f1": score.value, "precision": score.precision, "recall": score.recall}
            return shares | {"right": score.right, "of": len(score.pairs), "classes": list(score.classes)}
        case Coreference():
            parts = zip(("muc", "bcubed", "ceaf"), score.parts, strict=True)
            shares = {"conll": score.value, "precision": score.precision, "recall": score.recall}
            return shares | {name: part.value for name, part in parts}
        case Rates():
            precision, recall = score.precision, score.recall
            figures = {"f1": score.value, "precision": precision.value, "recall": recall.value}
            return figures | {"ours": precision.of, "gold": recall.of}


def _pooled(score: Score) -> str:
    figure = f"{_figure(score):>8}"
    match score:
        case Share() | Faults():
            return f"{figure} {'':>6} {'':>6}   of {score.of}"
        case Confusion():
            shares = f"{_decimal(score.precision):>6} {_decimal(score.recall):>6}"
            return f"{figure} {shares}   mean over {len(score.classes)} classes"
        case Coreference():
            shares = f"{_decimal(score.precision):>6} {_decimal(score.recall):>6}"
            parts = zip(("MUC", "B3", "CEAF"), score.parts, strict=True)
            return f"{figure} {shares}   F1 of {', '.join(f'{name} {_decimal(part.value)}' for name, part in parts)}"
        case Rates():
            precision, recall = score.precision, score.recall
            shares = f"{_decimal(precision.value):>6} {_decimal(recall.value):>6}"
            return f"{figure} {shares}   {precision.of} here, {recall.of} in gold"


def _figure(score: Score) -> str:
    return str(score.times) if isinstance(score, Faults) else _decimal(score.value)


def _decimal(value: float | None) -> str:
    """Three decimals, cut and not rounded at the top: 1.000 is said of what is whole only."""
    if value is None:
        return NO_CASE
    return f"{min(value, 0.999) if value < 1 else value:.3f}"
