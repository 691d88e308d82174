"""Scores of record sets as one table, and as plain values for a file."""

from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.confusion import Confusion
from evaluation.coreference import Coreference
from evaluation.kinds import Score
from evaluation.layers.sets import SetScores
from evaluation.score import Faults, Rates, Share

NO_CASE = "-"
NOTHING = "nothing that a reading is measured by"


def table(sets: Sequence[SetScores]) -> str:
    """A line for each measure of each set: value (F1, else a share), precision, recall and the number of cases."""
    rows = [row for each in sets for row in _rows(each)]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    head = f"{'':{widths[0]}} {'':{widths[1]}} {'value':>6} {'P':>6} {'R':>6}   cases"
    lines = [f"{name:{widths[0]}} {measure:{widths[1]}} {figures}" for name, measure, figures in rows]
    return "\n".join([head, *lines]) + "\n"


def as_values(sets: Sequence[SetScores]) -> dict[str, Any]:
    """All scores as JSON values by the names of the sets, with what each measure counts.

    A second set of one name (another split of it) is called "name (2)".
    """
    found: dict[str, Any] = {}
    for index, each in enumerate(sets):
        before = sum(other.name == each.name for other in sets[:index])
        found[f"{each.name} ({before + 1})" if before else each.name] = {
            "records": each.records,
            "unread": list(each.unread),
            "scores": {
                f"{score.layer}: {score.name}": _figures(score.score) | {"says": score.says} for score in each.scores
            },
        }
    return found


def _rows(scores: SetScores) -> Iterator[tuple[str, str, str]]:
    if not scores.scores:
        yield scores.name, NOTHING, ""
    for each in scores.scores:
        figures = _figures(each.score)
        columns = (figures.get(name) for name in ("value", "precision", "recall"))
        numbers = " ".join(f"{_decimal(figure):>6}" for figure in columns)
        yield scores.name, f"{each.layer}: {each.name}", f"{numbers}   {_cases(each.score)}"


def _figures(score: Score) -> dict[str, Any]:
    match score:
        case Share():
            return {"value": score.value, "right": score.right, "of": score.of}
        case Faults():
            return {"value": score.value, "times": score.times, "of": score.of}
        case Rates():
            precision, recall = score.precision, score.recall
            shares = {"value": score.value, "precision": precision.value, "recall": recall.value}
            return shares | {"ours": precision.of, "gold": recall.of}
    shares = {"value": score.value, "precision": score.precision, "recall": score.recall}
    if isinstance(score, Coreference):
        parts = zip(("muc", "bcubed", "ceaf"), score.parts, strict=True)
        return shares | {name: part.value for name, part in parts}
    return shares | {"right": score.right, "of": len(score.pairs), "classes": list(score.classes)}


def _cases(score: Score) -> str:
    match score:
        case Share() | Faults():
            return f"of {score.of}"
        case Rates():
            return f"{score.precision.of} here, {score.recall.of} in gold"
        case Coreference():
            return "F1 of MUC {}, B3 {}, CEAF {}".format(*(_decimal(part.value) for part in score.parts))
        case Confusion():
            return f"{score.right} of {len(score.pairs)} right, {len(score.classes)} classes"


def _decimal(value: float | None) -> str:
    """Three decimals, cut and not rounded at the top: 1.000 is said of what is whole only."""
    if value is None:
        return NO_CASE
    return f"{min(value, 0.999) if value < 1 else value:.3f}"
