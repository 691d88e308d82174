"""Problems for people: each code once, with what it means and where it happened."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from importlib import resources

from rich.console import Group, RenderableType
from rich.text import Text

from corroborate.export.report_text import hanging, words
from corroborate.export.wording import counted
from corroborate.model.problem import Problem

WHERE_SHOWN = 20


def problem_meanings() -> dict[str, tuple[str, str]]:
    """Each problem code with what happened and what to do about it."""
    text = (resources.files("corroborate") / "data" / "problems.csv").read_text(encoding="utf-8")
    return {row["code"]: (row["meaning"], row["what_to_do"]) for row in csv.DictReader(text.splitlines())}


def problem_lines(problems: Sequence[Problem]) -> Group:
    """All problems, by code."""
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_code[problem.code].append(problem)
    parts: list[RenderableType] = [] if by_code else [Text("No problems.")]
    meanings = problem_meanings()
    for code, found in sorted(by_code.items()):
        meaning, what_to_do = meanings.get(code, ("", ""))
        total = sum(problem.count for problem in found)
        parts.append(
            Text.assemble((code, "bold yellow"), f" · {counted(total, 'time')}. {meaning} {what_to_do}".rstrip())
        )
        parts += [_line(problem) for problem in found[:WHERE_SHOWN]]
        if len(found) > WHERE_SHOWN:
            parts.append(Text(f"  … and {len(found) - WHERE_SHOWN} more (--json lists all)"))
    return Group(*parts)


def _line(problem: Problem) -> RenderableType:
    times = f" ({problem.count} times)" if problem.count > 1 else ""
    return hanging("  ", words(f"{problem.name or problem.document or 'ledger'}: {problem.message}{times}"))
